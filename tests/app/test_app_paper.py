"""A record on paper, typed in: what each field understands, and the session that comes of it."""

import os
from dataclasses import dataclass

import pytest

from game.app import paperdrafts as drafts_
from game.app import paperplay
from game.app.desk import Desk
from game.app.paperdrafts import drafts, drop, keep, new_path
from game.app.paperentry import NotEntered, made_of
from game.app.paperform import Amiss, PaperForm, entries, said
from game.app.paperplay import MAKING, Made, in_memory, play, seats_for, toggles
from game.app.paperread import read
from game.app.places import Places, find
from game.app.programmes import make
from game.app.told import told
from game.files.disk import Disk
from game.model.themes import Theme
from game.outcomes.answers import CONFIDENCE, Evaluation, Hands, Remarks, Sheet, Way
from game.outcomes.evaluation import Harm
from game.report.collection import collect
from game.report.facts import facts_of
from game.report.reading import read as read_session
from game.report.session import told as report_line
from game.rules import commands as ask
from game.rules.decide import decide
from game.rules.history import History
from game.rules.panes import toggled
from game.rules.state import UNOPENED, Direction, Phase, Seat, SeatId, SeatKind, Setup, Stage
from game.rules.view import scale_sum

TODAY = "2026-11-20"

TYPED = {
    "date": "18 nov",
    "planned": "60",
    "played": "62",
    "people": "8",
    "seats": "4",
    "code 0": "e7",
    "words 0": "We write one diary.",
    "panes 0": "ew",
    "weight 0": "2",
    "code 1": "R-1",
    "panes 1": "m",
}

NO_CODE = "A code is a letter and a number, such as E-07."
NO_SHEET = (
    "Seven answers from 1 to 5 before and seven now, – where one is open; "
    "or eight and eight, with how sure one feels."
)


def form_of(**changes):
    texts = {**TYPED, **{key.replace("_", " "): text for key, text in changes.items()}}
    return PaperForm(tuple((key, text) for key, text in texts.items() if text))


@dataclass(frozen=True)
class Entered:
    """The session is among the others: as which of a programme, or why it does not stand open."""

    notices: tuple[str, ...] = ()


def enter(desk, form):
    """Make the form a session and open it, waiting for the disk as no screen does."""
    made = paperplay.make(desk, form)
    if not isinstance(made, Made):
        return made
    notices = ()
    if made.folder is None:
        in_memory(desk, made.played)
    else:
        notices = desk.resume(made.folder)
    if desk.session is None:
        return Entered(notices)
    return Entered((made.programme,) if made.programme else ())


@pytest.fixture
def places(tmp_path):
    own = find()
    return Places(own.content, own.assets, tmp_path / "saves", tmp_path, tmp_path / "out")


@pytest.fixture
def desk(places):
    made = Desk(
        places,
        today=lambda: TODAY,
        stamp=lambda: "2026-11-20T09:00:00Z",
        clock=lambda: 0.0,
        seeds=lambda: 7,
        keep_settings=False,
    )
    yield made
    made.leave()


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    own, data = find(), tmp_path_factory.mktemp("pack")
    places = Places(own.content, own.assets, data, data, data)
    return Desk(places, today=lambda: TODAY, keep_settings=False).pack


# What a field understands.


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18 11 2026", "2026-11-18"),
        ("18/11/26", "2026-11-18"),
        ("18.11.2026", "2026-11-18"),
        ("2026-11-18", "2026-11-18"),
        ("18th November 2026", "2026-11-18"),
        ("18 nov", "2026-11-18"),
        ("1 12", "2025-12-01"),
    ],
)
def test_a_day_may_be_written_in_many_ways(pack, typed, meant):
    """Without a year it is the last such day: nobody types in a session that is still to come."""
    assert read(form_of(date=typed), pack, TODAY).date == meant


def test_a_form_says_at_once_what_it_understands(pack):
    form = form_of(before_0="02310", now_0="0 0 2 3 10", sheet_0="2334213 3445335")
    told = {each.key: said(each, form, pack, TODAY) for each in entries(form)}
    assert told["date"] == "18 November 2026"
    assert told["code 0"] == "Green diary, blue diary"
    assert told["panes 0"] == "Acting early and Staying well"
    assert told["weight 0"] == "More mind"
    assert (told["before 0"], told["now 0"]) == ("6 hands", "15 hands")
    assert told["sheet 0"] == "read"
    assert told["walking"] == told["message"] == told["code 2"] == ""


