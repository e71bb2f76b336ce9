"""From a session's folder to what a report is made of; nothing in the folder is touched."""

from pathlib import Path

from game.content.load import load_texts
from game.content.loaded import PackText
from game.journal.duration import seconds_at_table
from game.journal.store import CannotOpen, Opened, look_at
from game.model.pack import Card, CardId, Pack
from game.report.collection import One
from game.report.facts import Source
from game.rules.state import Phase
from game.tongue import _


def read(folder: Path, today: str) -> Source | CannotOpen:
    """The session in that folder, with its pack as it was played."""
    opened = look_at(folder)
    if isinstance(opened, CannotOpen):
        return opened
    if opened.history.state.phase is Phase.UNOPENED:
        return CannotOpen(
            _("Nobody has sat down in this session yet, so there is nothing to report.")
        )
    return _source(opened, today)


def _source(opened: Opened, today: str) -> Source:
    loaded = load_texts((PackText(*text) for text in opened.texts), today=today, advice=False)
    return Source(
        name=opened.session.session,
        begun=opened.session.at,
        pack=loaded.pack,
        pack_title=opened.session.title,
        app=opened.session.app,
        state=opened.history.state,
        events=opened.history.events,
        seconds=seconds_at_table(opened.records),
        notices=opened.notices,
    )


class CardWords:
    """Cards as sessions' own packs word them; each pack is read once, however many played it."""

    def __init__(self, today: str) -> None:
        self._today = today
        self._packs: dict[str, Pack | None] = {}

    def __call__(self, one: One, card: CardId) -> Card | None:
        if one.pack not in self._packs:
            found = read(one.folder, self._today)
            self._packs[one.pack] = None if isinstance(found, CannotOpen) else found.pack
        pack = self._packs[one.pack]
        try:
            return pack.card(card) if pack is not None else None
        except KeyError:
            return None
