"""Which cards do not fit the screen: each is placed as it will be shown, with the real type."""

from collections.abc import Iterator
from pathlib import Path

from game.app.desk import Desk
from game.app.places import Places
from game.app.rehearsal import rehearse
from game.content.advice import SCENE_WORDS
from game.content.codes.content import LETTER_LACKING
from game.content.fitting import Measurer, Misfit
from game.model.pack import Card, Pack
from game.ui.host import Host
from game.ui.kit.scroll import Scrolled
from game.ui.screens.all import look_of
from game.ui.screens.phases import SCREENS
from game.ui.window.fonts import Faces
from game.values import dataclass, replace

SIZE = (1280, 720)
"""The smallest screen that rooms still have."""


@dataclass(frozen=True, slots=True)
class Room:
    """A text size, and how much of a card may wait below there, in heights of what is shown."""

    text: int
    below: float


# At the usual size the last lines may wait; at a large size everything scrolls, but a group should
# not have to scroll twice to see a card. Measured on the core pack: see the decision record.
ROOMS = (Room(100, 0.2), Room(150, 1.35))

# Where a card has most to show, and what people do there.
FULLEST = {"meet": "meet it", "round": "speak in turn", "talk": "talk about it"}


def on_screen(places: Places) -> Measurer:
    """A measurer with the game's own screens and type."""
    faces = Faces(places.assets / "fonts")

    def measure(pack: Pack, cards: tuple[Card, ...]) -> Iterator[Misfit]:
        desk = _desk(places)
        for card in cards:
            yield from _boxes(faces, card)
            misfit = _misfit(desk, faces, pack, card)
            if misfit is not None:
                yield misfit

    return measure


def _boxes(faces: Faces, card: Card) -> Iterator[Misfit]:
    """Letters of the card in whose place a box would stand."""
    fields = {
        "title": card.title,
        "scene": card.scene,
        "voice": card.voice,
        "think": card.think,
        "lenses": "".join(each.prompt for each in card.lenses),
        "talk": "".join(card.talk),
        "helps": card.helps,
        "agree": card.agree,
    }
    for name, words in fields.items():
        lacking = faces.lacks(words)
        if lacking:
            many = len(lacking) > 1
            yield Misfit(
                card.id,
                name,
                f"no typeface here can draw {'these letters' if many else 'this letter'}: "
                f"{' '.join(lacking[:12])}",
                f"Write {'them' if many else 'it'} in another way, or install a typeface that has "
                f"{'them' if many else 'it'}; until then a box is shown.",
                LETTER_LACKING,
            )


def _desk(places: Places) -> Desk:
    nowhere = Path()
    still = Places(places.content, places.assets, nowhere, nowhere, nowhere)
    return Desk(still, clock=lambda: 0.0, keep_settings=False)


def _misfit(desk: Desk, faces: Faces, pack: Pack, card: Card) -> Misfit | None:
    """Where the card is worst off, if anywhere."""
    for stage, session in rehearse(pack, card):
        if stage not in FULLEST:
            continue
        desk.session = session
        for room in ROOMS:
            desk.change(replace(desk.settings, text=room.text))
            below = waiting_below(desk, faces, SIZE)
            if below > room.below:
                return Misfit(
                    card.id,
                    "scene" if len(card.scene.split()) > SCENE_WORDS else "talk",
                    f"this card does not fit the screen when people {FULLEST[stage]}: "
                    f"{_share(below)} waits below the edge "
                    f"(at {SIZE[0]} × {SIZE[1]}, text {room.text} %)",
                    "Shorten the scene or the questions: a card that all can see is talked "
                    "through without anybody scrolling.",
                )
    return None


def waiting_below(desk: Desk, faces: Faces, size: tuple[int, int]) -> float:
    """How much of the card waits below the edge on the screen now shown, in heights of its place."""
    if desk.session is None:
        raise LookupError("no card lies on the table")
    screen = SCREENS[desk.session.state.phase](desk)
    host = Host(screen, fonts=faces, look=lambda: look_of(desk), clock=lambda: 0.0, size=size)
    return max(
        (
            each.data.most / each.rect.h
            for each in host.frame().root.walk()
            if isinstance(each.data, Scrolled) and not str(each.key).endswith(" side")
        ),
        default=0.0,
    )


def _share(below: float) -> str:
    if below >= 1:
        return f"{below:.1f} times what is shown"
    return f"a further {below:.0%} of what is shown"
