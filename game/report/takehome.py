"""The take-home sheet: our one message, first steps, and where to turn, on one page."""

from game.report import pictures
from game.report.document import Document, Part, Prose, WriteLine, parts
from game.report.facts import Facts
from game.report.picture import Icons
from game.report.session import first_steps, message, support, told
from game.tongue import N_, _

TITLE = N_("To take home")


def takehome_document(facts: Facts, icons: Icons) -> Document:
    own = Part(
        _("Something I’ll take away"),
        (Prose(_("Yours alone. Write it here, or keep it in your head.")), WriteLine()),
    )
    return Document(
        title=_(TITLE),
        when=facts.when,
        told=told(facts),
        facts=(),
        picture=pictures.door(icons, facts.lit),
        parts=parts(message(facts), first_steps(facts, beside=False), own, support(facts)),
        one_page=True,
    )
