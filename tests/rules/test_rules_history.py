"""Undo and redo: any number of steps, across turns, and the same card comes back."""

from rules_pack import accepted, opening, play, to_card

from game.rules.apply import apply, replay
from game.rules.commands import (
    AcceptAgreement,
    JoinSeat,
    LeaveSeat,
    NextStage,
    Pause,
    PlayCard,
    Resume,
    RollDie,
    SwapCard,
    Walk,
)
from game.rules.events import Paused, Resumed, SessionOpened
from game.rules.history import History
from game.rules.state import UNOPENED, Direction, Phase, State


def send(pack, history, *commands):
    for command in commands:
        history = history.push(accepted(pack, history.state, command))
    return history


def opened(pack, **choices):
    return send(pack, History(), opening(**choices))


def some_turns(pack):
    """A history over two whole turns, and one of them a card swapped."""
    history = send(pack, opened(pack), AcceptAgreement())
    for _ in range(2):
        while history.state.phase is not Phase.CARD:
            before = history.state
            step = RollDie() if before.phase is Phase.ROLL else Walk(Direction.BACK)
            if before.phase not in {Phase.ROLL, Phase.WALK}:
                break
            history = send(pack, history, step)
        if history.state.phase is Phase.CARD:
            history = send(pack, history, SwapCard(), PlayCard(), *[NextStage()] * 7)
    return history


def test_a_new_history_stands_before_any_session():
    history = History()
    assert history.state == UNOPENED
    assert (history.at, history.steps, history.events) == (0, (), ())
    assert not history.can_undo
    assert not history.can_redo
    assert history.undo() is history
    assert history.redo() is history


def test_the_opening_is_never_taken_back(pack):
    history = opened(pack)
    assert not history.can_undo
    assert history.undo() is history
    assert isinstance(history.events[0], SessionOpened)


def test_undo_gives_the_state_before_and_redo_the_same_state_again(pack):
    history = some_turns(pack)
    states: list[State] = []
    while history.can_undo:
        states.append(history.state)
        history = history.undo()
    assert history.state == opened(pack).state
    while history.can_redo:
        history = history.redo()
        assert history.state == states.pop()
    assert not states


def test_the_same_card_comes_back_and_so_does_the_same_roll(pack):
    history = send(pack, opened(pack), AcceptAgreement(), RollDie())
    back = history.undo()
    assert send(pack, back, RollDie()).state == history.state
    card = to_card(pack, history.state).face_up
    assert to_card(pack, send(pack, back, RollDie()).state).face_up == card


def test_a_new_step_leaves_what_was_taken_back_behind(pack):
    history = send(pack, opened(pack), AcceptAgreement(), RollDie())
    history = send(pack, history.undo(), JoinSeat("Joy"))
    assert not history.can_redo
    assert len(history.steps) == 3


def test_the_state_is_always_the_replay_of_the_steps_in_force(pack):
    history = some_turns(pack)
    while history.can_undo:
        steps = history.steps
        assert replay(event for step in steps[: history.at] for event in step) == history.state
        assert history.events == tuple(event for step in steps[: history.at] for event in step)
        history = history.undo()


def test_a_history_is_a_value(pack):
    before = send(pack, opened(pack), AcceptAgreement())
    after = send(pack, before, RollDie())
    assert before.at == 2
    assert before.state.phase is Phase.ROLL
    assert after.undo().state == before.state
    assert after.state.phase is Phase.WALK


def test_pushing_nothing_changes_nothing(pack):
    history = opened(pack)
    assert history.push(()) is history


# Quiet steps.


def test_a_pause_is_no_step_of_its_own(pack):
    history = send(pack, opened(pack), AcceptAgreement())
    paused = send(pack, history, Pause())
    assert paused.at == history.at
    assert paused.steps[-1][-1] == Paused()
    assert paused.state.paused
    resumed = send(pack, paused, Resume())
    assert resumed.steps[-1][-2:] == (Paused(), Resumed())
    assert resumed.state == history.state


def test_undo_passes_over_a_pause(pack):
    history = send(pack, opened(pack), AcceptAgreement(), RollDie(), Pause(), Resume())
    assert history.undo().state.phase is Phase.ROLL
    assert history.undo().redo().state == history.state


def test_a_pause_keeps_what_was_taken_back(pack):
    history = send(pack, opened(pack), AcceptAgreement(), RollDie())
    rolled = history.state
    back = send(pack, history.undo(), Pause(), Resume())
    assert back.can_redo
    assert back.redo().state == rolled


def test_redo_in_a_pause_stays_in_the_pause(pack):
    history = send(pack, opened(pack), AcceptAgreement(), RollDie())
    again = send(pack, history.undo(), Pause()).redo()
    assert again.state == apply(history.state, Paused())
    assert replay(again.events) == again.state


def test_a_step_that_ends_a_pause_is_a_step(pack):
    state = to_card(pack, play(pack, UNOPENED, opening(), AcceptAgreement()))
    assert accepted(pack, play(pack, state, Pause()), SwapCard())[0] == Resumed()
    history = send(pack, opened(pack), AcceptAgreement(), Pause())
    joined = send(pack, history, JoinSeat("Joy"))
    assert joined.at == history.at + 1
    assert joined.undo().state == history.state


def test_a_long_history_is_no_deeper_for_python(pack):
    history = opened(pack)
    for _ in range(3000):
        history = send(pack, history, JoinSeat("Joy")).push(())
        history = history.undo()
        history = history.redo()
        history = history.undo()
    assert history.at == 1
    history = send(pack, history, AcceptAgreement())
    for _ in range(1500):
        history = history.push(accepted(pack, history.state, JoinSeat("Joy")))
        history = history.push(accepted(pack, history.state, LeaveSeat(history.state.seats[-1].id)))
    assert len(history.steps) == 3002
    del history
