"""
The format of a pack, once: every section and field, what it may hold, and a hint for its author.

The decoder works from this table, and so can a schema, an editor's hints and a template. What
each part is for is told in the author's words; nothing here reads a file.
"""

from game.content.shapes import Field, Kind, Shape, every_name, groups, listed, texts
from game.model.coverage import Parity, Setting, Strand
from game.model.evidence import Seen
from game.model.lenses import DEALT, Lens
from game.model.pack import SpaceKind
from game.model.themes import Theme
from game.tongue import N_
from game.values import replace

THEMES = tuple(theme.value for theme in Theme)
SPACES = (*THEMES, *(kind.value for kind in SpaceKind if kind is not SpaceKind.THEME))

# The keys of the lenses, their full names, and what people write instead.
LENS_NAMES: dict[str, Lens] = {
    **{lens.key.casefold(): lens for lens in DEALT},
    **{lens.value.casefold(): lens for lens in DEALT},
    "family": Lens.CARER,
    "carer or family member": Lens.CARER,
    "support worker": Lens.CARE_WORKER,
    "allied": Lens.ALLIED,
    "ahp": Lens.ALLIED,
    "therapist": Lens.PSYCHOLOGIST,
    "link worker": Lens.NAVIGATOR,
    "navigator": Lens.NAVIGATOR,
}

_NOTES = Field(
    "notes",
    Kind.LIST,
    N_("Topics that a session can leave out."),
    "[weight, medicines]",
    most=12,
    distinct=True,
    of=Field("note", Kind.WORD, "A key from topics.", "weight", refers_to="topics"),
)
_CHECKED = Field(
    "checked", Kind.DATE, "The day on which somebody last looked.", "2026-11-01", required=True
)
_NATION = Field(
    "nation",
    Kind.TEXT,
    "Where it holds, such as England or UK.",
    "England",
    required=True,
    longest=60,
)

PACK = Shape(
    "pack",
    (
        Field("title", Kind.TEXT, "The pack's name in the library.", "Our ward", True, 120),
        Field("author", Kind.TEXT, "Who wrote it.", "The Tuesday group", longest=200),
        Field("version", Kind.TEXT, "Any text; a date does well.", "2026-11", longest=40),
        Field("language", Kind.TEXT, "The language of the texts.", "en-GB", longest=20),
        Field("licence", Kind.TEXT, "What others may do with it.", "CC BY 4.0", longest=200),
    ),
)

PERSON = Shape(
    "person",
    (
        Field("id", Kind.ID, "The name by which cards call this person.", "amira", True),
        Field("name", Kind.TEXT, "The name people say.", "Amira", True, 80),
        Field("age", Kind.NUMBER, "In years.", "52", True, least=0, most=120),
        Field("life", Kind.TEXT, "A life before any diagnosis.", "Retired bus driver.", True),
        Field("strength", Kind.TEXT, "What they are good at.", "Never forgets a route.", True),
        Field("wish", Kind.TEXT, "What they want.", "My allotment back.", True),
        Field(
            "conditions",
            Kind.LIST,
            "What they live with; may be empty.",
            "[diabetes]",
            True,
            most=20,
            of=Field("condition", Kind.TEXT, "One condition.", "diabetes", longest=120),
        ),
        Field(
            "summary", Kind.TEXT, "Two short sentences for the side panel.", "Amira is 52.", True
        ),
        Field(
            "portrait",
            Kind.PICTURE,
            "One of the game's own, or a PNG or JPEG file beside the pack.",
            "pictures/len.jpg",
            longest=300,
        ),
    ),
)

SIGNED = Shape(
    "signature",
    (
        Field("role", Kind.TEXT, "The role that needs names.", "pharmacist", True, 80),
        Field("date", Kind.DATE, "The day on which they signed.", "2026-12-01", True),
        Field(
            "words",
            Kind.TEXT,
            "The words that were signed, as the proof list prints them.",
            ">- …",
            longest=3_000,
        ),
    ),
)

SAFETY = Shape(
    "safety",
    (
        Field("needs", Kind.TEXT, "Who must read the note.", "doctor", True, 80),
        Field(
            "signed",
            Kind.GROUP,
            "Left out until somebody really has.",
            "{role: …, date: …}",
            shape=SIGNED,
        ),
    ),
)

