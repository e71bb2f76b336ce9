"""Cards as they are printed: whole, in order, large enough, inside their cut; or said to be too long."""

import dataclasses

import pytest
from printing_read import TODAY

from game.model.evidence import RECHECK, Seen
from game.printing.cardframe import POCKET, large
from game.printing.cards import fits, printed
from game.printing.look import Look
from game.printing.page import MM, Box, Shape, Words

A5 = large(148.5 * MM, 210 * MM)
HALF_LETTER = large(396, 612)
FORMATS = [POCKET, A5, HALF_LETTER]


def words(face):
    return [mark for mark in face.marks if isinstance(mark, Words)]


def said(face):
    return " ".join(mark.text for mark in words(face))


@pytest.mark.parametrize("form", FORMATS, ids=["63 x 88 mm", "A5", "half a Letter"])
def test_every_card_of_the_core_pack_fits_and_stays_inside_its_cut(pack, look, form):
    inside = Box(0, 0, form.w, form.h).inset(form.edge - 0.1)
    for card in pack.cards:
        made = printed(card, pack, form, look, TODAY)
        assert made.misfits == ()
        assert [face.side for face in made.faces] == ["front", "back"]
        for mark in (each for face in made.faces for each in words(face)):
            wide = look.type.width(mark.text, mark.face, mark.size)
            where = Box(mark.x, mark.y - mark.size * 0.75, wide, mark.size * 0.75)
            assert inside.encloses(where), f"{card.code}: {mark.text}"


@pytest.mark.parametrize(("form", "least"), [(POCKET, 7.5), (A5, 16), (HALF_LETTER, 16)])
def test_no_type_is_smaller_than_promised(pack, look, form, least):
    for card in pack.cards:
        for face in printed(card, pack, form, look, TODAY).faces:
            assert min(mark.size for mark in words(face)) >= least


def test_a_group_finds_everything_in_the_order_in_which_it_needs_it(pack, look):
    card = next(each for each in pack.cards if each.code == "E-01")
    front, back = (said(face) for face in printed(card, pack, POCKET, look, TODAY).faces)
    fact = pack.fact(card.evidence)
    name = pack.person(card.person).name
    in_front = ["Acting early", card.code, card.title, card.scene, f"{name}: “{card.voice}”"]
    in_front += [f"Something that helps: {card.helps}", f"Think {card.think}"]
    behind = [card.code, card.title, "Round"]
    behind += [each.prompt for each in card.lenses] + ["Talk", *card.talk]
    behind += [f"Evidence {fact.claim}", fact.source.line, "Review by 1 ", f"Agree {card.agree}"]
    for text, parts in ((front, in_front), (back, behind)):
        places = [text.find(part) for part in parts]
        assert -1 not in places, dict(zip(parts, places, strict=True))
        assert places == sorted(places)


def test_a_front_says_what_it_touches_before_the_scene(pack, look):
    card = next(each for each in pack.cards if len(each.notes) == 2 and each.level == 2)
    front = said(printed(card, pack, POCKET, look, TODAY).faces[0])
    one, other = (pack.topic(note).label for note in card.notes)
    assert f"Some difficult feelings. Touches {one} and {other}." in front
    assert front.index("Touches") < front.index(card.scene[:20])


@pytest.mark.parametrize(
    "doubt",
    [{"seen": Seen.RECHECK}, {"review": "2026-01-01"}, {"needs": "pharmacist"}],
    ids=["to be re-checked", "past its review", "not signed"],
)
def test_a_fact_that_may_not_be_shown_is_not_printed(pack, look, doubt):
    card = pack.cards[0]
    fact = dataclasses.replace(pack.fact(card.evidence), **doubt)
    doubted = dataclasses.replace(
        pack, facts=tuple(fact if each.id == fact.id else each for each in pack.facts)
    )
    back = said(printed(card, doubted, POCKET, look, TODAY).faces[1])
    assert f"Evidence {RECHECK}" in back
    assert fact.claim not in back
    assert fact.source.org not in back


def test_facts_beside_a_cards_own_are_printed_once_they_may_be_shown(pack, look):
    card = next(each for each in pack.cards if not each.beside)
    shown, hidden = (
        next(f for f in pack.facts if f.shows_on(TODAY) is may and f.id != card.evidence)
        for may in (True, False)
    )
    both = dataclasses.replace(card, beside=(shown.id, hidden.id))
    everything = " ".join(said(face) for face in printed(both, pack, POCKET, look, TODAY).faces)
    assert shown.source.org in everything
    assert hidden.claim not in everything


def test_a_card_too_long_goes_on_whole_and_is_told_of(pack, look):
    long = " ".join(["Every word of this scene is wanted at the table."] * 40)
    card = dataclasses.replace(pack.cards[0], scene=long)
    made = printed(card, pack, POCKET, look, TODAY)
    assert len(made.faces) % 2 == 0
    assert len(made.faces) > 2
    everything = " ".join(said(face) for face in made.faces)
    assert everything.count("wanted at the table.") == 40
    assert card.agree in everything
    assert all(card.code in said(face) for face in made.faces)
    (misfit,) = made.misfits
    assert misfit.sentence.startswith(f"{card.code} “{card.title}” is too long for the front")
    assert "lines (" in misfit.sentence
    assert fits(card, pack, look, TODAY) == made.misfits


def test_one_line_too_many_is_one_line_in_the_sentence(pack, look):
    lines = 1
    while True:
        card = dataclasses.replace(pack.cards[0], helps="Help comes soon. " * lines, agree="")
        found = fits(card, pack, look, TODAY)
        if found:
            break
        lines += 1
    assert " by 1 line (" in found[0].sentence or " by 2 lines (" in found[0].sentence


def test_saving_ink_prints_the_same_words_on_white(pack, assets, look):
    card = pack.cards[0]
    saving = Look(assets, ink_saving=True)
    plain = printed(card, pack, POCKET, saving, TODAY).faces
    full = printed(card, pack, POCKET, look, TODAY).faces
    assert [said(face) for face in plain] == [said(face) for face in full]

    def inked(face):
        shapes = (each for each in face.marks if isinstance(each, Shape) and each.fill)
        boxes = [
            [p for s in shape.segments for p in s.points[-2:]]
            for shape in shapes
            if shape.fill != (255, 255, 255)
        ]
        return sum((max(b[::2]) - min(b[::2])) * (max(b[1::2]) - min(b[1::2])) for b in boxes)

    assert inked(plain[0]) < inked(full[0]) / 4
