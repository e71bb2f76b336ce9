"""Words of the language list, found wherever people would read them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from game.content import limits
from game.content.codes import advice as codes
from game.content.decode import Item, Sections
from game.content.diagnostics import Diagnostic, found, shown
from game.content.nodes import Group, List, Node, SourceText, end_of, start_of
from game.values import dataclass

# Where words are for people to read. `voice` is left alone: people call themselves what they like.
READ_ALOUD = {
    "cards": ("title", "scene", "think", "helps", "agree", "facilitator"),
    "moments": ("title", "text", "ask"),
    "people": ("life", "strength", "wish", "summary"),
}
_NEVER_LOOKED_AT = frozenset(
    {
        "voice",
        "id",
        "code",
        "theme",
        "level",
        "notes",
        "person",
        "setting",
        "direction",
        "about",
        "sets",
        "safety",
        "beside",
        "evidence",
        "feeds",
        "portrait",
    }
)
_WORD = re.compile(r"[A-Za-z0-9]")
# Small letters and digits stay, capitals become small, all else parts words. Crude, but it only
# chooses where to look, and does so five times as fast as taking text apart with care.
_PLAIN = bytes(
    each
    if chr(each) in "abcdefghijklmnopqrstuvwxyz0123456789\n"
    else each + 32
    if chr(each) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    else 32
    for each in range(256)
)
# How far a phrase may reach from any of its words, line ends and spaces in front included.
_NEAR = 160


@dataclass(frozen=True, slots=True)
class Wording:
    """One pair of the language list."""

    forms: tuple[tuple[str, tuple[bytes, ...]], ...]
    """What to avoid, in all its forms, each with the words it is made of."""
    instead: str
    why: str


def wordings(items: Iterable[Item]) -> tuple[Wording, ...]:
    """The language list; each `avoid` may hold several forms with commas between them."""
    return tuple(
        Wording(
            tuple(
                (form.strip(), tuple(form.encode("utf-8").translate(_PLAIN).split()))
                for form in each.value["avoid"].split(",")
                if _WORD.search(form)
            ),
            each.value["instead"],
            each.value.get("why") or "",
        )
        for each in items
    )


def wording_in(own: Sections, language: tuple[Wording, ...]) -> Iterator[Diagnostic]:
    """
    Words of the language list, wherever people would read them.

    A pack uses far fewer different words than words, so each phrase is looked for only where all
    of its words occur at all, and there only round its longest word.
    """
    # A form that stands in the list twice is looked for once.
    each_form = {form: (form, words, each) for each in language for form, words in each.forms}
    forms = tuple(each_form.values())
    for source, parts in _parts_by_source(own):
        raw = source.raw
        plain = raw.translate(_PLAIN)
        in_a_row = plain.split()
        words = frozenset(in_a_row)
        # What stands nowhere in the row of all words stands near none of them either.
        row = b" ".join(in_a_row)
        known = [
            (form, of_form, wording)
            for form, of_form, wording in forms
            if words.issuperset(of_form)
        ]
        for form, of_form, wording in known[: limits.WORDINGS]:
            if b" ".join(of_form) not in row:
                continue
            near = islice(_places(plain, of_form, raw), limits.WORDING_PLACES)
            for match in _matches(_pattern(form), source.text, near):
                if _is_read_aloud(parts, match.start()):
                    yield _wording(source, match, wording)


def _places(plain: bytes, phrase: tuple[bytes, ...], raw: bytes) -> Iterator[int]:
    """Where the longest word of a phrase stands with the others round it, in characters."""
    word = max(phrase, key=len)
    whole = b" ".join(phrase)
    characters, before = 0, 0
    at = plain.find(word)
    while at >= 0:
        window = plain[max(0, at - _NEAR) : at + _NEAR].split()
        if whole in b" ".join(window):
            characters += len(raw[before:at].decode("utf-8", "surrogatepass"))
            before = at
            yield characters
        at = plain.find(word, at + 1)


def _matches(pattern: re.Pattern[str], text: str, near: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches that lie over the places in *near*, each once."""
    done = -1
    for at in near:
        for match in pattern.finditer(text, max(0, at - _NEAR), at + _NEAR):
            if match.start() <= at < match.end() and match.start() > done:
                done = match.start()
                yield match


def _wording(source: SourceText, match: re.Match[str], wording: Wording) -> Diagnostic:
    why = f" {wording.why}" if wording.why else ""
    return found(
        codes.WORDING,
        source,
        match.start(),
        len(match[0]),
        f'"{shown(match[0])}" can hurt, or leave somebody out',
        f"Instead: {wording.instead.rstrip('.')}.{why}",
    )


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    """The phrase as whole words, on one line or over two, in any case, with either apostrophe."""
    words = (re.sub("['’]", "['’]", re.escape(each)) for each in form.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


_Parts = tuple[list[int], list[Item]]


def _parts_by_source(own: Sections) -> list[tuple[SourceText, _Parts]]:
    by_source: dict[str, tuple[SourceText, list[Item]]] = {}
    for section in READ_ALOUD:
        for item in own.items.get(section, ()):
            by_source.setdefault(item.source.name, (item.source, []))[1].append(item)
    found_in = []
    for source, items in by_source.values():
        items.sort(key=lambda each: start_of(each.node))
        found_in.append((source, ([start_of(each.node) for each in items], items)))
    return found_in


def _is_read_aloud(parts: _Parts, offset: int) -> bool:
    starts, items = parts
    place = bisect_right(starts, offset) - 1
    return place >= 0 and _reads(items[place].node, offset)


def _reads(node: Node, offset: int) -> bool:
    """Whether a text that people read stands at *offset*, and not a name, a comment or a voice."""
    while isinstance(node, List | Group):
        inner: Iterable[Node] = (
            node.items
            if isinstance(node, List)
            else (value for name, value in node.entries if name[0] not in _NEVER_LOOKED_AT)
        )
        holder = next((each for each in inner if start_of(each) <= offset < end_of(each)), None)
        if holder is None:
            return False
        node = holder
    return True
