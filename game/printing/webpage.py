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
from game.printing.tablesheets import STAGES
from game.rules.planner import stage_seconds
from game.rules.state import Stage

LANGUAGE = "en-GB"


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
        "guide": lambda: _guide(pack, chosen(pack, wish)),
        "record": lambda: _record(pack),
        "before-and-now": _before_and_now,
        "evaluation": _evaluation,
        "take-home": lambda: _take_home(pack),
    }
    parts = [part for part in PARTS if part in wish.what and part in makers]
    if not parts:
        raise NothingToPrintError(
            "Nothing of that choice can stand on a web page. Print it as PDF."
        )
    if "cards" in parts and not chosen(pack, wish):
        raise NothingToPrintError("No card fits that choice of codes and themes.")
    contents = "".join(f'<li><a href="#{part}">{escape(_name(part))}</a></li>' for part in parts)
    sections = "".join(
        f'<section id="{part}" aria-labelledby="{part}-h"><h2 id="{part}-h">{escape(_name(part))}'
        f"</h2>{makers[part]()}</section>"
        for part in parts
    )
    title = escape(f"{pack.title}: the printed game")
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; font-src data:\">\n"
        f"<style>{_style(look)}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#kit">To the kit</a>\n'
        f"<header><h1>{title}</h1><p>Printed {day(today)}.</p></header>\n"
        f'<nav aria-label="Contents"><h2>Contents</h2><ol>{contents}</ol></nav>\n'
        f'<main id="kit">\n{sections}\n</main>\n<footer><p>{escape(ABOUT)}</p></footer>\n'
        "</body>\n</html>\n"
    )


def _name(part: str) -> str:
    return "Board" if part == "board" else "Door" if part == "door" else PARTS[part]


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
        + "*{box-sizing:border-box}"
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
    who = pack.person(card.person).name if card.person is not None else "In their own words"
    touches = ", ".join(pack.topic(note).label for note in card.notes)
    level = LEVELS[card.level][1] + (f". Touches {touches}." if touches else "")
    icon = _icon(look, THEME_ICONS[card.theme])
    parts = [
        (
            f'<article class="{card.theme.value}" id="card-{escape(card.code)}">'
            f"<h4>{icon}{escape(card.code)} {escape(card.title)}</h4>"
        ),
        _p(f"{card.theme.label}. {level}", "soft"),
        _p(card.scene),
        f"<blockquote>{escape(who)}: “{escape(card.voice)}”</blockquote>",
        f"<p><strong>Something that helps:</strong> {escape(card.helps)}</p>",
        f"<p><strong>{Stage.THINK.label}:</strong> {escape(card.think)}</p>",
        f"<p><strong>{Stage.ROUND.label}</strong></p><ul>"
        + "".join(
            f"<li><strong>{escape(each.lens.value)}:</strong> {escape(each.prompt)}</li>"
            for each in card.lenses
        )
        + "</ul>",
        f"<p><strong>{Stage.TALK.label}</strong></p>{_list(card.talk)}",
        _fact(card, pack, today),
        f"<p><strong>{Stage.AGREE.label}:</strong> {escape(card.agree)}</p>",
        _p("May feed: " + ", ".join(theme.label for theme in card.feeds) + ".", "soft"),
        "</article>",
    ]
    return "".join(parts)


def _fact(card: Card, pack: Pack, today: str) -> str:
    if card.evidence is None:
        return ""
    fact = pack.fact(card.evidence)
    lead = f"<strong>{Stage.EVIDENCE.label}:</strong>"
    if not fact.shows_on(today):
        return f"<p>{lead} {escape(RECHECK)}</p>"
    beside = (pack.fact(each) for each in card.beside)
    others = "".join(
        _p(each.claim) + _p(_source(each), "source") for each in beside if each.shows_on(today)
    )
    return f"<p>{lead} {escape(fact.claim)}</p>{_p(_source(fact), 'source')}{others}"


def _source(fact: Fact) -> str:
    return f"{fact.source.line}. {fact.nation}. Review by {day(fact.review)}."


def _lenses() -> str:
    words = (
        "A lens is a viewpoint, never symptoms to act. Any seat may swap it, speak as itself, or "
        "take none: no reason is asked."
    )
    return _p(words) + _list(lens.value for lens in DEALT)


def _moments(pack: Pack) -> str:
    return "".join(
        f"<article><h3>{escape(each.title)}</h3>{_p(each.text)}"
        f"<p><strong>{escape(each.ask)}</strong></p></article>"
        for each in pack.moments
    )


# The table.


def _board(pack: Pack) -> str:
    words = (
        f"The path is a ring of {len(pack.board.spaces)} spaces, clockwise from the top left. On a theme’s "
        "space, turn up that theme’s top card; at crossroads the table chooses any theme."
    )
    return _p(words) + _list((space_name(space) for space in pack.board.spaces), ordered=True)


def _door() -> str:
    words = "After each card, tick the one or two panes that the conversation fed."
    return _p(words) + _list(f"☐ {theme.label}" for theme in Theme)


def _scale() -> str:
    words = "After each card: where did our plan put its weight? It is a mirror, not a score."
    return _p(words) + _list(label for _, label, _ in WEIGHTS)


