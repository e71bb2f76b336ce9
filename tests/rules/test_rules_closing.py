"""Stopping, the debrief, before-and-now, commitments, and the open door."""

from dataclasses import replace
from itertools import permutations

import pytest
from rules_pack import accepted, at_agreement, at_card, at_roll, play, refused

from game.outcomes.answers import Commitment, Hands, Sheet, Way
from game.rules.commands import (
    CountHands,
    EndSurvey,
    FinishSession,
    HandInSheets,
    NextDebriefStep,
    NextStage,
    OpenDoor,
    Pause,
    PlaceMarker,
    PlayCard,
    RollDie,
    StopHere,
    Walk,
    WriteCommitment,
    WriteMessage,
    WriteWords,
)
from game.rules.events import ClosingBegun, ConversationEnded, SheetsHandedIn
from game.rules.state import Direction, Phase, SeatId, Stage

ONE_LINE = Hands(2, (0, 1, 3, 0, 0), (0, 0, 1, 2, 1))


def at_survey(pack):
    return play(pack, at_roll(pack), StopHere(), *[NextDebriefStep()] * 4)


def at_commitments(pack):
    return play(pack, at_survey(pack), EndSurvey())


# Stopping.


@pytest.mark.parametrize(
    "place",
    ["agreement", "roll", "walk", "card", "meet", "agree"],
)
def test_a_table_may_stop_anywhere(pack, place):
    card = at_card(pack)
    state = {
        "agreement": at_agreement(pack),
        "roll": at_roll(pack),
        "walk": play(pack, at_roll(pack), RollDie()),
        "card": card,
        "meet": play(pack, card, PlayCard()),
        "agree": play(pack, card, PlayCard(), *[NextStage()] * 5),
    }[place]
    for before in (state, play(pack, state, Pause())):
        after = play(pack, before, StopHere())
        assert after.phase is Phase.DEBRIEF
        assert not after.paused
        assert after.rolled == 0
        assert after.face_up is after.round is after.moment is None


def test_a_card_face_up_goes_back_to_the_bottom_of_its_pile(pack):
    state = at_card(pack)
    theme = pack.card(state.face_up).theme
    assert accepted(pack, state, StopHere()) == (ClosingBegun(theme),)
    assert play(pack, state, StopHere()).draw[theme.place][-1] == state.face_up


@pytest.mark.parametrize("stages", range(5))
def test_a_conversation_with_nothing_agreed_yet_is_put_away_unplayed(pack, stages):
    state = play(pack, at_card(pack), PlayCard(), *[NextStage()] * stages)
    after = play(pack, state, StopHere())
    card = pack.card(state.round.card)
    assert after.discard[card.theme.place] == (card.id,)
    assert after.played == ()
    assert after.lit == ()


@pytest.mark.parametrize("stage", [Stage.AGREE, Stage.KEEP])
def test_what_was_agreed_is_not_lost(pack, stage):
    state = play(pack, at_card(pack), PlayCard(), *[NextStage()] * 5)
    state = play(pack, state, WriteWords("Ring first."), PlaceMarker(-1))
    state = play(pack, state, *[NextStage()] * (stage - Stage.AGREE))
    ended, closing = accepted(pack, state, StopHere())
    assert isinstance(ended, ConversationEnded)
    assert closing == ClosingBegun()
    after = play(pack, state, StopHere())
    assert after.played[0].words == "Ring first."
    assert after.lit == state.proposal.panes


def test_a_moment_in_hand_goes_back(pack):
    state = replace(at_roll(pack), phase=Phase.WALK, places=(9,) * 4, rolled=1)
    reading = play(pack, state, Walk(Direction.FORWARD))
    assert reading.phase is Phase.MOMENT
    after = play(pack, reading, StopHere())
    assert sorted(after.moments) == sorted(state.moments)


def test_stopping_is_for_the_game_and_not_for_its_close(pack):
    refused(pack, at_survey(pack), StopHere())


# The debrief.


def test_the_debrief_has_four_steps_and_then_comes_before_and_now(pack):
    state = play(pack, at_roll(pack), StopHere())
    steps = [state.closing.step]
    while state.phase is Phase.DEBRIEF:
        state = play(pack, state, NextDebriefStep())
        steps.append(state.closing.step)
    assert steps == [0, 1, 2, 3, 3]
    assert state.phase is Phase.SURVEY


def test_our_one_message_can_be_written_all_through_the_close(pack):
    for state in (
        play(pack, at_roll(pack), StopHere()),
        at_survey(pack),
        at_commitments(pack),
        play(pack, at_commitments(pack), OpenDoor()),
    ):
        assert play(pack, state, WriteMessage(" Ask\nfirst. ")).closing.message == "Ask first."
        assert "240" in refused(pack, state, WriteMessage("x" * 241))
    refused(pack, at_roll(pack), WriteMessage("Too early."))


