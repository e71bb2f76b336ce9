"""What people are asked: before at the start, the session itself, and last time's commitments."""

from dataclasses import replace
from itertools import permutations

import pytest
from rules_pack import accepted, named_seats, play, refused

from game.outcomes.answers import (
    CONFIDENCE,
    Commitment,
    Evaluation,
    FollowUp,
    Form,
    Hands,
    Remarks,
    Sheet,
)
from game.outcomes.evaluation import Group, Harm
from game.outcomes.promises import Done, Likely
from game.rules.commands import (
    AcceptAgreement,
    CountHands,
    EndBefore,
    EndFollowUp,
    HandInSheets,
    NextDebriefStep,
    OpenSession,
    StopHere,
    TellFollowUp,
    WriteCommitment,
)
from game.rules.events import EvaluationsHandedIn, FollowedUp, SheetsHandedIn
from game.rules.state import UNOPENED, Meeting, Phase, SeatId, Setup

NONE = (None,) * 7
PROMISED = (Commitment("Ring first.", "at work", "Friday"), Commitment("Ask."))


def opened(pack, **choices):
    setup = replace(Setup(named_seats("Priya", "Tom", "Agnes")), **choices)
    return play(pack, UNOPENED, OpenSession(setup, 3))


def at_end(pack, **choices):
    state = play(pack, opened(pack, **choices), AcceptAgreement())
    if state.phase is Phase.BEFORE:
        state = play(pack, state, EndBefore())
    return play(pack, state, StopHere(), *[NextDebriefStep()] * 4)


# Before, at the start.


def test_before_comes_after_the_agreement_only_where_the_table_chose_so(pack):
    assert play(pack, opened(pack), AcceptAgreement()).phase is Phase.ROLL
    twice = opened(pack, form=Form.BEFORE_AND_AFTER)
    state = play(pack, twice, AcceptAgreement())
    assert state.phase is Phase.BEFORE
    assert play(pack, state, EndBefore()).phase is Phase.ROLL


def test_the_start_asks_only_about_before_and_the_end_only_about_now(pack):
    form = Form.BEFORE_AND_AFTER
    early = Sheet((2,) * 7, NONE, 3, None, form=form)
    late = Sheet(NONE, (4,) * 7, None, 4, form=form)
    start = play(pack, opened(pack, form=form), AcceptAgreement())
    end = at_end(pack, form=form)
    refused(pack, start, HandInSheets((late,)))
    refused(pack, end, HandInSheets((early,)))
    assert play(pack, start, HandInSheets((early,))).closing.sheets == (early,)
    assert play(pack, end, HandInSheets((late,))).closing.sheets == (late,)


@pytest.mark.parametrize("form", Form)
def test_sheets_of_the_other_form_are_never_mixed_in(pack, form):
    other = next(each for each in Form if each is not form)
    refused(pack, at_end(pack, form=form), HandInSheets((Sheet(NONE, (3,) * 7, form=other),)))


def test_hands_counted_at_the_start_wait_for_those_of_the_end(pack):
    form = Form.BEFORE_AND_AFTER
    state = play(pack, opened(pack, form=form), AcceptAgreement())
    state = play(pack, state, CountHands(Hands(CONFIDENCE, (3, 1, 0, 0, 0), (0, 0, 0, 0, 9))))
    assert state.closing.hands == (Hands(CONFIDENCE, (3, 1, 0, 0, 0), (0,) * 5, form),)
    state = play(pack, state, EndBefore(), StopHere(), *[NextDebriefStep()] * 4)
    state = play(pack, state, CountHands(Hands(CONFIDENCE, (0,) * 5, (0, 0, 1, 3, 0))))
    assert state.closing.hands == (Hands(CONFIDENCE, (3, 1, 0, 0, 0), (0, 0, 1, 3, 0), form),)


# The session itself.


def test_what_was_said_of_the_session_lies_in_rows_that_lead_nowhere(pack):
    calm, uneasy = Evaluation((4, 4, 3)), Evaluation((1, 2, None), Harm.YES)
    remarks = Remarks((" Walk\n slowly. ", "Ask.", ""), ("More tea.",), (Group.NURSE, Group.PERSON))
    events = {
        accepted(pack, at_end(pack), HandInSheets(sheets, evaluations, remarks))
        for sheets in permutations((Sheet(NONE, (3,) * 7), Sheet(NONE, (1,) * 7)))
        for evaluations in permutations((calm, uneasy))
    }
    ((sheets, told),) = events
    assert isinstance(sheets, SheetsHandedIn)
    assert told == EvaluationsHandedIn(
        (uneasy, calm),
        Remarks(
            ("Ask.", "Walk slowly."), ("More tea.",), tuple(sorted((Group.NURSE, Group.PERSON)))
        ),
    )


