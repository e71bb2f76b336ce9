"""
Many groups in one view: who has met which themes, what changed, what was promised, which cards work.

Every number on it can be defended: the group is the unit, small counts are hidden with whatever
would give them away, and what could not be read is listed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from game.model.dates import MONTHS
from game.model.pack import Card, CardId
from game.model.themes import Theme
from game.outcomes.answers import CONFIDENCE, Evaluation, FollowUp, Form, Hands, Remarks
from game.outcomes.items import LEAD, POINTS
from game.outcomes.pooled import pool
from game.outcomes.promises import FOLLOW_UP, Done
from game.outcomes.shown import (
    ShownChange,
    leave_evaluation,
    leave_follow_ups,
    leave_hands,
    leave_pooled,
)
from game.outcomes.suppression import shared, shared_parts
from game.report import pictures, wording
from game.report.collection import Collection, One
from game.report.document import (
    Bullets,
    Document,
    Figure,
    Lights,
    Part,
    Prose,
    Table,
    blocks,
    bullets,
    parts,
)
from game.report.measured import (
    change_figure,
    counts_apart,
    hands_lines,
    paired,
    voice_blocks,
)
from game.report.picture import Icons
from game.report.wording import FORMS, NEVER, SMALL, labels_of, middle, people, said
from game.tongue import N_, _, ngettext

TITLE = N_("What our groups have talked about")
MOST_CARDS = 20
MOST_BAD = 200

Titles = Callable[[One, CardId], Card | None]
"""A card as a session's pack words it; None where the pack cannot be read."""


def dashboard_document(found: Collection, icons: Icons, card_of: Titles) -> Document:
    """The whole page."""
    sessions = found.sessions
    lit = {theme for one in sessions for played in one.played for theme in played.panes}
    return Document(
        title=_(TITLE),
        when=span(sessions),
        told=_told(found),
        facts=_numbers(found),
        picture=pictures.door(icons, sorted(lit, key=lambda theme: theme.place)),
        parts=parts(
            _groups(found),
            *(changes(found, icons, form) for form in Form),
            counts_apart([each for one in sessions for each in one.gathered.sheets], icons),
            *(hands(sessions, icons, form) for form in Form),
            evaluation(sessions),
            commitments(sessions),
            scale(sessions),
            _cards(sessions, card_of),
            _left_out(found),
            how(),
        ),
    )


def span(sessions: Sequence[One]) -> str:
    months = sorted({one.month for one in sessions if one.month})
    if not months:
        return ""
    first, last = _month(months[0]), _month(months[-1])
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _month(iso: str) -> str:
    year, month = iso[:4], iso[5:]
    known = month.isdigit() and 1 <= int(month) <= len(MONTHS)
    return _("{month} {year}").format(month=_(MONTHS[int(month) - 1]), year=year) if known else iso


def _short(iso: str) -> str:
    """A month as a narrow column has it, such as "Nov 2026"."""
    name, year = _month(iso).partition(" ")[::2]
    return f"{name[:3]}\u00a0{year}"


def _told(found: Collection) -> str:
    closed = sum(one.closed for one in found.sessions)
    if not found.sessions:
        return _("No session could be read in this folder.")
    return _("{closed} of {count} sessions came to their closing.").format(
        closed=closed, count=len(found.sessions)
    )


def _numbers(found: Collection) -> tuple[tuple[str, str], ...]:
    sessions = found.sessions
    return (
        (str(len(found.groups)), ngettext("group", "groups", len(found.groups))),
        (str(len(sessions)), ngettext("session", "sessions", len(sessions))),
        (str(sum(len(one.played) for one in sessions)), _("conversations")),
        (wording.people(shared(sum(one.people for one in sessions))), _("seated, at least")),
    )


def _groups(found: Collection) -> Part:
    """Group by group; how many answered is hidden with whatever would tell it."""
    answered = shared_parts(
        [sum(len(one.gathered.sheets) for one in sessions) for name, sessions in found.groups]
    )
    rows = []
    for (name, sessions), count in zip(found.groups, answered, strict=True):
        fed = Counter(theme for one in sessions for played in one.played for theme in played.panes)
        rows.append(
            (
                name,
                tuple(fed[theme] for theme in Theme),
                (
                    str(len(sessions)),
                    str(sum(len(one.played) for one in sessions)),
                    _short(max(one.month for one in sessions)),
                    said(count),
                ),
            )
        )
    heads = (_("Sessions"), _("Conversations"), _("Last"), _("Sheets"))
    caption = _("How many conversations fed each pane, group by group")
    return Part(_("Groups and the panes they lit"), blocks(Lights(caption, heads, tuple(rows))))


