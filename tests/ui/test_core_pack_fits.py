"""Every card of the core pack has its place on screen, at every stage of a conversation."""

from dataclasses import replace

import pytest
from test_ui_screens_front import sit_down, turn_a_card
from ui_fits import misfits

from game.model.evidence import Signature
from game.rules.commands import NextStage, PlayCard
from game.rules.state import Phase, Stage
from game.ui.kit.scroll import Scrolled
from game.ui.screens.cardview import CardView
from game.ui.screens.registry import screen_for

AT_ONCE = {
    100: {Stage.MEET, Stage.THINK, Stage.ROUND, Stage.EVIDENCE, Stage.AGREE, Stage.KEEP},
    150: {Stage.THINK, Stage.KEEP},
}
"""Stages in which nothing of any card waits below the edge at 1280x720."""


@pytest.mark.parametrize("text", [100, 150])
def test_every_card_fits_at_every_stage(table, text, monkeypatch):
    # Where everything stands is what counts here; nobody looks at the thousand pictures.
    monkeypatch.setattr("game.ui.frames.paint_all", lambda *_: None)
    laid = turn_a_card(sit_down(table(size=(1280, 720), text=text)))
    session = laid.desk.session
    session.send(PlayCard())
    played, pack = session.state.round.card, session.pack
    longest = sorted(pack.cards, key=lambda card: len(card.scene) + len(card.helps))[-12:]
    stages = []
    while session.state.phase is Phase.TALK:
        stages.append(session.state.stage)
        for card in pack.cards:
            # The conversation stays where it is; only what is on its card changes.
            session.pack = replace(pack, cards=(replace(card, id=played),))
            laid.host_on(screen_for(laid.desk))
            frame = laid.host.frame()
            where = f"{card.code} {session.state.stage.name}"
            if text == 150 or card in longest:
                # Looking for what overlaps is slow; at the usual size the longest stand for all.
                assert misfits(frame) == [], where
            assert main_button(frame).rect.bottom <= 720, where
            if session.state.stage in AT_ONCE[text]:
                assert hidden(frame) == 0, where
        session.pack = pack
        session.send(NextStage())
    assert stages == list(Stage)


def test_what_is_asked_comes_before_what_was_read_where_text_is_large(table):
    laid = turn_a_card(sit_down(table(size=(1280, 720), text=150)))
    session = laid.desk.session
    session.send(PlayCard())
    card = session.pack.card(session.state.round.card)
    for stage, asked in ((Stage.ROUND, None), (Stage.TALK, card.talk[0])):
        while session.state.stage is not stage:
            session.send(NextStage())
        laid.host_on(screen_for(laid.desk))
        shown = {
            getattr(each.widget, "plain", ""): each.rect for each in laid.host.frame().root.walk()
        }
        prompt = asked or next(
            each.prompt for each in card.lenses if each.lens is session.state.round.lenses[0]
        )
        assert shown[prompt].y < shown[card.scene].y
        assert shown[prompt].bottom < 720


def test_a_fact_beside_the_cards_own_is_shown_once_it_is_signed(table):
    laid = turn_a_card(sit_down(table(size=(1280, 720))))
    session = laid.desk.session
    session.send(PlayCard())
    played, pack = session.state.round.card, session.pack
    card = next(each for each in pack.cards if len(each.beside) == 2)
    signed = {
        fact: replace(pack.fact(fact), signed=Signature(pack.fact(fact).needs, "2026-11-19"))
        for fact in card.beside
    }
    while session.state.stage is not Stage.EVIDENCE:
        session.send(NextStage())
    for known in ({}, signed):
        facts = tuple(known.get(fact.id, fact) for fact in pack.facts)
        session.pack = replace(pack, cards=(replace(card, id=played),), facts=facts)
        for screen in (screen_for(laid.desk), CardView(laid.desk, (card.id,))):
            laid.desk.in_play.loaded = replace(laid.desk.loaded, pack=replace(pack, facts=facts))
            laid.host_on(screen)
            frame = laid.host.frame()
            words = " ".join(getattr(each.widget, "plain", "") for each in frame.root.walk())
            assert misfits(frame) == []
            for fact in card.beside:
                assert (pack.fact(fact).claim in words) is bool(known)


def main_button(frame):
    return next(
        each
        for each in frame.root.walk()
        if each.message == frame.view.primary and each.role.kind == "button"
    )


def hidden(frame):
    """How many pixels of scrolled regions are out of sight."""
    return sum(each.data.most for each in frame.root.walk() if isinstance(each.data, Scrolled))
