"""A card without a session: at every stage, as pictures, and measured whether it fits."""

import dataclasses

import pygame
import pytest

from game.app.places import find
from game.app.rehearsal import FACE_UP, rehearse
from game.cli import main
from game.content.load import load_pack
from game.content.templates import Wish, template
from game.rules.state import Phase, Stage
from game.ui.window.fit import ROOMS, SIZE, on_screen

TODAY = "2026-11-20"
STAGES = [FACE_UP, "meet", "think", "round", "talk", "evidence", "agree", "keep"]


@pytest.fixture(scope="module")
def pack():
    return load_pack(find().content / "scenarios.yaml", today=TODAY, advice=False).pack


def test_every_card_can_be_rehearsed_even_the_hardest(pack):
    for card in pack.cards:
        sessions = dict(rehearse(pack, card))
        assert list(sessions) == STAGES
        assert sessions[FACE_UP].state.phase is Phase.CARD
        for stage in Stage:
            state = sessions[stage.name.lower()].state
            assert (state.phase, state.stage, state.round.card) == (Phase.TALK, stage, card.id)
        assert not any(each.unsaved for each in sessions.values())


class TestFit:
    def misfits(self, pack, **changes):
        card = dataclasses.replace(pack.cards[0], **changes)
        longer = dataclasses.replace(pack, cards=(card,))
        return list(on_screen(find())(longer, longer.cards))

    def test_our_own_cards_fit(self, pack):
        assert list(on_screen(find())(pack, pack.cards)) == []

    def test_a_long_scene_and_long_questions_are_told_at_the_field_to_shorten(self, pack):
        (scene,) = self.misfits(pack, scene="Amira walks on to the clinic today. " * 24)
        assert scene.field == "scene"
        (talk,) = self.misfits(pack, talk=("Who could act first, and who helps? " * 7,) * 3)
        assert talk.field == "talk"
        assert "text 100 %" in talk.sentence
        assert f"{SIZE[0]} × {SIZE[1]}" in talk.sentence

    def test_both_text_sizes_are_measured(self):
        assert [room.text for room in ROOMS] == [100, 150]


class TestPreview:
    def test_a_folder_gets_a_picture_of_each_stage(self, tmp_path, capsys, pack):
        out = tmp_path / "shots"
        assert main(["preview", pack.cards[0].id, "--out", str(out), "--size", "640x480"]) == 0
        names = sorted(path.name for path in out.iterdir())
        shown = [*STAGES, "as printed"]
        assert names == [f"{n}-{each.replace(' ', '-')}.png" for n, each in enumerate(shown)]
        seen = {path.read_bytes() for path in out.iterdir()}
        assert len(seen) == len(shown)
        assert "9 pictures" in capsys.readouterr().out

    def test_a_picture_gets_all_stages_of_an_own_card_by_its_code(self, tmp_path):
        pack = tmp_path / "own.yaml"
        pack.write_text(template(Wish("card")), encoding="utf-8")
        code = load_pack(pack, find().content, today=TODAY).pack.cards[0].code
        out = tmp_path / "card.png"
        options = ["--size", "640x480", "--text", "150", "--palette", "dark"]
        command = ["preview", code.lower(), "--pack", str(pack), "--out", str(out), *options]
        assert main(command) == 0
        assert pygame.image.load(out).get_size() == (2 * 640 + 3 * 24, 5 * 480 + 6 * 24)

    def test_a_card_that_is_not_there_is_answered_with_the_nearest(self, tmp_path, capsys, pack):
        wrong = pack.cards[0].id[:-1]
        assert main(["preview", wrong, "--out", str(tmp_path / "x.png")]) == 1
        assert f'Did you mean "{pack.cards[0].id}"?' in capsys.readouterr().out

    def test_a_place_that_cannot_be_written_is_said_in_a_sentence(self, tmp_path, capsys, pack):
        (tmp_path / "file").write_text("", encoding="utf-8")
        assert main(["preview", pack.cards[0].id, "--out", str(tmp_path / "file" / "x.png")]) == 1
        assert "cannot be saved" in capsys.readouterr().out
