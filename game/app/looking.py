"""A saved session to be read: its log, the cards it met, what is amiss. Nothing in it is touched."""

from pathlib import Path

from game.app.log import LogLine, log
from game.content.load import load_texts
from game.content.loaded import PackText
from game.journal.lock import holder
from game.journal.store import CannotOpen, Opened, look_at
from game.model.pack import Board, Pack
from game.rules.state import State
from game.values import dataclass

_NO_PACK = Pack("", (), (), Board(()), (), (), (), (), (), (), (), ())
"""What a session is told with whose pack is lost: cards go by their ids then."""


@dataclass(frozen=True, slots=True)
class Met:
    """A card that was talked about, and the line the table agreed, where it wrote one."""

    title: str
    agreed: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A session as it stands on the disk."""

    folder: Path
    title: str
    begun: str
    """ISO text, as everywhere."""
    app: str
    """The version that began it."""
    seats: tuple[str, ...]
    met: tuple[Met, ...]
    lines: tuple[LogLine, ...]
    at: int
    """How many steps are in force."""
    notices: tuple[str, ...]
    """What people should know of it."""
    held: str
    """Who has it open; empty where nobody has."""


def look(folder: Path, today: str) -> Looked | CannotOpen:
    """The session in that folder, or why there is none to be read."""
    held = holder(folder)
    opened = look_at(folder)
    if isinstance(opened, CannotOpen):
        return opened
    pack = _pack(opened, today)
    state = opened.history.state
    return Looked(
        folder=folder,
        title=opened.session.title,
        begun=opened.session.at,
        app=opened.session.app,
        seats=tuple(seat.name for seat in state.seats),
        met=met(pack, state),
        lines=log(pack, opened.records),
        at=opened.history.at,
        notices=opened.notices,
        held=held,
    )


def met(pack: Pack, state: State) -> tuple[Met, ...]:
    """The cards that were talked about and what was agreed, in order."""
    titles = {card.id: f"{card.code} {card.title}" for card in pack.cards}
    return tuple(
        Met(titles.get(each.card, str(each.card)), each.words.strip()) for each in state.played
    )


def _pack(opened: Opened, today: str) -> Pack:
    texts = (PackText(*text) for text in opened.texts)
    return load_texts(texts, today=today, advice=False).pack or _NO_PACK
