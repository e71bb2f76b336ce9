"""The kit as a web page: whole, in order, with headings and landmarks, and needing nothing else."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from printing_read import TODAY

from game.printing.kit import PARTS, NothingToPrintError, Wish
from game.printing.webpage import webpage

VOID = {"meta", "path", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """What the page is made of: its tags in order, its headings, ids, links, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.headings, self.words = [], [], [], []
        self._open = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] != "style":
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def page(pack, assets):
    return Page(webpage(pack, Wish(), assets, TODAY))


def test_it_has_one_title_landmarks_and_headings_without_a_gap(page):
    assert page.headings.count(1) == 1
    assert all(
        after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
    )
    for landmark in ("header", "nav", "main", "footer"):
        assert page.tags.count(landmark) == 1
    assert ("html", {"lang": "en-GB"}) in page.attributes
    labelled = [attrs for tag, attrs in page.attributes if tag == "section"]
    ids = {attrs["id"] for _, attrs in page.attributes if "id" in attrs}
    assert all(attrs["aria-labelledby"] in ids for attrs in labelled)
    links = [attrs["href"] for tag, attrs in page.attributes if tag == "a"]
    assert links
    assert all(link[0] == "#" and link[1:] in ids for link in links)


def test_it_runs_nothing_and_fetches_nothing(pack, assets, page):
    text = webpage(pack, Wish(), assets, TODAY)
    assert "script" not in page.tags
    assert not {"link", "img", "iframe"} & set(page.tags)
    assert not any(name.startswith("on") for _, attrs in page.attributes for name in attrs)
    assert all(
        each.startswith("data:") for each in (part.split(")")[0] for part in text.split("url(")[1:])
    )
    assert "default-src 'none'" in text
    assert "@media print" in text


def test_icons_are_silent_and_every_card_is_there_once(pack, page):
    assert all(attrs.get("aria-hidden") == "true" for tag, attrs in page.attributes if tag == "svg")
    for card in pack.cards:
        assert page.text.count(card.scene) == 1
        assert pack.fact(card.evidence).source.line in page.text
        assert card.facilitator in page.text


def test_a_pack_cannot_write_markup_into_it(pack, assets):
    card = replace(pack.cards[0], title="<b>bold</b> & co", scene='"<script>alert(1)</script>"')
    sly = Page(webpage(replace(pack, cards=(card,)), Wish(what=("cards",)), assets, TODAY))
    assert "script" not in sly.tags
    assert "b" not in sly.tags
    assert "<b>bold</b> & co" in sly.text


def test_only_what_is_wished_for_is_there(pack, assets):
    some = Page(webpage(pack, Wish(what=("agreement", "take-home")), assets, TODAY))
    assert [attrs["id"] for tag, attrs in some.attributes if tag == "section"] == [
        "agreement",
        "take-home",
    ]
    with pytest.raises(NothingToPrintError, match="Print it as PDF"):
        webpage(pack, Wish(what=("die", "tokens")), assets, TODAY)
    assert PARTS["die"] not in some.text
