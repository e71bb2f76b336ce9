"""A2xx: advice, which never keeps anything out of play."""

from game.content.codes.samples import card, cards, fact, zipped
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
    "With four cards or more in each theme, a group can choose its way. A pack of fewer than eight "
    "cards is not asked for this.",
    failing=cards(*(card(id=f"early-{number}") for number in range(8))),
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
HARD_TO_READ = Code(
    "A213",
    _ADVICE,
    "A card that is hard to read",
    "Most groups can follow what an eleven-year-old could read. The age is an estimate from the "
    "length of sentences and words alone; it knows nothing of sense, so trust your ear over it.",
    failing=cards(
        card(
            scene=">-\n"
            "      Following multidisciplinary consultation regarding antipsychotic medication,\n"
            "      responsibility for cardiometabolic monitoring remained unallocated between\n"
            "      organisations. Interdisciplinary communication deteriorated considerably, and\n"
            "      appropriate physical health investigations were consequently not undertaken.\n"
            "      Accountability was subsequently clarified at an extraordinary governance meeting."
        )
    ),
    mended=cards(
        card(
            scene=">-\n"
            "      Three teams agreed that Amira should start a new medicine. Each of them thought\n"
            "      that another would watch her weight and her blood. They did not talk about it.\n"
            "      So nobody looked, until her sister asked why. Now one of them does."
        )
    ),
)
ABBREVIATION = Code(
    "A214",
    _ADVICE,
    "An abbreviation that is not explained",
    "Somebody at the table does not know it, and will not ask. Write the words, or explain it once "
    "on the same card: community psychiatric nurse (CPN).",
    failing=cards(card(helps="Her CPN rang. Somebody answered.")),
    mended=cards(card(helps="Her community psychiatric nurse (CPN) rang. Somebody answered.")),
)
DOES_NOT_FIT = Code(
    "A218",
    _ADVICE,
    "A card that does not fit",
    "Every card is placed as the game will show it, on a small screen (1280 × 720) at text sizes "
    "100 and 150 %. Where too much waits below the edge, the group talks about what it cannot see.",
    failing=cards(
        card(
            talk="".join(
                "\n      - >-\n"
                + "        Who could act first, what would they need, and who could give it to them\n"
                * 4
                + "        today?"
                for _ in range(3)
            )
        )
    ),
    mended=cards(),
)
ONLY_HARD_CARDS = Code(
    "A216",
    _ADVICE,
    "A theme with hard cards only",
    "Cards of level 3 come up only where a group has asked for them, and never first or last. A "
    "theme that has no other card stays empty for most groups.",
    failing=cards(card(), card(id="another", theme="moving", level="3")),
    mended=cards(card(), card(id="another", theme="moving", level="2")),
)
CARD_FACT_NOT_SHOWN = Code(
    "A217",
    _ADVICE,
    "A card whose fact is not shown",
    "The card plays all the same, and says that its fact is being re-checked. The fact stands in "
    "the core pack and is out of date, marked to-recheck, or not signed.",
    failing=cards(card(evidence="unsigned")),
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
STALE_TRANSLATION = Code(
    "A219",
    _ADVICE,
    "A translation of words that have changed since",
    "A card of the pack has other words now than when somebody translated it. Hold the two side by "
    "side; the message says what to write under made-from once they say the same again.",
    failing=lambda: zipped(
        {
            "my-pack.yaml": cards(),
            "my-pack.cy.yaml": "cards:\n  - id: missed-blood-test\n"
            '    made-from: "00000000"\n    title: Y prawf gwaed\n',
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
        "`my-pack.cy.yaml` was made from other words than `my-pack.yaml` has now.",
        "Its `made-from` is the sum of the words as they are, or is left out.",
    ),
)
