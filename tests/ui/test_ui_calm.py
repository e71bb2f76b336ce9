"""A screen that fails: a calm screen in its place, everything saved, and on from the same step."""

import pytest
from ui_screens import every_screen

from game.ui import frames
from game.ui.host import Host
from game.ui.kit.drawing import Words
from game.ui.screens.all import beforehand, home, look_of, mend
from game.ui.screens.calm import CalmScreen


class OddError(Exception):
    """What no screen should ever raise."""


@pytest.fixture
def laid(table):
    each = table()
    each.host = Host(
        home(each.desk),
        fonts=each.faces,
        look=lambda: look_of(each.desk),
        clock=each.clock,
        size=each.size,
        beforehand=beforehand(each.desk),
        mend=mend(each.desk),
    )
    return each


def words(host):
    return " ".join(op.text for op in host.frame().ops if isinstance(op, Words))


def fail(_self, _given):
    raise OddError("what somebody had written")


def test_each_screen_may_fail_in_its_view_and_in_its_update_and_the_session_goes_on(
    laid, monkeypatch
):
    failed = {"view": set(), "update": set()}

    def broken(name):
        # The overlays end where they are: going on leads to the screen of the phase itself.
        host, session = laid.host, laid.desk.session
        stack, before = list(host.stack), None if session is None else session.state
        for part in ("view", "update"):
            kind = type(host.screen)
            with monkeypatch.context() as patch:
                patch.setattr(kind, part, fail)
                if part == "view":
                    host.stir()
                    host.frame()
                else:
                    host.send(host.frame().view.primary)
            assert isinstance(host.screen, CalmScreen), name
            assert "That did not work" in words(host)
            assert "somebody had written" not in words(host)
            assert laid.desk.session is session
            if session is not None:
                assert session.state == before
                assert session.unsaved == ""
                laid.press("space")
                assert not isinstance(host.screen, CalmScreen), name
                assert session.state == before
            failed[part].add(name)
            # Back to where the tour was.
            host.stack[:] = stack
            host.stir()

    every_screen(laid, broken)
    assert failed["view"] == failed["update"]
    assert len(failed["view"]) > 25


def test_a_screen_that_cannot_be_painted_gives_way_to_the_calm_one(laid, monkeypatch):
    laid.press("q", "space")
    painted, failures = frames.paint_all, [fail]

    def paint(*given):
        return failures.pop()(*given) if failures else painted(*given)

    monkeypatch.setattr(frames, "paint_all", paint)
    laid.host.stir()
    laid.host.frame()
    assert laid.screen == "calm"
    assert "That did not work" in words(laid.host)


def test_the_calm_screen_offers_to_take_the_step_back_and_to_go_home(laid, monkeypatch):
    laid.press("q", "space")
    session = laid.desk.session
    with monkeypatch.context() as patch:
        patch.setattr(type(laid.host.screen), "view", fail)
        laid.host.stir()
        laid.press("z")
        assert session.at == 1
        assert laid.screen == "agreement"
        laid.press("space")
        laid.host.frame()
        # The screen that fails comes again, and so does the calm one.
        assert laid.screen == "calm"
        assert "test_ui_calm.py, line" in words(laid.host)
        laid.press("h")
    assert laid.screen == "home"
    assert laid.desk.session is None
    assert [each.finished for each in laid.desk.saved()] == [False]


def test_with_no_session_the_calm_screen_leads_home_or_out(laid, monkeypatch):
    for press, running in (("space", True), ("q", False)):
        laid.press("f1")
        with monkeypatch.context() as patch:
            patch.setattr(type(laid.host.screen), "view", fail)
            laid.host.stir()
            laid.host.frame()
        assert laid.screen == "calm"
        laid.press("?")
        laid.press(press)
        assert laid.screen == ("home" if running else "calm")
        assert laid.host.running == running


def test_a_calm_screen_that_fails_itself_lets_the_fault_be_told(laid, monkeypatch):
    monkeypatch.setattr(type(laid.host.screen), "view", fail)
    monkeypatch.setattr(CalmScreen, "view", fail)
    laid.host.stir()
    with pytest.raises(OddError):
        laid.host.frame()


def test_a_fault_that_nobody_mends_is_raised(table, monkeypatch):
    plain = table()
    monkeypatch.setattr(type(plain.host.screen), "update", fail)
    with pytest.raises(OddError):
        plain.host.send("anything")
