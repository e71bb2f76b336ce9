"""
What people are asked about themselves: before and now, the session, and last time's commitments.

Everything is put in an order that tells nothing before it becomes an event. Where a wish not to
answer could be seen by counting what is missing, only counts are kept.
"""

from game.model.pack import CardId, Pack
from game.outcomes.answers import CONFIDENCE, Evaluation, FollowUp, Form, Hands, Remarks, Sheet
from game.outcomes.evaluation import VOICE, VOICE_POINTS
from game.rules.answers import Answer, not_now
from game.rules.commands import CountHands, EndFollowUp, HandInSheets, Refusal, TellFollowUp
from game.rules.events import (
    EvaluationsHandedIn,
    Event,
    FollowedUp,
    FollowUpEnded,
    HandsCounted,
    SheetsHandedIn,
)
from game.rules.state import Phase, State
from game.rules.words import LINE, SENTENCE, clean
from game.tongue import _
from game.values import replace

ITEMS = 7
POINTS = 5
MOST_HANDS = 99
NO_HANDS = (0, 0, 0, 0, 0)

_ASKING = frozenset({Phase.BEFORE, Phase.SURVEY})
_UNANSWERED = (None,) * ITEMS


def count_hands(_pack: Pack, state: State, command: CountHands) -> Answer:
    """
    A show of hands for one question; it takes the place of an earlier count of the same one.

    In the form that asks twice, the start counts before and the close counts now: the other half
    is what stands already.
    """
    if state.phase not in _ASKING:
        return not_now(state)
    hands = command.hands
    if not 0 <= hands.item <= CONFIDENCE:
        return Refusal(
            _("There are seven lines to count, one for each theme, and one for sureness.")
        )
    for row in (hands.before, hands.now):
        if len(row) != POINTS or any(not 0 <= count <= MOST_HANDS for count in row):
            return Refusal(
                _("Each of the five points takes a count from 0 to {most}.").format(most=MOST_HANDS)
            )
    form = state.setup.form
    if form is Form.RETROSPECTIVE:
        return (HandsCounted(replace(hands, form=form)),)
    earlier = next((each for each in state.closing.hands if each.item == hands.item), None)
    if state.phase is Phase.BEFORE:
        return (HandsCounted(Hands(hands.item, hands.before, NO_HANDS, form)),)
    before = NO_HANDS if earlier is None else earlier.before
    return (HandsCounted(Hands(hands.item, before, hands.now, form)),)


def hand_in(pack: Pack, state: State, given: HandInSheets) -> Answer:
    """What people filled in alone or on paper, sorted, so that its order tells nothing of who wrote."""
    if state.phase not in _ASKING:
        return not_now(state)
    about_session = bool(given.evaluations) or given.remarks != Remarks()
    if not given.sheets and not about_session:
        return Refusal(_("There are no sheets to hand in."))
    if about_session and state.phase is Phase.BEFORE:
        return Refusal(_("What the session was like is asked at its end."))
    trouble = _sheets_trouble(state, given.sheets) or _evaluations_trouble(pack, state, given)
    if trouble:
        return Refusal(trouble)
    events: list[Event] = []
    if given.sheets:
        events.append(SheetsHandedIn(tuple(sorted(given.sheets, key=_content))))
    if about_session:
        ticks = tuple(sorted(given.evaluations, key=_ticks))
        events.append(EvaluationsHandedIn(ticks, _mixed(given.remarks)))
    return tuple(events)


