"""The lines of the accessibility screen for play with a switch."""

from collections.abc import Callable

from game.app.settings import Settings
from game.app.switches import LETTER_ORDERS, OFFERED_KEYS, PACES, SWITCHES
from game.tongue import N_
from game.ui.kit.layout import Message, Widget
from game.ui.screens.choices import line, one_of
from game.ui.stack import Env

_COUNTS = {"off": N_("Off"), "one": N_("One"), "two": N_("Two")}
_TOLD = {
    "off": N_("A light goes from one thing to the next; a switch presses what is lit."),
    "one": N_(
        "The light moves by itself, and rests after two rounds without a press. "
        "One press begins again, the next presses what is lit."
    ),
    "two": N_("The first switch moves the light on, the second presses what is lit."),
}
_KEYS = {
    "space,enter": N_("Space, Enter"),
    "enter,space": N_("Enter, Space"),
    "mouse left,mouse right": N_("Left and right mouse button"),
    "pad a,pad b": N_("A and B of a game pad"),
}
_ORDERS = {"order": N_("A to Z"), "often": N_("Often first")}


def switch_lines(env: Env, now: Settings, change: Callable[[Settings], Message]) -> list[Widget]:
    """How many switches; and, where there are any, what else can be chosen about them."""
    counts = one_of(now, "switch", ((each, _COUNTS[each]) for each in SWITCHES), change)
    lines = [line(env, "hand-finger", N_("Switch"), _TOLD[now.switch], counts)]
    if now.switch == "off":
        return lines
    if now.switch == "one":
        paces = one_of(now, "pace", ((each, f"{each / 1000:g} s") for each in PACES), change)
        lines.append(line(env, "clock", N_("The light moves every"), "", paces))
    offered = OFFERED_KEYS if now.switch_keys in OFFERED_KEYS else (*OFFERED_KEYS, now.switch_keys)
    keys = one_of(now, "switch_keys", ((each, _KEYS.get(each, each)) for each in offered), change)
    orders = one_of(now, "letter_order", ((each, _ORDERS[each]) for each in LETTER_ORDERS), change)
    told = N_("What the switch box sends: the first moves on, the second presses.")
    if now.switch == "one":
        told = N_("What the switch box sends: either of the two presses.")
    lines.append(line(env, "link", N_("Switch keys"), told, keys))
    lines.append(
        line(env, "keyboard", N_("Letters to press"), N_("In text fields, for a name."), orders)
    )
    return lines
