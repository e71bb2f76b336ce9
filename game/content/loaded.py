"""What reading a pack gives: the pack, what there is to say about it, and the texts it came from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.model.pack import Pack
from game.values import dataclass

if TYPE_CHECKING:
    from game.content.diagnostics import Diagnostic
    from game.content.portraits import Portrait


@dataclass(frozen=True, slots=True)
class PackText:
    """
    One file of a pack as it was played.

    `name` is safe as a file name on any system, and is needed as it is to read the texts again.
    """

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Credits:
    """What a pack says of itself; what it does not say is empty."""

    title: str
    author: str = ""
    version: str = ""
    language: str = ""
    licence: str = ""
    people: int = 0
    """How many people of its own it has."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack, all there is to say about it in file order, and the texts it came from."""

    pack: Pack | None
    """Missing only when nothing of it can be played."""
    diagnostics: "tuple[Diagnostic, ...]"
    texts: tuple[PackText, ...]
    portraits: "tuple[Portrait, ...]" = ()
    """The picture files of the pack's people; packs read from kept texts have none."""
    credits: tuple[Credits, ...] = ()
    """What each pack says of itself, in their order."""

    @property
    def sha256(self) -> str:
        """Of all texts: the same texts, the same sum."""
        return _sum(self.texts)

    @property
    def errors(self) -> int:
        return sum(each.is_error for each in self.diagnostics)


def _sum(texts: Iterable[PackText]) -> str:
    import hashlib  # noqa: PLC0415 - only sessions keep sums

    total = hashlib.sha256()
    for each in texts:
        for part in (each.name, each.text):
            data = part.encode("utf-8", "surrogatepass")
            # The length in front keeps two texts from passing for one.
            total.update(len(data).to_bytes(8, "big"))
            total.update(data)
    return total.hexdigest()
