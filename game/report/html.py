"""A document as one HTML file: everything in it, no script, nothing fetched from anywhere."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import assert_never

from game.art.palettes import THEME_ICONS, fill_of
from game.model.themes import Theme
from game.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Lights,
    Part,
    PlayedCard,
    Prose,
    Quote,
    Table,
    Terms,
    WriteLine,
)
from game.report.page import page
from game.report.picture import PALETTE, Icons
from game.tongue import _


def html_of(document: Document, assets: Path) -> str:
    """The whole file."""
    icons = Icons(assets)
    body = [_hero(document)]
    waiting = ""
    for part, after in zip(document.parts, (*document.parts[1:], None), strict=True):
        made = _part(part, icons)
        if waiting or (after is not None and after.beside):
            waiting += made
            if after is None or not after.beside:
                body.append(f'<div class="two">{waiting}</div>')
                waiting = ""
        else:
            body.append(made)
    kind = "sheet" if document.one_page else ""
    title = f"{document.title} · {document.when}" if document.when else document.title
    return page(title, "\n".join(body), fonts=assets / "fonts", kind=kind)


def _hero(document: Document) -> str:
    facts = "".join(
        f"<li><b>{escape(value)}</b><span>{escape(name)}</span></li>"
        for value, name in document.facts
    )
    return (
        f'<div class="hero"><div class="door">{document.picture.svg()}</div><div>'
        f'<p class="when">{escape(document.when)}</p><h1>{escape(document.title)}</h1>'
        f'<p class="told">{escape(document.told)}</p>'
        + (f'<ul class="facts">{facts}</ul>' if facts else "")
        + "</div></div>"
    )


def _part(part: Part, icons: Icons) -> str:
    lead = f'<p class="lead">{escape(part.lead)}</p>' if part.lead else ""
    inside = "\n".join(_block(each, icons) for each in part.blocks)
    kind = ' class="message"' if part.loud else ""
    return f"<section{kind}>\n<h2>{escape(part.title)}</h2>\n{lead}\n{inside}\n</section>"


def _block(block: Block, icons: Icons) -> str:
    match block:
        case Prose(text, small):
            kind = ' class="small"' if small else ""
            return f"<p{kind}>{escape(text)}</p>"
        case Bullets(items, steps):
            rows = "".join(f"<li>{escape(each)}</li>" for each in items)
            return f'<ul class="{"steps" if steps else "plain"}">{rows}</ul>'
        case Quote(text):
            return f"<blockquote>“{escape(text)}”</blockquote>"
        case Table():
            return _table(block)
        case Figure(picture, beside):
            return f'<figure class="picture">{picture.svg()}</figure>\n{_table(beside)}'
        case PlayedCard():
            return _card(block, icons)
        case Terms(pairs):
            rows = "".join(
                f"<dt>{escape(name)}</dt><dd>{escape(told)}</dd>" for name, told in pairs
            )
            return f"<dl>{rows}</dl>"
        case Lights():
            return _lights(block)
        case WriteLine():
            return '<hr class="write"/>'
        case _:
            assert_never(block)


def _table(table: Table) -> str:
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(each)}</td>" for each in rest)
        + "</tr>\n"
        for first, *rest in table.rows
    )
    kind = "numbers" if table.numbers else "words"
    return _framed(kind, table.caption, table.heads, body)


def _framed(kind: str, caption: str, heads: Sequence[str], body: str) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    return (
        f'<div class="wide"><table class="{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )


def _lights(block: Lights) -> str:
    rows = []
    for name, fed, rest in block.rows:
        panes = "".join(
            f'<td class="centre"><span class="pane {theme.value if count else "dark"}">'
            f"{count}</span></td>"
            for theme, count in zip(Theme, fed, strict=True)
        )
        others = "".join(f"<td>{escape(each)}</td>" for each in rest)
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{panes}{others}</tr>\n')
    heads = (_("Group"), *(theme.label for theme in Theme), *block.heads)
    return _framed("numbers lights", block.caption, heads, "".join(rows))


def _card(card: PlayedCard, icons: Icons) -> str:
    theme = card.theme
    kind = theme.value if theme else "lost"
    mark = ""
    if theme:
        mark = icons.alone(THEME_ICONS[theme], PALETTE.text_on(fill_of(theme)), 28)
    side = " · ".join(each for each in (theme.label if theme else "", card.level) if each)
    title = f"{card.code}  {card.title}" if card.code else card.title
    inside = [f"<p>{escape(card.scene)}</p>"] if card.scene else []
    if card.voice:
        inside.append(f'<p class="voice">{escape(card.voice)}</p>')
    if card.helps:
        inside.append(f"<p>{escape(card.helps)}</p>")
    if card.agreed:
        inside.append(
            f'<p class="agreed"><b>{escape(_("What the table agreed"))}</b>{escape(card.agreed)}</p>'
        )
    if card.evidence:
        inside.append(f'<p class="small">{escape(card.evidence)}</p>')
    panes = "".join(
        f'<li class="{pane.value}">'
        f"{icons.alone(THEME_ICONS[pane], PALETTE.text_on(fill_of(pane)), 18)}"
        f"{escape(pane.label)}</li>"
        for pane in card.panes
    )
    if panes:
        inside.append(
            f'<ul class="panes" aria-label="{escape(_("Panes this conversation fed"))}">{panes}</ul>'
        )
    if card.weight:
        inside.append(f'<p class="small">{escape(card.weight)}</p>')
    return (
        f'<article class="card {kind}"><header>{mark}<h3>{escape(title)}</h3>'
        f'<p>{escape(side)}</p></header><div class="in">{"".join(inside)}</div></article>'
    )
