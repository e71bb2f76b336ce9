"""
Filled-in sheets on their way to the session: mixed in memory, and handed in all at once.

No file ever holds when a single sheet was written, or in which order.
"""

from game.model.pack import CardId
from game.outcomes.answers import CONFIDENCE, Evaluation, Form, Remarks, Sheet, Way
from game.outcomes.evaluation import VOICE, Group, Harm
from game.outcomes.items import ITEMS
from game.rules.commands import HandInSheets
from game.ui.screens.questions import BEFORE, NOW, QUESTIONS
from game.values import dataclass, field, replace

NOT_SAID = 0
"""What somebody chose who would rather not say; it is kept as no answer at all."""
Answers = tuple[int | None, ...]
_NOTHING: Answers = (None,) * QUESTIONS


@dataclass(frozen=True, slots=True)
class Filled:
    """One person's sheet while it is being filled in: the answers as chosen, `NOT_SAID` included."""

    before: Answers = field(default=_NOTHING, repr=False)
    now: Answers = field(default=_NOTHING, repr=False)
    voice: Answers = field(default=(None,) * len(VOICE), repr=False)
    harm: int | None = field(default=None, repr=False)
    """1 to 3, in the order of `Harm`."""
    card: CardId | None = field(default=None, repr=False)
    stays: str = field(default="", repr=False)
    change: str = field(default="", repr=False)
    came: int | None = field(default=None, repr=False)
    """1 to 6, in the order of `Group`."""

    def answered(self, half: int, place: int, point: int | None) -> "Filled":
        if half == BEFORE:
            return replace(self, before=_at(self.before, place, point))
        return replace(self, now=_at(self.now, place, point))

    def voiced(self, place: int, point: int | None) -> "Filled":
        return replace(self, voice=_at(self.voice, place, point))

    def wrote(self, about: str, words: str) -> "Filled":
        """With the words in one of the two fields, "stays" or "change"."""
        return replace(self, stays=words) if about == "stays" else replace(self, change=words)

    def half(self, half: int) -> Answers:
        return self.before if half == BEFORE else self.now

    @property
    def about_session(self) -> bool:
        """Whether anything about the session was answered."""
        said = (*self.voice, self.harm, self.came)
        return any(said) or bool(self.stays.strip() or self.change.strip())


@dataclass(frozen=True, slots=True)
class Waiting:
    """Sheets that are done; every row is always sorted by itself, so that its order says nothing."""

    count: int = 0
    """How many people have finished."""
    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    evaluations: tuple[Evaluation, ...] = field(default=(), repr=False)
    remarks: Remarks = field(default=Remarks(), repr=False)

    def with_one_more(
        self, filled: Filled, way: Way, form: Form, *, lines: bool, session: bool
    ) -> "Waiting":
        """With another sheet: its lines, what it says of the session, or both."""
        sheets, evaluations, remarks = self.sheets, self.evaluations, self.remarks
        if lines:
            sheets = tuple(sorted((*sheets, _sheet(filled, way, form)), key=repr))
        if session and filled.about_session:
            evaluations = tuple(sorted((*evaluations, _evaluation(filled, way)), key=repr))
            remarks = _with(remarks, filled)
        return Waiting(self.count + 1, sheets, evaluations, remarks)

    @property
    def command(self) -> HandInSheets:
        return HandInSheets(self.sheets, self.evaluations, self.remarks)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to hand in: everybody skipped everything."""
        return self.command == HandInSheets(())


def _sheet(filled: Filled, way: Way, form: Form) -> Sheet:
    before, now = _said(filled.half(BEFORE)), _said(filled.half(NOW))
    seven = len(ITEMS)
    return Sheet(before[:seven], now[:seven], before[CONFIDENCE], now[CONFIDENCE], way, form)


def _evaluation(filled: Filled, way: Way) -> Evaluation:
    harm = tuple(Harm)[filled.harm - 1] if filled.harm else None
    card = filled.card if harm not in {None, Harm.NO} else None
    return Evaluation(_said(filled.voice), harm, card, way)


def _with(remarks: Remarks, filled: Filled) -> Remarks:
    came = (tuple(Group)[filled.came - 1],) if filled.came else ()
    return Remarks(
        _row(remarks.stays, filled.stays),
        _row(remarks.change, filled.change),
        tuple(sorted((*remarks.came, *came))),
    )


def _row(lines: tuple[str, ...], words: str) -> tuple[str, ...]:
    return tuple(sorted((*lines, words.strip()))) if words.strip() else lines


def _said(answers: Answers) -> Answers:
    """The answers as a sheet keeps them: skipped and unanswered alike are None."""
    return tuple(each or None for each in answers)


def _at(answers: Answers, place: int, point: int | None) -> Answers:
    return (*answers[:place], point, *answers[place + 1 :])
