"""What tests of reports share: one whole session, played once, and its facts."""

import pytest
from report_sessions import TODAY, hands_of, play, sheets

from game.app.places import find
from game.report.facts import facts_of
from game.report.picture import Icons
from game.report.reading import read


@pytest.fixture(scope="session")
def assets():
    return find().assets


@pytest.fixture(scope="session")
def icons(assets):
    return Icons(assets)


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    """The folder of a session in which twelve people answered, on sheets and by hands."""
    folder = tmp_path_factory.mktemp("played")
    return play(folder, answers=sheets(), hands=hands_of(), cards=5)


@pytest.fixture(scope="session")
def facts(played):
    return facts_of(read(played, TODAY))
