"""What people answer is stored for ever: today's values keep their shape, and older ones read."""

import dataclasses

import pytest

from game.journal.codec import decode_event, encode_event
from game.journal.shapes import record_shape
from game.outcomes.answers import (
    CONFIDENCE,
    Commitment,
    Evaluation,
    FollowUp,
    Form,
    Gathered,
    Hands,
    Remarks,
    Sheet,
    Way,
)
from game.outcomes.evaluation import Group, Harm
from game.outcomes.promises import Done, Likely
from game.rules.events import SheetsHandedIn

VALUES = (
    Hands(CONFIDENCE, (1, 0, 0, 0, 2), (0, 0, 0, 1, 2), Form.BEFORE_AND_AFTER),
    Sheet((1, None, 3, 2, 2, 1, 4), (None,) * 7, 2, None, Way.PAPER, Form.BEFORE_AND_AFTER),
    Evaluation((4, None, 1), Harm.A_LITTLE, "missed-blood-test", Way.PAPER),
    Remarks(("The stairs.",), ("More time.",), (Group.PERSON, Group.OTHER)),
    Commitment("Ask about sleep", "clinic", "Friday", Likely.CERTAIN),
    FollowUp("Ask about sleep", Done.PARTLY, "Time."),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda each: type(each).__name__)
def test_every_value_comes_back_from_a_file_as_it_was(value):
    shape = record_shape(type(value))
    assert shape.of_json(shape.to_json(value)) == value


def test_all_that_a_session_gathered_comes_back_as_it_was():
    whole = Gathered(
        (VALUES[1],), (VALUES[0],), (VALUES[2],), VALUES[3], (VALUES[4],), (VALUES[5],)
    )
    shape = record_shape(Gathered)
    assert shape.of_json(shape.to_json(whole)) == whole


def test_a_sheet_from_before_confidence_was_asked_reads_as_a_private_retrospective_one():
    told = {
        "event": "sheets_handed_in",
        "sheets": [{"before": [1, None, 3, 2, 2, 1, 4], "now": [3, 4, 4, 3, None, 2, 5]}],
    }
    event = decode_event(told)
    assert event == SheetsHandedIn((Sheet((1, None, 3, 2, 2, 1, 4), (3, 4, 4, 3, None, 2, 5)),))
    (sheet,) = event.sheets
    assert (sheet.sure_before, sheet.sure_now) == (None, None)
    assert (sheet.way, sheet.form) == (Way.PRIVATE, Form.RETROSPECTIVE)
    assert decode_event(encode_event(event)) == event


@pytest.mark.parametrize("kind", [Sheet, Hands, Evaluation, Remarks])
def test_no_answer_can_tell_who_gave_it(kind):
    names = {each.name for each in dataclasses.fields(kind)}
    assert not names & {"seat", "name", "who", "person", "at", "order", "code", "role"}


def test_what_somebody_came_as_stands_on_no_sheet_of_answers():
    for kind in (Sheet, Evaluation):
        hints = " ".join(str(each.type) for each in dataclasses.fields(kind))
        assert "Group" not in hints
