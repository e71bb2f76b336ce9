"""
The measured parts of a report: before and now, the evaluation, and what became of commitments.

Everything here comes through `game.outcomes.shown`; no count that must not leave gets this far.
"""

from collections.abc import Sequence

from game.model.themes import Theme
from game.outcomes.analysis import analyse
from game.outcomes.answers import CONFIDENCE, Form, Hands, Sheet
from game.outcomes.change import Line
from game.outcomes.evaluation import (
    CAME,
    CHANGE,
    HARM,
    STAYS,
    VOICE,
    VOICE_POINTS,
    VOICE_SHORT,
    Group,
    Harm,
)
from game.outcomes.items import ITEMS, LEAD, POINTS, SURE
from game.outcomes.promises import FOLLOW_UP, Done
from game.outcomes.shown import (
    ShownChange,
    ShownEvaluation,
    ShownHands,
    leave_changes,
    leave_evaluation,
    leave_follow_ups,
    leave_hands,
)
from game.outcomes.suppression import none_hidden
from game.report import pictures, wording
from game.report.document import Block, Figure, Part, Prose, Table, blocks, bullets
from game.report.facts import Facts
from game.report.picture import Icons
from game.report.wording import FORM_NAMES, FORMS, NEVER, SMALL, labels_of, middle, people, said
from game.tongue import _


def before_and_now(facts: Facts, icons: Icons) -> tuple[Part, ...]:
    """One part for each form of sheets, and one for shows of hands: no two in one total."""
    made = [_sheets(facts, icons, form) for form in Form]
    apart = counts_apart(facts.gathered.sheets, icons)
    return (*made, apart, *(_hands(facts, icons, form) for form in Form))


def _sheets(facts: Facts, icons: Icons, form: Form) -> Part:
    found = analyse(facts.gathered.sheets, form)
    title = _("Before and now")
    if form is Form.BEFORE_AND_AFTER:
        title = _("Before and now, asked twice")
    apart = form is Form.BEFORE_AND_AFTER and not paired(facts.gathered.sheets)
    if not found.sheets or apart:
        return Part(title, ())
    shown = leave_changes(found)
    if not any(each.shows for each in shown):
        return Part(
            title,
            (
                Prose(
                    _(
                        "Thank you to everybody who answered. Fewer than 8 people did, so nothing of "
                        "it leaves the room."
                    )
                ),
            ),
        )
    return Part(
        title,
        blocks(
            Prose(wording.change_sentence(shown[: len(Theme)])),
            change_figure(icons, shown, _("before and now, from sheets")),
            Prose(" ".join(map(_, (FORMS[form], NEVER, SMALL))), small=True),
            figures_table(shown),
        ),
        lead=_("{lead} Each person’s own view; the middle answers before and now.").format(
            lead=_(LEAD)
        ),
    )


def change_figure(
    icons: Icons, shown: Sequence[ShownChange], name: str, *, counts: bool = True
) -> Figure:
    """
    The seven outcomes as a picture; the table beside it has confidence as well.

    Without *counts* it says nothing of how many rose and fell: another picture does.
    """
    picture = pictures.change(
        icons,
        pictures.change_rows(shown),
        tuple(map(_, POINTS)),
        _("The middle answers {name}").format(name=name),
    )
    rows = tuple(
        (
            wording.question_name(item),
            people(each.people),
            middle(each.before, labels_of(item)),
            middle(each.now, labels_of(item)),
            *((said(each.rose), said(each.same), said(each.fell)) if counts else ()),
        )
        for item, each in enumerate(shown)
    )
    heads: tuple[str, ...] = ("", _("People"), _("Middle before"), _("Middle now"))
    if counts:
        heads = (*heads, _("Higher now"), _("The same"), _("Lower now"))
    table = Table(_("The same in figures: {name}").format(name=name), heads, rows, numbers=False)
    return Figure(picture, table, change_lines(shown))


def change_lines(shown: Sequence[ShownChange]) -> tuple[Line, ...]:
    """The picture's rows, theme by theme; what is hidden in it is hidden in them."""
    return tuple(
        Line(theme, each.people or 0, each.before, each.now)
        for theme, each in zip(Theme, shown, strict=False)
    )


def hands_lines(shown: Sequence[ShownHands]) -> tuple[Line, ...]:
    """The same from two counts of a room; a question without a show has no row."""
    by_item = {each.item: each for each in shown}
    found = ((theme, by_item.get(theme.place)) for theme in Theme)
    return tuple(
        Line(theme, min(each.people_before or 0, each.people_now or 0), each.before, each.now)
        for theme, each in found
        if each is not None
    )


