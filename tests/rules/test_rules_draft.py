"""Drafts: the same fields as the values they become, and never seen from outside."""

from dataclasses import fields, is_dataclass
from typing import get_args

import pytest
from rules_pack import accepted, at_card, at_roll, opening, play

from game.rules import apply as apply_module
from game.rules import decide as decide_module
from game.rules.apply import apply, replay
from game.rules.commands import Command, NextStage, PlaceMarker, PlayCard, RollDie, WriteWords
from game.rules.draft import (
    Draft,
    OpenClosing,
    OpenProposal,
    OpenRound,
    OpenSeat,
    freeze,
    thaw,
)
from game.rules.events import Event, SeatJoined, SeatMoved, SeatRenamed
from game.rules.simulate import simulate_session
from game.rules.state import UNOPENED, Closing, Proposal, Round, Seat, SeatId, State


@pytest.mark.parametrize(
    ("draft", "value"),
    [
        (Draft, State),
        (OpenProposal, Proposal),
        (OpenRound, Round),
        (OpenClosing, Closing),
        (OpenSeat, Seat),
    ],
)
def test_a_draft_has_just_the_fields_of_what_it_becomes(draft, value):
    assert is_dataclass(value)
    assert sorted(draft.__slots__) == sorted(each.name for each in fields(value))


def test_thawing_and_freezing_give_an_equal_state_and_leave_the_old_one(pack):
    state = at_card(pack)
    copy = freeze(thaw(state))
    assert copy == state
    assert copy is not state
    assert hash(copy) == hash(state)
    assert type(copy) is State


def test_a_frozen_state_cannot_be_written_to(pack):
    state = freeze(thaw(at_card(pack)))
    with pytest.raises(AttributeError):
        state.voice = 3


def test_what_a_state_holds_is_as_frozen_as_the_state(pack):
    state = play(pack, at_card(pack), PlayCard(), *[NextStage()] * 5)
    state = play(pack, state, PlaceMarker(1), WriteWords("Ring first."))
    assert type(state.round) is Round
    assert type(state.proposal) is Proposal
    assert state.proposal == Proposal(state.proposal.panes, 1, "Ring first.")


def test_a_seat_that_came_in_an_event_is_not_written_to_by_the_next(pack):
    """Seats are written in place in a draft; those of events and of earlier states are not the draft's."""
    before = at_roll(pack)
    names = [seat.name for seat in before.seats]
    new = SeatJoined(Seat(SeatId(before.joined), "Late"))
    after = replay([new, SeatRenamed(new.seat.id, "Early"), SeatMoved(new.seat.id, 0)], before)
    assert new.seat.name == "Late"
    assert [seat.name for seat in before.seats] == names
    assert [seat.name for seat in after.seats] == ["Early", *names]
    assert all(type(seat) is Seat for seat in after.seats)


def test_applying_leaves_the_state_before_as_it_was(pack):
    before = play(pack, at_card(pack), PlayCard(), *[NextStage()] * 5)
    weight = before.proposal.weight
    events = accepted(pack, before, PlaceMarker(2))
    after = replay(events, before)
    assert before.proposal.weight is weight
    assert after.proposal.weight == 2


def test_replaying_is_applying_one_after_the_other(pack):
    events = [*accepted(pack, UNOPENED, opening())]
    state = replay(events)
    one_by_one = UNOPENED
    for event in events:
        one_by_one = apply(one_by_one, event)
    assert one_by_one == state
    assert replay(()) == UNOPENED


def test_opening_begins_everything_anew(pack):
    """So that nothing of an earlier session can linger."""
    earlier = simulate_session(pack, 30, 4, 3).events
    assert replay((*earlier, *accepted(pack, UNOPENED, opening()))) == replay(
        accepted(pack, UNOPENED, opening())
    )


def test_every_event_and_every_command_has_its_part():
    assert set(apply_module._PARTS) == set(get_args(Event))
    assert set(decide_module._PARTS) == set(get_args(Command))


def test_no_event_has_a_field_for_a_seat_but_where_seats_are_the_news():
    """Who passed, who swapped and who chose a lens is held nowhere."""
    naming = {
        kind.__name__
        for kind in get_args(Event)
        for each in fields(kind)
        if "Seat" in str(each.type)
    }
    assert naming == {
        "SeatJoined",
        "SeatLeft",
        "SeatRenamed",
        "SeatKindChanged",
        "SeatMoved",
        "TokenWalked",
        "ConversationBegun",
        "TurnBegun",
        "CommitmentWritten",
    }


def test_an_event_never_knows_the_state_it_is_applied_to(pack):
    """The same event object serves undo, redo and replay."""
    state = at_roll(pack)
    (rolled,) = accepted(pack, state, RollDie())
    assert apply(state, rolled) == apply(state, rolled)
