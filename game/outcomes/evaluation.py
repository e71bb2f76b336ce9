"""
What is asked about the session itself, once, at its end: voice, harm, what stays, what to change.

Wording only, fixed as in `items`. "No names. Skip any question." holds here as there.
"""

from enum import StrEnum

VOICE = (
    "I could say what I thought.",
    "I could pass without it feeling awkward.",
    "I heard a view I hadn’t thought about.",
)
VOICE_SHORT = ("Could say what I thought", "Could pass with ease", "Heard a new view")
"""The three as a table or a chart names them."""
VOICE_POINTS = ("Not at all", "A little", "Mostly", "Completely")
"""The scale, 1 to 4."""

HARM = "Did anything feel unsafe, unfair or untrue to life?"
HARM_CARD = "If you wish, tell us which card."

STAYS = "What will stay with you?"
CHANGE = "What should we change?"
NO_NAMES = "Please don’t write anything that could point to you or to anyone else."
"""Stands beside every field for free words."""

CAME = "I came mainly as:"
"""One coarse and optional question; nothing else about a person is ever asked."""


class Harm(StrEnum):
    """The answers to `HARM`, from least to most."""

    NO = "No"
    A_LITTLE = "Yes, a little"
    YES = "Yes"


class Group(StrEnum):
    """The answers to `CAME`. They are never put beside anybody's other answers."""

    PERSON = "a person using services or a carer"
    SUPPORT = "care or support worker"
    NURSE = "nurse or AHP"
    DOCTOR = "doctor or psychologist"
    NAVIGATOR = "social work, navigator or link worker"
    OTHER = "other / rather not say"
