"""
The same kit as one accessible web page: headings, landmarks, lists and tables in reading order.

PDF files of ours carry no tags for screen readers; this page is what they read, and it prints. It
holds everything it needs: no script, nothing is fetched.
"""

import base64
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from game.art.palettes import THEME_ICONS
from game.art.ring import space_name
from game.art.signs import LEVELS, WEIGHTS
from game.art.tones import hex_of
from game.model.dates import day
from game.model.evidence import RECHECK, Fact
from game.model.lenses import DEALT
from game.model.pack import Card, Pack
from game.model.themes import Theme
from game.outcomes import evaluation, items, promises
from game.printing import guide
from game.printing.front import ABOUT
from game.printing.kit import PARTS, NothingToPrintError, Wish, chosen
from game.printing.look import Look
from game.printing.svgread import asset
from game.printing.tablesheets import STAGES, stage_time
from game.rules.state import Stage
from game.tongue import _, language, pgettext


def webpage(pack: Pack, wish: Wish, assets: Path, today: str) -> str:
    """The whole page. Raises `NothingToPrintError` where nothing wished for can stand on one."""
    look = wish.look(assets)
    makers: dict[str, Callable[[], str]] = {
        "cards": lambda: _cards(pack, chosen(pack, wish), look, today),
        "lenses": _lenses,
        "moments": lambda: _moments(pack),
        "board": lambda: _board(pack),
        "door": _door,
        "scale": _scale,
        "stages": _stages,
        "people": lambda: _people(pack),
        "agreement": lambda: _list(pack.agreement, ordered=True),
        "guide": lambda: _guide(pack, chosen(pack, wish), today),
        "record": lambda: _record(pack),
        "before-and-now": _before_and_now,
        "evaluation": _evaluation,
        "take-home": lambda: _take_home(pack),
    }
    parts = [part for part in PARTS if part in wish.what and part in makers]
    if not parts:
        raise NothingToPrintError(
            _("Nothing of that choice can stand on a web page. Print it as PDF.")
        )
    if "cards" in parts and not chosen(pack, wish):
        raise NothingToPrintError(_("No card fits that choice of codes and themes."))
    contents = "".join(f'<li><a href="#{part}">{escape(_name(part))}</a></li>' for part in parts)
    sections = "".join(
        f'<section id="{part}" aria-labelledby="{part}-h"><h2 id="{part}-h">{escape(_name(part))}'
        f"</h2>{makers[part]()}</section>"
        for part in parts
    )
    title = escape(_("{pack}: the printed game").format(pack=pack.title))
    printed = escape(_("Printed {day}").format(day=day(today)))
    listed, to_kit = escape(_("Contents")), escape(_("To the kit"))
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; font-src data:\">\n"
        f"<style>{_style(look)}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#kit">{to_kit}</a>\n'
        f"<header><h1>{title}</h1><p>{printed}.</p></header>\n"
        f'<nav aria-label="{listed}"><h2>{listed}</h2><ol>{contents}</ol></nav>\n'
        f'<main id="kit">\n{sections}\n</main>\n<footer><p>{escape(_(ABOUT))}</p></footer>\n'
        "</body>\n</html>\n"
    )


def _name(part: str) -> str:
    return _("Board") if part == "board" else _("Door") if part == "door" else _(PARTS[part])


