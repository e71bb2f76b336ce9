"""What a report says, block by block, before anybody has decided how it looks on screen or paper."""

from collections.abc import Sequence

from game.model.themes import Theme
from game.outcomes.change import Line
from game.report.picture import Picture
from game.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    steps: bool = False
    """Whether these are things to do, and stand out."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the table, large."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column heads its rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the table that says the same."""

    picture: Picture
    table: Table
    lines: tuple[Line, ...] = ()
    """What a picture of before and now draws, for a screen that draws it in its own colours."""


@dataclass(frozen=True, slots=True)
class PlayedCard:
    """A card as it was worded, and what the table made of it."""

    theme: Theme | None
    code: str
    title: str
    level: str
    scene: str = ""
    voice: str = ""
    helps: str = ""
    evidence: str = ""
    agreed: str = ""
    panes: tuple[Theme, ...] = ()
    weight: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """Names and what they mean."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lights:
    """Rows of seven panes, each with how many conversations fed it."""

    caption: str
    heads: tuple[str, ...]
    """Of the columns after the name and the seven panes."""
    rows: tuple[tuple[str, tuple[int, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class WriteLine:
    """A line to write on by hand."""


Block = Prose | Bullets | Quote | Table | Figure | PlayedCard | Terms | Lights | WriteLine


@dataclass(frozen=True, slots=True)
class Part:
    """A section under its heading; one without blocks is left out by `Document.make`."""

    title: str
    blocks: tuple[Block, ...]
    lead: str = ""
    loud: bool = False
    """Whether it stands out in ink."""
    beside: bool = False
    """Whether it may stand beside the part before it."""


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    when: str
    told: str
    facts: tuple[tuple[str, str], ...]
    """A few numbers with their names, for the top of the page."""
    picture: Picture
    parts: tuple[Part, ...] = field(default=())
    one_page: bool = False


def parts(*made: Part | None) -> tuple[Part, ...]:
    """The parts that have something in them."""
    return tuple(part for part in made if part is not None and part.blocks)


def blocks(*made: Block | None) -> tuple[Block, ...]:
    """The blocks that have something in them."""
    return tuple(each for each in made if each is not None and _full(each))


def _full(block: Block) -> bool:
    match block:
        case Prose(text) | Quote(text):
            return bool(text)
        case Bullets(items):
            return bool(items)
        case Table(rows=rows) | Lights(rows=rows):
            return bool(rows)
        case Terms(pairs):
            return bool(pairs)
        case _:
            return True


def bullets(items: Sequence[str], *, steps: bool = False) -> Bullets:
    return Bullets(tuple(each for each in items if each), steps)