def figures_table(shown: Sequence[ShownChange]) -> Table | None:
    """For those who want to test it: effect sizes and tests, where no count is hidden."""
    rows = []
    for item, each in enumerate(shown):
        found = each.figures
        if found is None:
            continue
        rows.append(
            (
                wording.question_name(item),
                wording.signed(found.balance),
                wording.interval_words(found),
                wording.signed(found.r),
                wording.p_words(found.sign_p),
                wording.p_words(found.rank_p),
                wording.p_words(found.adjusted_p),
            )
        )
    heads = (
        "",
        _("Higher less lower"),
        _("95 % interval"),
        _("Rank-biserial r"),
        _("Sign test p"),
        _("Signed-rank p"),
        _("p after Holm"),
    )
    if not rows:
        return None
    return Table(_("For the statistician; only where no count is hidden"), heads, tuple(rows))


def paired(sheets: Sequence[Sheet]) -> bool:
    """Whether any sheet holds both of somebody's answers."""
    return any(
        None not in pair
        for each in sheets
        for pair in ((each.sure_before, each.sure_now), *zip(each.before, each.now, strict=True))
    )


def counts_apart(sheets: Sequence[Sheet], icons: Icons) -> Part:
    """
    Sheets that asked before at the start and now at the end, and know nothing of each other.

    Nobody carries a code from one to the other, so the room then is put beside the room now.
    """
    title = _("Before and now, asked twice, without pairs")
    halves = [each for each in sheets if each.form is Form.BEFORE_AND_AFTER]
    if not halves or paired(halves):
        return Part(title, ())
    form = Form.BEFORE_AND_AFTER
    rows = [
        Hands(item, _tally(halves, item, late=False), _tally(halves, item, late=True), form)
        for item in range(CONFIDENCE + 1)
    ]
    shown = leave_hands(rows)
    if all(each.before is None or each.now is None for each in shown):
        few = _("Fewer than 8 people answered at either end, so nothing of it leaves the room.")
        return Part(title, (Prose(few),))
    table = _two_counts((_("Sheets before"), _("Sheets now")), shown)
    name = _("The middle of all sheets, before and now")
    picture = pictures.change(icons, pictures.hands_rows(shown), tuple(map(_, POINTS)), name)
    two = _(
        "Two pictures of the room, one from each end of the session. Nobody’s two answers were "
        "joined, so it cannot say who changed."
    )
    note = " ".join((two, _(NEVER), _(SMALL)))
    return Part(title, blocks(Figure(picture, table, hands_lines(shown)), Prose(note, small=True)))


def _tally(sheets: Sequence[Sheet], item: int, *, late: bool) -> tuple[int, int, int, int, int]:
    if item == CONFIDENCE:
        answers = [each.sure_now if late else each.sure_before for each in sheets]
    else:
        answers = [(each.now if late else each.before)[item] for each in sheets]
    one, two, three, four, five = (answers.count(point) for point in range(1, len(POINTS) + 1))
    return one, two, three, four, five


def _two_counts(what: tuple[str, str], shown: Sequence[ShownHands]) -> Table:
    """How many answered and the middle of them, before and now."""
    rows = tuple(
        (
            wording.question_name(each.item),
            people(each.people_before),
            middle(each.before, labels_of(each.item)),
            people(each.people_now),
            middle(each.now, labels_of(each.item)),
        )
        for each in shown
    )
    heads = ("", what[0], _("Middle before"), what[1], _("Middle now"))
    return Table(_("The same in figures"), heads, rows, numbers=False)


def _hands(facts: Facts, icons: Icons, form: Form) -> Part:
    title = _("Before and now, by show of hands")
    if form is Form.BEFORE_AND_AFTER:
        title = _("Before and now, by show of hands, asked twice")
    shown = [each for each in leave_hands(facts.gathered.hands) if each.form is form]
    if not shown:
        return Part(title, ())
    if all(each.before is None or each.now is None for each in shown):
        return Part(
            title, (Prose(_("Fewer than 8 hands were raised, so nothing of it leaves the room.")),)
        )
    picture = pictures.change(
        icons,
        pictures.hands_rows(shown),
        tuple(map(_, POINTS)),
        _("The middle of the room’s hands, before and now"),
    )
    return Part(
        title,
        blocks(
            Figure(
                picture, _two_counts((_("Hands before"), _("Hands now")), shown), hands_lines(shown)
            ),
            _hands_counts(shown),
            Prose(
                _(
                    "Hands are counts of a room, {asked}: nobody knows whose was whose, so "
                    "they are never put together with sheets, and say nothing of who changed."
                ).format(asked=_(FORM_NAMES[form]))
                + " "
                + _(SMALL),
                small=True,
            ),
        ),
    )