def _sheets_trouble(state: State, sheets: tuple[Sheet, ...]) -> str:
    if len(state.closing.sheets) + len(sheets) > 2 * MOST_HANDS or len(sheets) > MOST_HANDS:
        return _("There is room for {most} sheets.").format(most=MOST_HANDS)
    if not all(_is_whole(row) for sheet in sheets for row in (sheet.before, sheet.now)):
        return _("A sheet has seven answers for each time, from 1 to 5 or left open.")
    sure = (each for sheet in sheets for each in (sheet.sure_before, sheet.sure_now))
    if not all(each is None or 1 <= each <= POINTS for each in sure):
        return _("How sure somebody feels goes from 1 to 5, or is left open.")
    if any(sheet.form is not state.setup.form for sheet in sheets):
        return _("Sheets that asked about before at another time are never mixed with these.")
    if state.setup.form is Form.RETROSPECTIVE:
        return ""
    if state.phase is Phase.BEFORE:
        early = all(each.now == _UNANSWERED and each.sure_now is None for each in sheets)
        return "" if early else _("How it is now is asked at the end.")
    late = all(each.before == _UNANSWERED and each.sure_before is None for each in sheets)
    return "" if late else _("How it was before has been asked at the start.")


def _is_whole(row: tuple[int | None, ...]) -> bool:
    return len(row) == ITEMS and all(each is None or 1 <= each <= POINTS for each in row)


def _evaluations_trouble(pack: Pack, state: State, given: HandInSheets) -> str:
    said, remarks = state.closing.remarks, given.remarks
    rows = (
        (state.closing.evaluations, given.evaluations),
        (said.stays, remarks.stays),
        (said.change, remarks.change),
        (said.came, remarks.came),
    )
    if any(len(before) + len(new) > MOST_HANDS for before, new in rows):
        return _("There is room for {most} sheets.").format(most=MOST_HANDS)
    if not all(_is_ticked(each) for each in given.evaluations):
        return _("Each of the three lines about the session goes from 1 to 4, or is left open.")
    named = {each.card for each in given.evaluations if each.card is not None}
    if any(_unknown(pack, card) for card in named):
        return _("That card is not in this pack.")
    if any(len(clean(words)) > SENTENCE for words in (*remarks.stays, *remarks.change)):
        return _("Keep what you write to {most} characters.").format(most=SENTENCE)
    return ""


def _is_ticked(evaluation: Evaluation) -> bool:
    ticks = evaluation.voice
    points = len(VOICE_POINTS)
    return len(ticks) == len(VOICE) and all(each is None or 1 <= each <= points for each in ticks)


def _unknown(pack: Pack, card: CardId) -> bool:
    return all(each.id != card for each in pack.cards)


def _content(sheet: Sheet) -> tuple[str | int, ...]:
    """All that a sheet says: two that sort alike are alike, so that none keeps its place in time."""
    answers = (*sheet.before, *sheet.now, sheet.sure_before, sheet.sure_now)
    return (*(answer or 0 for answer in answers), sheet.way, sheet.form)


def _ticks(evaluation: Evaluation) -> tuple[str | int, ...]:
    answers = tuple(each or 0 for each in evaluation.voice)
    return (*answers, evaluation.harm or "", evaluation.card or "", evaluation.way)


def _mixed(remarks: Remarks) -> Remarks:
    """Each list sorted by itself, so that no two answers of one person keep the same place."""
    return Remarks(_lines(remarks.stays), _lines(remarks.change), tuple(sorted(remarks.came)))


def _lines(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, map(clean, words))))


# Last time's commitments.


def tell_follow_up(_pack: Pack, state: State, command: TellFollowUp) -> Answer:
    """
    How many did what they said, and what helped or got in the way.

    Which commitment each answer was about falls away: its seat stands in the last session's file.
    """
    if state.phase is not Phase.FOLLOW_UP:
        return not_now(state)
    if len(command.follow_ups) > MOST_HANDS:
        return Refusal(_("There is room for {most} answers.").format(most=MOST_HANDS))
    told = [FollowUp("", each.done, clean(each.helped)) for each in command.follow_ups]
    if any(len(each.helped) > LINE for each in told):
        return Refusal(_("Keep each line to {most} characters.").format(most=LINE))
    kept = [each for each in told if each.done is not None or each.helped]
    return (FollowedUp(tuple(sorted(kept, key=lambda each: (each.done or "", each.helped)))),)


def end_follow_up(_pack: Pack, state: State, _command: EndFollowUp) -> Answer:
    return (FollowUpEnded(),) if state.phase is Phase.FOLLOW_UP else not_now(state)
