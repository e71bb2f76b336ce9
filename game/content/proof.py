"""What has to be signed before it may be shown: every claim and note, and what changed since."""

from enum import StrEnum

from game.model.evidence import Fact, FactId, Signature
from game.model.pack import Card, Pack
from game.values import dataclass


class Standing(StrEnum):
    """How a claim stands towards its last signature; the value is how a reader is told."""

    NEW = "not signed yet"
    CHANGED = "changed since it was signed"
    SIGNED = "signed, and still the same words"
    UNTOLD = "signed, but nobody wrote down which words"


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing to read: a fact, or the note of a card."""

    name: str
    """The fact's key, or the card's code."""
    words: str
    """What the signature would be for."""
    cards: tuple[str, ...]
    """The cards that carry it, by code and title."""
    needs: str | None
    standing: Standing
    signed: Signature | None
    fact: Fact | None = None
    """None for a facilitator's note."""

    @property
    def before(self) -> str:
        """The words that were signed, where they are no longer the words."""
        return self.signed.words if self.signed and self.standing is Standing.CHANGED else ""


@dataclass(frozen=True, slots=True)
class ProofList:
    """Everything of a pack that somebody should read, in the order of the pack."""

    title: str
    claims: tuple[Proof, ...]
    """Facts that need a signature, by role."""
    notes: tuple[Proof, ...]
    """Facilitators' notes that say what to do about somebody's health or safety."""
    others: tuple[Proof, ...]
    """Facts that are shown without a signature, so that a reader may object."""

    @property
    def last(self) -> str | None:
        """The day of the last signature, if there has been one."""
        return max((each.signed.date for each in self._to_sign if each.signed), default=None)

    def counted(self, standing: Standing) -> int:
        """How many claims and notes stand so."""
        return sum(each.standing is standing for each in self._to_sign)

    @property
    def _to_sign(self) -> tuple[Proof, ...]:
        return self.claims + self.notes


def proof_of(pack: Pack) -> ProofList:
    """The list for a pack; the same pack gives the same list on any day."""
    carriers: dict[FactId, list[str]] = {}
    for card in pack.cards:
        own = () if card.evidence is None else (card.evidence,)
        for fact_id in (*own, *card.beside):
            carriers.setdefault(fact_id, []).append(_called(card))
    facts = [_of_fact(fact, tuple(carriers.get(fact.id, ()))) for fact in pack.facts]
    notes = tuple(_of_note(card) for card in pack.cards if card.safety is not None)
    claims = sorted((each for each in facts if each.needs), key=lambda each: each.needs or "")
    others = tuple(each for each in facts if not each.needs)
    return ProofList(pack.title, tuple(claims), notes, others)


def _of_fact(fact: Fact, cards: tuple[str, ...]) -> Proof:
    words = fact.words_to_sign
    standing = _standing(fact.signed, fact.needs, words)
    return Proof(str(fact.id), words, cards, fact.needs, standing, fact.signed, fact)


def _of_note(card: Card) -> Proof:
    words = " ".join(card.facilitator.split())
    needs = card.safety.needs if card.safety else None
    signed = card.safety.signed if card.safety else None
    return Proof(card.code, words, (_called(card),), needs, _standing(signed, needs, words), signed)


def _standing(signed: Signature | None, needs: str | None, words: str) -> Standing:
    if signed is None or signed.role != needs:
        return Standing.NEW
    if not signed.words:
        return Standing.UNTOLD
    return Standing.SIGNED if signed.stands_for(needs, words) else Standing.CHANGED


def _called(card: Card) -> str:
    return f"{card.code} {card.title}"
