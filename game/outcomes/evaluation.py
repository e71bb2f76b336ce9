"""
What is asked about the session itself, once, at its end: voice, harm, what stays, what to change.

Wording only, fixed as in `items`. "No names. Skip any question." holds here as there.
"""

from enum import StrEnum

from game.tongue import N_, _

VOICE = (
    N_("I could say what I thought."),
    N_("I could pass without it feeling awkward."),
    N_("I heard a view I hadn’t thought about."),
)
VOICE_SHORT = (N_("Could say what I thought"), N_("Could pass with ease"), N_("Heard a new view"))
"""The three as a table or a chart names them."""
VOICE_POINTS = (N_("Not at all"), N_("A little"), N_("Mostly"), N_("Completely"))
"""The scale, 1 to 4."""

HARM = N_("Did anything feel unsafe, unfair or untrue to life?")
HARM_CARD = N_("If you wish, tell us which card.")

STAYS = N_("What will stay with you?")
CHANGE = N_("What should we change?")
NO_NAMES = N_("Please don’t write anything that could point to you or to anyone else.")
"""Stands beside every field for free words."""

CAME = N_("I came mainly as:")
"""One coarse and optional question; nothing else about a person is ever asked."""


class Harm(StrEnum):
    """The answers to `HARM`, from least to most."""

    NO = N_("No")
    A_LITTLE = N_("Yes, a little")
    YES = N_("Yes")

    @property
    def label(self) -> str:
        """The answer as people see it."""
        return _(self.value)


class Group(StrEnum):
    """The answers to `CAME`. They are never put beside anybody's other answers."""

    PERSON = N_("a person using services or a carer")
    SUPPORT = N_("care or support worker")
    NURSE = N_("nurse or AHP")
    DOCTOR = N_("doctor or psychologist")
    NAVIGATOR = N_("social work, navigator or link worker")
    OTHER = N_("other / rather not say")

    @property
    def label(self) -> str:
        """The answer as people see it."""
        return _(self.value)
