"""The seven themes of the game, in the order in which the door's panes stand."""

from enum import StrEnum

from game.tongue import N_, _


class Theme(StrEnum):
    """One of the seven outcomes of the MaP learning groups; the value is the key authors write."""

    ROLES = "roles"
    VIEWPOINTS = "viewpoints"
    PERSON = "person"
    MESSAGE = "message"
    WELLBEING = "wellbeing"
    EARLY = "early"
    MOVING = "moving"

    @property
    def label(self) -> str:
        """The name people see, such as "Who does what"."""
        return _(_LABELS[self])

    @property
    def letter(self) -> str:
        """The letter that opens the short code of this theme's cards, such as E in E-07."""
        return _LETTERS[self]

    place: int
    """Where the theme stands among the seven, 0 to 6: piles and panes are kept in this order."""


_LABELS = {
    Theme.ROLES: N_("Who does what"),
    Theme.VIEWPOINTS: N_("Many viewpoints"),
    Theme.PERSON: N_("The person’s view"),
    Theme.MESSAGE: N_("One clear message"),
    Theme.WELLBEING: N_("Staying well"),
    Theme.EARLY: N_("Acting early"),
    Theme.MOVING: N_("Moving between"),
}

# "Moving between" takes B: M already belongs to "One clear message".
_LETTERS = {
    Theme.ROLES: "R",
    Theme.VIEWPOINTS: "V",
    Theme.PERSON: "P",
    Theme.MESSAGE: "M",
    Theme.WELLBEING: "W",
    Theme.EARLY: "E",
    Theme.MOVING: "B",
}

# An attribute rather than a property: every pile and pane is found by it.
for _place, _theme in enumerate(Theme):
    _theme.place = _place
