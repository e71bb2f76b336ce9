"""One session's report: what was met, agreed and promised, what changed, and what was left out."""

from game.art.signs import LEVELS
from game.model.dates import day
from game.model.evidence import RECHECK
from game.model.themes import Theme
from game.outcomes.suppression import mixed
from game.report import pictures
from game.report.document import (
    Bullets,
    Document,
    Figure,
    Part,
    PlayedCard,
    Prose,
    Quote,
    Table,
    Terms,
    blocks,
    bullets,
    parts,
)
from game.report.facts import Facts, Met
from game.report.measured import before_and_now, evaluation, follow_ups, kept_back
from game.report.picture import Icons
from game.report.words import counted, scale_sentence, summary
from game.tongue import N_, _, ngettext

TITLE = N_("What we talked about")
_NOT_WEIGHED = N_("not weighed")
_WEIGHTS = {
    -2: N_("all on mind"),
    -1: N_("more on mind"),
    0: N_("equal on mind and body"),
    1: N_("more on body"),
    2: N_("all on body"),
}


def session_document(facts: Facts, icons: Icons) -> Document:
    """The whole report of one session."""
    return Document(
        title=_(TITLE),
        when=" · ".join(each for each in (facts.when, facts.pack_title) if each),
        told=told(facts),
        facts=_numbers(facts),
        picture=pictures.door(icons, facts.lit),
        parts=parts(
            message(facts),
            _all_say(facts),
            first_steps(facts),
            _will_do(facts),
            follow_ups(facts),
            *before_and_now(facts, icons),
            *evaluation(facts),
            _scale(facts, icons),
            _panes(facts),
            _met(facts),
            _delivered(facts),
            _sources(facts),
            _left_out(facts),
            support(facts),
        ),
    )


def told(facts: Facts) -> str:
    """What the session was, in a line that is true, and whom the table walked with."""
    said = [summary(len(facts.met), facts.minutes, every_voice=facts.every_voice)]
    if facts.walked_with:
        said.append(_("We walked with {name}.").format(name=facts.walked_with))
    if facts.from_paper:
        said.append(_("Entered from paper."))
    if not facts.finished:
        said.append(_("The session is not finished yet."))
    return " ".join(said)


def _numbers(facts: Facts) -> tuple[tuple[str, str], ...]:
    conversations = len(facts.met)
    return (
        (str(conversations), ngettext("conversation", "conversations", conversations)),
        (_("{count} of 7").format(count=len(facts.lit)), _("panes lit")),
        (str(facts.seats), _("seats at the table")),
        (f"{facts.minutes}", ngettext("minute", "minutes", facts.minutes)),
    )


def message(facts: Facts) -> Part | None:
    if not facts.message:
        return None
    return Part(_("Our one message"), (Quote(facts.message),), loud=True)


def first_steps(facts: Facts, *, beside: bool = True) -> Part:
    """The agreed lines that are first steps."""
    steps = [line for line in facts.agreed if _is_step(line)]
    return Part(_("First steps"), blocks(bullets(steps, steps=True)), beside=beside)


def _all_say(facts: Facts) -> Part:
    lines = [line for line in facts.agreed if not _is_step(line)]
    return Part(_("What we would all say"), blocks(bullets(lines, steps=True)))


def _is_step(line: str) -> bool:
    return line.casefold().startswith("first step")


def _will_do(facts: Facts) -> Part:
    """What people will do, in an order that says nothing of who."""
    lines = []
    for each in facts.gathered.commitments:
        likely = f" ({each.likely.label.lower()})" if each.likely else ""
        lines.append(f"{each.line}{likely}")
    return Part(
        _("What we will do"),
        blocks(bullets(mixed(lines), steps=True)),
        lead=_("Said aloud in the room; in no particular order, and without names."),
    )


def _scale(facts: Facts, icons: Icons) -> Part | None:
    """The scale's story: conversation by conversation, without any judgement."""
    sentence = scale_sentence([met.played for met in facts.met])
    if not sentence:
        return None
    steps = [
        (met.title, met.card.theme if met.card else None, met.played.weight) for met in facts.met
    ]
    rows = tuple((title, weight_words(weight)) for title, theme, weight in steps)
    table = Table(
        _("Where each plan put its weight"), (_("Card"), _("Weight")), rows, numbers=False
    )
    return Part(
        _("Mind and body"),
        blocks(Prose(sentence), Figure(pictures.scale(icons, steps, sentence), table)),
        lead=_("Where each conversation’s plan put its weight. A mirror, not a score."),
    )


def _panes(facts: Facts) -> Part:
    """The door in words: which panes shine, and which conversations fed them."""
    rows = []
    for theme in Theme:
        fed = [met.title for met in facts.met if theme in met.played.panes]
        if theme in facts.lit_before:
            fed.insert(0, _("an earlier session"))
        rows.append((theme.label, _("lit") if theme in facts.lit else _("not yet"), ", ".join(fed)))
    table = Table(
        _("The door’s seven panes"), (_("Pane"), "", _("Fed by")), tuple(rows), numbers=False
    )
    return Part(_("The panes we lit"), (table,))


