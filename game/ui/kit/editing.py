"""Typing: what each editing key does to a text in hand. Pure functions from one `Editing` to the next."""

import unicodedata

from game.ui.kit.interaction import Editing
from game.values import replace

UNDO_DEPTH = 200
PASTE_LIMIT = 2000


def begin(text: str, *, digits: bool = False) -> Editing:
    """The text with the caret at its end."""
    return Editing(text, len(text), len(text), digits=digits)


def clean(text: str, *, many_lines: bool = False) -> str:
    """
    Text fit to keep: no control characters, no lone surrogates, no more than four marks in a row.

    Ten thousand combining marks on one letter make a picture too tall to draw.
    """
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(character)
        if kind in {"Mn", "Me"}:
            marks += 1
            if marks > 4:
                continue
        else:
            marks = 0
        if character == "\n":
            kept.append("\n" if many_lines else " ")
        elif character == "\t":
            kept.append(" ")
        elif kind not in {"Cc", "Cs", "Co", "Cn"} and not _reorders(character):
            kept.append(character)
    return "".join(kept)


def _reorders(character: str) -> bool:
    """Whether the character would silently change the direction of those beside it."""
    return character in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def insert(editing: Editing, text: str, limit: int) -> Editing:
    """Put *text* in place of the selection; what goes past *limit* characters is left out."""
    start, end = editing.selection
    room = limit - (len(editing.text) - (end - start))
    text = clean(text[:PASTE_LIMIT])[: max(0, room)]
    if not text and start == end:
        return replace(editing, composing="")
    changed = editing.text[:start] + text + editing.text[end:]
    return _written(editing, changed, start + len(text))


def compose(editing: Editing, text: str) -> Editing:
    """Show what an input method is composing; nothing is written yet."""
    return replace(editing, composing=clean(text))


def erase(editing: Editing, step: int, *, word: bool = False) -> Editing:
    """Take away the selection, or the character (or word) before (-1) or after (+1) the caret."""
    start, end = editing.selection
    if start == end:
        other = _moved(editing.text, editing.caret, step, word=word)
        start, end = min(editing.caret, other), max(editing.caret, other)
    if start == end:
        return editing
    return _written(editing, editing.text[:start] + editing.text[end:], start)


def move(editing: Editing, step: int, *, word: bool = False, select: bool = False) -> Editing:
    """Move the caret by a character or word; without *select* a selection closes to its edge."""
    start, end = editing.selection
    if not select and start != end:
        to = start if step < 0 else end
    else:
        to = _moved(editing.text, editing.caret, step, word=word)
    return replace(editing, caret=to, anchor=editing.anchor if select else to)


def move_to(editing: Editing, place: int, *, select: bool = False) -> Editing:
    place = max(0, min(len(editing.text), place))
    return replace(editing, caret=place, anchor=editing.anchor if select else place)


def select_all(editing: Editing) -> Editing:
    return replace(editing, caret=len(editing.text), anchor=0)


def select(editing: Editing, caret: int, anchor: int) -> Editing:
    """Select what lies between two places; the caret stands at the first named."""
    return move_to(move_to(editing, anchor), caret, select=True)


def selected(editing: Editing) -> str:
    start, end = editing.selection
    return editing.text[start:end]


def undo(editing: Editing) -> Editing:
    if not editing.past:
        return editing
    text, caret = editing.past[-1]
    return replace(
        editing,
        text=text,
        caret=caret,
        anchor=caret,
        past=editing.past[:-1],
        future=((editing.text, editing.caret), *editing.future),
    )


def redo(editing: Editing) -> Editing:
    if not editing.future:
        return editing
    text, caret = editing.future[0]
    return replace(
        editing,
        text=text,
        caret=caret,
        anchor=caret,
        past=(*editing.past, (editing.text, editing.caret)),
        future=editing.future[1:],
    )


def _written(editing: Editing, text: str, caret: int) -> Editing:
    past = (*editing.past, (editing.text, editing.caret))[-UNDO_DEPTH:]
    return Editing(text, caret, caret, "", past, (), editing.digits)


def _moved(text: str, caret: int, step: int, *, word: bool) -> int:
    to = max(0, min(len(text), caret + step))
    if word:
        # A word ends where its letters end: skip what is between words, then the word.
        while 0 < to < len(text) and not _in_word(text, to, step):
            to += step
        while 0 < to < len(text) and _in_word(text, to, step):
            to += step
        return to
    # A letter and the marks upon it move as one.
    while 0 < to < len(text) and unicodedata.combining(text[to]):
        to += step
    return to


def _in_word(text: str, place: int, step: int) -> bool:
    return text[place - 1 if step < 0 else place].isalnum()