CARD = Shape(
    "card",
    (
        Field(
            "id", Kind.ID, N_("A name of its own that never changes."), "missed-blood-test", True
        ),
        Field("code", Kind.CODE, N_("Given by the game where it is left out."), "E-07"),
        Field("theme", Kind.WORD, N_("One of the seven themes."), "early", True, words=THEMES),
        Field("title", Kind.TEXT, N_("A few words."), "The missed blood test", True, 120),
        Field(
            "level",
            Kind.NUMBER,
            N_("1 gentle, 2 some difficult feeling, 3 may touch grief, abuse or restraint."),
            "1",
            True,
            least=1,
            most=3,
        ),
        _NOTES,
        Field(
            "person",
            Kind.WORD,
            N_("Whose day it is: an id from people."),
            "amira",
            refers_to="people",
        ),
        Field(
            "setting",
            Kind.WORD,
            N_("Where it happens."),
            "gp practice",
            words=tuple(setting.value for setting in Setting),
        ),
        Field(
            "direction",
            Kind.WORD,
            N_(
                "body: the physical health of somebody with a mental health problem; "
                "mind: the mental health of somebody with a physical condition; both."
            ),
            "body",
            words=tuple(parity.value for parity in Parity),
        ),
        Field(
            "about",
            Kind.LIST,
            N_("What in a life it touches."),
            "[diabetes, carers]",
            most=len(Strand),
            distinct=True,
            of=Field(
                "about",
                Kind.WORD,
                N_("Something in a life."),
                "diabetes",
                True,
                words=tuple(strand.value for strand in Strand),
            ),
        ),
        Field(
            "sets",
            Kind.LIST,
            N_("The sets it belongs to, which a session can deal alone."),
            "[assembly]",
            most=12,
            distinct=True,
            of=Field("set", Kind.WORD, N_("A key from sets."), "assembly", refers_to="sets"),
        ),
        Field("scene", Kind.TEXT, N_("What happens, in at most 90 words."), ">- …", True, 2_000),
        Field("voice", Kind.TEXT, N_("What the person says."), "I want my allotment back."),
        Field(
            "think",
            Kind.TEXT,
            N_("A question to think about alone."),
            "What might matter most?",
            True,
        ),
        Field(
            "lenses",
            Kind.NAMED,
            N_("A question for each viewpoint that matters most."),
            "person: What would make this easy to say yes to?",
            most=9,
            words=tuple(lens.key for lens in DEALT),
            of=Field("prompt", Kind.TEXT, N_("A question."), "What do you know?", True),
        ),
        Field(
            "talk",
            Kind.LIST,
            N_("Two or three questions for everybody."),
            "- Who could act first?",
            True,
            least=2,
            most=3,
            of=Field("question", Kind.TEXT, N_("A question."), "Who could act first?", True),
        ),
        Field("helps", Kind.TEXT, N_("At least one thing that helps."), "Her sister rang."),
        Field(
            "evidence",
            Kind.WORD,
            N_("The fact it brings: a key from evidence."),
            "check-six-parts",
            refers_to="evidence",
        ),
        Field(
            "beside",
            Kind.LIST,
            N_("Facts to show below it, such as ones that wait for a signature."),
            "[walking-helps]",
            most=4,
            distinct=True,
            of=Field(
                "fact", Kind.WORD, N_("A key from evidence."), "walking-helps", refers_to="evidence"
            ),
        ),
        Field(
            "agree", Kind.TEXT, N_("The start of the shared sentence."), "We would all say…", True
        ),
        Field(
            "feeds",
            Kind.LIST,
            N_("One to four themes whose panes this card may light."),
            "[early, roles]",
            True,
            least=1,
            most=4,
            distinct=True,
            of=Field("theme", Kind.WORD, N_("A theme."), "early", True, words=THEMES),
        ),
        Field("facilitator", Kind.TEXT, N_("Never on the shared screen."), ">- …", longest=2_000),
        Field(
            "safety",
            Kind.GROUP,
            N_(
                "Who must read the facilitator's note, where it says what to do about somebody's "
                "health or safety."
            ),
            "{needs: doctor}",
            shape=SAFETY,
        ),
    ),
)

CARD_WORDS = Shape(
    "card",
    (
        CARD.by_name["id"],
        Field(
            "made-from",
            Kind.TEXT,
            "Written by the game: tells when the words that were translated have changed.",
            "5f3a91c0",
            longest=8,
        ),
        *(
            replace(CARD.by_name[name], required=False, least=0)
            for name in ("title", "scene", "voice", "think", "talk", "helps", "agree")
        ),
        replace(
            CARD.by_name["lenses"], of=Field("prompt", Kind.TEXT, "A question.", "What helps?")
        ),
    ),
)
"""What of a card is said in another language; what is left out is shown in the first."""

MOMENT = Shape(
    "moment",
    (
        Field("id", Kind.ID, "A name of its own that never changes.", "kettle-on", True),
        Field("title", Kind.TEXT, "A few words.", "The kettle is on", True, 120),
        Field("text", Kind.TEXT, "The small thing that happens.", "A porter stops.", True),
        Field("ask", Kind.TEXT, "One question.", "When did that last happen?", True),
        Field("bright", Kind.YES_NO, "Whether it is a thing that goes right.", "true", True),
        _NOTES,
    ),
)