def changes(found: Collection, icons: Icons, form: Form) -> Part | None:
    groups = [
        [sheet for one in sessions for sheet in one.gathered.sheets]
        for name, sessions in found.groups
    ]
    asked = [sheet for sheets in groups for sheet in sheets if sheet.form is form]
    if not asked or (form is Form.BEFORE_AND_AFTER and not paired(asked)):
        return None
    title = _("Before and now")
    if form is Form.BEFORE_AND_AFTER:
        title = _("Before and now, asked twice")
    shown = leave_pooled(pool(groups, form))
    if not any(each.shows for each in shown):
        thanks = _("Fewer than 8 people have answered so far, so nothing is shown.")
        return Part(title, (Prose(thanks),))
    return Part(
        title,
        blocks(
            Prose(wording.change_sentence(shown[:CONFIDENCE])),
            change_figure(icons, shown, _("before and now, over all groups"), counts=False),
            _shares(shown),
            _statistics(shown),
            Prose(" ".join(map(_, (FORMS[form], NEVER, SMALL))), small=True),
        ),
        lead=_("{lead} Each person’s own view; the middle answers of everybody.").format(
            lead=_(LEAD)
        ),
    )


def _shares(shown: Sequence[ShownChange]) -> Figure:
    """Who rose, stayed and fell, as shares of everybody who answered twice."""
    names = [wording.question_name(item) for item in range(len(shown))]
    # The picture has room for a short name; the table says it whole.
    short = [*names[:CONFIDENCE], _("How sure I feel")]
    rows = [(each.rose, each.same, each.fell) for each in shown]
    legend = (_("higher now"), _("the same"), _("lower now"))
    picture = pictures.shares(
        tuple(zip(short, rows, strict=True)),
        legend,
        _("How many answered higher, the same and lower"),
    )
    table = Table(
        _("People who answered higher, the same and lower"),
        ("", _("Groups"), _("Higher now"), _("The same"), _("Lower now")),
        tuple(
            (name, str(each.groups or 0), *(said(part) for part in row))
            for name, each, row in zip(names, shown, rows, strict=True)
        ),
    )
    return Figure(picture, table)


def _statistics(shown: Sequence[ShownChange]) -> Table | None:
    rows = []
    for item, each in enumerate(shown):
        if each.figures is None:
            continue
        spread = _("not shown")
        if each.spread is not None:
            low, mid, high = (
                wording.signed(share)
                for share in (each.spread.lowest, each.spread.middle, each.spread.highest)
            )
            spread = ngettext(
                "{low}, {mid}, {high} ({count} group)",
                "{low}, {mid}, {high} ({count} groups)",
                each.spread.groups,
            ).format(low=low, mid=mid, high=high, count=each.spread.groups)
        rows.append(
            (
                wording.question_name(item),
                wording.signed(each.figures.balance),
                wording.interval_words(each.figures),
                spread,
                wording.signed(each.figures.r),
                wording.p_words(each.figures.rank_p),
                wording.p_words(each.figures.adjusted_p),
            )
        )
    heads = (
        "",
        _("Higher less lower"),
        _("95 % interval, by group"),
        _("Groups: lowest, middle, highest"),
        _("r over groups"),
        _("Signed-rank p"),
        _("p after Holm"),
    )
    if not rows:
        return None
    return Table(_("For the statistician; the group is the unit"), heads, tuple(rows))


def hands(sessions: Iterable[One], icons: Icons, form: Form) -> Part | None:
    rows = [each for one in sessions for each in one.gathered.hands if each.form is form]
    summed = [
        Hands(item, _added(h.before for h in same), _added(h.now for h in same), form)
        for item in range(CONFIDENCE + 1)
        if (same := [each for each in rows if each.item == item])
    ]
    shown = [
        each for each in leave_hands(summed) if each.before is not None and each.now is not None
    ]
    if not shown:
        return None
    title = _("Before and now, by show of hands")
    if form is Form.BEFORE_AND_AFTER:
        title = _("Before and now, by show of hands, asked twice")
    table = Table(
        _("The same in figures"),
        ("", _("Hands before"), _("Middle before"), _("Hands now"), _("Middle now")),
        tuple(
            (
                wording.question_name(each.item),
                people(each.people_before),
                middle(each.before, labels_of(each.item)),
                people(each.people_now),
                middle(each.now, labels_of(each.item)),
            )
            for each in shown
        ),
        numbers=False,
    )
    name = _("The middle of all hands, before and now")
    picture = pictures.change(icons, pictures.hands_rows(shown), tuple(map(_, POINTS)), name)
    return Part(
        title,
        (
            Figure(picture, table, hands_lines(shown)),
            Prose(
                _("Hands are counts of rooms: never pairs, and never together with sheets."),
                small=True,
            ),
        ),
    )


def _added(rows: Iterable[Sequence[int]]) -> tuple[int, int, int, int, int]:
    one, two, three, four, five = (sum(column) for column in zip(*rows, strict=True))
    return one, two, three, four, five


