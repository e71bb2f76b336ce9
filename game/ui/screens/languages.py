"""
The languages of a card: its own, and beside it another for whoever interprets.

The first stands at the left, the second at the right, whichever way they run; where there is little
room, one below the other. What nobody has translated stands in the first language alone.
"""

from collections.abc import Callable, Sequence

from game.app.desk import Desk
from game.app.settings import Settings
from game.model.pack import Card, Pack
from game.rules.state import Stage
from game.script.bidi import runs_from_right
from game.script.names import is_from_right, language_of, name_of
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Grow, InLanguage, Row
from game.ui.kit.content import Text
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Language, Style
from game.ui.kit.tones import SOFT
from game.ui.screens.choices import line, one_of
from game.ui.screens.registry import live
from game.ui.stack import Binding, Env
from game.values import dataclass, replace

ONE_BELOW = 2.0
"""From this text size on, two languages stand below each other."""


@dataclass(frozen=True, slots=True)
class NextLanguage:
    """Show the card in the next of its other languages too, or in its own alone again."""


def language_of_card(pack: Pack, card: Card) -> Language:
    """What a card's own words are in; empty where they are English, like the screen round them."""
    code = language_of(card.scene, pack.language)
    if code.partition("-")[0] in {"", "en"}:
        return Language()
    return Language(code, runs_from_right(card.scene))


def in_its_language(pack: Pack, card: Card, sheet: Widget) -> Widget:
    """A card's sheet as its own language has it: from the right in Arabic."""
    language = language_of_card(pack, card)
    return sheet if language == Language() else InLanguage(sheet, language)


def second_of(desk: Desk, card: Card) -> tuple[Card, Language] | None:
    """The card in the second language that is wished for, where somebody has put it into that."""
    wanted = desk.settings.second
    found = live(desk).pack.card_in(card.id, wanted) if wanted else None
    return None if found is None else (found, Language(wanted, is_from_right(wanted)))


def nowhere(desk: Desk) -> str:
    """That no card here is in the second language that is wished for; empty where one is."""
    wanted, pack = desk.settings.second, desk.in_play.shown
    if not wanted or pack is None or wanted in {each.language for each in pack.translations}:
        return ""
    said = _("No card here is in “{language}” too, so each stays in its own language alone.")
    return said.format(language=name_of(wanted))


def language_keys(desk: Desk) -> tuple[Binding, ...]:
    """The key for two languages, where the pack has a second one."""
    if not live(desk).pack.translations:
        return ()
    coming = _next(desk)
    if not coming:
        label = _("one language")
    elif desk.settings.second in {each.language for each in live(desk).pack.translations}:
        label = _("{language} instead").format(language=name_of(coming))
    else:
        label = _("{language} too").format(language=name_of(coming))
    return (Binding("i", label, NextLanguage()),)


def card_languages(
    env: Env, desk: Desk, change: Callable[[Settings], Message]
) -> tuple[Widget, ...]:
    """The choices for cards in two languages, where the pack has a second one."""
    pack = desk.in_play.shown if desk.session is None else desk.session.pack
    if pack is None or not pack.translations:
        return ()
    now = desk.settings
    codes = ("", *(each.language for each in pack.translations))
    named = one_of(
        now, "second", ((code, name_of(code) if code else N_("None")) for code in codes), change
    )
    told = N_("Of cards, beside their own. I does the same while a card lies on the table.")
    rows = [line(env, "messages", N_("Second language"), told, named)]
    if now.second in codes[1:] and desk.speaker.available:
        which = ((False, N_("The first")), (True, N_("The second")))
        heard = one_of(now, "hear_second", which, change)
        rows.append(line(env, "ear", N_("Of two languages, read aloud"), "", heard))
    return tuple(rows)


def turn_to_next(desk: Desk) -> None:
    desk.change(replace(desk.settings, second=_next(desk)))


def _next(desk: Desk) -> str:
    """The language that the key brings: each of the pack's in turn, then none."""
    order = ["", *(each.language for each in live(desk).pack.translations)]
    now = desk.settings.second
    return order[(order.index(now) + 1) % len(order)] if now in order else order[1]


def beside(
    desk: Desk, env: Env, card: Card, parts: Sequence[Widget], others: Sequence[Widget]
) -> Widget:
    """The parts of a card in its own language, and beside them those in the second."""
    second = second_of(desk, card)
    if second is None:
        raise LookupError("no second language is shown")
    theirs, language = second
    own = language_of_card(live(desk).pack, card)
    heard = desk.settings.hear_second
    said_in = name_of(live(desk).pack.language or own.code or "en")
    first = Column((_caption(said_in), *parts), gap=22)
    # The head of the card has the first title; the second is met with the scene.
    titled = live(desk).state.stage is Stage.MEET
    title = (Text(theirs.title, _TITLE, kind="heading"),) if titled else ()
    other = Column((_caption(name_of(language.code)), *title, *others), gap=22)
    columns = (InLanguage(first, own, aloud=not heard), InLanguage(other, language, aloud=heard))
    if env.narrow or env.text >= ONE_BELOW:
        return Column(columns, gap=40)
    return Row(tuple(Grow(each) for each in columns), gap=52, align=0)


_TITLE = Style(34, Face.BOLD, leading=1.25)


def _caption(name: str) -> Widget:
    return Text(name, Style(24, Face.SEMIBOLD, SOFT, 1.2), kind="label")