DEBRIEF_STEP = Shape(
    "debrief step",
    (
        Field("title", Kind.TEXT, "The step's name.", "Reactions", True, 120),
        Field("say", Kind.TEXT, "What is said first.", "Take a breath.", True, 1_200),
        Field(
            "ask",
            Kind.LIST,
            "The questions of this step.",
            "- How was that?",
            True,
            least=1,
            most=12,
            of=Field("question", Kind.TEXT, "A question.", "How was that?", True),
        ),
    ),
)

SOURCE = Shape(
    "source",
    (
        Field("org", Kind.TEXT, "Who published it.", "NHS England", True, 200),
        Field("title", Kind.TEXT, "Its title.", "…", True, 400),
        Field("year", Kind.NUMBER, "The year.", "2024", True, least=1900, most=2200),
    ),
)

FACT = Shape(
    "fact",
    (
        Field("claim", Kind.TEXT, "The fact in our own words.", "…", True, 1_200),
        Field(
            "source",
            Kind.GROUP,
            "Where it stands.",
            "{org: …, title: …, year: 2024}",
            True,
            shape=SOURCE,
        ),
        Field("link", Kind.LINK, "Where to read it.", "https://www.england.nhs.uk/", True, 500),
        Field(
            "seen",
            Kind.WORD,
            "How near to its origin it was read.",
            "primary",
            True,
            words=tuple(seen.value for seen in Seen),
        ),
        _NATION,
        _CHECKED,
        Field("review", Kind.DATE, "The day after which it is not shown.", "2027-11-01", True),
        Field(
            "needs",
            Kind.TEXT,
            "For clinical and legal claims: who must sign.",
            "pharmacist",
            longest=80,
        ),
        Field(
            "signed",
            Kind.GROUP,
            "Left out until somebody really has.",
            "{role: …, date: …}",
            shape=SIGNED,
        ),
    ),
)

SUPPORT_ROUTE = Shape(
    "support route",
    (
        Field("need", Kind.TEXT, "When to turn here.", "In an emergency", True, 200),
        Field("route", Kind.TEXT, "The number or address.", "Call 999", True),
        Field("detail", Kind.TEXT, "Hours, costs, and the like.", "Free, day and night."),
        _NATION,
        _CHECKED,
    ),
)

WORDING = Shape(
    "wording",
    (
        Field(
            "avoid",
            Kind.TEXT,
            "Words to avoid; several with commas between.",
            "suffers from",
            True,
            200,
        ),
        Field("instead", Kind.TEXT, "What to write instead.", "lives with", True),
        Field("why", Kind.TEXT, "Why, in a sentence.", "It is theirs to say."),
    ),
)


SECTIONS = Shape("file", (
    Field("pack", Kind.GROUP, "What the pack is called.", "title: Our ward", shape=PACK),
    Field(
        "topics", Kind.NAMED, "What a session can leave out.", "weight: Weight and eating",
        least=1, most=100, of=Field("label", Kind.TEXT, "A label.", "Weight", True, 80),
    ),
    Field(
        "sets", Kind.NAMED, "Cards that a session can deal alone.", "assembly: Yearly checks",
        least=1, most=40, of=Field("label", Kind.TEXT, "A label.", "Yearly checks", True, 80),
    ),
    groups("people", "The people to walk with.", PERSON),
    listed(
        "board", "The path round the door, clockwise from the top left.",
        Field("space", Kind.WORD, "A space.", "early", True, words=SPACES), 8, 60,
        "[early, moment, roles, pause, …]",
    ),
    groups("cards", "The cards.", CARD),
    groups("moments", "Small things that happen in the system.", MOMENT),
    texts("breathers", "What the screen offers on a pause space.", "Drop your shoulders."),
    texts("nudges", "Short reminders during a round.", "Whose voice is missing?"),
    texts("agreement", "The opening agreement, line by line.", "We may pass.", 4, 12),
    groups("debrief", "The four steps of the debrief.", DEBRIEF_STEP, 4, 4),
    Field(
        "evidence", Kind.NAMED, "Facts with their sources.", "check-six-parts: …",
        least=1, most=500, of=Field("fact", Kind.GROUP, "A fact.", "…", True, shape=FACT),
    ),
    groups("support", "Where to turn.", SUPPORT_ROUTE),
    groups("language", "Words to avoid, and what to write instead.", WORDING),
))  # fmt: skip


COMPANION = Shape(
    "file in another language",
    (
        Field(
            "pack",
            Kind.GROUP,
            "Who translated it, and what others may do with it.",
            "author: …",
            shape=Shape("pack", tuple(replace(each, required=False) for each in PACK.fields)),
        ),
        groups("cards", "The words of cards, by their ids.", CARD_WORDS),
    ),
)
"""A file beside a pack's own, with its words in another language."""


SECTION_NAMES = frozenset(SECTIONS.by_name)
FIELD_NAMES = frozenset(every_name(SECTIONS) | LENS_NAMES.keys())
"""Every name that stands in front of a colon, lenses included."""
