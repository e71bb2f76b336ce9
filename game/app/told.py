"""
What each event says in one plain sentence: for the log, and for whoever reads it aloud.

Nothing here tells who passed, who swapped, or what anybody kept to themselves: no event does.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from game.model.dates import day
from game.model.pack import Pack
from game.model.themes import Theme
from game.outcomes.answers import Commitment
from game.rules import events as happened
from game.rules.events import Event
from game.rules.state import Direction, PlayedOn, SeatId, SeatKind, Stage, State
from game.tongue import N_, _, listed

_Told = Callable[[Pack, State, Any], str]


def told(pack: Pack, before: State, event: Event) -> str:
    """
    The event in one sentence, given the state before it.

    A card or a person that the pack no longer has is named by its id; nothing is refused.
    """
    return _one_stop(_SENTENCES[type(event)](pack, before, event))


def _one_stop(sentence: str) -> str:
    """The sentence with one full stop where words of somebody's own bring theirs, in any language."""
    return _OWN_STOP.sub(r"\1", _OWN_STOP_QUOTED.sub(r"\1", sentence))


_OWN_STOP_QUOTED: Final = re.compile(r"([.!?…][”’\"])\.")
_OWN_STOP: Final = re.compile(r"((?<!\.)\.|[!?…])\.$")


def _plain(sentence: str) -> _Told:
    return lambda _pack, _before, _event: _(sentence)


def _seat(state: State, seat: SeatId) -> str:
    return next((each.name for each in state.seats if each.id == seat), _("A seat"))


def _card(pack: Pack, card: object) -> str:
    title = next((each.title for each in pack.cards if each.id == card), str(card))
    return f"“{title}”"


def _moment(pack: Pack, moment: object) -> str:
    title = next((each.title for each in pack.moments if each.id == moment), str(moment))
    return f"“{title}”"


def _themes(themes: tuple[Theme, ...]) -> str:
    return listed([theme.label for theme in themes]) or _("none")


_WEIGHED: Final = (
    N_("The plan’s weight was placed well towards mind."),
    N_("The plan’s weight was placed towards mind."),
    N_("The plan’s weight was placed in the middle."),
    N_("The plan’s weight was placed towards body."),
    N_("The plan’s weight was placed well towards body."),
)


def _weighed(weight: int) -> str:
    return _(_WEIGHED[max(-2, min(2, weight)) + 2])


def _agreeing(words: str) -> str:
    if not words:
        return _("What the table agrees was written, and is blank.")
    return _("What the table agrees was written: “{words}”.").format(words=words)


def _messaged(words: str) -> str:
    if not words:
        return _("Our one message was written, and is blank.")
    return _("Our one message was written: “{words}”.").format(words=words)


def _committed(seat: str, words: str) -> str:
    if not words:
        return _("{seat} will, and is blank.").format(seat=seat)
    return _("{seat} will: “{words}”.").format(seat=seat, words=words)


def _opened(_pack: Pack, _before: State, event: happened.SessionOpened) -> str:
    seats = ", ".join(seat.name for seat in event.setup.seats)
    paper = event.setup.paper
    if paper is not None:
        return _(
            "The session was played on paper on {day} with {seats}, "
            "and entered from paper on {entered}."
        ).format(day=day(paper.date), seats=seats, entered=day(paper.entered))
    if event.setup.played_on is PlayedOn.COMPANION:
        return _("The session began with {seats}, board and cards on the table.").format(
            seats=seats
        )
    return _("The session began with {seats}.").format(seats=seats)


def _walked(_pack: Pack, before: State, event: happened.TokenWalked) -> str:
    forward = event.direction is Direction.FORWARD
    walked = _("{seat} walked forward.") if forward else _("{seat} walked back.")
    return walked.format(seat=_seat(before, event.seat))


def _ended(pack: Pack, _before: State, event: happened.ConversationEnded) -> str:
    said = [_("The conversation about {card} ended.").format(card=_card(pack, event.played.card))]
    if event.played.words:
        said.append(_("Agreed: “{words}”.").format(words=event.played.words))
    if event.played.panes:
        said.append(_("It fed {themes}.").format(themes=_themes(event.played.panes)))
    return " ".join(said)


def _debriefed(pack: Pack, _before: State, event: happened.DebriefStepBegun) -> str:
    titles = [step.title for step in pack.debrief]
    title = titles[event.step] if 0 <= event.step < len(titles) else str(event.step + 1)
    return _("The debrief came to “{title}”.").format(title=title)


_STAGES: Final[Mapping[Stage, str]] = {
    Stage.MEET: N_("The card was read."),
    Stage.THINK: N_("A silent half minute began."),
    Stage.ROUND: N_("The round began."),
    Stage.TALK: N_("The open talk began."),
    Stage.EVIDENCE: N_("The evidence was shown."),
    Stage.AGREE: N_("The table came to what it agrees."),
    Stage.KEEP: N_("A silent moment to keep something began."),
}

