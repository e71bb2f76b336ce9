"""
Making and changing cards: what a draft says, what is amiss with it, and saving it into a pack.

Knows no screen. A draft is a card as its author typed it; nothing here asks whether it is good.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.inplay import Read
from game.content.diagnostics import Diagnostic, Severity
from game.content.fields import CARD
from game.content.load import Around
from game.content.loaded import PackText
from game.content.names import companion_of
from game.content.rewrite import (
    AddItem,
    Edit,
    Letters,
    MoveCard,
    Refused,
    RemoveItem,
    Rewritten,
    SetFields,
    Value,
    item_values,
    rewrite,
    rewrite_bytes,
)
from game.files.writing import NotWritten, write_atomically
from game.model.pack import Card, CardId
from game.tongue import _
from game.values import dataclass, field, replace

if TYPE_CHECKING:
    from game.app.desk import Desk

OWN_TITLE = "My pack"
"""The pack that holds what somebody made inside the game, in the data folder's packs."""

_STAND_INS: Mapping[str, Value] = {
    "theme": "roles",
    "title": "…",
    "level": "1",
    "scene": "…",
    "think": "…",
    "talk": ("…", "…"),
    "agree": "…",
    "feeds": ("roles",),
}
"""What an unfinished card shows in place of what it needs."""

