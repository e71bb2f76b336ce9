"""C0xx: what can be wrong with a file before anybody asks what it says."""

from game.content import limits
from game.content.codes.samples import card, cards, zipped
from game.content.diagnostics import Code, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


def _pack(*, broken: bytes = b"", encoding: str = "utf-8") -> bytes:
    return cards().encode(encoding) + broken


CANNOT_READ = Code(
    "C001",
    _ERROR,
    "The file cannot be read",
    "There is no file or folder of this name, or this computer does not let you read it.",
    failing=lambda: None,
    mended=cards(),
    in_words=(
        "The file was renamed, and its old name is given.",
        "The name as the folder shows it, ending and all.",
    ),
)
NOT_A_PACK = Code(
    "C002",
    _ERROR,
    "The file is something else",
    "A pack is plain text. This file begins like a picture, a document or a web page, or it is a "
    "text of another kind, with no part of a pack in it.",
    failing=lambda: b"\x89PNG\r\n\x1a\n",
    mended=cards(),
    in_words=(
        "A picture, or a Word document, whose name was changed to end in .yaml.",
        "The text itself, saved as plain text (in Notepad: Save As, with UTF-8 as its encoding).",
    ),
)
FILE_TOO_BIG = Code(
    "C003",
    _ERROR,
    "The file is too big",
    f"A file can hold {limits.FILE_BYTES:,} bytes, enough for some 900 cards. A folder can hold "
    f"{limits.PACK_FILES} such files, and the sections may stand in any of them.",
    failing=lambda: _pack(broken=b"#" * limits.FILE_BYTES),
    mended=cards(),
    in_words=(
        "One file of more than a megabyte.",
        "The same cards in two files, in one folder.",
    ),
)
PACK_TOO_BIG = Code(
    "C004",
    _ERROR,
    "The pack has too many files, or is too big",
    f"A pack can have {limits.PACK_FILES} files with {limits.PACK_BYTES:,} bytes in all.",
    failing=lambda: zipped({f"{number}.yaml": "" for number in range(limits.PACK_FILES + 1)}),
    mended=lambda: zipped({"cards.yaml": cards()}),
    file="my-pack.zip",
    in_words=(
        "A folder or zip with 65 .yaml files in it.",
        "The same cards in fewer files.",
    ),
)
WIDE_LETTERS = Code(
    "C005",
    _WARNING,
    "The file is saved as UTF-16",
    'It was read all the same. Other programs may not: choose "UTF-8" when you save.',
    failing=lambda: _pack(encoding="utf-16"),
    mended=cards(),
    in_words=(
        "A file saved by Notepad as “Unicode” or “UTF-16 LE”.",
        "The same file, saved as “UTF-8”.",
    ),
)
WINDOWS_LETTERS = Code(
    "C006",
    _WARNING,
    "The file is saved in Windows letters",
    "Accents, dashes and curly quotes were read as Windows-1252, which is a guess: look whether "
    'they are right, then choose "UTF-8" when you save.',
    failing=lambda: cards().encode("cp1252"),
    mended=cards(),
    in_words=(
        "A file saved by an older editor as “ANSI”.",
        "The same file, saved as “UTF-8”.",
    ),
)
NOT_TEXT = Code(
    "C007",
    _ERROR,
    "The file is not text",
    "Some of its bytes stand for no letter in UTF-8, UTF-16 or Windows-1252.",
    failing=lambda: _pack(broken=b"# \x81\x8d\x8f\n"),
    mended=cards(),
    in_words=(
        "A file that was damaged on its way, so that some of its bytes are no letters.",
        "The file as it was sent, or the line typed again.",
    ),
)
HIDDEN_CHARACTER = Code(
    "C008",
    _ERROR,
    "A hidden character",
    "Some characters cannot be seen, or turn the text around them. They come with text that was "
    "copied from a web page or a document, and a pack cannot hold them.",
    failing=cards(card(title="The missed\u200b blood test")),
    mended=cards(),
)
STACKED_MARKS = Code(
    "C009",
    _ERROR,
    "Too many accents on one letter",
    f"More than {limits.MARKS_IN_A_ROW} accents on one letter would run over the lines above.",
    failing=cards(card(title="The missed e\u0301\u0301\u0301\u0301\u0301")),
    mended=cards(card(title="The missed e\u0301clair")),
)
LINE_TOO_LONG = Code(
    "C010",
    _ERROR,
    "A line is too long",
    f"A line can have {limits.LINE_LENGTH:,} characters. Write long text under >- in short lines.",
    failing=lambda: cards(card(scene="Amira waits. " * 400)).encode(),
    mended=cards(),
    in_words=(
        "A whole page pasted into one line.",
        "The same words below >- in short lines.",
    ),
)
TOO_DEEP = Code(
    "C011",
    _ERROR,
    "Lists inside lists, too deep",
    f"Lists and groups can stand inside each other {limits.DEPTH} deep. A card needs four.",
    failing=cards(card(notes="[[[[[[[[[[[[[[[medicines]]]]]]]]]]]]]]]")),
    mended=cards(),
)
TOO_MANY_NODES = Code(
    "C012",
    _ERROR,
    "The file holds too much",
    f"A file can hold {limits.NODES:,} fields and texts, enough for over 1,000 cards.",
    failing=lambda: b"x:\n" + b"- [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a]\n" * 2_900,
    mended=cards(),
    in_words=(
        "A list of thousands of lists.",
        "One file for each part, in one folder.",
    ),
)
TEXT_TOO_LONG = Code(
    "C013",
    _ERROR,
    "A text is far too long",
    f"No text can have more than {limits.TEXT_LENGTH:,} characters; a scene has about 500.",
    failing=lambda: cards(card(scene=">-\n" + "      Amira waits and waits.\n" * 400)).encode(),
    mended=cards(),
    in_words=(
        "A scene of 400 sentences.",
        "A scene of up to 90 words.",
    ),
)
NAME_TOO_LONG = Code(
    "C014",
    _ERROR,
    "A name is too long",
    f"A field's name has at most {limits.NAME_LENGTH} characters. Most often this is a text with "
    "a colon in it.",
    failing=cards(
        card(
            talk="\n      - Who is best placed to ring her, and when could that be done, "
            "if not today: tomorrow?\n      - What might get in the way?"
        )
    ),
    mended=cards(
        card(
            talk='\n      - "Who is best placed to ring her, and when could that be done, '
            'if not today: tomorrow?"\n      - What might get in the way?'
        )
    ),
)
TOO_MANY_ITEMS = Code(
    "C015",
    _ERROR,
    "A list is too long",
    f"A list can have {limits.LIST_ITEMS:,} items, and a group {limits.GROUP_FIELDS} fields.",
    failing=lambda: (
        cards().encode()
        + b"language:\n"
        + b"  - {avoid: ward round, instead: visit}\n" * (limits.LIST_ITEMS + 1)
    ),
    mended=cards() + "language:\n  - {avoid: ward round, instead: visit}\n",
    in_words=(
        "A language list of 2,001 pairs of words.",
        "The list in two files, in one folder.",
    ),
)
ALIAS = Code(
    "C016",
    _ERROR,
    "A text begins with & or *",
    "YAML keeps these marks for copying text around a file, which packs do not use.",
    failing=cards(card(title="*important*")),
    mended=cards(card(title='"*important*"')),
)
MERGE = Code(
    "C017",
    _ERROR,
    'A field is called "<<"',
    "YAML can copy the fields of one group into another. Packs do not use it.",
    failing=cards(card(lenses="\n      <<: person\n      gp: What do you know?")),
    mended=cards(),
)
TAG = Code(
    "C018",
    _ERROR,
    "A text begins with an exclamation mark",
    "YAML keeps this mark for its own purposes, which packs do not use.",
    failing=cards(card(title="!important")),
    mended=cards(card(title='"!important"')),
)
DIRECTIVE = Code(
    "C019",
    _ERROR,
    "A line begins with %",
    "YAML keeps such lines for its own purposes, which packs do not use.",
    failing="%YAML 1.2\n---\n" + cards(),
    mended=cards(),
)
SECOND_DOCUMENT = Code(
    "C020",
    _ERROR,
    "A second document in one file",
    "A line with three hyphens begins a new document. What stands below it is not read.",
    failing=cards() + "---\n" + cards(),
    mended=cards(),
)
NAME_NOT_TEXT = Code(
    "C021",
    _ERROR,
    "A name in brackets",
    "In front of a colon stands the name of a field, and brackets cannot be one.",
    failing=cards(card(lenses="\n      [person]: What would make this easy?")),
    mended=cards(),
)
BAD_ZIP = Code(
    "C022",
    _ERROR,
    "The zip file cannot be opened safely",
    "It is damaged, has a password, or its files would land outside its own folder or fill "
    "the computer.",
    failing=lambda: zipped({"../cards.yaml": cards()}),
    mended=lambda: zipped({"cards.yaml": cards()}),
    file="my-pack.zip",
    in_words=(
        "A zip in which a file is called ../cards.yaml, so that it would land outside.",
        "A zip made from the pack's own folder.",
    ),
)
EMPTY_FILE = Code(
    "C023",
    _ERROR,
    "The file is empty",
    "It holds nothing, or only comments.",
    failing="# My cards\n",
    mended="# My cards\n" + cards(),
)
NO_SECTIONS = Code(
    "C024",
    _ERROR,
    "The file does not begin with a section",
    'A pack file is made of sections, such as "cards:", with what belongs to them below.',
    failing=card(),
    mended=cards(),
)
TAB = Code(
    "C030",
    _ERROR,
    "A tab instead of spaces",
    "The spaces in front of a line tell where it belongs. A tab looks like them and is not.",
    failing=cards(card(lenses="\n\tperson: What would make this easy?")),
    mended=cards(),
)
UNCLOSED_QUOTE = Code(
    "C031",
    _ERROR,
    "A quote is never closed",
    "What begins with a quote runs on to the next one, however many lines that takes.",
    failing=cards(card(title='"The missed blood test')),
    mended=cards(card(title='"The missed blood test"')),
)
UNCLOSED_BRACKET = Code(
    "C032",
    _ERROR,
    "A bracket is never closed",
    "What begins with a bracket runs on to the closing one.",
    failing=cards(card(feeds="[early, roles")),
    mended=cards(),
)
COLON_IN_TEXT = Code(
    "C033",
    _ERROR,
    "A colon inside a text",
    "A colon and a space end a field's name. In a text they need quotes around the whole of it.",
    failing=cards(card(title="The sign: wait here")),
    mended=cards(card(title='"The sign: wait here"')),
)
NO_SPACE_AFTER_COLON = Code(
    "C034",
    _ERROR,
    "No space after the colon",
    "A field's name, a colon, a space, and then the text.",
    failing=cards(card(title="The missed blood test").replace("title: ", "title:")),
    mended=cards(),
)
MISSING_COLON = Code(
    "C035",
    _ERROR,
    "A line without a colon",
    "Each field begins with its name and a colon. A text that goes on has more spaces in front.",
    failing=cards(card().replace("title: ", "title ")),
    mended=cards(),
)
OUT_OF_LINE = Code(
    "C036",
    _ERROR,
    "A line does not line up",
    "The fields of a card begin in the same column, as many spaces from the left.",
    failing=cards(card().replace("    title:", "   title:")),
    mended=cards(),
)
ODD_START = Code(
    "C037",
    _ERROR,
    "A text begins with a special mark",
    "A text cannot begin with @, % or `, unless it stands in quotes.",
    failing=cards(card(title="@home")),
    mended=cards(card(title='"@home"')),
)
BACKSLASH = Code(
    "C038",
    _ERROR,
    "A backslash between double quotes",
    "Between double quotes a backslash changes the letter after it. Single quotes leave it alone.",
    failing=cards(card(title=r'"Home \Ward"')),
    mended=cards(card(title=r"'Home \Ward'")),
)
TEXT_AFTER_QUOTE = Code(
    "C039",
    _ERROR,
    "A text goes on after its closing quote",
    "Quotes stand round the whole text. For quotes inside a text use “ and ”.",
    failing=cards(card(title='"Later" she says')),
    mended=cards(card(title="“Later” she says")),
)
BLOCK_START = Code(
    "C040",
    _ERROR,
    "A text on the same line as > or |",
    "After > or | comes a new line, and the text begins there with two more spaces in front.",
    failing=cards(card(scene="> Amira feels well.")),
    mended=cards(card(scene=">-\n      Amira feels well.")),
)
DASH_WITHOUT_SPACE = Code(
    "C041",
    _ERROR,
    "No space after a dash",
    "Each item of a list begins with a dash and a space.",
    failing=cards(card(talk="\n      - Who could act first?\n      -What might get in the way?")),
    mended=cards(),
)
DASH_IN_LINE = Code(
    "C042",
    _ERROR,
    "A dash behind a field's name",
    "A list begins on the line below its name.",
    failing=cards(card(talk="- Who could act first?")),
    mended=cards(),
)
INSIDE_BRACKETS = Code(
    "C043",
    _ERROR,
    "Something does not fit inside brackets",
    "Between brackets stand words with commas between them.",
    failing=cards(card(feeds="[early,, roles]")),
    mended=cards(),
)
HASH_SPLITS_TEXT = Code(
    "C044",
    _ERROR,
    "A text is split by a space and #",
    "A space and # begin a comment, which is not read, and a text cannot go on after it.",
    failing=cards(card(scene="Amira is on Ward #3\n      and feels well.")),
    mended=cards(card(scene=">-\n      Amira is on Ward #3\n      and feels well.")),
)
CONFLICT = Code(
    "C045",
    _ERROR,
    "Two versions were joined",
    "A program that joins versions of a file has left its marks, and both versions, in it.",
    failing=cards(card().replace("    title", "<<<<<<< mine\n    title")),
    mended=cards(),
)
CANNOT_BE_UNDERSTOOD = Code(
    "C049",
    _ERROR,
    "The file cannot be understood",
    "Something is out of place that none of the other messages describes.",
    failing=cards(card().replace("    title:", "    :")),
    mended=cards(),
)
HASH_CUTS_TEXT = Code(
    "C050",
    _WARNING,
    "A text is cut by a space and #",
    "A space and # begin a comment, so the rest of the line is not read.",
    failing=cards(card(title="Back on Ward #3")),
    mended=cards(card(title='"Back on Ward #3"')),
)
DASH_IS_TEXT = Code(
    "C051",
    _WARNING,
    "A dash without a space is read as text",
    "Each item of a list begins with a dash and a space.",
    failing=cards(card(title="-The missed blood test")),
    mended=cards(),
)
CURLY_QUOTES = Code(
    "C052",
    _WARNING,
    "Curly quotes round a whole text",
    "YAML knows straight quotes only. Curly ones stay in the text and are shown.",
    failing=cards(card(title="“The missed blood test”")),
    mended=cards(card(title='"The missed blood test"')),
)
FIELD_IN_TEXT = Code(
    "C053",
    _WARNING,
    "A field is read as text",
    "Without a space after its colon, a line goes on the text of the line above.",
    failing=cards(card(helps="Her sister rang.\n      evidence:check-six-parts", evidence=None)),
    mended=cards(card(helps="Her sister rang.")),
)
ODD_INDENT = Code(
    "C054",
    _WARNING,
    "An unusual space in front of a line",
    "Tabs, and the spaces that word processors set, look like spaces and are not.",
    failing=cards(card(scene="Amira feels well.\n      \u00a0She does.")),
    mended=cards(),
)
