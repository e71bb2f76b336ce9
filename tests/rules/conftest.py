"""What tests of the rules are given."""

import pytest
from rules_pack import small_pack


@pytest.fixture(scope="session")
def pack():
    return small_pack()
