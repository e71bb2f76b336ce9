"""Sections, a pack's own and the core's, into one `Pack` of everything that can be played."""

import zlib
from collections.abc import Callable, Iterable
from typing import Any

from game.content.checks import Checked, at_heading, dead_ends
from game.content.codes import content as codes
from game.content.decode import Item, Sections
from game.content.diagnostics import Diagnostic, about_file
from game.model.coverage import Parity, Setting, Strand
from game.model.evidence import Fact, FactId, Seen, Signature, Source, SupportRoute
from game.model.pack import (
    Board,
    Card,
    CardId,
    CardSet,
    DebriefStep,
    LensPrompt,
    Moment,
    MomentId,
    Pack,
    Person,
    PersonId,
    Safety,
    SetId,
    Space,
    SpaceKind,
    Topic,
    TopicId,
)
from game.model.themes import Theme

# How many items a section must still have to be used; with fewer, the core's stands in.
_AT_LEAST = {"board": 8, "debrief": 4}
_MUST_HAVE = ("cards", "board", "debrief")


class Assembly:
    """One pack in the making: chooses between own and core, and says what is lacking."""

    def __init__(
        self, own: Sections, core: Sections, checked: Checked, core_checked: Checked, file: str
    ) -> None:
        self._own, self._core = own, core
        self._checked, self._core_checked = checked, core_checked
        self._file = file
        self.findings: list[Diagnostic] = []

    def pack(self) -> Pack | None:
        """The pack, without what has errors; none when no card, board or debrief is left."""
        chosen = {
            section: self._chosen(section)
            for section in (
                "cards",
                "board",
                "moments",
                "breathers",
                "nudges",
                "agreement",
                "debrief",
                "support",
            )
        }
        people, topics, facts = (self._joined(each) for each in ("people", "topics", "evidence"))
        playable = self._say_what_lacks(chosen)
        if self._with_cards() is self._own or "board" in self._own.headings:
            self.findings += dead_ends(chosen["cards"], chosen["board"])
        if not playable:
            return None
        known_people = {each.name for each in people}
        known_topics = {each.name for each in topics}
        known_facts = {each.name for each in facts}
        sets = self._joined("sets")
        own_cards = self._with_cards() is self._own
        short = short_codes(
            self._with_cards().items.get("cards", ()),
            # So that a card has one code, whether the core's cards play beside it or not.
            short_codes(self._core.items.get("cards", ())).values() if own_cards else (),
        )
        return Pack(
            title=self._title(),
            people=tuple(map(_person, people)),
            topics=tuple(Topic(TopicId(each.name), each.value) for each in topics),
            board=Board(tuple(_space(each.value) for each in chosen["board"])),
            cards=tuple(
                _card(each, short[id(each)], known_people, known_topics, known_facts)
                for each in chosen["cards"]
            ),
            sets=tuple(CardSet(SetId(each.name), each.value) for each in sets),
            moments=tuple(
                _moment(each.value, known_topics, code)
                for each, code in zip(
                    chosen["moments"], moment_codes(chosen["moments"]), strict=True
                )
            ),
            breathers=_lines(chosen["breathers"]),
            agreement=_lines(chosen["agreement"]),
            debrief=tuple(
                DebriefStep(each.value["title"], each.value["say"], each.value["ask"])
                for each in chosen["debrief"]
            ),
            nudges=_lines(chosen["nudges"]),
            facts=tuple(map(_fact, facts)),
            support=tuple(_support(each.value) for each in chosen["support"]),
        )

    def _own_good(self, section: str) -> list[Item]:
        return list(filter(self._checked.plays, self._own.items.get(section, ())))

    def _core_good(self, section: str) -> list[Item]:
        return list(filter(self._core_checked.plays, self._core.items.get(section, ())))

    def _with_cards(self) -> Sections:
        # Where the pack's own cards cannot be read, the core's must not quietly stand in.
        return self._own if "cards" in self._own.headings or self._own.unread else self._core

    def _chosen(self, section: str) -> list[Item]:
        """A section's good items: the pack's own where it has them, otherwise the core's."""
        good = self._own_good(section)
        if section == "cards":
            return good if self._with_cards() is self._own else self._core_good(section)
        if section not in self._own.headings:
            return self._core_good(section)
        if len(good) >= _AT_LEAST.get(section, 1):
            return good
        if section in _AT_LEAST and self._own.items.get(section):
            finding = at_heading(
                codes.NOT_ENOUGH_LEFT,
                self._own,
                section,
                f'too little of "{section}" can be read to use it',
                "Mend what is listed for it; until then the core pack's is used.",
            )
            self.findings += [finding] if finding else []
        return self._core_good(section)

    def _joined(self, section: str) -> list[Item]:
        """The pack's own items, then those of the core that it does not replace by name."""
        own = self._own_good(section)
        names = {each.name for each in own}
        return own + [each for each in self._core_good(section) if each.name not in names]

    def _title(self) -> str:
        own, core = (
            [each for each in items if each.value]
            for items in (self._own_good("pack"), self._core_good("pack"))
        )
        if own or (core and self._with_cards() is self._core):
            return str((own or core)[0].value["title"])
        return _called_by(self._file)

    def _say_what_lacks(self, chosen: dict[str, list[Item]]) -> bool:
        """Whether there is enough to play; a finding for what is missing."""
        playable = True
        for section in _MUST_HAVE:
            if len(chosen[section]) >= _AT_LEAST.get(section, 1):
                continue
            playable = False
            if section == "cards" and self._with_cards() is self._own:
                self.findings += self._no_card()
            else:
                self.findings.append(
                    about_file(
                        codes.SECTION_MISSING,
                        self._file,
                        f'the pack has no "{section}"',
                        f'Add a section "{section}:", or put the core pack back in its place.',
                    )
                )
        spaces = {each.value for each in chosen["board"]}
        for word, section in (("moment", "moments"), ("pause", "breathers")):
            if word in spaces and not chosen[section]:
                self._nothing_for(word, section)
        return playable

    def _no_card(self) -> list[Diagnostic]:
        """That nothing can be played, where no finding about a card says why already."""
        cards = self._own.items.get("cards", ())
        if self._own.damaged or not all(map(self._checked.plays, cards)):
            return []
        finding = at_heading(
            codes.NOTHING_TO_PLAY,
            self._own,
            "cards",
            "no card of this pack can be played",
            "Look whether the section's name is right, and put a card below it.",
        )
        return [finding] if finding else []

    def _nothing_for(self, word: str, section: str) -> None:
        sentence = f'the board has spaces "{word}", and there is no "{section}" to show on them'
        fix = f'Add a section "{section}:".'
        at = at_heading(codes.SPACE_WITHOUT_CONTENT, self._own, "board", sentence, fix)
        self.findings.append(
            at or about_file(codes.SPACE_WITHOUT_CONTENT, self._file, sentence, fix)
        )


