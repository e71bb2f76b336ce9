"""
Gathers the interface's words for translators, and compiles what they give back.

    python tests/house/catalogues.py              # after a change to words: all files anew
    python tests/house/catalogues.py --lacking cy # what is still to be translated, one a line

`map.pot` holds every message in English; each language has its `map.po`, which translators edit,
and its `map.mo`, which the game reads. Files name the modules of a message, not its lines, so that
they change only where words do.
"""

import argparse
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "assets" / "languages"
TEMPLATE = FOLDER / "map.pot"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
HEAD = "# The words of MaP's interface. Written by tests/house/catalogues.py: see CONTRIBUTING.md."
WIDTH = 100


def gathered():
    """Every message that the code marks, with the modules it stands in."""
    words = Catalog(project="MaP", version="", charset="utf-8", fuzzy=False, header_comment=HEAD)
    found = extract_from_dir(
        ROOT / "game",
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("For translators:",),
        strip_comment_tags=True,
    )
    for file, line, message, comments, context in found:
        words.add(
            message, locations=[(f"game/{file}", line)], auto_comments=comments, context=context
        )
    return words


def languages():
    """The codes of the languages there are, in order."""
    return sorted(each.parent.name for each in FOLDER.glob("*/map.po"))


def source(language):
    return FOLDER / language / "map.po"


def compiled_file(language):
    return FOLDER / language / "map.mo"


def read(language):
    """A language's catalogue as its translators left it."""
    with source(language).open("rb") as file:
        return read_po(file, locale=language)


def brought_up(words, template):
    """The catalogue with the messages of today; one whose English is gone falls away."""
    words.update(template, no_fuzzy_matching=True)
    words.obsolete.clear()
    return words


def written(words):
    """A catalogue as text; who wrote it, when and with what is left out, as that always differs."""
    out = io.BytesIO()
    write_po(out, words, width=WIDTH, include_lineno=False, sort_by_file=True)
    lines = out.getvalue().decode("utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith(_PASSING))


_PASSING = (
    *('"POT-Creation-Date:', '"PO-Revision-Date:', '"Last-Translator:', '"Language-Team:'),
    *('"Generated-By:', '"Report-Msgid-Bugs-To:', '"Project-Id-Version:'),
)


class _Lean(Catalog):
    """With a head that says no more than the game reads, and no moment at which it was made."""

    @property
    def mime_headers(self):
        kept = {"Language", "Plural-Forms", "Content-Type"}
        return [(name, value) for name, value in super().mime_headers if name in kept]


def compiled(words):
    """A catalogue as the game reads it; the same from the same words, whenever and by whom."""
    lean = _Lean(locale=words.locale, charset="utf-8")
    for each in words:
        if each.id:
            lean[each.id] = each
    out = io.BytesIO()
    write_mo(out, lean)
    return out.getvalue()


def lacking(words):
    """The messages that have no translation yet."""
    return [each for each in words if each.id and not all(_texts(each.string))]


def _texts(string):
    return string if isinstance(string, (tuple, list)) else (string,)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--lacking", metavar="LANGUAGE", choices=languages())
    options = parser.parse_args()
    if options.lacking:
        for each in lacking(read(options.lacking)):
            print(each.id)
        return
    template = gathered()
    TEMPLATE.write_text(written(template), encoding="utf-8", newline="\n")
    for language in languages():
        words = brought_up(read(language), template)
        source(language).write_text(written(words), encoding="utf-8", newline="\n")
        compiled_file(language).write_bytes(compiled(read(language)))
        left = len(lacking(words))
        print(f"{language}: {len(words)} messages, {left} not translated yet")


if __name__ == "__main__":
    sys.exit(main())
