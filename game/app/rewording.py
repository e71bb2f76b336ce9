"""New words for a pack that is being played, and nothing that the rules go by."""

from game.model.pack import Card, Moment, Pack
from game.values import replace


def reworded(played: Pack, fresh: Pack) -> Pack:
    """
    The pack as played, with the words of *fresh* where both have a card, moment or fact.

    Ids, codes, themes, levels and topics stay, because a session has been dealt by them. What
    *fresh* lacks is kept.
    """
    cards = {each.id: each for each in fresh.cards}
    moments = {each.id: each for each in fresh.moments}
    facts = {each.id: each for each in fresh.facts}
    return replace(
        played,
        cards=tuple(_card(each, cards.get(each.id)) for each in played.cards),
        moments=tuple(_moment(each, moments.get(each.id)) for each in played.moments),
        facts=tuple(facts.get(each.id, each) for each in played.facts),
    )


def _card(played: Card, fresh: Card | None) -> Card:
    if fresh is None:
        return played
    return replace(
        played,
        title=fresh.title,
        scene=fresh.scene,
        voice=fresh.voice,
        think=fresh.think,
        lenses=fresh.lenses,
        talk=fresh.talk,
        helps=fresh.helps,
        agree=fresh.agree,
        facilitator=fresh.facilitator,
    )


def _moment(played: Moment, fresh: Moment | None) -> Moment:
    if fresh is None:
        return played
    return replace(played, title=fresh.title, text=fresh.text, ask=fresh.ask)