_KINDS: Final[Mapping[SeatKind, str]] = {
    SeatKind.PERSON: N_("one person"),
    SeatKind.PAIR: N_("a pair"),
    SeatKind.TEAM: N_("a small team"),
}

_SENTENCES: Final[Mapping[type[Any], _Told]] = {
    happened.SessionOpened: _opened,
    happened.SeatJoined: lambda _p, _s, e: _("{name} joined.").format(name=e.seat.name),
    happened.SeatLeft: lambda _p, s, e: _("{seat} left the table.").format(seat=_seat(s, e.seat)),
    happened.SeatRenamed: lambda _p, s, e: _("{seat} is now called {name}.").format(
        seat=_seat(s, e.seat), name=e.name
    ),
    happened.SeatKindChanged: lambda _p, s, e: _("{seat} is now {kind}.").format(
        seat=_seat(s, e.seat), kind=_(_KINDS[e.kind])
    ),
    happened.SeatMoved: lambda _p, s, e: _("{seat} took another place.").format(
        seat=_seat(s, e.seat)
    ),
    happened.FollowedUp: _plain(N_("The table told what became of last time’s commitments.")),
    happened.FollowUpEnded: _plain(N_("The table left last time’s commitments.")),
    happened.AgreementWritten: _plain(N_("The agreement was written.")),
    happened.AgreementAccepted: _plain(N_("The table accepted the agreement.")),
    happened.BeforeBegun: _plain(N_("The questions about before began.")),
    happened.BeforeEnded: _plain(N_("The questions about before ended.")),
    happened.DieRolled: lambda _p, s, e: _("{seat} rolled a {value}.").format(
        seat=_seat(s, s.turn), value=e.value
    ),
    happened.TokenWalked: _walked,
    happened.CrossroadsReached: _plain(N_("The table came to a crossroads, to choose a theme.")),
    happened.DeckReshuffled: lambda _p, _s, e: _(
        "The cards of {label} were shuffled again."
    ).format(label=e.theme.label),
    happened.CardTurned: lambda p, _s, e: _("{card} was turned up, for {label}.").format(
        card=_card(p, e.card), label=e.theme.label
    ),
    happened.CardLaid: lambda p, _s, e: _("{card} was laid on the table.").format(
        card=_card(p, e.card)
    ),
    happened.CardSwapped: lambda p, _s, e: _("{card} was swapped for another card.").format(
        card=_card(p, e.card)
    ),
    happened.ConversationBegun: lambda p, _s, e: _("The conversation about {card} began.").format(
        card=_card(p, e.card)
    ),
    happened.LensesDealt: _plain(N_("The lenses for the round were set.")),
    happened.StageBegun: lambda _p, _s, e: _(_STAGES[e.stage]),
    happened.VoiceOffered: _plain(N_("The next voice was offered.")),
    happened.PanesProposed: lambda _p, _s, e: _("Panes that it fed: {themes}.").format(
        themes=_themes(e.panes)
    ),
    happened.MarkerPlaced: lambda _p, _s, e: _weighed(e.weight),
    happened.WordsWritten: lambda _p, _s, e: _agreeing(e.words),
    happened.ConversationEnded: _ended,
    happened.TurnBegun: lambda _p, s, e: _("{seat} has the next turn.").format(
        seat=_seat(s, e.seat)
    ),
    happened.MomentTurned: lambda p, _s, e: _("A moment came: {moment}.").format(
        moment=_moment(p, e.moment)
    ),
    happened.MomentEnded: _plain(N_("The moment was over.")),
    happened.BreatherBegun: _plain(N_("A breather began.")),
    happened.BreatherEnded: _plain(N_("The breather was over.")),
    happened.BreakBegun: _plain(N_("The break began.")),
    happened.BreakEnded: _plain(N_("The break was over.")),
    happened.Paused: _plain(N_("The clock was stopped for a pause.")),
    happened.Resumed: _plain(N_("The table went on after the pause.")),
    happened.PlanChanged: lambda _p, _s, e: _("Planned cards: {cards}.").format(cards=e.plan.cards),
    happened.ClosingBegun: _plain(N_("The closing began.")),
    happened.DebriefStepBegun: _debriefed,
    happened.MessageWritten: lambda _p, _s, e: _messaged(e.words),
    happened.SurveyBegun: _plain(N_("Before and now began.")),
    happened.HandsCounted: lambda _p, _s, e: _("Hands were counted for line {number}.").format(
        number=e.hands.item + 1
    ),
    happened.EvaluationsHandedIn: _plain(N_("Answers about the session were handed in.")),
    happened.SheetsHandedIn: lambda _p, _s, e: _("Sheets handed in: {count}.").format(
        count=len(e.sheets)
    ),
    happened.CommitmentsBegun: _plain(N_("The table came to what each will do.")),
    happened.CommitmentWritten: lambda _p, s, e: _committed(
        _seat(s, e.seat), Commitment(e.words, e.where, e.by_when).line
    ),
    happened.DoorOpened: _plain(N_("The door opened.")),
    happened.SessionFinished: _plain(N_("The session was finished.")),
}