def weight_words(weight: int | None) -> str:
    return _(_WEIGHTS.get(weight, _NOT_WEIGHED)) if weight is not None else _(_NOT_WEIGHED)


def _met(facts: Facts) -> Part:
    return Part(
        _("The cards we met"),
        tuple(_card(met) for met in facts.met),
        lead=_("In the words that were on the screen that day."),
    )


def _card(met: Met) -> PlayedCard:
    played, card = met.played, met.card
    weight = (
        ""
        if played.weight is None
        else _("The plan’s weight: {weight}.").format(weight=weight_words(played.weight))
    )
    if card is None:
        return PlayedCard(
            None, "", met.title, "", agreed=played.words, panes=played.panes, weight=weight
        )
    evidence = ""
    if met.facts:
        evidence = _("Evidence shown: ") + " ".join(
            f"{each.claim} ({each.source.line})" for each in met.facts
        )
    elif met.rechecking:
        evidence = _(RECHECK)
    return PlayedCard(
        theme=card.theme,
        code=card.code,
        title=card.title,
        level=_(LEVELS[card.level][1]) if card.level in LEVELS else "",
        scene=card.scene,
        voice=card.voice,
        helps=_("What helps: {helps}").format(helps=card.helps) if card.helps else "",
        evidence=evidence,
        agreed=played.words,
        panes=played.panes,
        weight=weight,
    )


def _delivered(facts: Facts) -> Part:
    last = facts.cards_planned_last
    changed = (
        ""
        if last == facts.cards_planned
        else _("{first}, later {last}").format(first=facts.cards_planned, last=last)
    )
    break_planned = _("one") if facts.breaks_planned else _("none")
    breaks = str(facts.breaks) if facts.breaks else _("none")
    if facts.from_paper:
        breaks = _("not on the record")
    rows = (
        (_("Minutes at the table"), str(facts.minutes_planned), str(facts.minutes)),
        (_("Conversations"), changed or str(facts.cards_planned), str(len(facts.met))),
        (_("Breaks"), break_planned, breaks),
    )
    aside = ngettext(
        "One card was set aside for another; no reason is ever asked.",
        "{count} cards were set aside for another; no reason is ever asked.",
        facts.set_aside,
    ).format(count=counted(facts.set_aside))
    if not facts.set_aside:
        aside = _("No card was set aside.")
    return Part(
        _("Planned and delivered"),
        (Table(_("Planned and delivered"), ("", _("Planned"), _("Delivered")), rows), Prose(aside)),
        lead=_("The plan is a promise to the clock, not a rule."),
    )


def _sources(facts: Facts) -> Part:
    lines = dict.fromkeys(
        _("{source}. {link} (for {nation}; checked {day})").format(
            source=each.source.line, link=each.link, nation=each.nation, day=day(each.checked)
        )
        for met in facts.met
        for each in met.facts
    )
    return Part(_("Sources used"), blocks(bullets(tuple(lines))))


def _left_out(facts: Facts) -> Part:
    lines = []
    if facts.left_out:
        lines.append(
            _("Topics that the table chose to leave out: {left_out}.").format(
                left_out=", ".join(facts.left_out)
            )
        )
    if facts.hardest in LEVELS and facts.hardest < max(LEVELS):
        lines.append(
            _("Cards harder than “{levels}”, as set at the start.").format(
                levels=_(LEVELS[facts.hardest][1]).lower()
            )
        )
    recheck = [met.title for met in facts.met if met.rechecking]
    if recheck:
        titles = ", ".join(f"“{title}”" for title in recheck)
        lines.append(
            _("Facts that were being re-checked, and so were not shown: on {titles}.").format(
                titles=titles
            )
        )
    lines.extend(kept_back(facts))
    lines.append(
        _(
            "Who sat where, who said what, who passed or swapped, and the day and hour: "
            "no report holds these."
        )
    )
    lines.extend(facts.notices)
    return Part(_("What was left out, and why"), (Bullets(tuple(lines)),))


def support(facts: Facts) -> Part:
    """Where to turn, with the day on which each was checked."""
    days = {each.checked for each in facts.support}
    once = len(days) == 1
    pairs = tuple(
        (
            each.need,
            (
                _("{route}. {detail} ({nation})")
                if once
                else _("{route}. {detail} ({nation}; checked {day})")
            ).format(
                route=each.route.rstrip("."),
                detail=each.detail,
                nation=each.nation,
                day=day(each.checked),
            ),
        )
        for each in facts.support
    )
    lead = _("If anything from today stays heavy.")
    if once:
        lead += " " + _("All were checked on {day}.").format(day=day(days.pop()))
    return Part(_("Where to turn"), blocks(Terms(pairs)), lead=lead)