def evaluation(sessions: Sequence[One]) -> Part | None:
    sheets: list[Evaluation] = list(chain(*(one.gathered.evaluations for one in sessions)))
    if not sheets:
        return None
    # Free words stay with their session's report: among many groups nobody could weigh them.
    shown = leave_evaluation(sheets, Remarks())
    title = _("How it was to take part")
    if shown.people is None:
        return Part(title, (Prose(_("Fewer than 8 people have answered so far.")),))
    return Part(
        title,
        voice_blocks(shown),
        lead=_("{people} people answered.").format(people=people(shown.people)),
    )


def commitments(sessions: Sequence[One]) -> Part | None:
    made = sum(len(one.gathered.commitments) for one in sessions)
    follow_ups: list[FollowUp] = list(chain(*(one.gathered.follow_ups for one in sessions)))
    if not made and not follow_ups:
        return None
    counts = leave_follow_ups(follow_ups)
    done = Table(
        _(FOLLOW_UP),
        ("", _("Commitments")),
        tuple((each.label, said(count)) for each, count in zip(Done, counts, strict=True)),
    )
    asked = (
        done
        if follow_ups
        else Prose(
            _("Nobody has yet been asked what became of them: that is due after 6 to 8 weeks.")
        )
    )
    promised = ngettext(
        "{count} commitment was made.", "{count} commitments were made.", made
    ).format(count=made)
    return Part(_("What people said they would do"), blocks(Prose(promised), asked))


def scale(sessions: Sequence[One]) -> Part | None:
    weights = Counter(
        played.weight for one in sessions for played in one.played if played.weight is not None
    )
    if not weights:
        return None
    rows = (
        (_("More on mind"), str(weights[-2] + weights[-1])),
        (_("Equal on mind and body"), str(weights[0])),
        (_("More on body"), str(weights[1] + weights[2])),
    )
    return Part(
        _("Mind and body"),
        (Table(_("Where plans put their weight"), ("", _("Plans")), rows),),
        lead=_("A mirror, not a score."),
    )


def _cards(sessions: Sequence[One], card_of: Titles) -> Part | None:
    """Which cards are played, set aside, or named as unsafe, unfair or untrue; never by whom."""
    played: Counter[CardId] = Counter()
    lined: Counter[CardId] = Counter()
    aside: Counter[CardId] = Counter()
    named: Counter[CardId] = Counter()
    known: dict[CardId, One] = {}
    for one in sessions:
        for each in one.played:
            known.setdefault(each.card, one)
            played[each.card] += 1
            lined[each.card] += bool(each.words)
        for card in one.swapped:
            known.setdefault(card, one)
            aside[card] += 1
        for sheet in one.gathered.evaluations:
            if sheet.card is not None:
                known.setdefault(sheet.card, one)
                named[sheet.card] += 1
    order = sorted(known, key=lambda card: (-named[card], -aside[card], -played[card], card))
    rows = []
    for card in order[:MOST_CARDS]:
        words = card_of(known[card], card)
        rows.append(
            (
                f"{words.code} {words.title}" if words else str(card),
                str(played[card]),
                str(lined[card]),
                str(aside[card]),
                said(shared(named[card])),
            )
        )
    if not rows:
        return None
    more = len(order) - len(rows)
    heads = (
        "",
        _("Talked through"),
        _("Ended in a line"),
        _("Set aside"),
        _("Named as unsafe or untrue"),
    )
    return Part(
        _("Cards that work, and cards to look at again"),
        blocks(
            Table(_("Cards, those named or set aside most first"), heads, tuple(rows)),
            Prose(
                ngettext("And {count} more card.", "And {count} more cards.", more).format(
                    count=more
                )
                if more
                else "",
                small=True,
            ),
        ),
    )


def _left_out(found: Collection) -> Part | None:
    lines = []
    if found.twice:
        lines.append(
            ngettext(
                "{count} further copy of sessions that are counted already, such as from a second "
                "stick: each session counts once, in its longer copy.",
                "{count} further copies of sessions that are counted already, such as from a second "
                "stick: each session counts once, in its longer copy.",
                found.twice,
            ).format(count=found.twice)
        )
    lines.extend(f"{where}: {why}." for where, why in found.bad[:MOST_BAD])
    more = len(found.bad) - MOST_BAD
    if more > 0:
        lines.append(
            ngettext(
                "And {count} more that cannot be read.",
                "And {count} more that cannot be read.",
                more,
            ).format(count=more)
        )
    return Part(_("What was left out, and why"), blocks(bullets(lines)))


def how() -> Part:
    return Part(
        _("How this is counted"),
        (
            Bullets(
                (
                    _(
                        "A group is a folder; people of one group are alike, so tests and intervals "
                        "take the group as their unit, and intervals come from ten groups on."
                    ),
                    _(
                        "Answers given in one sitting, answers given at the start and the end, and "
                        "shows of hands are three things, and are never added up."
                    ),
                    _("What somebody came as is never put beside what they answered."),
                    _(SMALL),
                    _(NEVER),
                )
            ),
        ),
    )
