"""Seats coming, going and changing places at any time, and the plan changing with them."""

from dataclasses import replace

import pytest
from rules_pack import accepted, at_agreement, at_card, at_roll, play, refused

from game.model.lenses import Lens
from game.model.pack import CardId
from game.model.themes import Theme
from game.outcomes.answers import Commitment
from game.rules.apply import replay
from game.rules.commands import (
    AcceptAgreement,
    ChangePlan,
    ChangeSeatKind,
    ChooseLens,
    FinishSession,
    JoinSeat,
    LeaveSeat,
    MoveSeat,
    NextStage,
    NextVoice,
    OpenDoor,
    Pause,
    PlayCard,
    RenameSeat,
    StopHere,
    WriteCommitment,
)
from game.rules.events import LensesDealt, SeatJoined, SeatLeft, StageBegun, VoiceOffered
from game.rules.state import Phase, Plan, Played, Seat, SeatId, SeatKind, Stage


def in_round(pack, voice=0, **choices):
    """A conversation in its round, at this voice."""
    state = play(pack, at_card(pack, **choices), PlayCard(), NextStage(), NextStage())
    return play(pack, state, *[NextVoice()] * voice)


def at_the_person(pack):
    """A round whose voice now holds the person's lens."""
    state = in_round(pack)
    return play(pack, state, *[NextVoice()] * state.round.lenses.index(Lens.PERSON))


# Joining.


def test_a_new_seat_sits_last_with_its_token_at_the_start(pack):
    state = play(pack, at_roll(pack, seats=3), JoinSeat(" Joy ", SeatKind.PAIR))
    assert state.seats[-1] == Seat(SeatId(3), "Joy", SeatKind.PAIR)
    assert state.places[-1] == 0


def test_a_number_is_never_given_twice(pack):
    state = play(pack, at_roll(pack, seats=3), JoinSeat("Joy"), LeaveSeat(SeatId(3)))
    assert play(pack, state, JoinSeat("Sam")).seats[-1].id == 4


@pytest.mark.parametrize("voice", range(4))
def test_joining_during_a_round_brings_the_last_voice_and_a_free_lens(pack, voice):
    state = in_round(pack, voice)
    joined, dealt = accepted(pack, state, JoinSeat("Joy"))
    assert isinstance(joined, SeatJoined)
    assert dealt.lenses[:4] == state.round.lenses
    assert dealt.lenses[4] not in state.round.lenses
    after = replay((joined, dealt), state)
    assert after.round.order[-1] == 4
    assert after.voice == voice
    after = play(pack, after, *[NextVoice()] * (4 - voice))
    assert (after.stage, after.voice) == (Stage.ROUND, 4)


def test_joining_after_the_round_waits_for_the_next_card(pack):
    state = play(pack, in_round(pack), NextStage())
    assert len(accepted(pack, state, JoinSeat("Joy"))) == 1
    assert len(play(pack, state, JoinSeat("Joy")).round.order) == 4


def test_eight_seats_are_as_many_as_fit(pack):
    assert "eight" in refused(pack, at_roll(pack, seats=8), JoinSeat("Another"))


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "x" * 25])
def test_a_seat_needs_a_name_that_fits(pack, name):
    refused(pack, at_roll(pack), JoinSeat(name))
    refused(pack, at_roll(pack), RenameSeat(SeatId(0), name))


# Leaving.


def test_two_seats_stay(pack):
    sentence = refused(pack, at_roll(pack, seats=2), LeaveSeat(SeatId(0)))
    assert "Stop here" in sentence


def test_whoever_leaves_in_turn_hands_the_turn_on_with_all_that_lies_there(pack):
    state = at_card(pack)
    after = play(pack, state, LeaveSeat(SeatId(0)))
    assert (after.turn, after.phase, after.face_up) == (1, Phase.CARD, state.face_up)


def test_the_last_seat_hands_its_turn_to_the_first(pack):
    state = replace(at_roll(pack), turn=SeatId(3))
    assert play(pack, state, LeaveSeat(SeatId(3))).turn == 0


