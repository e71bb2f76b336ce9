"""What a session would deal: the cards of each pile, once levels, topics and sets are chosen."""

from game.app.desk import Desk
from game.art.signs import LEVELS
from game.model.pack import Card, Pack, SetId, TopicId
from game.model.themes import Theme
from game.tongue import _, ngettext
from game.ui.art.palettes import THEME_ICONS, fill_of
from game.ui.kit.boxes import Column, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import soft, tone_on
from game.ui.screens.frame import framed, spread
from game.ui.screens.front import Close, front, front_keys
from game.ui.screens.shelving import Dealing, dealt
from game.ui.screens.walking import capital
from game.ui.stack import Env, Outcome, Stay, View
from game.values import dataclass, field, replace

QUICK = Dealing()

MOST_NAMED = 30
"""So many titles of a pile are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class UpTo:
    """Deal cards up to this level."""

    level: int


@dataclass(frozen=True, slots=True)
class LeaveTopic:
    """Leave a topic out, or let it in again."""

    topic: TopicId


@dataclass(frozen=True, slots=True)
class DealSet:
    """Deal this set alone, or all cards again."""

    only: SetId


@dataclass(frozen=True, slots=True)
class DealingScreen:
    """See the module. It begins with what a quick start would choose."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    dealing: Dealing = QUICK
    name: str = "dealing"

    def update(self, message: Message) -> Outcome:
        now = self.dealing
        match message:
            case UpTo(level):
                now = replace(now, hardest=level)
            case LeaveTopic(topic):
                kept = tuple(each for each in now.left_out if each != topic)
                now = replace(now, left_out=kept if topic in now.left_out else (*kept, topic))
            case DealSet(only):
                now = replace(now, only=None if now.only == only else only)
            case _:
                return front(self.desk, self, message) or Stay(self)
        return Stay(replace(self, dealing=now))

    def view(self, env: Env) -> View:
        keys = front_keys()
        pack, all_of_them = self.desk.dealt, self.desk.pack
        if pack is None or all_of_them is None:
            body: Widget = Panel(Text(_("Nothing of this pack can be played yet.")))
            return View(_("Cards in use"), framed(env, body, keys), keys, primary=Close())
        cards = dealt(pack, self.dealing)
        piles = tuple(
            _pile(theme, [each for each in cards if each.theme is theme], all_of_them)
            for theme in Theme
        )
        title = heading(_("Cards in use"), 44)
        out = len(all_of_them.cards) - len(pack.cards)
        words = _("{dealt} of {all} cards, in seven piles.").format(
            dealt=len(cards), all=len(all_of_them.cards)
        )
        if out:
            words += " " + ngettext(
                "{count} left out by you.", "{count} left out by you.", out
            ).format(count=out)
        main = Column((title, soft(words, 27), *piles), gap=18)
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY, height=88)
        view = spread(env, main, self._choices(all_of_them), (back,), key="dealing")
        return View(_("Cards in use"), framed(env, view, keys), keys, primary=Close())

    def _choices(self, pack: Pack) -> Widget:
        levels = tuple(
            Chip(
                _("Up to {level}").format(level=level),
                UpTo(level),
                f"up to {level}",
                self.dealing.hardest == level,
                icon=LEVELS[level][0],
                radio=True,
                size=25,
                pad=18,
            )
            for level in LEVELS
        )
        topics = tuple(
            Chip(
                capital(each.label),
                LeaveTopic(each.id),
                f"topic {each.id}",
                each.id in self.dealing.left_out,
                size=25,
                pad=18,
            )
            for each in pack.topics
        )
        parts: list[Widget] = [
            heading(_("How hard?"), 30),
            Flow(levels, gap=10, line_gap=10),
            heading(_("Leave out"), 30),
            Flow(topics, gap=10, line_gap=10),
        ]
        if pack.sets:
            sets = tuple(
                Chip(
                    capital(each.label),
                    DealSet(each.id),
                    f"set {each.id}",
                    self.dealing.only == each.id,
                    size=25,
                    pad=18,
                )
                for each in pack.sets
            )
            parts += [heading(_("One set alone"), 30), Flow(sets, gap=10, line_gap=10)]
        parts.append(soft(_("The welcome asks for the same before a session."), 25))
        return Panel(Column(tuple(parts), gap=16), pad=30, pad_y=28)


def _pile(theme: Theme, cards: list[Card], pack: Pack) -> Widget:
    total = sum(each.theme is theme for each in pack.cards)
    badge = Panel(
        Icon(THEME_ICONS[theme], 40, tone_on(theme)),
        fill=fill_of(theme),
        line=INK,
        line_width=2,
        raised=False,
        radius=18,
        pad=14,
    )
    named = " · ".join(f"{each.code} {each.title}" for each in cards[:MOST_NAMED])
    if len(cards) > MOST_NAMED:
        named = _("{cards} · and {count} more").format(cards=named, count=len(cards) - MOST_NAMED)
    words = Column(
        (
            Text(
                _("{label}: {count} of {total}").format(
                    label=theme.label, count=len(cards), total=total
                ),
                Style(30, Face.BOLD, INK, 1.2),
            ),
            soft(named or _("No card of this theme would be dealt."), 25),
        ),
        gap=4,
    )
    return Panel(Row((badge, Grow(words)), gap=22, align=0), radius=24, pad=24, pad_y=18)
