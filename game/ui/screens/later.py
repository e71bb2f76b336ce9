"""
Screens that are brought when they are first wanted.

The home screen stands within a blink because it does not wait for the other thirty.
"""

from collections.abc import Callable
from importlib import import_module

from game.ui.stack import Screen


def later(place: str, *given: object) -> Callable[..., Screen]:
    """
    What makes the screen at *place*, such as "board:BoardScreen", importing it on first use.

    *given* are arguments that come before those of each call.
    """

    def make(*arguments: object, **choices: object) -> Screen:
        module, name = place.split(":")
        made: Screen = getattr(import_module(f"game.ui.screens.{module}"), name)(
            *given, *arguments, **choices
        )
        return made

    return make