def test_leaving_takes_the_token_along(pack):
    state = replace(at_roll(pack), places=(3, 5, 7, 9))
    assert play(pack, state, LeaveSeat(SeatId(1))).places == (3, 7, 9)


def test_when_the_voice_leaves_the_next_one_has_its_time(pack):
    state = in_round(pack, voice=1)
    gone, following = state.round.order[1], state.round.order[2]
    events = accepted(pack, state, LeaveSeat(gone))
    assert events[-1] == VoiceOffered(1)
    after = replay(events, state)
    assert after.round.order[after.voice] == following


def test_when_the_last_voice_leaves_the_table_goes_on_to_talk(pack):
    state = in_round(pack, voice=3)
    events = accepted(pack, state, LeaveSeat(state.round.order[3]))
    assert events[-1] == StageBegun(Stage.TALK)


def test_an_earlier_voice_leaves_and_the_present_one_goes_on(pack):
    state = in_round(pack, voice=2)
    speaking = state.round.order[2]
    after = play(pack, state, LeaveSeat(state.round.order[1]))
    assert after.round.order[after.voice] == speaking


def test_a_later_voice_leaves_and_nothing_else_changes(pack):
    state = in_round(pack, voice=1)
    gone = state.round.order[3]
    assert accepted(pack, state, LeaveSeat(gone)) == (SeatLeft(gone),)


@pytest.mark.parametrize("stages", range(3))
def test_the_persons_lens_stays_at_the_table(pack, stages):
    state = play(pack, at_card(pack), PlayCard(), *[NextStage()] * stages)
    holder = state.round.order[state.round.lenses.index(Lens.PERSON)]
    after = play(pack, state, LeaveSeat(holder))
    assert after.round.lenses[after.voice] is Lens.PERSON
    assert after.round.lenses.count(Lens.PERSON) == 1


@pytest.mark.parametrize(("voice", "leaves", "heir"), [(1, 3, 1), (2, 0, 1), (3, 3, 2)])
def test_the_persons_lens_goes_to_the_voice_whose_time_it_is(pack, voice, leaves, heir):
    state = in_round(pack, voice)
    first, leaving = state.round.order[0], state.round.order[leaves]
    state = play(pack, state, ChooseLens(first, Lens.NONE), ChooseLens(leaving, Lens.PERSON))
    after = play(pack, state, LeaveSeat(leaving))
    assert after.round.lenses.index(Lens.PERSON) == heir


def test_somebody_who_chose_to_be_the_person_too_keeps_it_without_more_ado(pack):
    state = at_the_person(pack)
    holder = state.round.order[state.voice]
    other = next(seat for seat in state.round.order if seat != holder)
    state = play(pack, state, ChooseLens(other, Lens.PERSON))
    events = accepted(pack, state, LeaveSeat(holder))
    assert not any(isinstance(event, LensesDealt) for event in events)


def test_leaving_after_the_round_ends_nothing(pack):
    state = play(pack, in_round(pack), NextStage())
    after = play(pack, state, LeaveSeat(state.round.order[3]))
    assert after.stage is Stage.TALK
    assert len(after.round.order) == 3


def test_a_commitment_leaves_with_its_seat(pack):
    state = replace(at_agreement(pack), phase=Phase.COMMITMENTS)
    state = play(
        pack, state, WriteCommitment(SeatId(1), "Ring."), WriteCommitment(SeatId(0), "Ask.")
    )
    assert state.closing.commitments == ((0, Commitment("Ask.")), (1, Commitment("Ring.")))
    assert play(pack, state, LeaveSeat(SeatId(1))).closing.commitments == ((0, Commitment("Ask.")),)


# Renaming, other kinds, other places.


def test_a_seat_takes_another_name_kind_or_place(pack):
    state = replace(at_roll(pack), places=(3, 5, 7, 9))
    assert play(pack, state, RenameSeat(SeatId(2), "Ada")).seats[2].name == "Ada"
    assert play(pack, state, ChangeSeatKind(SeatId(2), SeatKind.TEAM)).seats[2].kind == "a team"
    after = play(pack, state, MoveSeat(SeatId(0), 2))
    assert [seat.name for seat in after.seats] == ["Tom", "Agnes", "Priya", "Marek"]
    assert after.places == (5, 7, 3, 9)
    assert after.turn == 0