def _style(look: Look) -> str:
    faces = "".join(
        f"@font-face{{font-family:'Kit';font-weight:{weight};src:url(data:font/ttf;base64,"
        f"{_font(look.assets, face)})}}"
        for face, weight in (("Regular", 400), ("Bold", 700))
    )
    themes = "".join(
        f".{theme.value}>h4{{background:{'#ffffff' if look.ink_saving else hex_of(look.theme(theme))};"
        f"color:{hex_of(look.ink if look.ink_saving else look.on_theme(theme))};"
        f"border:3px solid {hex_of(look.theme(theme))}}}"
        for theme in Theme
    )
    size = "20px" if look.large_print else "17px"
    paper = "16pt" if look.large_print else "11pt"
    return (
        faces
        # A paragraph begins where its own first letter says: at the right in Arabic.
        + "*{box-sizing:border-box}p,li,h1,h2,h3,h4,dt,dd,td,blockquote{unicode-bidi:plaintext;"
        "text-align:start}"
        + f"body{{font:400 {size}/1.5 'Kit',sans-serif;color:{hex_of(look.ink)};background:#fff;"
        "max-width:46rem;margin:0 auto;padding:1.5rem}"
        "h1{font-size:2rem;line-height:1.2}h2{margin-top:3rem;border-top:2px solid #ddd3c0;"
        "padding-top:1rem}h4{margin:0;padding:.5rem .8rem;border-radius:.5rem;font-size:1.15rem}"
        "article{border:1px solid #b9ad95;border-radius:.7rem;padding:.5rem;margin:1.2rem 0}"
        "article>*:not(h4){margin:.6rem .8rem}blockquote{font-weight:700;background:#f6f0e2;"
        "padding:.6rem .9rem;border-radius:.5rem}svg{width:1.3em;height:1.3em;vertical-align:-.25em;"
        "margin-right:.4em}a{color:#14213d}a:focus{outline:4px solid #14213d;outline-offset:3px}"
        ".skip{position:absolute;left:-999rem}.skip:focus{left:1rem;background:#fff;padding:.5rem}"
        ".source,.soft{color:#5a6478}table{border-collapse:collapse;width:100%;margin:1rem 0}"
        "th,td{border:1px solid #5a6478;padding:.35rem .5rem;text-align:left;vertical-align:top}"
        ".write{display:block;border-bottom:1px solid #5a6478;height:2.2rem}dt{font-weight:700}"
        + themes
        + f"@media print{{body{{max-width:none;padding:0;font-size:{paper}}}nav,.skip{{display:none}}"
        "section{break-before:page}article,table,dl>div{break-inside:avoid}"
        "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
        "@page{margin:16mm}"
    )


def _font(assets: Path, face: str) -> str:
    data = (assets / "fonts" / f"AtkinsonHyperlegibleNext-{face}.ttf").read_bytes()
    return base64.b64encode(data).decode("ascii")


def _icon(look: Look, name: str) -> str:
    """An icon of the assets in line with the words, which say what it stands for."""
    svg = asset(look.assets, f"icons/{name}").replace("<svg ", '<svg aria-hidden="true" ', 1)
    return svg.strip().replace("\n", "")


def _list(lines: Iterable[str], *, ordered: bool = False) -> str:
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</{tag}>"


def _p(words: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(words)}</p>' if kind else f"<p>{escape(words)}</p>"


def _head(words: str) -> str:
    return f"<h3>{escape(words)}</h3>"


def _strong(words: str) -> str:
    return f"<strong>{escape(words)}</strong>"


def _write(lines: int) -> str:
    return '<span class="write"></span>' * lines


# Cards.


def _cards(pack: Pack, some: tuple[Card, ...], look: Look, today: str) -> str:
    out = []
    for theme in Theme:
        cards = [card for card in some if card.theme is theme]
        if cards:
            out.append(f"<h3>{escape(theme.label)}</h3>")
            out.extend(_card(card, pack, look, today) for card in cards)
    return "".join(out)


def _card(card: Card, pack: Pack, look: Look, today: str) -> str:
    who = pack.person(card.person).name if card.person is not None else _("The person")
    touches = ", ".join(pack.topic(note).label for note in card.notes)
    level = _(LEVELS[card.level][1])
    if touches:
        level += ". " + _("Touches {topics}.").format(topics=touches)
    icon = _icon(look, THEME_ICONS[card.theme])
    parts = [
        (
            f'<article class="{card.theme.value}" id="card-{escape(card.code)}">'
            f"<h4>{icon}{escape(card.code)} {escape(card.title)}</h4>"
        ),
        _p(f"{card.theme.label}. {level}", "soft"),
        _p(card.scene),
        f"<blockquote>{escape(who)}: “{escape(card.voice)}”</blockquote>",
        f"<p>{_strong(_('Something that helps:'))} <bdi>{escape(card.helps)}</bdi></p>",
        f"<p><strong>{escape(Stage.THINK.label)}:</strong> <bdi>{escape(card.think)}</bdi></p>",
        f"<p><strong>{escape(Stage.ROUND.label)}</strong></p><ul>"
        + "".join(
            f"<li><strong>{escape(each.lens.label)}:</strong> <bdi>{escape(each.prompt)}</bdi></li>"
            for each in card.lenses
        )
        + "</ul>",
        f"<p><strong>{escape(Stage.TALK.label)}</strong></p>{_list(card.talk)}",
        _fact(card, pack, today),
        f"<p><strong>{escape(Stage.AGREE.label)}:</strong> <bdi>{escape(card.agree)}</bdi></p>",
        _p(
            _("May feed: {panes}.").format(panes=", ".join(theme.label for theme in card.feeds)),
            "soft",
        ),
        "</article>",
    ]
    return "".join(parts)


