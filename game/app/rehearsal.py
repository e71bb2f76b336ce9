"""
One card alone on the table, at any stage, without a session: for previews and for measuring.

Nothing is rolled, drawn or saved. The rules lead through the stages just as in a session.
"""

from collections.abc import Iterator

from game.app.session import LiveSession
from game.model.pack import Card, Pack
from game.model.themes import Theme
from game.rules.commands import AcceptAgreement, Command, NextStage, OpenSession, PlayCard, Refusal
from game.rules.decide import decide
from game.rules.events import CardTurned, Event, SessionOpened
from game.rules.history import History
from game.rules.state import Seat, SeatId, Setup, Stage
from game.values import replace

NAMES = ("Priya", "Tom", "Agnes", "Marek")
"""Who sits at the table meanwhile."""

FACE_UP = "face up"
_AT_REST = "2026-01-06T14:00:00Z"


def rehearse(pack: Pack, card: Card) -> Iterator[tuple[str, LiveSession]]:
    """
    The card face up and then at each of its seven stages: the stage's name, and a session there.

    Each session stands still: its clock does not move, and what is asked of it is saved nowhere.
    """
    history = _laid_out(pack, card)
    yield FACE_UP, _still(pack, history)
    history = _after(pack, history, PlayCard())
    for stage in Stage:
        yield stage.name.lower(), _still(pack, history)
        if stage is not Stage.KEEP:
            history = _after(pack, history, NextStage())


def _laid_out(pack: Pack, card: Card) -> History:
    """A table at which nothing lies but this card, face up, however hard it is."""
    seats = tuple(Seat(SeatId(number), name) for number, name in enumerate(NAMES))
    # Sessions begin gently; here the card only stands for itself.
    gentle = replace(pack, cards=(replace(card, level=1, notes=()),))
    opening = _asked(gentle, History(), OpenSession(Setup(seats), seed=1))
    pile = tuple((card.id,) if theme is card.theme else () for theme in Theme)
    opened = tuple(
        replace(event, draw=pile) if isinstance(event, SessionOpened) else event
        for event in opening
    )
    history = _after(pack, History().push(opened), AcceptAgreement())
    return history.push((CardTurned(card.theme, card.id),))


def _after(pack: Pack, history: History, command: Command) -> History:
    return history.push(_asked(pack, history, command))


def _asked(pack: Pack, history: History, command: Command) -> tuple[Event, ...]:
    answer = decide(pack, history.state, command)
    if isinstance(answer, Refusal):
        raise LookupError(answer.sentence)  # noqa: TRY004 - no type is wrong; the rules said no
    return answer


def _still(pack: Pack, history: History) -> LiveSession:
    return _Rehearsal(pack, history, None, clock=lambda: 0.0, stamp=lambda: _AT_REST)


class _Rehearsal(LiveSession):
    """Nothing here was ever meant to be saved, so no screen need warn that it is not."""

    @property
    def unsaved(self) -> str:
        return ""
