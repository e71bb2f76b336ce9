"""
The order of a line: UAX #9, the Unicode bidirectional algorithm, for text without its controls.

A number keeps its digits in order whatever stands round it, which is the whole point. Embeddings,
overrides and isolates never reach this: packs may not hold them, and what people type is cleaned.
"""

import unicodedata
from collections.abc import Sequence

from game.script.letters import right_to_left_in

# The pairs whose two halves take one direction (rule N0), opening and closing in turn.
_PAIRS = "()[]{}\u2045\u2046\u207d\u207e\u2308\u2309\u230a\u230b\u27e8\u27e9\u300a\u300b\u300c\u300d\u3010\u3011\uff08\uff09"
_CLOSED_BY = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = frozenset(_PAIRS[1::2])
_MOST_OPEN = 63
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN"})
# Of a text's words, this share from right to left makes it a right-to-left text.
_SHARE = 0.4


def runs_from_right(text: str, *, within: bool = False) -> bool:
    """
    Whether a paragraph begins at the right.

    Its first letter decides, as the algorithm says; but where most of it, or any of it *within*
    something that runs from the right, turns, a Latin name in front ("NHS 111 …") does not.
    """
    if not right_to_left_in(text):
        return False
    if within:
        return True
    first = next((c for c in map(unicodedata.bidirectional, text) if c in {"L", "R", "AL"}), "L")
    if first != "L":
        return True
    words = [each for each in text.split() if any(letter.isalpha() for letter in each)]
    turned = sum(right_to_left_in(each) for each in words)
    return turned >= _SHARE * len(words)


def levels(text: str, *, from_right: bool) -> list[int]:
    """
    The embedding level of every character: even from left to right, odd from right to left.

    *text* is one paragraph before it is wrapped; white space at the ends of its lines is then
    brought to the paragraph's own level by `order`.
    """
    base = 1 if from_right else 0
    direction = "R" if from_right else "L"
    given = [unicodedata.bidirectional(each) or "L" for each in text]
    # Rule X9: what is invisible is as good as not there, and goes with what stands before it.
    seen = [at for at, kind in enumerate(given) if kind not in _CONTROLS]
    original = [given[at] for at in seen]
    kinds = _weak(original, direction)
    _brackets([text[at] for at in seen], original, kinds, direction)
    _neutral(kinds, direction)
    found = dict(zip(seen, kinds, strict=True))
    answer: list[int] = []
    for at in range(len(text)):
        kind = found.get(at)
        if kind is None:
            answer.append(answer[-1] if answer else base)
        elif base:
            answer.append(1 if kind == "R" else 2)
        else:
            answer.append({"L": 0, "R": 1}.get(kind, 2))
    return answer


def _weak(original: Sequence[str], direction: str) -> list[str]:
    """Rules W1 to W7."""
    kinds = list(original)
    before = direction
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before
        before = kinds[at]
    strong = direction
    for at, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        one, other = kinds[at - 1], kinds[at + 1]
        if one == other and (
            (kinds[at] == "ES" and one == "EN") or (kinds[at] == "CS" and one in {"EN", "AN"})
        ):
            kinds[at] = one
    _terminators(kinds)
    kinds = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]
    strong = direction
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _terminators(kinds: list[str]) -> None:
    """Rule W5: signs such as % and £ go with the number they touch."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and "EN" in (*kinds[max(0, at - 1) : at], *kinds[end : end + 1]):
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _pairs(text: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Where brackets open and close, by where they open."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, each in enumerate(text):
        if kinds[at] != "ON":
            continue
        if each in _CLOSED_BY:
            if len(waiting) == _MOST_OPEN:
                return []
            waiting.append((_CLOSED_BY[each], at))
        elif each in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == each:
                    pairs.append((waiting[depth][1], at))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _brackets(
    text: Sequence[str], original: Sequence[str], kinds: list[str], direction: str
) -> None:
    """Rule N0: both halves of a pair take one direction, after what they hold and what is before."""
    for opening, closing in _pairs(text, kinds):
        inside = {_STRONG[kind] for kind in kinds[opening + 1 : closing] if kind in _STRONG}
        if not inside:
            continue
        taken = direction
        if direction not in inside:
            before = (_STRONG[kind] for kind in reversed(kinds[:opening]) if kind in _STRONG)
            taken = next(before, direction)
        for place in (opening, closing):
            kinds[place] = taken
            after = place + 1
            while after < len(kinds) and original[after] == "NSM":
                kinds[after] = taken
                after += 1


def _neutral(kinds: list[str], direction: str) -> None:
    """Rules N1 and N2: what has no direction goes with both its neighbours, or with the paragraph."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        before = _STRONG[kinds[at - 1]] if at else direction
        after = _STRONG[kinds[end]] if end < len(kinds) else direction
        kinds[at:end] = [before if before == after else direction] * (end - at)
        at = end


def order(levels_of_line: Sequence[int]) -> list[int]:
    """Rule L2: of pieces in the order they are read, which stands where from left to right."""
    places = list(range(len(levels_of_line)))
    highest = max(levels_of_line, default=0)
    for level in range(highest, 0, -1):
        at = 0
        while at < len(places):
            if levels_of_line[places[at]] < level:
                at += 1
                continue
            end = at
            while end < len(places) and levels_of_line[places[end]] >= level:
                end += 1
            places[at:end] = places[at:end][::-1]
            at = end
    return places


def shown(text: str, *, from_right: bool) -> str:
    """The line as it stands from left to right, brackets not yet turned; for tests and for proof."""
    found = levels(text, from_right=from_right)
    base = 1 if from_right else 0
    end = len(text)
    while end and text[end - 1] in " \t":
        end -= 1
    found[end:] = [base] * (len(text) - end)
    return "".join(text[at] for at in order(found))