def _fact(card: Card, pack: Pack, today: str) -> str:
    if card.evidence is None:
        return ""
    fact = pack.fact(card.evidence)
    lead = f"<strong>{escape(Stage.EVIDENCE.label)}:</strong>"
    if not fact.shows_on(today):
        return f"<p>{lead} {escape(_(RECHECK))}</p>"
    beside = (pack.fact(each) for each in card.beside)
    others = "".join(
        _p(each.claim) + _p(_source(each), "source") for each in beside if each.shows_on(today)
    )
    return f"<p>{lead} {escape(fact.claim)}</p>{_p(_source(fact), 'source')}{others}"


def _source(fact: Fact) -> str:
    return _("{line}. {nation}. Review by {day}.").format(
        line=fact.source.line, nation=fact.nation, day=day(fact.review)
    )


def _lenses() -> str:
    words = _(
        "A lens is a viewpoint, never symptoms to act. Any seat may swap it, speak as itself, or "
        "take none: no reason is asked."
    )
    return _p(words) + _list(lens.label for lens in DEALT)


def _moments(pack: Pack) -> str:
    return "".join(
        f"<article><h3>{escape(each.code)} {escape(each.title)}</h3>{_p(each.text)}"
        f"<p><strong>{escape(each.ask)}</strong></p></article>"
        for each in pack.moments
    )


# The table.


def _board(pack: Pack) -> str:
    words = _(
        "The path is a ring of {count} spaces, clockwise from the top left. On a theme’s "
        "space, turn up that theme’s top card; at crossroads the table chooses any theme."
    ).format(count=len(pack.board.spaces))
    return _p(words) + _list((space_name(space) for space in pack.board.spaces), ordered=True)


def _door() -> str:
    words = _("After each card, tick the one or two panes that the conversation fed.")
    return _p(words) + _list(f"☐ {theme.label}" for theme in Theme)


def _scale() -> str:
    words = _("After each card: where did our plan put its weight? It is a mirror, not a score.")
    return _p(words) + _list(_(each[1]) for each in WEIGHTS)