_FILE = "your-card.yaml"
_FIELD = re.compile(r"    ([a-z][a-z ]*):")
_MISSING = re.compile(r'has no "([a-z]+)"')
# What a single card cannot be blamed for: how many cards a theme has.
_ABOUT_PACKS = frozenset({"A207", "C126"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A card as typed. `card` is the id it has in the pack; empty while it is in none."""

    values: Mapping[str, Value] = field(default_factory=dict)
    card: str = ""

    @property
    def id(self) -> str:
        """Its id, or the one it will get from its title."""
        given = self.values.get("id", "")
        return given if isinstance(given, str) and given else short_name(self.text("title"))

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name, ())
        return (
            tuple(each for each in value if isinstance(each, str))
            if isinstance(value, tuple)
            else ()
        )

    def group(self, name: str) -> dict[str, str]:
        value = self.values.get(name, {})
        if not isinstance(value, Mapping):
            return {}
        return {key: each for key, each in value.items() if isinstance(each, str)}

    def having(self, name: str, value: Value) -> "Draft":
        return replace(self, values={**self.values, name: value})

    @property
    def filled(self) -> dict[str, Value]:
        """The values that are there; what was left empty is left out, as in a file."""
        kept: dict[str, Value] = {}
        for name, value in self.values.items():
            if isinstance(value, tuple):
                value = tuple(each for each in value if each)  # noqa: PLW2901
            elif isinstance(value, Mapping):
                value = {key: each for key, each in value.items() if each}  # noqa: PLW2901
            else:
                value = value.strip()  # noqa: PLW2901
            if value:
                kept[name] = value
        kept.pop("id", None)
        return kept


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, and the field it stands beside; empty where it concerns the whole card."""

    field: str
    finding: Diagnostic


@dataclass(frozen=True, slots=True)
class Reading:
    """What a draft comes to: the card as it would play, and what there is to say about it."""

    card: Card | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(each for each in self.problems if each.finding.is_error)


def short_name(title: str) -> str:
    """A title as an id: small letters, digits and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", title.casefold().replace("’", "")))[:64].strip("-")


def blank(theme: str = "") -> Draft:
    """The draft of a new card."""
    begun: dict[str, Value] = {"level": "1", "agree": "We would all say…"}
    return Draft({**begun, "theme": theme, "feeds": (theme,)} if theme else begun)


def draft_of(desk: "Desk", card: CardId) -> Draft | None:
    """A card of the open pack as its file has it; none for one that stands in no file we can read."""
    for each in desk.texts:
        if each.name.startswith("own"):
            values = item_values(each.text, "cards").get(card)
            if values is not None:
                return Draft(values, card)
    return None


def copied(desk: "Desk", draft: Draft) -> Draft:
    """A draft of a new card that says the same under another name."""
    taken = _ids(desk)
    name = draft.id or "card"
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    values = {key: value for key, value in draft.values.items() if key != "code"}
    return Draft({**values, "id": f"{name}-{number}", "title": f"{draft.text('title')} (copy)"})


def read_draft(desk: "Desk", draft: Draft, *, padded: bool = False) -> Reading:
    """
    The card that the draft would be among the others of the pack, and its problems by field.

    Where it is not whole yet, the card stands in with dots; *padded* says that it does already.
    """
    name = draft.id or "new-card"
    outcome = rewrite("", [AddItem("cards", name, draft.filled)])
    if isinstance(outcome, Refused):
        finding = Diagnostic("", Severity.ERROR, _FILE, 1, 1, 1, "", outcome.sentence, "")
        return Reading(None, (Problem("", finding),))
    loaded = _around(desk.texts).read(PackText(_FILE, outcome.text), today=desk.today())
    lines = outcome.text.split("\n")
    problems = [
        Problem(_field_at(lines, each), each)
        for each in loaded.diagnostics
        if each.file == _FILE and each.code not in _ABOUT_PACKS
    ]
    if name != draft.card and name in _ids(desk):
        sentence = _('another card of the pack is called "{name}"').format(name=name)
        finding = Diagnostic(
            "C120",
            Severity.ERROR,
            "your-card.yaml",
            2,
            1,
            1,
            "",
            sentence,
            _("Change the title or the id."),
        )
        problems.insert(0, Problem("id" if draft.text("id") else "title", finding))
    cards = loaded.pack.cards if loaded.pack is not None else ()
    card = next((each for each in cards if each.id == name), None)
    if card is None and not padded:
        # What is not written yet, or is wrong, must not keep the rest from being seen.
        amiss = {each.field for each in problems if each.finding.is_error}
        good = {key: value for key, value in draft.filled.items() if key not in amiss}
        stand_in = Draft({**_STAND_INS, **good, "id": name}, draft.card or name)
        card = read_draft(desk, stand_in, padded=True).card
    return Reading(card, tuple(problems))


@lru_cache(maxsize=1)
def _around(texts: tuple[PackText, ...]) -> Around:
    """The open pack, read once for all the letters that somebody types."""
    return Around(texts)


def _field_at(lines: list[str], finding: Diagnostic) -> str:
    """The card's field in which a finding lies."""
    if match := _MISSING.search(finding.sentence):
        return match[1]
    for line in reversed(lines[: finding.line]):
        if (match := _FIELD.match(line)) and match[1] in CARD.by_name:
            return match[1]
    return "title"


def _ids(desk: "Desk") -> frozenset[str]:
    return frozenset() if desk.pack is None else frozenset(each.id for each in desk.pack.cards)


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a card went."""

    path: Path
    card: CardId
    first: bool
    """Whether a pack of one's own was made for it just now."""
    read: Read = field(repr=False)
    """The pack as it is now, to be played."""


def saves_into(desk: "Desk", card: str = "") -> Path:
    """
    The file that saving a card changes: the pack in front, or one's own where that is not ours.

    So it is where *card* stands in another pack than the one in front.
    """
    path, own = desk.pack_path, desk.places.own_pack
    shipped = desk.places.content in path.parents
    if shipped or path.suffix.lower() not in {".yaml", ".yml"} or not path.is_file():
        return own
    return path if not card or card in _cards_in(path) else own


def _cards_in(path: Path) -> frozenset[str]:
    try:
        letters = Letters.of(path.read_bytes())
    except OSError:
        return frozenset()
    return frozenset(item_values(letters.text, "cards")) if letters is not None else frozenset()


def save(desk: "Desk", draft: Draft, before: Draft) -> Saved | str:
    """
    Write the draft into its pack and read that; a sentence where it cannot be.

    *before* is the card that the author began with: only what differs from it is written, so that
    what somebody else changed in the file meanwhile stays.

    A pack that came with the game stays as it is: its text is copied, with the card, into a pack
    of one's own.
    """
    name = draft.id
    path = saves_into(desk, draft.card)
    first = not path.exists()
    try:
        data = _text_to_begin_with(desk, draft.card).encode() if first else path.read_bytes()
    except OSError:
        return _("{name} cannot be read. Look whether it opens in another program.").format(
            name=path.name
        )
    written = rewrite_bytes(data, _edits(data, draft, before, name))
    if isinstance(written, Refused):
        return written.sentence
    try:
        write_atomically(path, written)
    except NotWritten as trouble:
        return trouble.sentence
    return Saved(path, CardId(name), first, desk.in_play.read((path,), path))


def remove(desk: "Desk", card: CardId) -> str:
    """Take a card out of the open pack; a sentence where it cannot be."""
    path = saves_into(desk, card)
    if path != desk.pack_path:
        return _("This pack came with the game and stays as it is. Leave the card out instead.")
    try:
        written = rewrite_bytes(path.read_bytes(), [RemoveItem("cards", card)])
        if isinstance(written, Refused):
            return written.sentence
        write_atomically(path, written)
    except OSError:
        return _("{name} cannot be read. Look whether it opens in another program.").format(
            name=path.name
        )
    except NotWritten as trouble:
        return trouble.sentence
    desk.open_pack(path)
    return ""


def _text_to_begin_with(desk: "Desk", card: str) -> str:
    """What a new pack of one's own begins with: the text that has the card, or else any cards."""
    own = [
        each.text
        for each in desk.texts
        if each.name.startswith("own") and not companion_of(each.name.partition(".")[2])
    ]
    with_cards = [text for text in own if item_values(text, "cards")]
    with_it = [text for text in with_cards if card in item_values(text, "cards")]
    text = next(iter((*with_it, *with_cards)), "")
    if not item_values(text, "pack"):
        return f"pack:\n  title: {OWN_TITLE}\n\n{text}"
    titled = rewrite(text, [SetFields("pack", "pack", {"title": OWN_TITLE})])
    return titled.text if isinstance(titled, Rewritten) else text


def _edits(data: bytes, draft: Draft, before: Draft, name: str) -> list[Edit]:
    """What has to change in the file for it to hold the draft."""
    letters = Letters.of(data)
    there = item_values(letters.text, "cards") if letters is not None else {}
    values, was = draft.filled, before.filled
    old = there.get(draft.card) if draft.card else None
    if old is None:
        return [AddItem("cards", name, values)]
    gone: dict[str, Value | None] = {key: None for key in was if key not in values}
    changed: dict[str, Value | None] = {
        key: value for key, value in values.items() if was.get(key) != value and key != "theme"
    }
    edits: list[Edit] = []
    if name != draft.card:
        changed["id"] = name
    if gone or changed:
        edits.append(SetFields("cards", draft.card, {**gone, **changed}))
    if values.get("theme") != was.get("theme"):
        edits.append(MoveCard(name, draft.text("theme")))
    return edits