def _hands_counts(shown: Sequence[ShownHands]) -> Table:
    rows = []
    for each in shown:
        name = wording.question_name(each.item)
        for when, counts in ((_("before"), each.counts_before), (_("now"), each.counts_now)):
            # A row of nothing but "not shown" tells nothing.
            if any(counts):
                rows.append((f"{name}, {when}", *(said(count) for count in counts)))
    return Table(
        _("Hands at each point, where they may be shown"), ("", *map(_, POINTS)), tuple(rows)
    )


def evaluation(facts: Facts) -> tuple[Part, ...]:
    """How the session was for people, and what they wrote, where enough of them answered."""
    shown = leave_evaluation(facts.gathered.evaluations, facts.gathered.remarks)
    if shown.people is None:
        return ()
    titles = {met.card.id: met.title for met in facts.met if met.card is not None}
    named = [titles.get(card, _("a card that was not talked through")) for card in shown.cards]
    cards = ""
    if named:
        cards = _("Somebody named: {cards}. Read these again before the next session.").format(
            cards=", ".join(named)
        )
    return (
        Part(
            _("How it was to take part"),
            (*voice_blocks(shown), *blocks(Prose(cards), _came(shown))),
            lead=_("{people} people answered.").format(people=people(shown.people).capitalize()),
        ),
        Part(_(STAYS), blocks(bullets(shown.stays)), lead=_("In no particular order.")),
        Part(_(CHANGE), blocks(bullets(shown.change)), lead=_("In no particular order.")),
    )


def voice_blocks(shown: ShownEvaluation) -> tuple[Block, ...]:
    """Voice, safety and harm."""
    rows = tuple(
        (_(words), *(said(count) for count in counts))
        for words, counts in zip(VOICE, shown.voice, strict=True)
    )
    table = Table(_("Voice and safety"), ("", *map(_, VOICE_POINTS)), rows)
    harm = Table(
        _(HARM),
        ("", *(each.label for each in Harm)),
        ((_("Answers"), *(said(count) for count in shown.harm)),),
    )
    if not any(none_hidden(counts) for counts in shown.voice):
        return table, harm
    picture = pictures.shares(
        tuple(zip(map(_, VOICE_SHORT), shown.voice, strict=True)),
        tuple(map(_, VOICE_POINTS)),
        _("Voice and safety"),
    )
    return Figure(picture, table), harm


def _came(shown: ShownEvaluation) -> Table | None:
    if not shown.came:
        return None
    rows = tuple((group.label, said(count)) for group, count in zip(Group, shown.came, strict=True))
    return Table(_(CAME).rstrip(":"), ("", _("People")), rows)


def follow_ups(facts: Facts) -> Part:
    """What became of the commitments of an earlier session."""
    counts = leave_follow_ups(facts.gathered.follow_ups)
    if not facts.gathered.follow_ups:
        return Part(_("Last time we said"), ())
    rows = tuple((done.label, said(count)) for done, count in zip(Done, counts, strict=True))
    return Part(_("Last time we said"), (Table(_(FOLLOW_UP), ("", _("Commitments")), rows),))


def kept_back(facts: Facts) -> tuple[str, ...]:
    """Which questions have no answers here, and why."""
    gathered = facts.gathered
    told = []
    if not gathered.sheets and not gathered.hands:
        told.append(_("Before and now: the table left it out, or has not come to it yet."))
    shown = leave_evaluation(gathered.evaluations, gathered.remarks)
    if shown.held_back:
        told.append(_("The evaluation: fewer than 8 people answered, so it stays in the room."))
    if any(each.sure_before or each.sure_now for each in gathered.sheets) and not any(
        leave_changes(analyse(gathered.sheets, form))[CONFIDENCE].shows for form in Form
    ):
        told.append(
            _("“{question}”: fewer than 8 people answered it both times.").format(question=_(SURE))
        )
    return tuple(told)


def asked() -> tuple[tuple[str, str], ...]:
    """Each theme with the question behind it, for whoever reads the figures."""
    return tuple(
        (item.theme.label, f"{_(LEAD)} {_(item.asks)}".replace("… …", "")) for item in ITEMS
    )