def title_of(sections: Sections, file: str) -> str:
    """What one pack is called, or its file where it does not say."""
    own = [each for each in sections.good("pack") if each.value]
    return str(own[0].value["title"]) if own else _called_by(file)


def _called_by(file: str) -> str:
    # A file that holds only cards is called by its name, without folders and ending.
    return file.replace("\\", "/").rstrip("/").rpartition("/")[2].partition(".")[0]


def short_codes(cards: Iterable[Item], reserved: Iterable[str] = ()) -> dict[int, str]:
    """
    The short code of each card that can have one, by the item's `id()`.

    A card keeps its code when others come, go or move: it follows from the card's id. Codes that
    authors wrote go first; where two ids lead to the same number, the later card takes the next.
    *reserved* codes are given only where an author wrote them.
    """
    items = [each for each in cards if each.name and each.value.get("theme")]
    given: dict[int, str] = {}
    taken: dict[str, set[int]] = {theme.letter: set() for theme in Theme}
    for item in items:
        code = item.value.get("code")
        if code and int(code[2:]) not in taken[code[0]]:
            given[id(item)] = code
            taken[code[0]].add(int(code[2:]))
    for code in reserved:
        taken[code[0]].add(int(code[2:]))
    for item in items:
        if id(item) not in given:
            letter = _THEMES[item.value["theme"]].letter
            number = _free_number(item.name, taken[letter])
            given[id(item)] = f"{letter}-{number}"
            taken[letter].add(number)
    return given


def moment_codes(moments: Iterable[Item]) -> tuple[str, ...]:
    """The short code of each moment, as that of a card without one of its own: from its id."""
    taken: set[int] = set()
    given: list[str] = []
    for item in moments:
        number = _free_number(item.value["id"], taken)
        taken.add(number)
        given.append(f"{MOMENT_LETTER}-{number}")
    return tuple(given)