def test_there_is_always_one_card_more_to_fill_and_a_line_for_each_seat():
    keys = [each.key for each in entries(form_of())]
    assert "code 2" in keys
    assert "words 2" not in keys
    assert [key for key in keys if key.startswith("commitment")] == [
        f"commitment {n}" for n in range(4)
    ]


def test_the_form_goes_in_the_order_of_the_printed_record():
    parts = list(
        dict.fromkeys(each.part.split(":")[0].split(",")[0] for each in entries(form_of()))
    )
    assert parts == [
        "The session",
        "Seats",
        "Cards",
        "Debrief",
        "Before and now",
        "Evaluation",
        "Commitments",
        "At the end",
    ]


def test_sheets_have_seven_answers_a_half_or_eight(pack):
    form = form_of(sheet_0="23–42-3 3445335", sheet_1="23342131/34453354")
    first, second = read(form, pack, TODAY).sheets
    assert first == Sheet((2, 3, None, 4, 2, None, 3), (3, 4, 4, 5, 3, 3, 5), way=Way.PAPER)
    assert (second.sure_before, second.sure_now) == (1, 4)


def test_tallies_become_as_many_forms_as_the_longest_line_has(pack):
    form = form_of(
        voice_0="0 0 1 2", voice_1="0011", harm="1 1 0", stays_0="The diary.", change_0="More time."
    )
    record = read(form, pack, TODAY)
    assert record.evaluations == (
        Evaluation((3, 3, None), Harm.NO, way=Way.PAPER),
        Evaluation((4, 4, None), Harm.A_LITTLE, way=Way.PAPER),
        Evaluation((4, None, None), None, way=Way.PAPER),
    )
    closing = play(pack, record, TODAY, 7).history.state.closing
    assert len(closing.evaluations) == 3
    assert closing.remarks == Remarks(("The diary.",), ("More time.",))


def test_how_confident_is_counted_after_the_seven(pack):
    (hands,) = read(form_of(before_7="11000", now_7="00011"), pack, TODAY).hands
    assert (hands.item, hands.before, hands.now) == (CONFIDENCE, (1, 1, 0, 0, 0), (0, 0, 0, 1, 1))


@pytest.mark.parametrize(
    ("changes", "key", "sentence"),
    [
        ({"date": ""}, "date", "On which day was it played?"),
        ({"date": "soon"}, "date", "Write the day such as 25 11 2026 or 25 Nov."),
        ({"date": "31 2 2026"}, "date", "Write the day such as 25 11 2026 or 25 Nov."),
        (
            {"date": "21 11 2026"},
            "date",
            "The date lies after today. Type in a session once it has been played.",
        ),
        ({"planned": ""}, "planned", "How many minutes did you plan?"),
        ({"planned": "an hour"}, "planned", "A number from 10 to 240 is wanted here."),
        ({"planned": "5"}, "planned", "A number from 10 to 240 is wanted here."),
        ({"played": ""}, "played", "How many minutes did you play?"),
        ({"played": "999"}, "played", "A number from 1 to 480 is wanted here."),
        ({"people": ""}, "people", "How many people were in the room?"),
        ({"seats": ""}, "seats", "How many seats were there?"),
        ({"seats": "9"}, "seats", "A number from 2 to 8 is wanted here."),
        (
            {"people": "3"},
            "seats",
            "There are more seats than people. A seat is at least one person.",
        ),
        ({"code_0": "", "code_1": ""}, "code 0", "Type in at least one card."),
        (
            {"code_1": "E-57"},
            "code 1",
            "No card of this pack has the code E-57. Perhaps E-12, The box by the metronome?",
        ),
        (
            {"code_1": "diary"},
            "code 1",
            "A code is a letter and a number, such as E-07. Perhaps E-07, Green diary, blue diary?",
        ),
        (
            {"panes_0": "ewr"},
            "panes 0",
            "One or two letters out of R V P M W E B, as on the cards.",
        ),
        ({"panes_0": "x"}, "panes 0", "One or two letters out of R V P M W E B, as on the cards."),
        (
            {"weight_0": "6"},
            "weight 0",
            "1 all mind, 2 more mind, 3 both alike, 4 more body, 5 all body.",
        ),
        ({"words_0": "x" * 241}, "words 0", "Keep the shared words to 240 characters."),
        ({"message": "x" * 241}, "message", "Keep the message to 240 characters."),
        (
            {"before_2": "1 2 3"},
            "before 2",
            "Five counts, from “not at all” to “very well”: 0 2 3 1 0.",
        ),
        (
            {"now_2": "0 0 0 0 100"},
            "now 2",
            "Each of the counts goes from 0 to 99.",
        ),
        (
            {"sheet_0": "2334"},
            "sheet 0",
            NO_SHEET,
        ),
        (
            {"sheet_0": "6334213 3445335"},
            "sheet 0",
            NO_SHEET,
        ),
        (
            {"voice_1": "1 2 3"},
            "voice 1",
            "Four counts, from “not at all” to “completely”: 0 1 3 4.",
        ),
        ({"harm": "none"}, "harm", "Three counts, no, yes a little, and yes: 7 1 0."),
        ({"swapped": "some"}, "swapped", "A number from 0 to 99 is wanted here."),
        ({"swapped": "100"}, "swapped", "A number from 0 to 99 is wanted here."),
    ],
)
def test_each_mistake_is_told_with_its_field(pack, changes, key, sentence):
    found = tried(pack, form_of(**changes))
    assert isinstance(found, Amiss)
    assert (found.key, found.sentence) == (key, sentence)
    assert found.told.endswith(f": {sentence}")


