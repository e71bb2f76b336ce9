"""A programme's report: its panes over time, who came in numbers, what changed, what became of promises."""

from game.model.themes import Theme
from game.outcomes.answers import Form
from game.report import pictures
from game.report.collection import Collection
from game.report.dashboard import changes, commitments, evaluation, hands, how, scale, span
from game.report.document import Document, Lights, Part, Prose, Table, blocks, parts
from game.report.facts import short_id
from game.report.measured import counts_apart
from game.report.picture import Icons
from game.report.series import Series
from game.tongue import N_, _, ngettext
from game.values import replace

TITLE = N_("Our programme")


def programme_document(series: Series, icons: Icons) -> Document:
    """The whole series of one group."""
    sessions = series.sessions
    # The programme is one group, wherever its sessions lie.
    found = Collection(tuple(replace(one, group=series.name) for one in sessions), 0, ())
    sheets = tuple(sheet for one in sessions for sheet in one.gathered.sheets)
    lit = series.lit
    return Document(
        title=_(TITLE),
        when=" · ".join(filter(None, (series.name, span(sessions)))),
        told=_told(series),
        facts=(
            (
                _("{done} of {planned}").format(
                    done=len(sessions), planned=max(series.planned, len(sessions))
                ),
                _("sessions"),
            ),
            (_("{count} of 7").format(count=len(lit)), _("panes lit")),
            (str(sum(len(one.played) for one in sessions)), _("conversations")),
            (str(sum(len(one.gathered.commitments) for one in sessions)), _("commitments")),
        ),
        picture=pictures.door(icons, sorted(lit, key=lambda theme: theme.place)),
        parts=parts(
            _attendance(series),
            _panes(series),
            changes(found, icons, Form.RETROSPECTIVE),
            changes(found, icons, Form.BEFORE_AND_AFTER),
            counts_apart(sheets, icons),
            *(hands(sessions, icons, form) for form in Form),
            evaluation(sessions),
            commitments(sessions),
            scale(sessions),
            _same_people(),
            how(),
        ),
    )


def stem(series: Series) -> str:
    """How the programme's files are called; the group is not in it."""
    return f"programme-{short_id(series.id)}"


def _told(series: Series) -> str:
    held, panes = len(series.sessions), len(series.lit)
    sessions = ngettext("One session has been held.", "{count} sessions have been held.", held)
    shine = ngettext(
        "{count} of seven panes shines.", "{count} of seven panes shine.", panes
    ).format(count=panes)
    if panes == len(Theme):
        shine = _("All seven panes shine.")
    return f"{sessions.format(count=held)} {shine}"


def _attendance(series: Series) -> Part:
    """Seats, by number alone; a seat is one person, a pair or a small team."""
    rows = tuple(
        (
            _session(number),
            one.month or _("not known"),
            str(one.seats),
            str(len(one.played)),
            _("yes") if one.closed else _("not yet"),
        )
        for number, one in enumerate(series.sessions, 1)
    )
    table = Table(
        _("Seats at each session"),
        ("", _("Month"), _("Seats"), _("Conversations"), _("Closed")),
        rows,
    )
    return Part(
        _("Who came, in numbers"), (table,), lead=_("No names: a seat may be several people.")
    )


def _panes(series: Series) -> Part:
    """Session by session, how many conversations fed each pane, and how many shone by then."""
    rows = []
    lit: set[Theme] = set()
    for number, one in enumerate(series.sessions, 1):
        fed = [theme for each in one.played for theme in each.panes]
        lit.update(fed)
        counts = tuple(fed.count(theme) for theme in Theme)
        rows.append((_session(number), counts, (_("{count} of 7").format(count=len(lit)),)))
    caption = _("How many conversations fed each pane, session by session")
    return Part(_("The panes over time"), blocks(Lights(caption, (_("Lit by then"),), tuple(rows))))


def _session(number: int) -> str:
    return _("Session {number}").format(number=number)


def _same_people() -> Part:
    words = _(
        "Mostly the same people answer at each session, and people of one group are alike. So all "
        "answers here are one group’s: they describe it, and test nothing."
    )
    return Part(_("One group"), (Prose(words),))
