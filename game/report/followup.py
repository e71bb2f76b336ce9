"""The follow-up sheet: what people said they would do, to tick six to eight weeks later."""

from game.outcomes.evaluation import NO_NAMES
from game.outcomes.promises import FOLLOW_UP, FOLLOW_UP_LEAD, FOLLOW_UP_WEEKS, HELPED, Done
from game.outcomes.suppression import mixed
from game.report import pictures
from game.report.document import Document, Part, Prose, Table, WriteLine, blocks, parts
from game.report.facts import Facts
from game.report.picture import Icons
from game.report.session import support
from game.tongue import N_, _

TITLE = N_("How did it go?")


def followup_document(facts: Facts, icons: Icons) -> Document:
    """One page, without names; the lines stand in an order that says nothing."""
    first, last = FOLLOW_UP_WEEKS
    said = mixed([each.line for each in facts.gathered.commitments if each.line])
    table = Table(
        _(FOLLOW_UP),
        ("", *(each.label for each in Done)),
        tuple((line, *("" for each in Done)) for line in said),
    )
    lines = (WriteLine(), WriteLine())
    return Document(
        title=_(TITLE),
        when=facts.when,
        told=_(
            "To look at together {first} to {last} weeks after the session. Nobody has to answer."
        ).format(first=first, last=last),
        facts=(),
        picture=pictures.door(icons, facts.lit),
        parts=parts(
            Part(
                _("{lead} …").format(lead=_(FOLLOW_UP_LEAD)),
                blocks(table),
                lead=_("Count hands, or tick one a line."),
            ),
            Part(_(HELPED), (Prose(_(NO_NAMES)), *lines)) if said else None,
            support(facts),
        ),
        one_page=True,
    )