def tried(pack, form):
    """The form read, and played if it could be; or the first thing that is amiss."""
    record = read(form, pack, TODAY)
    return record if isinstance(record, Amiss) else play(pack, record, TODAY, 7)


def test_a_group_of_that_name_goes_on_with_its_programme(desk):
    """Panes and cards met go along; what was promised last time is not on the record."""
    make(desk.places.saves, "Tuesday group", 3, 99)
    first = form_of(group="tuesday GROUP", commitment_0="ring first")
    assert enter(desk, first) == Entered(("It is session 1 of 3 of Tuesday group.",))
    lit = set(desk.session.state.lit)
    again = form_of(group="Tuesday group", code_0="P-03", panes_0="p", date="19 nov")
    assert enter(desk, again) == Entered(("It is session 2 of 3 of Tuesday group.",))
    setup = desk.session.state.setup
    assert set(setup.lit) == lit
    assert setup.promised == ()
    assert desk.session.state.closing.follow_ups == ()


def test_a_form_with_a_mistake_is_not_entered(desk):
    assert isinstance(enter(desk, form_of(weight_1="9")), Amiss)
    assert desk.session is None
    assert not desk.has_saved()


def test_nobody_of_that_name(pack):
    found = tried(pack, form_of(walking="Zebedee"))
    assert found.key == "walking"
    assert found.sentence.startswith("Nobody in this pack is called that. There are Amira")


# The session that comes of it.


def test_the_same_commands_are_put_to_the_same_rules(pack):
    played = play(pack, read(form_of(), pack, TODAY), TODAY, 7)
    history = History()
    for command in played.commands:
        events = decide(pack, history.state, command)
        history = history.push(events)
    assert history.state == played.history.state
    assert history.state.phase is Phase.FINISHED


def test_more_cards_than_planned_and_a_break_are_no_trouble(pack):
    codes = {f"code_{n}": f"R-{n + 1}" for n in range(10)}
    played = play(pack, read(form_of(planned="90", **codes), pack, TODAY), TODAY, 7)
    assert len(played.history.state.played) == 10
    assert ask.EndBreak() in played.commands
    assert ask.ChangePlan(10) in played.commands


@pytest.mark.parametrize(
    ("people", "seats", "kinds"),
    [(4, 4, "1111"), (5, 4, "2111"), (8, 4, "2222"), (11, 4, "3332")],
)
def test_people_are_spread_over_the_seats(people, seats, kinds):
    sizes = {SeatKind.PERSON: "1", SeatKind.PAIR: "2", SeatKind.TEAM: "3"}
    assert "".join(sizes[seat.kind] for seat in seats_for(people, seats)) == kinds


ONE_OR_TWO = [(one, other)[: 1 + (one is not other)] for one in Theme for other in Theme]


@pytest.mark.parametrize("proposed", [(Theme.EARLY,), (Theme.EARLY, Theme.ROLES)])
def test_just_the_wanted_panes_are_marked(proposed):
    for wanted in ONE_OR_TWO:
        marked = proposed
        for press in toggles(marked, wanted):
            marked = toggled(marked, press)
            assert marked, "one pane always stays marked"
        assert set(marked) == set(wanted)
    assert toggles(proposed, ()) == ()


