"""
The before-and-now form: seven outcomes, how sure one feels, five labelled points, and the words
around them. What is asked about the session itself is in `evaluation`, promises in `promises`.

The wording is fixed: answers from different sessions may be put side by side only while it is.
"""

from game.model.themes import Theme
from game.tongue import N_
from game.values import dataclass

HEADING = N_(
    "About today’s session. No names. Skip any question. "
    "Your answers help us improve the game; they don’t judge you."
)
STEM = N_(
    "For each line, mark how well you understood it before today, "
    "and how well you understand it now."
)
"""For the form at the end of a session that asks about before and now together."""
STEM_BEFORE = N_("How well do you understand each of these today, before we start?")
"""For the form that asks twice: this at the start, `STEM_AFTER` at the end."""
STEM_AFTER = N_("How well do you understand each of these now?")
LEAD = N_("How well do you understand …")
"""Every item's question begins so."""

BEFORE, NOW = N_("before today"), N_("now")
POINTS = (N_("Not at all"), N_("A little"), N_("Fairly well"), N_("Well"), N_("Very well"))
"""The scale, 1 to 5; every point has its label, and the direction never changes."""
SKIP = N_("Prefer not to say / not relevant")

SURE = N_(
    "How confident would you feel to start a conversation about both mental and physical health?"
)
"""The one question about confidence, asked before and now as the seven are; it is no outcome."""
SURE_PLAIN = N_("How sure I feel to start talking about mind and body")
SURE_POINTS = (
    N_("Not at all"),
    N_("A little"),
    N_("Fairly"),
    N_("Confident"),
    N_("Very confident"),
)

FEWEST = 5
"""With fewer answers than this nothing is shown in the room: a chart would point at people."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of the seven outcomes: what it asks, and the same in plainer words."""

    theme: Theme
    asks: str
    """Follows on from `LEAD`."""
    plain: str


ITEMS = (
    Item(
        Theme.ROLES,
        N_(
            "… what different health and care workers can do for someone who has both mental and "
            "physical health needs?"
        ),
        N_("Who does what to help a person’s mind and body"),
    ),
    Item(
        Theme.VIEWPOINTS,
        N_("… how the same situation can look to workers in other jobs and places?"),
        N_("How other workers see things"),
    ),
    Item(
        Theme.PERSON,
        N_(
            "… what it can be like to live with both mental and physical health needs, from the "
            "person’s own point of view?"
        ),
        N_("What it is like for the person"),
    ),
    Item(
        Theme.MESSAGE,
        N_(
            "… how workers can give a person the same clear message, so that it doesn’t change from "
            "one to the next?"
        ),
        N_("How everyone can say the same clear thing"),
    ),
    Item(
        Theme.WELLBEING,
        N_("… everyday ways to support wellbeing and help prevent mental and physical ill health?"),
        N_("Ways to stay well"),
    ),
    Item(
        Theme.EARLY,
        N_("… why acting early makes a difference to mental and physical health?"),
        N_("Why it helps to get help early"),
    ),
    Item(
        Theme.MOVING,
        N_("… how to help someone move safely between workers, services or places of care?"),
        N_("How to make moves between services go well"),
    ),
)
"""In the order of `Theme`, so that an item's place is its theme's place."""
