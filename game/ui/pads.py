"""What the buttons of a game pad mean. The window tells which went down, as keys named "pad …"."""

from game.ui.frames import Frame
from game.ui.kit.inputs import Chosen, InputEvent, KeyPressed, PaneStepped, Slid, Steered
from game.ui.kit.pointing import scrolling

PAD = "pad "

_STEERS = {
    "pad left": Steered(-1, 0),
    "pad right": Steered(1, 0),
    "pad up": Steered(0, -1),
    "pad down": Steered(0, 1),
}
_MEANS: dict[str, InputEvent] = {
    "pad a": Chosen(),
    "pad b": KeyPressed("escape"),
    "pad x": KeyPressed("v", shift=True),
    "pad y": KeyPressed("f1"),
    "pad left shoulder": PaneStepped(-1),
    "pad right shoulder": PaneStepped(1),
    "pad back": KeyPressed("a", shift=True),
}


def meant(key: KeyPressed, frame: Frame, focus: str | None) -> InputEvent | None:
    """What pressing this button does on this screen; None for nothing."""
    if key.key in _STEERS:
        return _STEERS[key.key]
    if key.repeat:
        return None
    match key.key:
        case "pad start":
            # The table's menu while there is a table, and elsewhere the settings of this screen.
            table = any(each.combo == "t" for each in frame.view.keys)
            return KeyPressed("t") if table else KeyPressed("a", shift=True)
        case "pad left trigger":
            return _scrolled(frame, focus, -1)
        case "pad right trigger":
            return _scrolled(frame, focus, 1)
        case _:
            return _MEANS.get(key.key)


def _scrolled(frame: Frame, focus: str | None, way: int) -> InputEvent | None:
    """Most of a page on, in the region that the focus is in, or else in the first."""
    regions = scrolling(frame.root)
    if not regions:
        return None
    around = [r for r in regions if focus is not None and any(e.key == focus for e in r.walk())]
    region = (around or regions)[0]
    return Slid(*region.rect.centre, way * region.rect.h * 3 // 4)