def on_screen(pack):
    """A session of an hour, rolled, walked and talked through on the screen."""
    history = History()

    def do(*commands):
        nonlocal history
        for command in commands:
            history = history.push(decide(pack, history.state, command))

    seats = tuple(Seat(SeatId(n), f"Seat {n + 1}") for n in range(4))
    do(ask.OpenSession(Setup(seats, 60), 11), ask.AcceptAgreement())
    swapped = False
    while history.state.phase is not Phase.DEBRIEF:
        match history.state.phase:
            case Phase.ROLL:
                do(ask.RollDie())
            case Phase.WALK:
                do(ask.Walk(Direction.FORWARD))
            case Phase.CROSSROADS:
                do(ask.ChooseTheme(Theme.WELLBEING))
            case Phase.MOMENT:
                do(ask.EndMoment())
            case Phase.BREATHER:
                do(ask.EndBreather())
            case Phase.CARD if not swapped:
                do(ask.SwapCard())
                swapped = True
            case Phase.CARD:
                do(ask.PlayCard())
            case Phase.TALK:
                number = len(history.state.played)
                if history.state.stage is Stage.AGREE:
                    do(ask.PlaceMarker(number % 5 - 2), ask.WriteWords(f"First step {number}."))
                do(ask.NextStage())
    do(ask.WriteMessage("Body and mind together."), *[ask.NextDebriefStep()] * 4)
    do(ask.CountHands(Hands(3, (1, 2, 1, 0, 0), (0, 0, 2, 1, 1))))
    sheet = Sheet((2,) * 7, (4,) * 7, 1, 5, way=Way.PAPER)
    ticked = Evaluation((3, 4, 2), Harm.NO, way=Way.PAPER)
    do(ask.HandInSheets((sheet,), (ticked,), Remarks(("A view.",))), ask.EndSurvey())
    do(ask.WriteCommitment(SeatId(2), "ring first"), ask.OpenDoor(), ask.FinishSession())
    return history.state


def test_a_session_typed_in_reads_as_the_same_session_played_on_the_screen(pack):
    screen = on_screen(pack)
    form = PaperForm()
    texts = {"date": "18 nov", "planned": "60", "played": "60", "people": "4", "seats": "4"}
    for n, each in enumerate(screen.played):
        texts[f"code {n}"] = pack.card(each.card).code
        texts[f"words {n}"] = each.words
        texts[f"panes {n}"] = "".join(theme.letter for theme in each.panes)
        texts[f"weight {n}"] = str(each.weight + 3)
    texts.update({"message": "Body and mind together.", "before 3": "12100", "now 3": "00211"})
    texts.update({"sheet 0": "22222221 44444445", "commitment 2": "ring first", "swapped": "1"})
    texts.update({"voice 0": "0010", "voice 1": "0001", "voice 2": "0100", "harm": "100"})
    texts["stays 0"] = "A view."
    for key, text in texts.items():
        form = form.with_text(key, text)
    paper = play(pack, read(form, pack, TODAY), TODAY, 7).history.state
    assert [(e.card, e.words, e.weight, set(e.panes)) for e in paper.played] == [
        (e.card, e.words, e.weight, set(e.panes)) for e in screen.played
    ]
    assert set(paper.lit) == set(screen.lit)
    assert scale_sum(paper) == scale_sum(screen)
    assert paper.closing == screen.closing
    assert paper.seats == screen.seats
    assert paper.swapped == screen.swapped == 1
    assert paper.plan == screen.plan
    assert (paper.setup.minutes, paper.phase) == (screen.setup.minutes, screen.phase)


def test_it_lies_among_the_others_with_the_day_of_the_paper(desk):
    assert enter(desk, form_of()) == Entered()
    session = desk.session
    assert session.elapsed == 62 * 60
    paper = session.state.setup.paper
    assert (paper.date, paper.entered, paper.people) == ("2026-11-18", TODAY, 8)
    assert told(desk.pack, UNOPENED, session.events[0]) == (
        "The session was played on paper on 18 November 2026 with Seat 1, Seat 2, Seat 3, Seat 4, "
        "and entered from paper on 20 November 2026."
    )
    assert session.undo()
    assert session.state.phase is Phase.DOOR
    assert session.redo()
    desk.leave()
    (saved,) = desk.saved()
    assert (saved.begun, saved.on_paper, saved.finished) == ("2026-11-18", True, True)
    assert saved.progress == "entered from paper, 2 cards"