# Before and now.


def test_hands_are_counted_for_each_line_and_can_be_counted_again(pack):
    first = Hands(5, (1, 1, 1, 1, 0), (0, 0, 0, 0, 4))
    again = Hands(5, (0, 2, 2, 0, 0), (0, 0, 0, 0, 4))
    state = play(pack, at_survey(pack), CountHands(first), CountHands(ONE_LINE), CountHands(again))
    assert state.closing.hands == (ONE_LINE, again)


@pytest.mark.parametrize(
    "hands",
    [
        Hands(8, (0,) * 5, (0,) * 5),
        Hands(-1, (0,) * 5, (0,) * 5),
        Hands(0, (0, 0, 0, 0, 100), (0,) * 5),
        Hands(0, (0,) * 5, (-1, 0, 0, 0, 0)),
        Hands(0, (0,) * 4, (0,) * 5),
    ],
)
def test_counts_that_cannot_be_are_refused(pack, hands):
    refused(pack, at_survey(pack), CountHands(hands))


def test_sheets_are_kept_in_an_order_that_says_nothing(pack):
    low = Sheet((1,) * 7, (2,) * 7)
    open_ = Sheet((None,) * 7, (3,) * 7)
    high = Sheet((1,) * 7, (5,) * 7)
    for sheets in ((low, open_, high), (high, low, open_), (open_, high, low)):
        (event,) = accepted(pack, at_survey(pack), HandInSheets(sheets))
        assert event == SheetsHandedIn((open_, low, high))


def test_sheets_that_differ_only_in_one_small_thing_keep_no_order_either(pack):
    plain = Sheet((1,) * 7, (2,) * 7)
    others = (replace(plain, sure_now=3), replace(plain, way=Way.PAPER))
    orders = {
        accepted(pack, at_survey(pack), HandInSheets(sheets))
        for sheets in permutations((plain, *others))
    }
    assert len(orders) == 1


def test_sheets_handed_in_later_join_the_earlier_ones(pack):
    one, other = Sheet((1,) * 7, (2,) * 7), Sheet((4,) * 7, (4,) * 7)
    state = play(pack, at_survey(pack), HandInSheets((one,)), HandInSheets((other,)))
    assert sorted(state.closing.sheets, key=repr) == sorted((one, other), key=repr)


@pytest.mark.parametrize(
    "sheets",
    [
        (),
        (Sheet((1,) * 6, (1,) * 7),),
        (Sheet((0,) * 7, (1,) * 7),),
        (Sheet((1,) * 7, (6,) * 7),),
        (Sheet((1,) * 7, (1,) * 7),) * 100,
        (Sheet((1,) * 7, (1,) * 7, sure_before=0),),
        (Sheet((1,) * 7, (1,) * 7, sure_now=6),),
    ],
)
def test_sheets_that_cannot_be_are_refused(pack, sheets):
    refused(pack, at_survey(pack), HandInSheets(sheets))


@pytest.mark.parametrize(
    "command", [CountHands(ONE_LINE), HandInSheets((Sheet((1,) * 7, (1,) * 7),)), EndSurvey()]
)
def test_before_and_now_has_its_own_time(pack, command):
    refused(pack, at_roll(pack), command)
    refused(pack, at_commitments(pack), command)


# Commitments and the door.


def test_each_seat_has_one_commitment_and_may_take_it_away(pack):
    state = play(
        pack,
        at_commitments(pack),
        WriteCommitment(SeatId(2), "Ring."),
        WriteCommitment(SeatId(0), " Ask\nfirst. "),
        WriteCommitment(SeatId(2), "Ring on Monday."),
    )
    assert state.closing.commitments == (
        (0, Commitment("Ask first.")),
        (2, Commitment("Ring on Monday.")),
    )
    assert play(pack, state, WriteCommitment(SeatId(0), " ")).closing.commitments == (
        (2, Commitment("Ring on Monday.")),
    )
    assert "160" in refused(pack, state, WriteCommitment(SeatId(0), "x" * 161))
    assert refused(pack, state, WriteCommitment(SeatId(9), "Ring.")) == "Nobody sits on that seat."


def test_the_door_opens_however_many_panes_are_lit_and_the_session_is_finished(pack):
    state = play(pack, at_commitments(pack), OpenDoor())
    assert (state.phase, state.lit) == (Phase.DOOR, ())
    state = play(pack, state, WriteCommitment(SeatId(0), "Ring."), FinishSession())
    assert state.phase is Phase.FINISHED
    for command in (Pause(), WriteMessage("Late."), FinishSession(), OpenDoor()):
        assert refused(pack, state, command) == "This session has ended."


@pytest.mark.parametrize("command", [OpenDoor(), FinishSession(), NextDebriefStep()])
def test_the_close_has_its_order(pack, command):
    refused(pack, at_survey(pack), command)