def _free_number(name: str, taken: set[int]) -> int:
    """The first free number from the name's own on: two digits, more when all those are taken."""
    own = zlib.crc32(name.encode("utf-8"))
    first, count = 20, 80
    while len(taken) >= count and taken.issuperset(range(first, first + count)):
        first, count = first + count, 9 * (first + count)
    number = first + own % count
    while number in taken:
        number = number + 1 if number + 1 < first + count else first
    return number


def _lines(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(str(each.value) for each in items)


def _space(word: str) -> Space:
    theme = _THEMES.get(word)
    return Space(SpaceKind(word)) if theme is None else Space(SpaceKind.THEME, theme)


def _person(item: Item) -> Person:
    values = item.value
    return Person(
        id=PersonId(item.name),
        name=values["name"],
        age=values["age"],
        life=values["life"],
        strength=values["strength"],
        wish=values["wish"],
        conditions=tuple(filter(None, values["conditions"] or ())),
        summary=values["summary"],
        portrait=values.get("portrait") or "",
    )


MOMENT_LETTER = "A"
"""For "A moment", as its printed front says: no theme has this letter."""

_THEMES = {theme.value: theme for theme in Theme}
_SETTINGS = {setting.value: setting for setting in Setting}
_PARITIES = {parity.value: parity for parity in Parity}
_STRANDS = {strand.value: strand for strand in Strand}
_SEEN = {seen.value: seen for seen in Seen}


def _card(item: Item, code: str, people: set[str], topics: set[str], facts: set[str]) -> Card:
    values = item.value
    get: Callable[..., Any] = values.get
    person, fact = get("person"), get("evidence")
    return Card(
        CardId(item.name),
        code,
        _THEMES[values["theme"]],
        values["title"],
        values["level"],
        _known_notes(get("notes"), topics),
        PersonId(person) if person in people else None,
        values["scene"],
        get("voice") or "",
        values["think"],
        tuple([LensPrompt(lens, prompt) for lens, prompt in get("lenses") or ()]),
        values["talk"],
        get("helps") or "",
        FactId(fact) if fact in facts else None,
        values["agree"],
        tuple([_THEMES[each] for each in values["feeds"]]),
        get("facilitator") or "",
        _SETTINGS.get(get("setting")),
        _PARITIES.get(get("direction")),
        tuple([_STRANDS[each] for each in get("about") or ()]),
        # A set that nobody named keeps its card out of play, so every name here is known.
        tuple([SetId(each) for each in get("sets") or () if each]),
        _safety(get("safety")),
        tuple([FactId(each) for each in get("beside") or () if each in facts]),
    )


def _safety(values: dict[str, Any] | None) -> Safety | None:
    return Safety(values["needs"], signature(values.get("signed"))) if values else None


def signature(values: dict[str, Any] | None) -> Signature | None:
    """What stands under `signed`; the words in one line."""
    if not values:
        return None
    words = " ".join((values.get("words") or "").split())
    return Signature(values["role"], values["date"], words)


def _known_notes(notes: tuple[str, ...] | None, topics: set[str]) -> tuple[TopicId, ...]:
    return tuple([TopicId(each) for each in notes or () if each in topics])


def _moment(values: dict[str, Any], topics: set[str], code: str) -> Moment:
    return Moment(
        id=MomentId(values["id"]),
        title=values["title"],
        text=values["text"],
        ask=values["ask"],
        bright=values["bright"],
        notes=_known_notes(values.get("notes"), topics),
        code=code,
    )


def _fact(item: Item) -> Fact:
    values = item.value
    source = values["source"]
    return Fact(
        id=FactId(item.name),
        claim=values["claim"],
        source=Source(source["org"], source["title"], source["year"]),
        link=values["link"],
        seen=_SEEN[values["seen"]],
        nation=values["nation"],
        checked=values["checked"],
        review=values["review"],
        needs=values.get("needs"),
        signed=signature(values.get("signed")),
    )


def _support(values: dict[str, Any]) -> SupportRoute:
    return SupportRoute(
        values["need"],
        values["route"],
        values.get("detail") or "",
        values["nation"],
        values["checked"],
    )
