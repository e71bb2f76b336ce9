"""A file for a translator: every card of a pack by its id, its words above as notes, room below."""

import textwrap

from game.content.companions import stamp
from game.model.pack import Card, Pack
from game.script.names import name_of

_WIDTH = 92
_HOW_TO = """\
# {file} in {language}.
#
# Above each line stands what it says now, behind a #. Put the words in {language} behind the colon
# below it. What you leave empty is shown as it was written. Leave every id and made-from as it is:
# they tell the game which card this is, and tell you when its words have changed since.
# Put your words between double quotes when they hold a colon and a space, or a space and a #.
# Who translates for a session should be somebody at home in both languages; have it read over by
# another before a group sees it.
"""


def skeleton(pack: Pack, file: str, language: str) -> str:
    """The text of a new file with room for the words of *pack* (in *file*) in *language*."""
    head = _HOW_TO.format(file=file, language=name_of(language))
    about = (
        f'pack:\n  # Who put it into {name_of(language)}.\n  author:\n  language: "{language}"\n'
    )
    return f"{head}\n{about}\ncards:\n" + "\n".join(_entry(card) for card in pack.cards)


def _entry(card: Card) -> str:
    lines = [f"  # {card.code}", f"  - id: {card.id}", f'    made-from: "{stamp(card)}"']
    for name in ("title", "scene", "voice", "think", "helps", "agree"):
        words: str = getattr(card, name)
        if words:
            lines += [*_note(words), f"    {name}:"]
    if card.lenses:
        lines.append("    lenses:")
        for each in card.lenses:
            lines += [*_note(each.prompt, 6), f"      {each.lens.key}:"]
    questions = [line for each in card.talk for line in _note(f"- {each}")]
    lines += [
        *questions,
        f"    # {_COUNT[len(card.talk)]}, each behind a dash, or none:",
        "    talk:",
    ]
    return "\n".join(lines) + "\n"


_COUNT = {2: "Both", 3: "All three"}


def _note(words: str, deep: int = 4) -> list[str]:
    front = " " * deep + "# "
    plain = " ".join(words.split())
    return textwrap.wrap(plain, _WIDTH, initial_indent=front, subsequent_indent=front)