@pytest.mark.parametrize("place", [-1, 4])
def test_there_are_only_so_many_places(pack, place):
    refused(pack, at_roll(pack), MoveSeat(SeatId(0), place))


def test_a_round_keeps_its_order_when_seats_change_places(pack):
    state = in_round(pack, voice=1)
    assert play(pack, state, MoveSeat(SeatId(0), 3)).round == state.round


@pytest.mark.parametrize(
    "command",
    [
        LeaveSeat(SeatId(9)),
        RenameSeat(SeatId(9), "Ada"),
        ChangeSeatKind(SeatId(9), SeatKind.PAIR),
        MoveSeat(SeatId(9), 0),
    ],
)
def test_nobody_can_be_asked_who_is_not_there(pack, command):
    assert refused(pack, at_roll(pack), command) == "Nobody sits on that seat."


@pytest.mark.parametrize(
    "command",
    [
        JoinSeat("Joy"),
        LeaveSeat(SeatId(0)),
        RenameSeat(SeatId(0), "Ada"),
        ChangeSeatKind(SeatId(0), SeatKind.PAIR),
        MoveSeat(SeatId(0), 1),
    ],
)
def test_seats_change_in_a_pause_and_until_the_session_is_finished(pack, command):
    paused = play(pack, at_roll(pack), Pause())
    assert play(pack, paused, command).paused
    door = play(pack, replace(at_roll(pack), phase=Phase.COMMITMENTS), OpenDoor())
    accepted(pack, door, command)
    refused(pack, play(pack, door, FinishSession()), command)


# The plan.


def with_played(state, *cards):
    return replace(
        state, played=tuple(Played(CardId(card), (Theme.ROLES,), None, "") for card in cards)
    )


def test_the_plan_holds_one_to_twelve_cards(pack):
    state = at_roll(pack)
    for cards in (1, 12):
        assert play(pack, state, ChangePlan(cards)).plan.cards == cards
    for cards in (0, 13):
        refused(pack, state, ChangePlan(cards))


def test_cards_begun_cannot_be_unplanned(pack):
    state = play(pack, with_played(at_card(pack), "roles-2", "roles-1"), PlayCard())
    assert "3 cards" in refused(pack, state, ChangePlan(2))
    assert play(pack, state, ChangePlan(3)).phase is Phase.TALK


def test_a_plan_that_is_met_leads_to_the_closing(pack):
    state = with_played(at_card(pack), "roles-2")
    after = play(pack, state, ChangePlan(1))
    assert after.phase is Phase.DEBRIEF
    assert after.face_up is None
    assert after.draw[pack.card(state.face_up).theme.place][-1] == state.face_up


def test_a_hard_card_is_never_made_the_last(pack):
    hard = next(card.id for card in pack.cards if card.level == 3)
    just_played = with_played(at_roll(pack, hardest=3), "roles-1", hard)
    assert "gentler" in refused(pack, just_played, ChangePlan(2))
    face_up = replace(with_played(at_card(pack, hardest=3), "roles-1"), face_up=hard)
    assert "gentler" in refused(pack, face_up, ChangePlan(2))
    in_talk = play(pack, face_up, PlayCard())
    assert "gentler" in refused(pack, in_talk, ChangePlan(2))
    for state in (just_played, face_up, in_talk):
        assert play(pack, state, ChangePlan(3)).plan.cards == 3


def test_a_break_past_the_plan_falls_away(pack):
    state = at_roll(pack, minutes=90)
    assert play(pack, state, ChangePlan(5)).plan == Plan(5, break_after=4)
    assert play(pack, state, ChangePlan(4)).plan == Plan(4)


def test_the_plan_stands_once_the_closing_has_begun(pack):
    state = play(pack, at_roll(pack), StopHere())
    refused(pack, state, ChangePlan(3))


def test_the_agreement_can_be_accepted_by_whoever_stays(pack):
    state = play(pack, at_agreement(pack), LeaveSeat(SeatId(0)), AcceptAgreement())
    assert state.turn == 1
