"""The questions, word for word: answers may be put side by side only while these stand."""

from game.outcomes import evaluation, items, promises


def test_the_form_says_what_it_is_for_and_that_any_question_can_be_skipped():
    assert items.HEADING == (
        "About today’s session. No names. Skip any question. Your answers help us improve the "
        "game; they don’t judge you."
    )


def test_the_three_stems():
    assert items.STEM == (
        "For each line, mark how well you understood it before today, and how well you understand "
        "it now."
    )
    assert items.STEM_BEFORE == ("How well do you understand each of these today, before we start?")
    assert items.STEM_AFTER == "How well do you understand each of these now?"


def test_every_point_has_its_label():
    assert items.POINTS == ("Not at all", "A little", "Fairly well", "Well", "Very well")
    assert items.SURE_POINTS == (
        "Not at all", "A little", "Fairly", "Confident", "Very confident"
    )  # fmt: skip
    assert items.SKIP == "Prefer not to say / not relevant"


def test_the_seven_outcomes():
    assert [f"{items.LEAD} {item.asks}".replace(" … …", "") for item in items.ITEMS] == [
        (
            "How well do you understand what different health and care workers can do for someone who "
            "has both mental and physical health needs?"
        ),
        (
            "How well do you understand how the same situation can look to workers in other jobs and "
            "places?"
        ),
        (
            "How well do you understand what it can be like to live with both mental and physical "
            "health needs, from the person’s own point of view?"
        ),
        (
            "How well do you understand how workers can give a person the same clear message, so that "
            "it doesn’t change from one to the next?"
        ),
        (
            "How well do you understand everyday ways to support wellbeing and help prevent mental and "
            "physical ill health?"
        ),
        (
            "How well do you understand why acting early makes a difference to mental and physical "
            "health?"
        ),
        (
            "How well do you understand how to help someone move safely between workers, services or "
            "places of care?"
        ),
    ]


def test_the_question_about_confidence():
    assert items.SURE == (
        "How confident would you feel to start a conversation about both mental and physical "
        "health?"
    )


def test_the_questions_about_the_session():
    assert evaluation.VOICE == (
        "I could say what I thought.",
        "I could pass without it feeling awkward.",
        "I heard a view I hadn’t thought about.",
    )
    assert evaluation.VOICE_POINTS == ("Not at all", "A little", "Mostly", "Completely")
    assert evaluation.HARM == "Did anything feel unsafe, unfair or untrue to life?"
    assert [each.value for each in evaluation.Harm] == ["No", "Yes, a little", "Yes"]
    assert evaluation.HARM_CARD == "If you wish, tell us which card."
    assert (evaluation.STAYS, evaluation.CHANGE) == (
        "What will stay with you?",
        "What should we change?",
    )


def test_the_words_about_promises():
    assert promises.COMMITMENT == "One thing I’ll do differently, where, and by when"
    assert promises.COMMITMENT_PUBLIC == "One thing I might do or ask for"
    assert promises.LIKELY == "How likely is it?"
    assert [each.value for each in promises.Likely] == ["Unlikely", "Maybe", "Likely", "Certain"]
    assert promises.FOLLOW_UP == "Did you do it?"
    assert [each.value for each in promises.Done] == [
        "Fully", "Partly", "Not yet", "Changed my mind"
    ]  # fmt: skip
    assert promises.HELPED == "What helped or got in the way?"
