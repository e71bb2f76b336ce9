"""The pages themselves: whole in one file, in order for ears and eyes, and silent about people."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest
from report_sessions import LINES, MESSAGE, NAMES, PROMISES, sheets

from game.outcomes.answers import Commitment, Evaluation, FollowUp, Gathered, Remarks
from game.outcomes.evaluation import Group, Harm
from game.outcomes.promises import Done, Likely
from game.report.followup import followup_document
from game.report.html import html_of
from game.report.page import _style
from game.report.session import session_document
from game.report.takehome import takehome_document
from game.values import replace

EVALUATED = tuple(Evaluation((4, 3, 4), Harm.NO if n else Harm.A_LITTLE, None) for n in range(30))
REMARKS = Remarks(
    tuple(f"Stays {n}" for n in range(12)),
    ("More time.",),
    (Group.PERSON,) * 9 + (Group.NURSE,) * 12,
)


@pytest.fixture(scope="module")
def full(facts):
    """A session with an answer to everything that can be asked."""
    card = facts.met[0].card.id
    gathered = replace(
        facts.gathered,
        evaluations=(*EVALUATED, Evaluation((1, 1, 1), Harm.YES, card)),
        remarks=REMARKS,
        commitments=(Commitment("Ring first", "clinic", "Friday", Likely.CERTAIN),),
        follow_ups=tuple(FollowUp(f"Line {n}", Done.FULLY) for n in range(9)),
    )
    return replace(facts, gathered=gathered)


@pytest.fixture(scope="module")
def pages(facts, full, icons, assets):
    documents = {
        "session": session_document(facts, icons),
        "full": session_document(full, icons),
        "bare": session_document(replace(facts, gathered=Gathered(), met=(), support=()), icons),
        "take-home": takehome_document(facts, icons),
        "follow-up": followup_document(facts, icons),
    }
    return {name: html_of(document, assets) for name, document in documents.items()}


@pytest.fixture(params=["session", "full", "bare", "take-home", "follow-up"])
def page(request, pages):
    return pages[request.param]


def tree(page):
    return ET.fromstring(page.partition("\n")[2])  # noqa: S314 - our own page


def tag(element):
    return element.tag.rpartition("}")[2]


def words_of(page):
    return " ".join("".join(tree(page).find("body").itertext()).split())


def test_a_page_is_well_formed_and_says_its_language_and_title(page):
    root = tree(page)
    assert page.startswith("<!DOCTYPE html>")
    assert root.get("lang") == "en-GB"
    assert root.find("head/title").text
    assert root.find("head/meta").get("charset") == "utf-8"


def test_a_page_has_no_script_and_fetches_nothing(page):
    root = tree(page)
    assert not [each for each in root.iter() if tag(each) in {"script", "link", "iframe", "img"}]
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "http" not in value or name == "xmlns"
    assert not re.search(r"url\((?!data:|#)", page)
    assert "@import" not in page


def test_headings_come_in_order_and_there_is_one_title(page):
    levels = [int(tag(each)[1]) for each in tree(page).iter() if re.fullmatch("h[1-6]", tag(each))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_picture_has_a_name_and_every_figure_a_table_after_it(page):
    root = tree(page)
    for element in root.iter():
        if tag(element) == "svg":
            assert element.get("aria-label") or element.get("aria-hidden") == "true"
    for parent in root.iter():
        children = list(parent)
        for place, child in enumerate(children):
            if tag(child) == "figure":
                assert "table" in {tag(each) for each in children[place + 1].iter()}


def test_tables_have_captions_and_heads(page):
    for table in (each for each in tree(page).iter() if tag(each) == "table"):
        assert "".join(table.find("caption").itertext())
        assert all(each.get("scope") in {"col", "row"} for each in table.iter("th"))
        widths = {len(list(row)) for row in table.iter("tr")}
        assert len(widths) == 1


def test_ids_in_pictures_are_not_used_twice_for_different_things(page):
    found = {}
    for element in tree(page).iter():
        if name := element.get("id"):
            text = ET.tostring(element)
            assert found.setdefault(name, text) == text


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_named(page, name):
    assert name not in page


def test_neither_day_nor_hour_of_the_session_stands_on_it(pages):
    for page in (pages["session"], pages["take-home"]):
        assert "20 November 2026" not in page
        assert "2026-11-20" not in page
        assert "November 2026" in page


def test_the_report_tells_the_session(pages):
    told = words_of(pages["session"])
    for words in (MESSAGE, *filter(None, LINES), *PROMISES):
        assert words in told
    assert "Self-reported understanding rose on all seven themes." in told
    assert "not a test of knowledge" in told
    assert "Planned and delivered" in told
    assert "Sources used" in told
    assert "One card was set aside" in told
    assert "improved care" not in told


def test_hands_and_sheets_stand_apart(pages):
    headings = [each.text for each in tree(pages["session"]).iter("h2")]
    assert headings.count("Before and now") == 1
    assert headings.count("Before and now, by show of hands") == 1


def test_a_full_evaluation_is_told_without_anybody_in_it(pages, full):
    told = words_of(pages["full"])
    assert "How it was to take part" in told
    assert "Somebody named: " + full.met[0].title in told
    assert "Ring first, clinic, by Friday (certain)" in told
    order = [int(each) for each in re.findall(r"Stays (\d+)", told)]
    assert sorted(order) == list(range(12))
    assert order != list(range(12))
    # Of the three answers to harm, two were given by one person each.
    row = next(
        row
        for row in tree(pages["full"]).iter("tr")
        if "".join(row.itertext()).startswith("Answers")
    )
    assert [each.text for each in row.iter("td")] == ["not\u00a0shown"] * 3


@pytest.mark.parametrize("people", [1, 4, 7])
def test_fewer_than_eight_leave_no_figure(facts, icons, assets, people):
    gathered = replace(
        facts.gathered,
        sheets=sheets()[:people],
        hands=(),
        evaluations=EVALUATED[:people],
        remarks=REMARKS,
    )
    page = html_of(session_document(replace(facts, gathered=gathered), icons), assets)
    told = words_of(page)
    assert "Fewer than 8 people did, so nothing of it leaves the room." in told
    assert "fewer than 8 people answered, so it stays in the room" in told
    assert "Stays 1" not in told
    assert "Middle before" not in told
    assert "<figure" not in page.partition("Before and now")[2].partition("Mind and body")[0]


def test_eight_are_enough(facts, icons, assets):
    gathered = replace(facts.gathered, sheets=sheets()[:8], hands=())
    told = words_of(html_of(session_document(replace(facts, gathered=gathered), icons), assets))
    assert "Middle before" in told


def test_what_people_type_stays_text(facts, icons, assets):
    nasty = "</p><script>alert('&')</script>"
    gathered = replace(facts.gathered, commitments=(Commitment(nasty),))
    told = replace(facts, message=nasty, agreed=(nasty,), gathered=gathered)
    page = html_of(session_document(told, icons), assets)
    assert "<script" not in page
    assert nasty in words_of(page)


def test_an_empty_session_still_has_a_page(pages):
    assert "However far we came" in words_of(pages["bare"])


# Colours.


def shine(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    low, high = sorted((shine(one), shine(other)))
    return (high + 0.05) / (low + 0.05)


def test_words_stand_out_from_what_they_stand_on():
    style = _style()
    root = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", style.partition("}")[0]))
    for ground in ("paper", "card", "cream"):
        assert contrast(root["ink"], root[ground]) >= 7
        assert contrast(root["soft"], root[ground]) >= 4.5
    themes = re.findall(r"--fill:(#\w{6});--on:(#\w{6});--word:(#\w{6})", style)
    assert len(themes) == 7
    for fill, on, word in themes:
        assert contrast(fill, on) >= 4.5
        assert contrast(word, root["card"]) >= 4.5
