"""Sessions played by nobody."""

import pytest
from rules_pack import small_pack

from game.model.themes import Theme
from game.rules.apply import replay
from game.rules.events import CardTurned, ConversationEnded, Paused, SeatJoined, SeatLeft
from game.rules.simulate import simulate_session
from game.rules.state import Phase

KINDS_SEEN_NOW_AND_THEN = {Paused, SeatJoined, SeatLeft}


@pytest.mark.parametrize("minutes", [30, 60, 90])
@pytest.mark.parametrize("seats", [2, 4, 8])
def test_sessions_come_to_their_end(pack, minutes, seats):
    for seed in range(3):
        result = simulate_session(pack, minutes, seats, seed)
        assert result.stuck is None
        state = replay(result.events)
        assert state.phase is Phase.FINISHED
        assert result.planned_minutes == minutes
        assert result.panes_lit == tuple(theme for theme in Theme if theme in state.lit)
        assert result.cards_planned == state.plan.cards
        ended = [event for event in result.events if isinstance(event, ConversationEnded)]
        assert result.cards_played == len(ended)
        assert {event.theme for event in ended} <= set(result.themes_met)
        turned = {event.card for event in result.events if isinstance(event, CardTurned)}
        assert set(result.cards_seen) == turned
        assert result.commands >= len(ended) * 8


def test_the_same_seed_gives_the_same_session(pack):
    assert simulate_session(pack, 30, 4, 11) == simulate_session(pack, 30, 4, 11)
    assert simulate_session(pack, 30, 4, 11) != simulate_session(pack, 30, 4, 12)


def test_tables_pause_and_come_and_go_now_and_then(pack):
    events = [type(e) for seed in range(8) for e in simulate_session(pack, 60, 4, seed).events]
    assert set(events) >= KINDS_SEEN_NOW_AND_THEN


def test_sessions_take_about_as_long_as_planned(pack):
    times = sorted(simulate_session(pack, 60, 4, seed).simulated_minutes for seed in range(15))
    assert 45 < times[7] < 80


def test_a_pack_that_cannot_open_is_told_and_not_raised():
    result = simulate_session(small_pack(levels=(2, 3)), 30, 4, 1)
    assert "gentle" in result.stuck
    assert result.events == ()
