"""The facilitator's guide on paper: before, during and after, and this pack's note for every card."""

from collections.abc import Sequence

from game.model.pack import Card, Pack
from game.model.themes import Theme
from game.printing.document import Document
from game.printing.flow import Run, Style, height, set_lines
from game.printing.look import Look
from game.printing.page import MM, Box, Paper, Sheet
from game.printing.typeface import BOLD
from game.tongue import N_, _, pgettext

BEFORE = (
    N_(
        "Lay out the board with the door in its middle, a token for each seat, the die, the scale, the stages, "
        "and the cards in one pile a theme, fronts up. Keep the moments face down."
    ),
    N_(
        "Take out the cards whose topics you want to leave out; each front says how heavy it is and what it "
        "touches. The first card is always gentle, and the last is never the heaviest."
    ),
    N_(
        "Two to eight seats. With nine to sixteen people, let pairs share a seat. First names or seat names only."
    ),
    N_(
        "Tell people beforehand which topics may come up, that it is learning and not therapy, and that passing "
        "is always fine. Have two adults who can hold the session: one leads, one can step out with somebody."
    ),
)
TURN = (
    N_("The seat whose turn it is rolls the die and chooses which way round to walk."),
    N_(
        "On a theme’s space, turn up that theme’s top card. At crossroads the table chooses any theme. On a "
        "moment, read one moment aloud and talk for a minute. On a pause, read one of the breathers below."
    ),
    N_(
        "Look at the line under the card’s band: how heavy it is, what it touches. Play it, or swap it for the "
        "next; nobody asks why, and nobody writes it down."
    ),
    N_(
        "Deal each seat a lens. “The person” is always among them; those that the card names come next."
    ),
    N_(
        "Go through the seven stages. The card’s front is for Meet and Think. Then turn it over: it goes round "
        "from seat to seat in the Round, and lies in the middle for Talk, Evidence and Agree."
    ),
    N_("Write the sentence and the card’s code in the record. Colour the panes, move the marker."),
    N_("The next seat rolls. A session can end well after any card."),
)
UPSET = (
    N_("Pause the game, not the person."),
    N_("Ask privately: “Would you like a moment, company, or to carry on?”"),
    N_(
        "The second adult stays with them. Offer the take-home sheet: it says when each number was checked."
    ),
    N_("If you fear for somebody’s safety, say so, and follow your safeguarding lead’s procedure."),
    N_("Check in again before they leave and, if they agree, next day."),
)
AFTER = (
    N_(
        "Hand out the forms “Before and now” and “Evaluation”. Collect them face down and shuffle them. With "
        "fewer than five people, do not count them in the room."
    ),
    N_(
        "Each seat says, or keeps, one thing that it will do. Open the door: fold it, or simply say so."
    ),
    N_("Everybody gets a take-home sheet. Take ten minutes with a colleague for yourself."),
    N_("Type the record in within a day or two, from top to bottom; then shred it with the forms."),
)


def guide(
    pack: Pack, cards: Sequence[Card], look: Look, paper: Paper, today: str
) -> tuple[Sheet, ...]:
    """The whole guide; notes for those *cards* that are printed, with facts that may be shown *today*."""
    doc = Document(look, paper.size, _("Facilitator’s guide"), foot=pack.title)
    doc.words(_("Facilitator’s guide"), look.head(24))
    doc.words(
        _("For whoever leads a session round a table without a screen."), look.quiet(11), gap=2
    )
    doc.heading(pgettext("before a session", "Before"))
    for words in BEFORE:
        doc.bullet(_(words))
    doc.heading(_("A turn"))
    for number, words in enumerate(TURN, 1):
        doc.numbered(number, _(words))
    doc.heading(_("If somebody is upset"))
    for number, words in enumerate(UPSET, 1):
        doc.numbered(number, _(words))
    doc.words(
        _(
            "If somebody tells you of harm: thank them, do not probe, do not promise secrecy, and follow "
            "local safeguarding."
        ),
        gap=4,
    )
    doc.heading(_("The debrief"))
    for step in pack.debrief:
        doc.words((Run(f"{step.title}.", look.strong()), Run(step.say, look.body())), gap=4)
        for question in step.ask:
            doc.bullet(question)
    doc.heading(_("After"))
    for words in AFTER:
        doc.bullet(_(words))
    if pack.nudges:
        doc.heading(_("When talk stalls"))
        for words in pack.nudges:
            doc.bullet(words)
    if pack.breathers:
        doc.heading(_("Breathers, for a pause"))
        for words in pack.breathers:
            doc.bullet(words)
    sheets = doc.sheets(_("Facilitator’s guide"))
    return (*sheets, *_notes(pack, cards, look, paper, today))


def facts_beside(pack: Pack, card: Card, today: str) -> tuple[str, ...]:
    """What the facilitator may add to the card's own fact, each with its source."""
    facts = (pack.fact(each) for each in card.beside)
    return tuple(
        f"{each.claim} {each.source.line}. {each.nation}." for each in facts if each.shows_on(today)
    )


def _notes(
    pack: Pack, cards: Sequence[Card], look: Look, paper: Paper, today: str
) -> tuple[Sheet, ...]:
    with_notes = [card for card in cards if card.facilitator or facts_beside(pack, card, today)]
    if not with_notes:
        return ()
    doc = Document(
        look,
        paper.size,
        _("Notes on the cards"),
        columns=1 if look.large_print else 2,
        foot=pack.title,
        margin=14 * MM,
    )
    doc.words(_("Notes on the cards"), look.head(18))
    doc.words(_("For facilitators only: not for the table."), look.quiet(10), gap=2)
    doc.y += 6
    doc.across()
    body = look.body(9, 1.28)
    lead = Style(body.size, BOLD, look.ink, body.leading)
    strong = look.strong(9, 1.28)
    for theme in Theme:
        some = [card for card in with_notes if card.theme is theme]
        if not some:
            continue
        doc.space(10)
        doc.need(60)
        side = look.pt(13)
        doc.add(*look.theme_icon(theme, Box(doc.x, doc.y, side, side), look.words_of(theme)))
        doc.add(
            *look.label(
                theme.label,
                doc.x + side * 1.4,
                doc.y - 1,
                Style(look.pt(13), BOLD, look.words_of(theme)),
            )
        )
        doc.y += look.pt(13) * 1.5
        for card in some:
            doc.space(4)
            _lines(doc, Run(f"{card.code} {card.title}.", lead), Run(card.facilitator, body))
            for fact in facts_beside(pack, card, today):
                _lines(doc, Run(_("Beside its fact:"), strong), Run(fact, body))
    return doc.sheets("")


def _lines(doc: Document, *runs: Run) -> None:
    lines = doc.lines(runs)
    doc.need(height(lines))
    doc.add(*set_lines(lines, doc.x, doc.y))
    doc.y += height(lines)
