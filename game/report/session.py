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

TITLE = "What we talked about"
_WEIGHTS = {
    -2: "all on mind",
    -1: "more on mind",
    0: "equal on mind and body",
    1: "more on body",
    2: "all on body",
}


def session_document(facts: Facts, icons: Icons) -> Document:
    """The whole report of one session."""
    return Document(
        title=TITLE,
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
    line = summary(len(facts.met), facts.minutes, every_voice=facts.every_voice)
    walked = f" We walked with {facts.walked_with}." if facts.walked_with else ""
    paper = " Entered from paper." if facts.from_paper else ""
    unfinished = "" if facts.finished else " The session is not finished yet."
    return f"{line}{walked}{paper}{unfinished}"


def _numbers(facts: Facts) -> tuple[tuple[str, str], ...]:
    conversations = len(facts.met)
    return (
        (str(conversations), "conversation" if conversations == 1 else "conversations"),
        (f"{len(facts.lit)} of 7", "panes lit"),
        (str(facts.seats), "seats at the table"),
        (f"{facts.minutes}", "minute" if facts.minutes == 1 else "minutes"),
    )


def message(facts: Facts) -> Part | None:
    if not facts.message:
        return None
    return Part("Our one message", (Quote(facts.message),), loud=True)


def first_steps(facts: Facts, *, beside: bool = True) -> Part:
    """The agreed lines that are first steps."""
    steps = [line for line in facts.agreed if _is_step(line)]
    return Part("First steps", blocks(bullets(steps, steps=True)), beside=beside)


def _all_say(facts: Facts) -> Part:
    lines = [line for line in facts.agreed if not _is_step(line)]
    return Part("What we would all say", blocks(bullets(lines, steps=True)))


def _is_step(line: str) -> bool:
    return line.casefold().startswith("first step")


def _will_do(facts: Facts) -> Part:
    """What people will do, in an order that says nothing of who."""
    lines = []
    for each in facts.gathered.commitments:
        likely = f" ({each.likely.value.lower()})" if each.likely else ""
        lines.append(f"{each.line}{likely}")
    return Part(
        "What we will do",
        blocks(bullets(mixed(lines), steps=True)),
        lead="Said aloud in the room; in no particular order, and without names.",
    )


def _scale(facts: Facts, icons: Icons) -> Part | None:
    """The scale's story: conversation by conversation, without any judgement."""
    sentence = scale_sentence([met.played for met in facts.met])
    if not sentence:
        return None
    steps = [
        (met.title, met.card.theme if met.card else None, met.played.weight) for met in facts.met
    ]
    rows = tuple((title, weight_words(weight)) for title, _, weight in steps)
    table = Table("Where each plan put its weight", ("Card", "Weight"), rows, numbers=False)
    return Part(
        "Mind and body",
        blocks(Prose(sentence), Figure(pictures.scale(icons, steps, sentence), table)),
        lead="Where each conversation’s plan put its weight. A mirror, not a score.",
    )


def _panes(facts: Facts) -> Part:
    """The door in words: which panes shine, and which conversations fed them."""
    rows = []
    for theme in Theme:
        fed = [met.title for met in facts.met if theme in met.played.panes]
        if theme in facts.lit_before:
            fed.insert(0, "an earlier session")
        rows.append((theme.label, "lit" if theme in facts.lit else "not yet", ", ".join(fed)))
    table = Table("The door’s seven panes", ("Pane", "", "Fed by"), tuple(rows), numbers=False)
    return Part("The panes we lit", (table,))


def weight_words(weight: int | None) -> str:
    return "not weighed" if weight is None else _WEIGHTS.get(weight, "not weighed")


def _met(facts: Facts) -> Part:
    return Part(
        "The cards we met",
        tuple(_card(met) for met in facts.met),
        lead="In the words that were on the screen that day.",
    )


def _card(met: Met) -> PlayedCard:
    played, card = met.played, met.card
    weight = "" if played.weight is None else f"The plan’s weight: {weight_words(played.weight)}."
    if card is None:
        return PlayedCard(
            None, "", met.title, "", agreed=played.words, panes=played.panes, weight=weight
        )
    evidence = ""
    if met.facts:
        evidence = "Evidence shown: " + " ".join(
            f"{each.claim} ({each.source.line})" for each in met.facts
        )
    elif met.rechecking:
        evidence = RECHECK
    return PlayedCard(
        theme=card.theme,
        code=card.code,
        title=card.title,
        level=LEVELS[card.level][1] if card.level in LEVELS else "",
        scene=card.scene,
        voice=card.voice,
        helps=f"What helps: {card.helps}" if card.helps else "",
        evidence=evidence,
        agreed=played.words,
        panes=played.panes,
        weight=weight,
    )


def _delivered(facts: Facts) -> Part:
    last = facts.cards_planned_last
    changed = "" if last == facts.cards_planned else f"{facts.cards_planned}, later {last}"
    break_planned = "one" if facts.breaks_planned else "none"
    breaks = str(facts.breaks) if facts.breaks else "none"
    if facts.from_paper:
        breaks = "not on the record"
    rows = (
        ("Minutes at the table", str(facts.minutes_planned), str(facts.minutes)),
        ("Conversations", changed or str(facts.cards_planned), str(len(facts.met))),
        ("Breaks", break_planned, breaks),
    )
    aside = (
        "No card was set aside."
        if not facts.set_aside
        else f"{counted(facts.set_aside)} {'card was' if facts.set_aside == 1 else 'cards were'} "
        "set aside for another; no reason is ever asked."
    )
    return Part(
        "Planned and delivered",
        (Table("Planned and delivered", ("", "Planned", "Delivered"), rows), Prose(aside)),
        lead="The plan is a promise to the clock, not a rule.",
    )


def _sources(facts: Facts) -> Part:
    lines = dict.fromkeys(
        f"{each.source.line}. {each.link} (for {each.nation}; checked {day(each.checked)})"
        for met in facts.met
        for each in met.facts
    )
    return Part("Sources used", blocks(bullets(tuple(lines))))


def _left_out(facts: Facts) -> Part:
    lines = []
    if facts.left_out:
        lines.append(f"Topics that the table chose to leave out: {', '.join(facts.left_out)}.")
    if facts.hardest in LEVELS and facts.hardest < max(LEVELS):
        lines.append(
            f"Cards harder than “{LEVELS[facts.hardest][1].lower()}”, as set at the start."
        )
    recheck = [met.title for met in facts.met if met.rechecking]
    if recheck:
        titles = ", ".join(f"“{title}”" for title in recheck)
        lines.append(f"Facts that were being re-checked, and so were not shown: on {titles}.")
    lines.extend(kept_back(facts))
    lines.append(
        "Who sat where, who said what, who passed or swapped, and the day and hour: "
        "no report holds these."
    )
    lines.extend(facts.notices)
    return Part("What was left out, and why", (Bullets(tuple(lines)),))


def support(facts: Facts) -> Part:
    """Where to turn, with the day on which each was checked."""
    days = {each.checked for each in facts.support}
    once = f" All were checked on {day(days.pop())}." if len(days) == 1 else ""
    pairs = tuple(
        (
            each.need,
            (
                f"{each.route.rstrip('.')}. {each.detail} ({each.nation}"
                f"{'' if once else f'; checked {day(each.checked)}'})"
            ),
        )
        for each in facts.support
    )
    lead = f"If anything from today stays heavy.{once}"
    return Part("Where to turn", blocks(Terms(pairs)), lead=lead)
