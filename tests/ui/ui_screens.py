"""A way to every screen, as a person would go it; and a screen put into words."""

from game.ui.kit.inputs import FocusAsked
from game.ui.kit.layout import Placed
from game.ui.pilot import Pilot


def every_screen(table, look):
    """Play 30 minutes with three seats and open everything on the way; *look* is told each name."""
    seen = set()

    def note(each):
        if each.screen not in seen or each.what in {"rolled", "agreed"}:
            seen.add(each.screen)
            look(f"{each.screen} {each.what}" if each.what in {"rolled", "agreed"} else each.screen)
        if each.screen == "home":
            _from_home(table, look)
        if each.screen == "board" and each.what == "the board" and "pause" not in seen:
            seen.update(("pause",))
            _overlays(table, look)
        if each.screen == "conversation round" and "lens" not in seen:
            seen.add("lens")
            _detour(table, look, "l")

    Pilot(table.desk, table.host, wait=table.clock.wait, seen=note, by_words=True).play(30, 3)


def _detour(table, look, *keys):
    """Open a screen, look, and come back."""
    before = table.screen
    table.press(*keys)
    look(table.screen)
    for _ in range(4):
        if table.screen == before:
            return
        table.press("escape")
    raise AssertionError(f"{table.screen} does not lead back to {before}")


def _from_home(table, look):
    _detour(table, look, "f1")
    _detour(table, look, "shift+a")
    _detour(table, look, "ctrl+p")
    tiles = ("sessions", "programmes", "paper", "library", "packs")
    for key in (*(f"tile {name}" for name in tiles), "key a"):
        focus(table, key)
        _detour(table, look, "enter")
    focus(table, "tile sessions")
    table.press("enter")
    _detour(table, look, "h")
    _detour(table, look, "m")
    table.press("escape")
    focus(table, "tile packs")
    table.press("enter")
    focus(table, "about pack 0")
    _detour(table, look, "enter")
    table.press("escape")
    _from_library(table, look)


PARTS = ("card", "meet", "think", "round", "talk", "evidence", "agree", "notes")


def _from_library(table, look):
    """One card in full, as a session shows it, and in the editor; then a new one, and the piles."""
    focus(table, "tile library")
    table.press("enter")
    _detour(table, look, "w")
    first = next(key for key in table.host.reachable() if key.startswith("card "))
    focus(table, first)
    table.press("enter")
    look("one card")
    table.press("p")
    for _ in range(8):
        table.press("n")
        shown = table.host.screen
        look(f"preview {'printed' if shown.printed else shown.stage.name.lower()}")
    _back_to(table, "one card")
    table.press("e")
    for part in PARTS:
        assert table.screen == f"editor {part}"
        look(table.screen)
        if part == "evidence":
            focus(table, "pick evidence")
            _detour(table, look, "enter")
        table.press("ctrl+enter")
    _back_to(table, "library")
    table.press("c")
    look("editor new")
    _back_to(table, "home")


def _back_to(table, name):
    """Escape leaves a field first, then its screen."""
    for _ in range(6):
        if table.screen == name:
            return
        table.press("escape")
    raise AssertionError(f"{table.screen} does not lead back to {name}")


def _overlays(table, look):
    for keys in (("f1",), ("b",), ("s",), ("t",), ("p",)):
        _detour(table, look, *keys)


def focus(table, key):
    """
    Give the focus to what has this key, as a screen reader does, in one go.

    That Tab comes to everything is tried for each screen by itself, in `test_ui_keys_alone`.
    """
    reached = table.host.reachable()
    assert key in reached, f"{key} cannot be reached on {table.screen}: {reached}"
    table.clock.wait(0.1)
    table.host.accept(FocusAsked(key))
    table.host.settle()


def in_words(placed: Placed, depth: int = 0) -> list[str]:
    """The placed tree as lines: what each thing is, says, and where it stands."""
    lines = []
    inner = depth
    if placed.role is not None:
        role = placed.role
        said = f" {role.name!r}" if role.name else ""
        value = f" = {role.value!r}" if role.value else ""
        on = "" if role.on is None else " (on)" if role.on else " (off)"
        x, y, w, h = placed.rect
        lines.append(f"{'  ' * depth}{role.kind}{said}{value}{on}  @{x},{y} {w}x{h}")
        inner += 1
    for part in placed.parts:
        lines.extend(in_words(part, inner))
    return lines
