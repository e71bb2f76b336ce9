"""A2xx: advice, which never keeps anything out of play."""

from game.content.codes.samples import card, cards, fact
from game.content.diagnostics import Code, Severity

_ADVICE = Severity.ADVICE
_SIGNED = """\
    needs: doctor
    signed:
      role: doctor
      date: 2026-12-01
      words: >-
        Ten minutes of brisk walking a day is good for the heart. (NHS, Walking for health, 2024;
        England)
"""

WORDING = Code(
    "A201",
    _ADVICE,
    "Words that can hurt, or leave somebody out",
    "The language list has other words. What people call themselves, they decide: what stands "
    'under "voice" is never looked at.',
    failing=cards(card(scene="Amira suffers from diabetes.")),
    mended=cards(card(scene="Amira lives with diabetes.")),
)
LONG_SCENE = Code(
    "A202",
    _ADVICE,
    "A long scene",
    "A scene is read aloud. Up to 90 words, people can hold it in mind.",
    failing=cards(card(scene=">-\n" + "      Amira feels well in herself.\n" * 19)),
    mended=cards(card(scene=">-\n" + "      Amira feels well in herself.\n" * 18)),
)
LONG_SENTENCE = Code(
    "A203",
    _ADVICE,
    "A long sentence",
    "One idea a sentence. Over 25 words, most people have to start again.",
    failing=cards(card(scene="Amira feels well" + " and then very tired" * 6 + ".")),
    mended=cards(card(scene="Amira feels well" + " and then very tired" * 5 + ".")),
)
NO_VOICE = Code(
    "A204",
    _ADVICE,
    "Nobody speaks",
    "A card is better for the person's own words.",
    failing=cards(card(voice=None)),
    mended=cards(),
)
NO_HELP = Code(
    "A205",
    _ADVICE,
    "Nothing helps",
    "Every card holds at least one thing that helps, so that nobody is left with the difficulty "
    "alone.",
    failing=cards(card(helps=None)),
    mended=cards(),
)
NO_SOURCE = Code(
    "A206",
    _ADVICE,
    "No fact",
    "A card can carry one fact with its source.",
    failing=cards(card(evidence=None)),
    mended=cards(),
)
FEW_CARDS = Code(
    "A207",
    _ADVICE,
    "Themes with few cards",
    "With four cards or more in each theme, a group can choose its way.",
    failing=cards(),
    mended=cards(
        *(
            card(id=f"{theme}-{number}", theme=theme)
            for theme in (
                "roles",
                "viewpoints",
                "person",
                "message",
                "wellbeing",
                "early",
                "moving",
            )
            for number in range(4)
        )
    ),
)
NO_GENTLE_CARD = Code(
    "A208",
    _ADVICE,
    "No gentle card to begin with",
    "A session begins with a card of level 1.",
    failing=cards(card(level="2")),
    mended=cards(),
)
FACT_OUT_OF_DATE = Code(
    "A209",
    _ADVICE,
    "A fact whose review is due",
    "It is not shown until somebody has looked again and set new dates.",
    failing=fact("review: 2027-11-01", "review: 2026-11-02") + cards(),
    mended=fact() + cards(),
)
FACT_TO_RECHECK = Code(
    "A210",
    _ADVICE,
    "A fact to look at again",
    "It is not shown as long as it is marked to-recheck, and a card rests on it.",
    failing=fact("seen: primary", "seen: to-recheck") + cards(card(evidence="walking-helps")),
    mended=fact() + cards(card(evidence="walking-helps")),
)
FACT_NOT_SIGNED = Code(
    "A211",
    _ADVICE,
    "A fact that nobody has signed",
    "Clinical and legal claims are shown only when somebody in the named role has signed them. "
    "Here a card rests on such a fact, and plays without it until then.",
    failing=fact() + "    needs: pharmacist\n" + cards(card(evidence="walking-helps")),
    mended=fact()
    + "    needs: pharmacist\n    signed: {role: pharmacist, date: 2026-12-01}\n"
    + cards(card(evidence="walking-helps")),
)
NO_PERSON_LENS = Code(
    "A212",
    _ADVICE,
    "No question for the person's own view",
    "The person's lens is dealt every round, and is better for a question of its own.",
    failing=cards(card(lenses="\n      gp: What do you know?")),
    mended=cards(),
)
SIGNED_WORDS_CHANGED = Code(
    "A215",
    _ADVICE,
    "A fact that was changed since it was signed",
    "A signature is for the words that were signed. The fact is not shown until somebody in that "
    "role has signed the new words, or the old ones are back.",
    failing=fact() + _SIGNED.replace("brisk walking", "a stroll") + cards(),
    mended=fact() + _SIGNED + cards(),
)
