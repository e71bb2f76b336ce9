"""C1xx: what can be wrong with what a pack says."""

from game.content.codes.samples import (
    DEBRIEF,
    MOMENT,
    PERSON,
    SETS,
    WHOLE,
    card,
    cards,
    fact,
    png,
    zipped,
)
from game.content.diagnostics import Code, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

UNKNOWN_SECTION = Code(
    "C102",
    _WARNING,
    "An unknown section",
    "Each part of a file has a name that the game knows. What stands under another name is not read.",
    failing=cards() + "nudge:\n  - Breathe.\n",
    mended=cards() + "nudges:\n  - Breathe.\n",
)
SECTION_TWICE = Code(
    "C103",
    _ERROR,
    "A section stands in two files",
    "Lists may be spread over several files; what the pack is called stands in one.",
    failing=lambda: zipped(
        {"a.yaml": "pack: {title: One}\n" + cards(), "b.yaml": "pack: {title: Two}"}
    ),
    mended=lambda: zipped(
        {"a.yaml": "pack: {title: One}\n" + cards(), "b.yaml": "nudges: [Breathe.]"}
    ),
    file="my-pack.zip",
    in_words=(
        "Both files of a folder begin with `pack:`.",
        "One of them does.",
    ),
)
NAME_TWICE = Code(
    "C104",
    _ERROR,
    "A name that is written twice",
    "Two fields of a group have the same name, so it is not clear which of them counts.",
    failing=cards(card(title="The missed blood test\n    title: A walk to the clinic")),
    mended=cards(),
)
UNKNOWN_FIELD = Code(
    "C105",
    _WARNING,
    "An unknown field",
    "Each field has a name that the game knows. What stands under another name is not read.",
    failing=cards(card(helps=None, helsp="Her sister rang.")),
    mended=cards(),
)
FIELD_MISSING = Code(
    "C106",
    _ERROR,
    "A field is missing",
    "A few fields have to be there. The others may be left out.",
    failing=cards(card(title=None)),
    mended=cards(),
)
FIELD_EMPTY = Code(
    "C107",
    _ERROR,
    "A field is empty",
    "A field that has to be there has nothing in it.",
    failing=cards(card(title="")),
    mended=cards(),
)
UNKNOWN_WORD = Code(
    "C108",
    _ERROR,
    "A word that cannot stand here",
    "Themes, lenses and spaces of the board have fixed names.",
    failing=cards(card(theme="erly")),
    mended=cards(),
)
UNKNOWN_PERSON = Code(
    "C109",
    _ERROR,
    "Nobody is called this",
    'A card names one of the people of the pack by their id, or leaves "person" out.',
    failing=cards(card(person="amria")),
    mended=cards(),
)
UNKNOWN_TOPIC = Code(
    "C110",
    _ERROR,
    "No topic is called this",
    "A note on a card names a topic, so that a session can leave it out.",
    failing=cards(card(notes="[medicine]")),
    mended=cards(),
)
UNKNOWN_FACT = Code(
    "C111",
    _ERROR,
    "No fact is called this",
    "A card names a fact by its key in the evidence.",
    failing=cards(card(evidence="check-six-part")),
    mended=cards(),
)
WRONG_KIND = Code(
    "C112",
    _ERROR,
    "A list where text belongs, or the like",
    "Each field holds either a text, a list, or a group of fields.",
    failing=cards(card(feeds="early")),
    mended=cards(),
)
TEXT_SPLIT_BY_COLON = Code(
    "C113",
    _ERROR,
    "A text is split by a colon",
    "A colon and a space end a field's name. In a text they need quotes around the whole of it.",
    failing=cards(card(talk="\n      - One thing first: who rings?\n      - What then?")),
    mended=cards(card(talk='\n      - "One thing first: who rings?"\n      - What then?')),
)
NOT_A_NUMBER = Code(
    "C114",
    _ERROR,
    "Not a whole number, or too big or small",
    "Write the number in digits.",
    failing=cards(card(level="gentle")),
    mended=cards(),
)
NOT_A_DATE = Code(
    "C115",
    _ERROR,
    "Not a date",
    "Dates are written year first, so that nobody mistakes the month for the day.",
    failing=fact("review: 2027-11-01", "review: 1.11.2027") + cards(),
    mended=fact() + cards(),
)
NOT_YES_NO = Code(
    "C116",
    _ERROR,
    "Neither true nor false",
    "Some fields hold true or false, and nothing between.",
    failing=MOMENT.replace("true", "mostly") + cards(),
    mended=MOMENT + cards(),
)
FIELD_TOO_LONG = Code(
    "C117",
    _ERROR,
    "A text is too long for its field",
    "Each text has to fit on its card, on the screen and in print.",
    failing=cards(card(title="The " + "very " * 30 + "long title")),
    mended=cards(),
)
WRONG_COUNT = Code(
    "C118",
    _ERROR,
    "Too many or too few",
    "Some lists have a fixed size, such as the two or three questions for everybody.",
    failing=cards(card(talk="\n      - Who is best placed to act first?")),
    mended=cards(),
)
NOT_AN_ID = Code(
    "C119",
    _ERROR,
    "Not a short name",
    "Short names have small letters, digits and hyphens, so that they can be typed and printed "
    "anywhere.",
    failing=cards(card(id="Missed blood test!")),
    mended=cards(),
)
ID_TWICE = Code(
    "C120",
    _ERROR,
    "Two share one name",
    "Every card, person and moment has a name of its own. The first to use it keeps it.",
    failing=cards(card(), card(title="Another")),
    mended=cards(card(), card(id="another", title="Another")),
)
NOT_A_CODE = Code(
    "C121",
    _ERROR,
    "Not a short code, or another theme's",
    "A short code is the theme's letter, a hyphen and two digits. Left out, the game gives one.",
    failing=cards(card(code="R-07")),
    mended=cards(card(code="E-07")),
)
CODE_TWICE = Code(
    "C122",
    _ERROR,
    "Two cards share one code",
    "A code on paper has to lead to one card on the screen.",
    failing=cards(card(code="E-07"), card(id="another", code="E-07")),
    mended=cards(card(code="E-07"), card(id="another", code="E-08")),
)
NOT_A_LINK = Code(
    "C123",
    _ERROR,
    "Not a web address",
    "An address begins with https:// and has no spaces.",
    failing=fact("https://www.nhs.uk/live-well/", "see the NHS pages, ") + cards(),
    mended=fact() + cards(),
)
SAID_TWICE = Code(
    "C124",
    _ERROR,
    "Named twice in one list",
    "Once is enough.",
    failing=cards(card(feeds="[early, early]")),
    mended=cards(),
)
SECTION_MISSING = Code(
    "C125",
    _ERROR,
    "A section is missing",
    "A pack needs cards, a board and the four steps of the debrief. What it lacks comes from "
    "the core pack; here neither has it.",
    failing=WHOLE.replace("board: ", "nudges: "),
    mended=WHOLE,
    alone=True,
)
NOTHING_TO_PLAY = Code(
    "C126",
    _ERROR,
    "No card can be played",
    "The pack has a section for cards, or one that was meant to be, and no card is in it. Where "
    "cards have mistakes, those are told instead.",
    failing=cards().replace("cards:", "card:"),
    mended=cards(),
)
NOT_ENOUGH_LEFT = Code(
    "C127",
    _ERROR,
    "Too little is left of a section",
    "So much of it had to be left out that the core pack's is used instead.",
    failing=DEBRIEF.replace("title: Close\n    say", "title: Close\n    says") + cards(),
    mended=DEBRIEF + cards(),
)
REVIEW_BEFORE_CHECK = Code(
    "C128",
    _WARNING,
    "A review that comes before the check",
    "The review date is the day after which the fact is not shown.",
    failing=fact("review: 2027-11-01", "review: 2026-01-01") + cards(),
    mended=fact() + cards(),
)
THEME_WITHOUT_SPACE = Code(
    "C129",
    _WARNING,
    "Cards that no space leads to",
    "The board has no space of this theme and no crossroads, so its cards never come up.",
    failing="board: [early, roles, early, roles, early, roles, early, roles]\n"
    + cards(card(), card(id="another", theme="moving")),
    mended="board: [early, roles, early, roles, early, roles, early, moving]\n"
    + cards(card(), card(id="another", theme="moving")),
)
SPACE_WITHOUT_CONTENT = Code(
    "C130",
    _WARNING,
    "Spaces with nothing to show",
    "The board has spaces for moments or pauses, and the pack has none of them.",
    failing=WHOLE.replace(MOMENT, ""),
    mended=WHOLE,
    alone=True,
)
UNKNOWN_SET = Code(
    "C135",
    _ERROR,
    "No set is called this",
    "A card names the sets it belongs to by their keys in the pack's sets, so that a session can "
    "deal one set alone.",
    failing=SETS + cards(card(sets="[market-dya]")),
    mended=SETS + cards(card(sets="[market-day]")),
)
PICTURE_NAME = Code(
    "C140",
    _WARNING,
    "A picture's name that cannot be used",
    "A portrait is one of the game's own, or a PNG or JPEG file in the pack's own folder; its name "
    "and the folders in front of it hold letters, digits, hyphens and underscores only. "
    "Without it the person's initial is drawn.",
    failing=cards() + PERSON + "    portrait: ../len.png\n",
    mended=cards() + PERSON + "    portrait: len\n",
)
PICTURE_UNUSABLE = Code(
    "C141",
    _WARNING,
    "A picture that cannot be shown",
    "The file is not there, is no PNG or JPEG, is damaged, or is far too large. Until it is "
    "mended the person's initial is drawn.",
    failing=lambda: zipped(
        {
            "cards.yaml": cards() + PERSON + "    portrait: pictures/len.png\n",
            "pictures/len.png": "<svg/>",
        }
    ),
    mended=lambda: zipped(
        {
            "cards.yaml": cards() + PERSON + "    portrait: pictures/len.png\n",
            "pictures/len.png": png(),
        }
    ),
    in_words=(
        "A zip in which `portrait: pictures/len.png` names a file that holds a drawing saved as SVG.",
        "The same zip, with a real PNG in that place.",
    ),
    file="my-pack.zip",
)
SCRIPT_NOT_SET = Code(
    "C142",
    _ERROR,
    "Letters that cannot be set properly",
    "Letters of some scripts turn, join or stack in ways that nobody has proved here, and a number "
    "among them could come out back to front. Until that is proved they are refused. Latin, Greek, "
    "Cyrillic, Arabic (Urdu and Persian too), Hebrew, Devanagari, Bengali, Gurmukhi, Gujarati and "
    "Tamil are set.",
    failing=cards(card(title="การตรวจเลือด")),
    mended=cards(card(title="فحص الدم")),
)
LETTER_LACKING = Code(
    "C143",
    _WARNING,
    "Letters that no typeface here can draw",
    "The game has typefaces for the scripts of message C142, and else asks the system for one. Where "
    "nobody has the letter, a box stands in its place.",
    failing=cards(card(title="The missed 𓀀 test")),
    mended=cards(card(title="The missed ῥοή test")),
)
STRAY_TRANSLATION = Code(
    "C144",
    _WARNING,
    "Words for a card that is not there",
    "A file in another language, such as my-pack.ur.yaml beside my-pack.yaml, names cards by their "
    "ids. Words for an id that the pack does not have are shown nowhere.",
    failing=lambda: zipped(
        {
            "my-pack.yaml": cards(),
            "my-pack.cy.yaml": "cards:\n  - id: missed-blod-test\n    title: Y prawf gwaed\n",
        }
    ),
    mended=lambda: zipped(
        {
            "my-pack.yaml": cards(),
            "my-pack.cy.yaml": "cards:\n  - id: missed-blood-test\n    title: Y prawf gwaed\n",
        }
    ),
    file="my-pack.zip",
    in_words=(
        "`my-pack.cy.yaml` has words for `missed-blod-test`, which `my-pack.yaml` does not have.",
        "It has words for `missed-blood-test`.",
    ),
)