def test_the_session_is_asked_about_at_its_end_and_can_be_asked_about_alone(pack):
    only = HandInSheets((), (Evaluation((3, 3, 3)),))
    start = play(pack, opened(pack, form=Form.BEFORE_AND_AFTER), AcceptAgreement())
    assert "at its end" in refused(pack, start, only)
    assert play(pack, at_end(pack), only).closing.evaluations == (Evaluation((3, 3, 3)),)


@pytest.mark.parametrize(
    "given",
    [
        HandInSheets((), (Evaluation((3, 3)),)),
        HandInSheets((), (Evaluation((0, 3, 3)),)),
        HandInSheets((), (Evaluation((3, 3, 5)),)),
        HandInSheets((), (Evaluation((3, 3, 3), Harm.YES, "no-such-card"),)),
        HandInSheets((), (), Remarks(("x" * 241,))),
        HandInSheets((), (Evaluation((3, 3, 3)),) * 100),
    ],
)
def test_answers_about_the_session_that_cannot_be_are_refused(pack, given):
    refused(pack, at_end(pack), given)


# Commitments, and what became of them.


def test_any_part_of_a_commitment_may_be_left_empty(pack):
    from game.rules.commands import EndSurvey  # noqa: PLC0415

    state = play(pack, at_end(pack), EndSurvey())
    whole = WriteCommitment(SeatId(0), "Ring.", " at\nwork ", "Friday", Likely.CERTAIN)
    state = play(pack, state, whole, WriteCommitment(SeatId(1), "", "at home"))
    assert state.closing.commitments == (
        (0, Commitment("Ring.", "at work", "Friday", Likely.CERTAIN)),
        (1, Commitment("", "at home")),
    )
    assert play(pack, state, WriteCommitment(SeatId(1), "")).closing.commitments[1:] == ()
    assert "160" in refused(pack, state, WriteCommitment(SeatId(1), "Ring.", "x" * 161))


def in_programme(pack, promised=PROMISED):
    return opened(pack, meeting=Meeting("p", "Ward 7", 2), promised=promised)


def test_a_session_opens_with_what_was_promised_last_time(pack):
    state = in_programme(pack)
    assert state.phase is Phase.FOLLOW_UP
    assert "comes first" in refused(pack, state, AcceptAgreement())
    assert play(pack, state, EndFollowUp()).phase is Phase.AGREEMENT
    assert in_programme(pack, ()).phase is Phase.AGREEMENT


def test_what_was_promised_goes_along_in_an_order_of_its_own(pack):
    assert in_programme(pack, PROMISED[::-1]).setup.promised == in_programme(pack).setup.promised


def test_what_became_of_it_is_counted_and_never_tied_to_a_commitment(pack):
    told = (
        FollowUp("Ask.", Done.FULLY),
        FollowUp("Ring first.", None, " The new\nform. "),
        FollowUp("Ring first.", Done.CHANGED),
        FollowUp("Ask."),
    )
    (event,) = accepted(pack, in_programme(pack), TellFollowUp(told))
    assert event == FollowedUp(
        (FollowUp("", None, "The new form."), FollowUp("", Done.CHANGED), FollowUp("", Done.FULLY))
    )
    again = play(pack, in_programme(pack), TellFollowUp(told), TellFollowUp(told[:1]))
    assert again.closing.follow_ups == (FollowUp("", Done.FULLY),)


@pytest.mark.parametrize(
    "choices",
    [
        {"promised": PROMISED},
        {"meeting": Meeting("p", " ", 1)},
        {"meeting": Meeting("", "Ward 7", 1)},
        {"meeting": Meeting("p", "Ward 7", 0)},
        {"meeting": Meeting("p", "Ward 7", 13)},
        {"meeting": Meeting("p", "Ward 7", 1, 0)},
    ],
)
def test_a_programme_that_cannot_be_is_refused(pack, choices):
    setup = replace(Setup(named_seats("Priya", "Tom")), **choices)
    refused(pack, UNOPENED, OpenSession(setup, 3))
