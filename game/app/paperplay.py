"""
A record on paper becomes a session like any other: the same commands, put to the same rules.

A session is made whole in a folder that no list shows, and then moved among the others: whoever
pulls the plug meanwhile finds the form as it was, and no half of a session.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__
from game.app.paperform import Amiss, PaperForm, hand_lines
from game.app.paperread import Filled, PaperCard, read
from game.app.programmes import in_programme, programme_named
from game.files.disk import Disk, move, reason
from game.journal.folder import free_name
from game.journal.store import create
from game.journal.twin import NotSaved
from game.model.pack import Pack
from game.model.themes import Theme
from game.report.series import Series
from game.rules import commands as ask
from game.rules.commands import Command, Refusal
from game.rules.decide import decide
from game.rules.history import History, Step
from game.rules.panes import toggled
from game.rules.planner import MAX_CARDS
from game.rules.state import PaperRecord, Phase, PlayedOn, Seat, SeatId, SeatKind, Setup
from game.tongue import _
from game.values import dataclass, field, replace

if TYPE_CHECKING:
    from game.app.desk import Desk
    from game.content.loaded import Loaded

MAKING = ".entering"
"""Under the folder of sessions; what lies in it was cut short, and is no session."""

_STAGES_TO_AGREE = 5
_DEBRIEF_STEPS = 4


@dataclass(frozen=True, slots=True)
class Played:
    """A record as it was played: what was asked, and the steps that came of it."""

    commands: tuple[Command, ...]
    steps: tuple[Step, ...]
    history: History


def play(
    pack: Pack, record: Filled, entered: str, seed: int, series: Series | None = None
) -> Played | Amiss:
    """Play the record, as the next session of the programme where there is one; the field that the rules refuse, and their sentence, where they do."""
    table = _Table(pack)
    try:
        _open(table, record, entered, seed, series)
        for number, card in enumerate(record.cards):
            _talk(table, card, number)
        _close(table, record)
    except _RefusedError as refused:
        return refused.amiss
    return Played(tuple(table.commands), tuple(table.steps), table.history)


class _RefusedError(Exception):
    def __init__(self, amiss: Amiss) -> None:
        super().__init__(amiss.told)
        self.amiss = amiss


@dataclass(slots=True, eq=False)
class _Table:
    """The rules and what they have answered so far."""

    pack: Pack
    history: History = field(default_factory=History)
    commands: list[Command] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def put(self, command: Command, key: str = "", label: str = "") -> None:
        """Ask the rules; what they refuse is told as being about that field."""
        answer = decide(self.pack, self.history.state, command)
        if isinstance(answer, Refusal):
            raise _RefusedError(Amiss(key, label or "This record", answer.sentence))
        self.commands.append(command)
        if answer:
            self.steps.append(answer)
            self.history = self.history.push(answer)


def _open(table: _Table, record: Filled, entered: str, seed: int, series: Series | None) -> None:
    paper = PaperRecord(
        record.date, entered, record.people, record.played, record.swapped, record.group
    )
    setup = Setup(
        seats_for(record.people, record.seats),
        record.planned,
        person=record.walking,
        played_on=PlayedOn.PAPER,
        paper=paper,
    )
    if series is not None:
        # What became of last time's promises is not on the record, and so is not asked.
        setup = replace(in_programme(setup, series), promised=())
    table.put(ask.OpenSession(setup, seed), "date", _("The session"))
    table.put(ask.AcceptAgreement())
    if len(record.cards) > MAX_CARDS:
        raise _RefusedError(
            Amiss(f"code {MAX_CARDS}", "Cards", f"A session has up to {MAX_CARDS} cards.")
        )
    if len(record.cards) > table.history.state.plan.cards:
        table.put(ask.ChangePlan(len(record.cards)))


def seats_for(people: int, seats: int) -> tuple[Seat, ...]:
    """The seats, with people spread over them as evenly as they go: alone, in pairs, in teams."""
    each, more = divmod(people, seats)
    sizes = [each + (n < more) for n in range(seats)]
    kinds = {1: SeatKind.PERSON, 2: SeatKind.PAIR}
    return tuple(
        Seat(SeatId(n), _("Seat {number}").format(number=n + 1), kinds.get(size, SeatKind.TEAM))
        for n, size in enumerate(sizes)
    )


def _talk(table: _Table, card: PaperCard, number: int) -> None:
    """One card of the record, through the stages that every card goes through."""
    title = _("Card {number}").format(number=number + 1)
    if table.history.state.phase is Phase.BREAK:
        table.put(ask.EndBreak())
    table.put(ask.LayCard(card.card), f"code {number}", _("{card}, code").format(card=title))
    for _step in range(_STAGES_TO_AGREE):
        table.put(ask.NextStage())
    for theme in toggles(table.history.state.proposal.panes, card.panes):
        table.put(ask.TogglePane(theme), f"panes {number}", _("{card}, panes").format(card=title))
    if card.weight is not None:
        table.put(
            ask.PlaceMarker(card.weight), f"weight {number}", _("{card}, weight").format(card=title)
        )
    if card.words:
        table.put(
            ask.WriteWords(card.words),
            f"words {number}",
            _("{card}, our sentence").format(card=title),
        )
    table.put(ask.NextStage())
    table.put(ask.NextStage())


def toggles(proposed: tuple[Theme, ...], wanted: tuple[Theme, ...]) -> tuple[Theme, ...]:
    """Which panes to press so that just the wanted ones are marked; none where none is wanted."""
    presses: list[Theme] = []
    marked = proposed
    while wanted and set(marked) != set(wanted):
        extra = [theme for theme in marked if theme not in wanted]
        missing = [theme for theme in wanted if theme not in marked]
        # One pane always stays marked, and a third mark would take the oldest one's place.
        press = extra[0] if extra and len(marked) > 1 else missing[0]
        presses.append(press)
        marked = toggled(marked, press)
    return tuple(presses)


def _close(table: _Table, record: Filled) -> None:
    if table.history.state.phase is not Phase.DEBRIEF:
        table.put(ask.StopHere())
    if record.message:
        table.put(ask.WriteMessage(record.message), "message", _("Our one message"))
    for _step in range(_DEBRIEF_STEPS):
        table.put(ask.NextDebriefStep())
    for hands in record.hands:
        label = _("Hands, {line}").format(line=hand_lines()[hands.item])
        table.put(ask.CountHands(hands), f"before {hands.item}", label)
    handed_in = ask.HandInSheets(record.sheets, record.evaluations, record.remarks)
    if handed_in != ask.HandInSheets(()):
        table.put(handed_in, "sheet 0", _("Forms"))
    table.put(ask.EndSurvey())
    for seat, words in zip(table.history.state.seats, record.commitments, strict=False):
        if words:
            key = f"commitment {seat.id}"
            table.put(
                ask.WriteCommitment(seat.id, words),
                key,
                _("Commitment, {name}").format(name=seat.name),
            )
    table.put(ask.OpenDoor())
    table.put(ask.FinishSession())


# To the disk.


def save(
    desk: "Desk", loaded: "Loaded", played: Played, before: Callable[[Path], None]
) -> Path | str:
    """
    The folder of the new session, written whole; or why it could not be, as a sentence.

    *before* is told the folder when all is ready, before it is there. Leftovers of an entry that was
    cut short are taken away first.
    """
    making = desk.places.saves / MAKING
    shutil.rmtree(making, ignore_errors=True)
    at = desk.stamp()
    title = "" if loaded.pack is None else loaded.pack.title
    texts = tuple((text.name, text.text) for text in loaded.texts)
    try:
        journal = create(making, app=__version__, title=title, texts=texts, now=at)
        try:
            for step in played.steps:
                journal.step(step, at)
        finally:
            journal.let_go()
        saves = desk.places.saves
        folder = saves / free_name(saves, journal.folder.name)
        before(folder)
        move(Disk(), journal.folder, folder)
    except NotSaved as trouble:
        return _("Not saved: {trouble}. Everything that was typed is still here.").format(
            trouble=trouble
        )
    except OSError as fault:
        return _("Not saved: {reason}. Everything that was typed is still here.").format(
            reason=reason(fault)
        )
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return folder


@dataclass(frozen=True, slots=True)
class Made:
    """The session of a record, whole."""

    played: Played
    folder: Path | None
    """Where it lies; None where nothing is to be left on this computer."""

    @property
    def programme(self) -> str:
        """As which of a programme, in a sentence; empty where it is of none."""
        meeting = self.played.history.state.setup.meeting
        if meeting is None:
            return ""
        return _("It is session {number} of {planned} of {name}.").format(
            number=meeting.number, planned=meeting.planned, name=meeting.name
        )


def make(
    desk: "Desk", form: PaperForm, before: Callable[[Path], None] = lambda _folder: None
) -> Made | Amiss | str:
    """
    Make the form a session: the first field that is amiss, or why it is not saved.

    *before* is told where it will lie, just before it does. It touches the disk, and nothing on the
    desk.
    """
    pack = desk.pack
    if pack is None:
        return _("No card of this pack can be played yet. See the list of problems.")
    record = read(form, pack, desk.today())
    if isinstance(record, Amiss):
        return record
    series = programme_named(desk.places.saves, record.group)
    played = play(pack, record, desk.today(), desk.seed(), series)
    if isinstance(played, Amiss):
        return played
    if desk.leaves_nothing:
        return Made(played, None)
    folder = save(desk, desk.loaded, played, before)
    return folder if isinstance(folder, str) else Made(played, folder)


def in_memory(desk: "Desk", played: Played) -> None:
    """Play it on the desk itself, where nothing is to be left on this computer."""
    opening, *rest = played.commands
    if isinstance(opening, ask.OpenSession):
        desk.begin(opening.setup)
    session = desk.session
    if session is not None:
        for command in rest:
            session.send(command)