def test_an_entry_that_was_cut_short_leaves_no_half_of_a_session(desk, monkeypatch):
    def cut(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(paperplay, "move", cut)
        told_why = enter(desk, form_of())
    assert told_why.startswith("Not saved: ")
    assert told_why.endswith("Everything that was typed is still here.")
    assert desk.saved() == ()
    assert not (desk.places.saves / MAKING).exists()


def test_what_a_crash_left_is_no_session_and_goes_with_the_next_entry(desk):
    left = desk.places.saves / MAKING / "2026-11-20-0900-abcd"
    left.mkdir(parents=True)
    (left / "journal.a.log").write_bytes(b"half")
    assert desk.saved() == ()
    assert enter(desk, form_of()) == Entered()
    assert not left.exists()
    desk.leave()
    assert len(desk.saved()) == 1


def test_a_kill_between_the_session_and_its_draft_leaves_no_form_to_enter_again(desk):
    path, form = new_path(desk.places), form_of()
    keep(path, form)
    assert isinstance(made_of(desk, path, form), Made)
    # Here the draft would have been taken away.
    assert path.exists()
    assert drafts(desk.places) == ()
    assert not path.exists()


def test_an_entry_that_was_cut_short_leaves_its_draft(desk, monkeypatch):
    def cut(*_):
        raise OSError(28, "No space left on device")

    path, form = new_path(desk.places), form_of()
    monkeypatch.setattr(paperplay, "move", cut)
    assert isinstance(made_of(desk, path, form), NotEntered)
    assert [each.form for each in drafts(desk.places)] == [form]


# Drafts.


def test_a_draft_lies_in_the_data_folder_until_it_goes(places):
    path = new_path(places)
    assert keep(path, form_of()) == ""
    (draft,) = drafts(places)
    assert draft.form == form_of()
    assert draft.told == "18 nov, 2 cards"
    assert drop(path) == ""
    assert drafts(places) == ()


def test_an_empty_form_needs_no_file(places):
    path = new_path(places)
    keep(path, form_of())
    keep(path, PaperForm())
    assert not path.exists()


def test_the_draft_changed_last_comes_first(places):
    first, second = new_path(places), new_path(places)
    keep(first, form_of(group="First"))
    keep(second, form_of(group="Second", code_1=""))
    os.utime(first, ns=(10, 10))
    os.utime(second, ns=(20, 20))
    assert [each.told for each in drafts(places)] == [
        "18 nov, Second, 1 card",
        "18 nov, First, 2 cards",
    ]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"fields": []}', "[" * 100_000])
def test_a_file_that_is_no_draft_is_passed_by_and_left_alone(places, text):
    path = new_path(places)
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    assert drafts(places) == ()
    assert path.exists()


def test_a_draft_that_cannot_be_written_says_so(places, monkeypatch):
    def full(*_args, **_more):
        raise drafts_.NotWritten(path, "the disk is full")

    path = new_path(places)
    monkeypatch.setattr(drafts_, "write_atomically", full)
    assert keep(path, form_of()).endswith("was not written: the disk is full.")


class CutError(Exception):
    """The power goes."""


class PowerCut(Disk):
    """A disk that loses the power at its first write."""

    def write(self, handle, data):
        super().write(handle, data[: len(data) // 2])
        raise CutError


def test_a_draft_is_the_old_one_or_the_new_one_whatever_happens(places, monkeypatch):
    path = new_path(places)
    keep(path, form_of(group="Old"))
    whole = drafts_.write_atomically
    monkeypatch.setattr(
        drafts_, "write_atomically", lambda at, text: whole(at, text, disk=PowerCut())
    )
    with pytest.raises(CutError):
        keep(path, form_of(group="New"))
    assert drafts(places)[0].form["group"] == "Old"


# The report.


def test_the_report_says_that_it_was_entered_from_paper_and_when_it_was_played(desk):
    enter(desk, form_of(swapped="2"))
    folder = desk.session.folder
    desk.leave()
    facts = facts_of(read_session(folder, TODAY))
    assert facts.from_paper
    assert (facts.month, facts.minutes, facts.minutes_planned) == ("2026-11", 62, 60)
    assert (len(facts.met), facts.set_aside) == (2, 2)
    assert "Entered from paper." in report_line(facts)
    (one,) = collect(folder.parent, lambda *_: None).sessions
    assert (one.month, one.people) == ("2026-11", 8)
