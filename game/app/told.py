"""
What each event says in one plain sentence: for the log, and for whoever reads it aloud.

Nothing here tells who passed, who swapped, or what anybody kept to themselves: no event does.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from game.model.dates import day
from game.model.pack import Pack
from game.model.themes import Theme
from game.outcomes.answers import Commitment
from game.rules import events as happened
from game.rules.events import Event
from game.rules.state import Direction, PlayedOn, SeatId, SeatKind, Stage, State

_Told = Callable[[Pack, State, Any], str]


def told(pack: Pack, before: State, event: Event) -> str:
    """
    The event in one sentence, given the state before it.

    A card or a person that the pack no longer has is named by its id; nothing is refused.
    """
    return _SENTENCES[type(event)](pack, before, event)


def _plain(sentence: str) -> _Told:
    return lambda _pack, _before, _event: sentence


def _seat(state: State, seat: SeatId) -> str:
    return next((each.name for each in state.seats if each.id == seat), "A seat")


def _card(pack: Pack, card: object) -> str:
    title = next((each.title for each in pack.cards if each.id == card), str(card))
    return f"“{title}”"


def _moment(pack: Pack, moment: object) -> str:
    title = next((each.title for each in pack.moments if each.id == moment), str(moment))
    return f"“{title}”"


def _themes(themes: tuple[Theme, ...]) -> str:
    return " and ".join(theme.label for theme in themes) or "none"


def _quoted(words: str) -> str:
    return f": “{words}”." if words else ", and is blank."


def _weighed(weight: int) -> str:
    far = "well " if abs(weight) > 1 else ""
    where = "in the middle" if weight == 0 else f"{far}towards {'body' if weight > 0 else 'mind'}"
    return f"The plan’s weight was placed {where}."


def _opened(_pack: Pack, _before: State, event: happened.SessionOpened) -> str:
    seats = ", ".join(seat.name for seat in event.setup.seats)
    paper = event.setup.paper
    if paper is not None:
        return (
            f"The session was played on paper on {day(paper.date)} with {seats}, "
            f"and entered from paper on {day(paper.entered)}."
        )
    if event.setup.played_on is PlayedOn.COMPANION:
        return f"The session began with {seats}, board and cards on the table."
    return f"The session began with {seats}."


def _walked(_pack: Pack, before: State, event: happened.TokenWalked) -> str:
    way = "forward" if event.direction is Direction.FORWARD else "back"
    return f"{_seat(before, event.seat)} walked {way}."


def _ended(pack: Pack, _before: State, event: happened.ConversationEnded) -> str:
    agreed = f" Agreed: “{event.played.words}”." if event.played.words else ""
    lit = f" It fed {_themes(event.played.panes)}." if event.played.panes else ""
    return f"The conversation about {_card(pack, event.played.card)} ended.{agreed}{lit}"


def _debriefed(pack: Pack, _before: State, event: happened.DebriefStepBegun) -> str:
    titles = [step.title for step in pack.debrief]
    title = titles[event.step] if 0 <= event.step < len(titles) else str(event.step + 1)
    return f"The debrief came to “{title}”."


_STAGES: Final[Mapping[Stage, str]] = {
    Stage.MEET: "The card was read.",
    Stage.THINK: "A silent half minute began.",
    Stage.ROUND: "The round began.",
    Stage.TALK: "The open talk began.",
    Stage.EVIDENCE: "The evidence was shown.",
    Stage.AGREE: "The table came to what it agrees.",
    Stage.KEEP: "A silent moment to keep something began.",
}

_KINDS: Final[Mapping[SeatKind, str]] = {
    SeatKind.PERSON: "one person",
    SeatKind.PAIR: "a pair",
    SeatKind.TEAM: "a small team",
}

_SENTENCES: Final[Mapping[type[Any], _Told]] = {
    happened.SessionOpened: _opened,
    happened.SeatJoined: lambda _p, _s, e: f"{e.seat.name} joined.",
    happened.SeatLeft: lambda _p, s, e: f"{_seat(s, e.seat)} left the table.",
    happened.SeatRenamed: lambda _p, s, e: f"{_seat(s, e.seat)} is now called {e.name}.",
    happened.SeatKindChanged: lambda _p, s, e: f"{_seat(s, e.seat)} is now {_KINDS[e.kind]}.",
    happened.SeatMoved: lambda _p, s, e: f"{_seat(s, e.seat)} took another place.",
    happened.FollowedUp: _plain("The table told what became of last time’s commitments."),
    happened.FollowUpEnded: _plain("The table left last time’s commitments."),
    happened.AgreementWritten: _plain("The agreement was written."),
    happened.AgreementAccepted: _plain("The table accepted the agreement."),
    happened.BeforeBegun: _plain("The questions about before began."),
    happened.BeforeEnded: _plain("The questions about before ended."),
    happened.DieRolled: lambda _p, s, e: f"{_seat(s, s.turn)} rolled a {e.value}.",
    happened.TokenWalked: _walked,
    happened.CrossroadsReached: _plain("The table came to a crossroads, to choose a theme."),
    happened.DeckReshuffled: lambda _p, _s, e: f"The cards of {e.theme.label} were shuffled again.",
    happened.CardTurned: lambda p, _s, e: f"{_card(p, e.card)} was turned up, for {e.theme.label}.",
    happened.CardLaid: lambda p, _s, e: f"{_card(p, e.card)} was laid on the table.",
    happened.CardSwapped: lambda p, _s, e: f"{_card(p, e.card)} was swapped for another card.",
    happened.ConversationBegun: lambda p, _s, e: (
        f"The conversation about {_card(p, e.card)} began."
    ),
    happened.LensesDealt: _plain("The lenses for the round were set."),
    happened.StageBegun: lambda _p, _s, e: _STAGES[e.stage],
    happened.VoiceOffered: _plain("The next voice was offered."),
    happened.PanesProposed: lambda _p, _s, e: f"Panes that it fed: {_themes(e.panes)}.",
    happened.MarkerPlaced: lambda _p, _s, e: _weighed(e.weight),
    happened.WordsWritten: lambda _p, _s, e: f"What the table agrees was written{_quoted(e.words)}",
    happened.ConversationEnded: _ended,
    happened.TurnBegun: lambda _p, s, e: f"{_seat(s, e.seat)} has the next turn.",
    happened.MomentTurned: lambda p, _s, e: f"A moment came: {_moment(p, e.moment)}.",
    happened.MomentEnded: _plain("The moment was over."),
    happened.BreatherBegun: _plain("A breather began."),
    happened.BreatherEnded: _plain("The breather was over."),
    happened.BreakBegun: _plain("The break began."),
    happened.BreakEnded: _plain("The break was over."),
    happened.Paused: _plain("The clock was stopped for a pause."),
    happened.Resumed: _plain("The table went on after the pause."),
    happened.PlanChanged: lambda _p, _s, e: f"Planned cards: {e.plan.cards}.",
    happened.ClosingBegun: _plain("The closing began."),
    happened.DebriefStepBegun: _debriefed,
    happened.MessageWritten: lambda _p, _s, e: f"Our one message was written{_quoted(e.words)}",
    happened.SurveyBegun: _plain("Before and now began."),
    happened.HandsCounted: lambda _p, _s, e: f"Hands were counted for line {e.hands.item + 1}.",
    happened.EvaluationsHandedIn: _plain("Answers about the session were handed in."),
    happened.SheetsHandedIn: lambda _p, _s, e: f"Sheets handed in: {len(e.sheets)}.",
    happened.CommitmentsBegun: _plain("The table came to what each will do."),
    happened.CommitmentWritten: lambda _p, s, e: (
        f"{_seat(s, e.seat)} will{_quoted(Commitment(e.words, e.where, e.by_when).line)}"
    ),
    happened.DoorOpened: _plain("The door opened."),
    happened.SessionFinished: _plain("The session was finished."),
}
