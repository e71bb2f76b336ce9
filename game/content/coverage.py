"""How far a pack reaches: counts of its cards by theme, level, setting, direction, lens and strand."""

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import TypeVar

from game.model.coverage import Parity, Setting, Strand
from game.model.lenses import DEALT
from game.model.pack import Card, Pack
from game.model.themes import Theme
from game.values import dataclass

Key = TypeVar("Key")

_LEVELS = {1: "gentle", 2: "some difficult feeling", 3: "may touch grief, abuse or restraint"}
_STRANDS = {
    Strand.GROWING_UP: "children and young people moving to adult services",
    Strand.PREGNANCY: "pregnancy and early parenthood",
    Strand.DEMENTIA: "dementia and delirium",
    Strand.PAIN: "long-term pain",
    Strand.HEART_AND_LUNGS: "heart and lung disease",
}
_PARITIES = {
    Parity.BODY: "physical health of people with mental health problems",
    Parity.MIND: "mental health of people with physical conditions",
    Parity.BOTH: "both at once",
}
_SETTINGS = {
    Setting.HOME: "at home",
    Setting.GP_PRACTICE: "in a GP practice",
    Setting.HOSPITAL: "in a hospital",
    Setting.CARE_HOME: "in a care home",
    Setting.MENTAL_HEALTH: "in a mental health service",
    Setting.COMMUNITY: "in the community or a council",
}


@dataclass(frozen=True, slots=True)
class Line:
    """How many cards of each theme answer to this; the codes of those of the whole pack."""

    label: str
    counts: tuple[int, ...]
    """In the order of the themes."""
    codes: tuple[str, ...]

    @property
    def total(self) -> int:
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of one kind, with each theme in a column of its own."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything about how far a pack reaches."""

    title: str
    cards: int
    by_theme: tuple[Table, ...]
    """Tables in which every cell ought to be filled."""
    across: tuple[Table, ...]
    """What ought to be met somewhere, in any theme."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """Each cell of `by_theme` that is empty, and each line of `across` that no card answers to."""
        empty = [
            f"{table.title}, {line.label}: no card in “{theme.label}”"
            for table in self.by_theme
            for line in table.lines
            for theme in Theme
            if not line.counts[theme.place]
        ]
        unmet = [
            f"{table.title}, {line.label}: no card"
            for table in self.across
            for line in table.lines
            if not line.total
        ]
        return (*empty, *unmet)


def coverage_of(pack: Pack) -> Coverage:
    """Count the cards of a pack; a card that does not say where it is set is in no such line."""

    def line(label: str, answers: Callable[[Card], bool]) -> Line:
        found = [card for card in pack.cards if answers(card)]
        counts = tuple(sum(card.theme is theme for card in found) for theme in Theme)
        return Line(label, counts, tuple(sorted(card.code for card in found)))

    def table(
        title: str,
        keys: Iterable[Key],
        label: Callable[[Key], str],
        of: Callable[[Card], Collection[object]],
    ) -> Table:
        """A line for each key; *of* gives what a card holds: one key, or several."""
        return Table(title, tuple(line(label(key), partial(_holds, of, key)) for key in keys))

    topics = {each.id: each.label for each in pack.topics}
    people = {each.id: each.name for each in pack.people}
    sets = {each.id: each.label for each in pack.sets}
    return Coverage(
        title=pack.title,
        cards=len(pack.cards),
        by_theme=(
            table("Level", (1, 2), _level, lambda card: (card.level,)),
            table("Setting", Setting, _SETTINGS.__getitem__, lambda card: (card.setting,)),
            table("Direction", Parity, _PARITIES.__getitem__, lambda card: (card.direction,)),
            table(
                "Lens with a question of its own",
                DEALT,
                lambda lens: lens.value,
                lambda card: [each.lens for each in card.lenses],
            ),
        ),
        across=(
            table("Hardest level", (3,), _level, lambda card: (card.level,)),
            table("Life", Strand, _strand, lambda card: card.about),
            table(
                "Topic that a session can leave out",
                topics,
                topics.__getitem__,
                lambda card: card.notes,
            ),
            table("Person to walk with", people, people.__getitem__, lambda card: (card.person,)),
            table("Set", sets, sets.__getitem__, lambda card: card.sets),
        ),
    )


def _holds(of: Callable[[Card], Collection[object]], key: object, card: Card) -> bool:
    return key in of(card)


def _level(level: int) -> str:
    return f"{level} {_LEVELS[level]}"


def _strand(strand: Strand) -> str:
    return _STRANDS.get(strand, strand.value)


def as_markdown(coverage: Coverage) -> str:
    """The tables as a page of the papers."""
    gaps = coverage.gaps
    words = (
        "No cell of the first tables is empty, and everything in the others is met somewhere."
        if not gaps
        else "Empty: " + "; ".join(gaps) + "."
    )
    parts = [
        f"# How far the cards reach: {coverage.title}",
        (
            f"Made by `python main.py coverage --out docs/coverage.md`. {coverage.cards} cards, "
            "counted by what their authors marked on them, and by the lenses that have a question of "
            f"their own. {words}"
        ),
        *(_table(table, codes=False) for table in coverage.by_theme),
        *(_table(table, codes=True) for table in coverage.across),
    ]
    return "\n\n".join(parts) + "\n"


def _table(table: Table, *, codes: bool) -> str:
    heads = [table.title, *(theme.label for theme in Theme), "all"]
    rows = [
        [each.label, *(str(count) if count else "–" for count in each.counts), str(each.total)]
        for each in table.lines
    ]
    if codes:
        heads.append("cards")
        for row, each in zip(rows, table.lines, strict=True):
            row.append(" ".join(each.codes))
    rule = ["---", *("---:" for _ in range(len(Theme) + 1)), *(["---"] if codes else [])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))