def _stages() -> str:
    rows = [
        f'<tr><th scope="row">{escape(stage.label)}</th><td>{escape(_(STAGES[stage][1]))}</td>'
        f"<td>{escape(stage_time(stage))}</td></tr>"
        for stage in Stage
    ]
    heads = "".join(
        f'<th scope="col">{escape(head)}</th>'
        for head in (_("Stage"), _("What happens"), _("Time"))
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _people(pack: Pack) -> str:
    return "".join(
        f"<article><h3>{escape(each.name)}, {each.age}</h3>{_p(each.life)}"
        f"<p>{_strong(_('Good at:'))} <bdi>{escape(each.strength)}</bdi></p>"
        f"<p>{_strong(_('Wishes:'))} <bdi>{escape(each.wish)}</bdi></p>"
        f"<p>{_strong(_('Lives with:'))} {escape(', '.join(each.conditions))}.</p></article>"
        for each in pack.people
    )


def _guide(pack: Pack, some: tuple[Card, ...], today: str) -> str:
    debrief = "".join(
        f"<p><strong>{escape(step.title)}.</strong> <bdi>{escape(step.say)}</bdi></p>{_list(step.ask)}"
        for step in pack.debrief
    )
    notes = "".join(
        f"<div><dt>{escape(card.code)} {escape(card.title)}</dt><dd>{escape(card.facilitator)}</dd>"
        + "".join(
            f"<dd><strong>{escape(_('Beside its fact:'))}</strong> {escape(fact)}</dd>"
            for fact in guide.facts_beside(pack, card, today)
        )
        + "</div>"
        for card in some
        if card.facilitator or guide.facts_beside(pack, card, today)
    )
    return (
        f"{_head(pgettext('before a session', 'Before'))}{_list(map(_, guide.BEFORE))}"
        f"{_head(_('A turn'))}{_list(map(_, guide.TURN), ordered=True)}"
        f"{_head(_('If somebody is upset'))}{_list(map(_, guide.UPSET), ordered=True)}"
        f"{_head(_('The debrief'))}{debrief}{_head(_('After'))}{_list(map(_, guide.AFTER))}"
        f"{_head(_('When talk stalls'))}{_list(pack.nudges)}"
        f"{_head(_('Breathers'))}{_list(pack.breathers)}"
        f"{_head(_('Notes on the cards'))}<dl>{notes}</dl>"
    )


# Forms.


def _record(pack: Pack) -> str:
    lines = (
        _("Date"),
        _("Pack"),
        _("Walking with"),
        _("Minutes planned"),
        _("Minutes played"),
        _("Seats"),
    )
    panes = ", ".join(f"☐ {theme.label}" for theme in Theme)
    weights = ", ".join(f"☐ {_(each[1])}" for each in WEIGHTS)
    cards = "".join(
        f"{_head(_('Card {number}').format(number=n))}<p>{escape(_('Code'))} {_write(1)}</p>"
        f"<p>{escape(_('Our sentence'))} {_write(2)}</p>{_p(panes)}{_p(weights)}"
        for n in range(1, 9)
    )
    debrief = "".join(f"<p>{escape(step.title)} {_write(2)}</p>" for step in pack.debrief)
    return (
        "".join(f"<p>{escape(line)} {_write(1)}</p>" for line in lines)
        + cards
        + f"{_head(_('Debrief'))}{debrief}{_head(_('Before and now, hands at each point'))}{_counts()}"
        + f"{_head(_('Evaluation and commitments'))}{_write(8)}"
    )


def _counts() -> str:
    points = "".join(f'<th scope="col">{escape(_(point))}</th>' for point in items.POINTS)
    rows = "".join(
        f'<tr><th scope="row">{escape(theme.label)}, {escape(_(when))}</th>{"<td></td>" * len(items.POINTS)}</tr>'
        for theme in Theme
        for when in (items.BEFORE, items.NOW)
    )
    return f'<table><thead><tr><th scope="col">{escape(_("Outcome"))}</th>{points}</tr></thead><tbody>{rows}</tbody></table>'


def _ticks(points: Iterable[str]) -> str:
    return _p("   ".join(f"☐ {point}" for point in points))


def _before_and_now() -> str:
    def both(points: tuple[str, ...]) -> str:
        return "".join(
            f"<p>{_strong(_(when) + ':')} {escape('   '.join(f'☐ {_(p)}' for p in (*points, items.SKIP)))}</p>"
            for when in (items.BEFORE, items.NOW)
        )

    asked = "".join(
        f"{_head(_(item.asks))}{_p(_(item.plain) + '.', 'soft')}{both(items.POINTS)}"
        for item in items.ITEMS
    )
    sure = f"{_head(_(items.SURE))}{both(items.SURE_POINTS)}"
    return f"{_p(_(items.HEADING))}{_p(_(items.STEM))}{_p(_(items.LEAD))}{asked}{sure}"


def _evaluation() -> str:
    voice = "".join(
        f"{_head(_(line))}{_ticks(map(_, evaluation.VOICE_POINTS))}" for line in evaluation.VOICE
    )
    harm = f"{_head(_(evaluation.HARM))}{_ticks(each.label for each in evaluation.Harm)}"
    open_ones = "".join(
        f"{_head(_(each))}{_write(3)}" for each in (evaluation.STAYS, evaluation.CHANGE)
    )
    return (
        f"{_p(_(items.HEADING))}{voice}{harm}{_p(_(evaluation.HARM_CARD))}{_write(1)}{open_ones}"
        f"{_p(_(evaluation.NO_NAMES))}{_head(_(promises.COMMITMENT))}{_write(2)}"
        f"{_head(_(promises.LIKELY))}{_ticks(each.label for each in promises.Likely)}"
        f"{_head(_(evaluation.CAME))}{_ticks(each.label for each in evaluation.Group)}"
    )


def _take_home(pack: Pack) -> str:
    routes = "".join(
        f"<div><dt>{escape(route.need)}</dt><dd><strong>{escape(route.route)}</strong>. "
        f"{escape(route.detail)} {escape(route.nation)}. "
        f"{escape(_('Checked {day}.').format(day=day(route.checked)))}</dd></div>"
        for route in pack.support
    )
    return (
        f"{_head(_('Something I’ll take away with me'))}{_write(2)}{_head(_(promises.COMMITMENT))}"
        f"{_write(2)}{_head(_('Where to turn'))}<dl>{routes}</dl>"
    )