def _stages() -> str:
    rows = []
    for stage in Stage:
        seconds = stage_seconds(stage, 1, pairs=False)
        time = f"{seconds} seconds a seat" if stage is Stage.ROUND else f"{seconds} seconds"
        rows.append(
            f'<tr><th scope="row">{stage.label}</th><td>{escape(STAGES[stage][1])}</td>'
            f"<td>{time}</td></tr>"
        )
    return (
        '<table><thead><tr><th scope="col">Stage</th><th scope="col">What happens</th>'
        f'<th scope="col">Time</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def _people(pack: Pack) -> str:
    return "".join(
        f"<article><h3>{escape(each.name)}, {each.age}</h3>{_p(each.life)}"
        f"<p><strong>Good at:</strong> {escape(each.strength)}</p>"
        f"<p><strong>Wishes:</strong> {escape(each.wish)}</p>"
        f"<p><strong>Lives with:</strong> {escape(', '.join(each.conditions))}.</p></article>"
        for each in pack.people
    )


def _guide(pack: Pack, some: tuple[Card, ...]) -> str:
    debrief = "".join(
        f"<p><strong>{escape(step.title)}.</strong> {escape(step.say)}</p>{_list(step.ask)}"
        for step in pack.debrief
    )
    notes = "".join(
        f"<div><dt>{escape(card.code)} {escape(card.title)}</dt><dd>{escape(card.facilitator)}</dd></div>"
        for card in some
        if card.facilitator
    )
    return (
        f"<h3>Before</h3>{_list(guide.BEFORE)}<h3>A turn</h3>{_list(guide.TURN, ordered=True)}"
        f"<h3>If somebody is upset</h3>{_list(guide.UPSET, ordered=True)}<h3>The debrief</h3>{debrief}"
        f"<h3>After</h3>{_list(guide.AFTER)}<h3>When talk stalls</h3>{_list(pack.nudges)}"
        f"<h3>Breathers</h3>{_list(pack.breathers)}<h3>Notes on the cards</h3><dl>{notes}</dl>"
    )


# Forms.


def _record(pack: Pack) -> str:
    lines = ("Date", "Pack", "Walking with", "Minutes planned", "Minutes played", "Seats")
    panes = ", ".join(f"☐ {theme.label}" for theme in Theme)
    weights = ", ".join(f"☐ {label}" for _, label, _ in WEIGHTS)
    cards = "".join(
        f"<h3>Card {n}</h3><p>Code {_write(1)}</p><p>Our sentence {_write(2)}</p>{_p(panes)}{_p(weights)}"
        for n in range(1, 9)
    )
    debrief = "".join(f"<p>{escape(step.title)} {_write(2)}</p>" for step in pack.debrief)
    return (
        "".join(f"<p>{line} {_write(1)}</p>" for line in lines)
        + cards
        + f"<h3>Debrief</h3>{debrief}<h3>Before and now, hands at each point</h3>{_counts()}"
        + f"<h3>Evaluation and commitments</h3>{_write(8)}"
    )


def _counts() -> str:
    points = "".join(f'<th scope="col">{escape(point)}</th>' for point in items.POINTS)
    rows = "".join(
        f'<tr><th scope="row">{escape(theme.label)}, {when}</th>{"<td></td>" * len(items.POINTS)}</tr>'
        for theme in Theme
        for when in (items.BEFORE, items.NOW)
    )
    return f'<table><thead><tr><th scope="col">Outcome</th>{points}</tr></thead><tbody>{rows}</tbody></table>'


def _ticks(points: Iterable[str]) -> str:
    return _p("   ".join(f"☐ {point}" for point in points))


def _before_and_now() -> str:
    def both(points: tuple[str, ...]) -> str:
        return "".join(
            f"<p><strong>{when}:</strong> {escape('   '.join(f'☐ {p}' for p in (*points, items.SKIP)))}</p>"
            for when in (items.BEFORE, items.NOW)
        )

    asked = "".join(
        f"<h3>{escape(item.asks)}</h3>{_p(item.plain + '.', 'soft')}{both(items.POINTS)}"
        for item in items.ITEMS
    )
    sure = f"<h3>{escape(items.SURE)}</h3>{both(items.SURE_POINTS)}"
    return f"{_p(items.HEADING)}{_p(items.STEM)}{_p(items.LEAD)}{asked}{sure}"


def _evaluation() -> str:
    voice = "".join(
        f"<h3>{escape(line)}</h3>{_ticks(evaluation.VOICE_POINTS)}" for line in evaluation.VOICE
    )
    harm = f"<h3>{escape(evaluation.HARM)}</h3>{_ticks(each.value for each in evaluation.Harm)}"
    open_ones = "".join(
        f"<h3>{escape(each)}</h3>{_write(3)}" for each in (evaluation.STAYS, evaluation.CHANGE)
    )
    return (
        f"{_p(items.HEADING)}{voice}{harm}{_p(evaluation.HARM_CARD)}{_write(1)}{open_ones}"
        f"{_p(evaluation.NO_NAMES)}<h3>{escape(promises.COMMITMENT)}</h3>{_write(2)}"
        f"<h3>{escape(promises.LIKELY)}</h3>{_ticks(each.value for each in promises.Likely)}"
        f"<h3>{escape(evaluation.CAME)}</h3>{_ticks(each.value for each in evaluation.Group)}"
    )


def _take_home(pack: Pack) -> str:
    routes = "".join(
        f"<div><dt>{escape(route.need)}</dt><dd><strong>{escape(route.route)}</strong>. "
        f"{escape(route.detail)} {escape(route.nation)}. Checked {day(route.checked)}.</dd></div>"
        for route in pack.support
    )
    return (
        f"<h3>Something I’ll take away with me</h3>{_write(2)}<h3>{escape(promises.COMMITMENT)}</h3>"
        f"{_write(2)}<h3>Where to turn</h3><dl>{routes}</dl>"
    )
