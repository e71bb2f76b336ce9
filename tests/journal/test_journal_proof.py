"""The proof at its fast size; `python tests/journal/proof.py --full` runs all of it."""

import os

import pytest
from proof import PARTS
from proof_bugs import BUGS, caught
from proof_tally import Tally

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="dies in a forked child")


@pytest.mark.parametrize("part", PARTS, ids=[each.key for each in PARTS])
def test_nothing_acknowledged_is_lost_nothing_wrong_is_believed_and_nobody_sees_an_exception(
    part, tmp_path
):
    tally = part.fast(tmp_path, Tally(part.name))
    assert tally.tried
    assert tally.ended
    assert tally.sound, tally.mistakes


@pytest.mark.parametrize("bug", BUGS, ids=[each.name for each in BUGS])
def test_a_bug_planted_on_purpose_is_caught(bug, tmp_path):
    assert caught(bug, tmp_path)
