"""
What is always true, whatever a table does: a machine plays sessions command by command.

Each rule of the machine is one thing a table may do; each invariant is a promise of the game.
"""

from dataclasses import replace

from hypothesis import Phase as Phase_
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from rules_pack import named_seats, small_pack

from game.model.lenses import Lens
from game.model.pack import CardId
from game.model.themes import Theme
from game.outcomes.answers import (
    Commitment,
    Evaluation,
    FollowUp,
    Form,
    Hands,
    Remarks,
    Sheet,
)
from game.outcomes.evaluation import Group, Harm
from game.outcomes.promises import Done, Likely
from game.rules.apply import apply, replay
from game.rules.commands import (
    ChangePlan,
    ChangeSeatKind,
    ChooseLens,
    ChooseTheme,
    CountHands,
    EndBefore,
    EndFollowUp,
    HandInSheets,
    JoinSeat,
    LayCard,
    LeaveSeat,
    MoveSeat,
    NextStage,
    NextVoice,
    OpenSession,
    Pass,
    PlaceMarker,
    Refusal,
    RenameSeat,
    StopHere,
    TellFollowUp,
    TogglePane,
    Walk,
    WriteAgreement,
    WriteCommitment,
    WriteMessage,
    WriteWords,
)
from game.rules.decide import decide
from game.rules.events import (
    CardLaid,
    CardTurned,
    ConversationBegun,
    DieRolled,
    StageBegun,
    TokenWalked,
)
from game.rules.history import History
from game.rules.legal import legal_commands
from game.rules.state import (
    UNOPENED,
    Direction,
    Meeting,
    PaperRecord,
    Phase,
    PlayedOn,
    SeatId,
    SeatKind,
    Setup,
    Stage,
)

PACK = small_pack()

PAPER = PaperRecord("2026-11-25", "2026-11-27", 6, 62, 3)

FREE = (
    WriteWords,
    WriteMessage,
    WriteCommitment,
    WriteAgreement,
    RenameSeat,
    JoinSeat,
    CountHands,
    TellFollowUp,
    HandInSheets,
)
"""Commands with words or counts of people's own: `legal_commands` lists one for all."""

# Anything a table could ask for, sensible or not.
ANY = st.one_of(
    st.builds(Walk, st.sampled_from(Direction)),
    st.builds(ChooseTheme, st.sampled_from(Theme)),
    st.builds(TogglePane, st.sampled_from(Theme)),
    st.builds(PlaceMarker, st.integers(-4, 4)),
    st.builds(ChooseLens, st.builds(SeatId, st.integers(-1, 12)), st.sampled_from(Lens)),
    st.builds(LeaveSeat, st.builds(SeatId, st.integers(-1, 12))),
    st.builds(MoveSeat, st.builds(SeatId, st.integers(-1, 12)), st.integers(-2, 10)),
    st.builds(ChangeSeatKind, st.builds(SeatId, st.integers(-1, 12)), st.sampled_from(SeatKind)),
    st.builds(ChangePlan, st.integers(-1, 20)),
    st.builds(LayCard, st.sampled_from([*(card.id for card in PACK.cards), CardId("none")])),
    st.just(NextVoice()),
    st.just(EndFollowUp()),
    st.just(EndBefore()),
    st.just(NextStage()),
)


SEATS = st.builds(SeatId, st.integers(-1, 12))
TYPED = st.sampled_from(["", " ", "\n", "Ring first.", "x" * 24, "x" * 25, "x" * 161, "x" * 241])
COUNTS = st.tuples(*[st.integers(-1, 100)] * 5)

TOLD = st.lists(
    st.builds(FollowUp, TYPED, st.none() | st.sampled_from(Done), TYPED), max_size=3
).map(tuple)
SEVEN = st.tuples(*[st.none() | st.integers(0, 6)] * 7)
SURE = st.none() | st.integers(0, 6)
PEOPLE = st.builds(
    HandInSheets,
    st.lists(
        st.builds(Sheet, SEVEN, SEVEN, SURE, SURE, form=st.sampled_from(Form)), max_size=4
    ).map(tuple),
    st.lists(
        st.builds(
            Evaluation,
            st.tuples(*[st.none() | st.integers(0, 5)] * 3),
            st.none() | st.sampled_from(Harm),
            st.none() | st.just(CardId("roles-1")),
        ),
        max_size=4,
    ).map(tuple),
    st.builds(
        Remarks,
        st.lists(TYPED, max_size=3).map(tuple),
        st.lists(TYPED, max_size=3).map(tuple),
        st.lists(st.sampled_from(Group), max_size=3).map(tuple),
    ),
)
"""What people might hand in, whole or not."""

WORDS = st.one_of(
    st.builds(WriteWords, TYPED),
    st.builds(WriteMessage, TYPED),
    st.builds(WriteCommitment, SEATS, TYPED),
    st.builds(WriteCommitment, SEATS, TYPED, TYPED, TYPED, st.sampled_from(Likely)),
    st.builds(TellFollowUp, TOLD),
    st.builds(WriteAgreement, st.lists(TYPED, max_size=3).map(tuple)),
    st.builds(RenameSeat, SEATS, TYPED),
    st.builds(JoinSeat, TYPED, st.sampled_from(SeatKind)),
    st.builds(CountHands, st.builds(Hands, st.integers(-1, 8), COUNTS, COUNTS)),
)


def like(command):
    """What a command with free words is about, the words aside."""
    about = getattr(command, "seat", None)
    if isinstance(command, CountHands):
        about = command.hands.item
    if isinstance(command, JoinSeat):
        about = command.kind
    return type(command), about


def fits(command):
    """Whether the words or counts alone would pass."""
    match command:
        case WriteWords(words) | WriteMessage(words):
            return len(words.strip()) <= 240
        case WriteCommitment(words=words, where=where, by_when=by_when):
            return all(len(each.strip()) <= 160 for each in (words, where, by_when))
        case TellFollowUp(told):
            return all(len(each.helped.strip()) <= 160 for each in told)
        case WriteAgreement(lines):
            kept = [line.strip() for line in lines if line.strip()]
            return bool(kept) and max(map(len, kept)) <= 160
        case RenameSeat(name=name) | JoinSeat(name=name):
            return 0 < len(name.strip()) <= 24
        case CountHands(hands):
            return all(0 <= count <= 99 for count in hands.before + hands.now)


class Sessions(RuleBasedStateMachine):
    """One session at a time, with everything that can be asked of it."""

    @initialize(
        seats=st.integers(2, 8),
        minutes=st.sampled_from([20, 30, 60, 90]),
        hardest=st.sampled_from([1, 2, 3]),
        seed=st.integers(0, 2**40),
        form=st.sampled_from(Form),
        promised=st.sampled_from([(), (Commitment("Ring."), Commitment("Ask.", "on the ward"))]),
        played_on=st.sampled_from(PlayedOn),
    )
    def sit_down(self, seats, minutes, hardest, seed, form, promised, played_on):
        setup = replace(
            Setup(named_seats(*(f"Seat {n + 1}" for n in range(seats))), minutes),
            hardest=hardest,
            form=form,
            meeting=Meeting("p", "Our group", 2),
            promised=promised,
            played_on=played_on,
            paper=PAPER if played_on is PlayedOn.PAPER else None,
        )
        self.history = History().push(decide(PACK, UNOPENED, OpenSession(setup, seed)))
        self.cards = self.all_cards()

    @property
    def state(self):
        return self.history.state

    def all_cards(self):
        """Every card there is, wherever it lies; sorted, so that a copy would show."""
        state = self.state
        held = [] if state.face_up is None else [state.face_up]
        if state.round is not None:
            held.append(state.round.card)
        piles = [card for pile in (*state.draw, *state.discard) for card in pile]
        return sorted([*piles, *held])

    @precondition(lambda self: self.state.phase is not Phase.FINISHED)
    @rule(data=st.data())
    def do_something_legal(self, data):
        legal = legal_commands(PACK, self.state)
        kinds = sorted({type(each) for each in legal}, key=lambda kind: kind.__name__)
        # Stopping is legal nearly always; sessions that stop at once would teach us little.
        kinds = [each for each in kinds if each is not StopHere] or kinds
        kind = data.draw(st.sampled_from(kinds))
        command = data.draw(st.sampled_from([each for each in legal if type(each) is kind]))
        events = decide(PACK, self.state, command)
        assert not isinstance(events, Refusal), f"{command} was listed and then refused"
        self.history = self.history.push(events)

    @rule()
    def walk_on(self):
        """The road most tables take, so that sessions come to their end."""
        legal = [
            each
            for each in legal_commands(PACK, self.state)
            if not isinstance(each, (StopHere, LeaveSeat, ChangePlan, *FREE))
        ]
        onward = [each for each in legal if type(each).__name__ in ONWARD]
        for command in onward[:1]:
            self.history = self.history.push(decide(PACK, self.state, command))

    @rule(command=WORDS)
    def ask_for_anything_in_words(self, command):
        """Free words are accepted just where one like them is listed, if they fit at all."""
        answer = decide(PACK, self.state, command)
        alike = any(like(command) == like(each) for each in legal_commands(PACK, self.state))
        if isinstance(answer, Refusal):
            assert not alike or not fits(command)
        else:
            assert alike

    @rule(command=PEOPLE)
    def hand_in_anything(self, command):
        """Accepted or not, nothing of who and in which order: the other way round is the same."""
        before = hash(self.state)
        answer = decide(PACK, self.state, command)
        assert hash(self.state) == before
        if isinstance(answer, Refusal):
            assert answer.sentence.strip()
            return
        remarks = command.remarks
        turned = HandInSheets(
            command.sheets[::-1],
            command.evaluations[::-1],
            Remarks(remarks.stays[::-1], remarks.change[::-1], remarks.came[::-1]),
        )
        assert decide(PACK, self.state, turned) == answer
        assert any(isinstance(each, HandInSheets) for each in legal_commands(PACK, self.state))
        self.history = self.history.push(answer)

    @rule(command=ANY)
    def ask_for_anything(self, command):
        before = hash(self.state)
        answer = decide(PACK, self.state, command)
        assert hash(self.state) == before
        listed = command in legal_commands(PACK, self.state)
        if isinstance(answer, Refusal):
            assert answer.sentence.strip()
            assert not listed
        elif answer:
            assert listed, f"{command} was accepted and not listed"

    @rule(steps=st.integers(1, 12))
    def take_back_and_put_on_again(self, steps):
        before = self.history
        back = before
        taken = 0
        while taken < steps and back.can_undo:
            back = back.undo()
            taken += 1
        again = back
        for _ in range(taken):
            again = again.redo()
        assert again.state == before.state
        assert again.steps == before.steps

    @rule()
    def undo_for_good(self):
        self.history = self.history.undo()

    @invariant()
    def no_card_is_lost_or_copied(self):
        assert self.all_cards() == self.cards
        assert len(set(self.cards)) == len(self.cards)

    @invariant()
    def events_replay_to_the_same_state(self):
        assert replay(self.history.events) == self.state

    @invariant()
    def passing_leaves_no_trace(self):
        if self.state.stage is Stage.ROUND and self.state.phase is Phase.TALK:
            spoken = decide(PACK, self.state, NextVoice())
            assert spoken == decide(PACK, self.state, Pass())

    @invariant()
    def the_persons_lens_is_dealt_in_every_round(self):
        for event in self.history.events:
            if isinstance(event, ConversationBegun):
                assert event.lenses.count(Lens.PERSON) == 1
                assert len(set(event.lenses)) == len(event.lenses) == len(event.order)

    @invariant()
    def the_first_card_is_gentle_and_the_last_is_not_the_hardest(self):
        state = replay(self.history.events[:1])
        levels = {card.id: card.level for card in PACK.cards}
        for event in self.history.events[1:]:
            if isinstance(event, CardTurned):
                cap = 1 if not state.played else 3
                if len(state.played) == state.plan.cards - 1:
                    cap = min(cap, 2)
                assert levels[event.card] <= min(cap, state.setup.hardest)
            state = apply(state, event)

    @invariant()
    def there_are_dice_and_piles_on_the_screen_and_codes_at_a_real_table(self):
        kinds = {type(event) for event in self.history.events}
        on_screen = self.state.setup.played_on is PlayedOn.SCREEN
        assert not kinds & ({CardLaid} if on_screen else {CardTurned, DieRolled, TokenWalked})

    @invariant()
    def every_seat_is_offered_a_voice_once_each_round(self):
        state, offered = replay(self.history.events[:1]), []
        for event in self.history.events[1:]:
            before, state = state, apply(state, event)
            if isinstance(event, ConversationBegun):
                offered = []
            in_round = state.phase is Phase.TALK and state.stage is Stage.ROUND
            if in_round and 0 <= state.voice < len(state.round.order):
                voice = state.round.order[state.voice]
                if offered[-1:] != [voice]:
                    assert voice not in offered
                    offered.append(voice)
            went_on = isinstance(event, StageBegun) and event.stage is Stage.TALK
            if went_on and before.voice == len(before.round.order) - 1:
                assert set(before.round.order) <= set(offered)

    @invariant()
    def seats_tokens_and_turn_belong_together(self):
        state = self.state
        assert 2 <= len(state.seats) <= 8
        assert len(state.places) == len(state.seats)
        assert len({each.id for each in state.seats}) == len(state.seats)
        assert state.turn in {each.id for each in state.seats}
        assert all(0 <= place < len(PACK.board.spaces) for place in state.places)
        if state.round is not None:
            assert set(state.round.order) <= {each.id for each in state.seats}
            assert len(state.round.order) == len(state.round.lenses)

    @invariant()
    def before_is_asked_at_one_time_only(self):
        forms = {each.form for each in (*self.state.closing.sheets, *self.state.closing.hands)}
        assert forms <= {self.state.setup.form}

    @invariant()
    def nothing_told_of_last_time_names_a_commitment(self):
        assert all(not each.what for each in self.state.closing.follow_ups)

    @invariant()
    def one_or_two_panes_are_ever_proposed(self):
        if self.state.phase is Phase.TALK and self.state.stage >= Stage.AGREE:
            assert 1 <= len(self.state.proposal.panes) <= 2


ONWARD = {
    "EndFollowUp",
    "AcceptAgreement",
    "EndBefore",
    "RollDie",
    "Walk",
    "ChooseTheme",
    "PlayCard",
    "LayCard",
    "NextVoice",
    "NextStage",
    "EndMoment",
    "EndBreather",
    "EndBreak",
    "Resume",
    "NextDebriefStep",
    "EndSurvey",
    "OpenDoor",
}


def test_the_promises_hold_whatever_a_table_does():
    run_state_machine_as_test(
        Sessions,
        settings=settings(
            derandomize=True,
            database=None,
            deadline=None,
            phases=(Phase_.explicit, Phase_.generate),
            max_examples=80,
            stateful_step_count=60,
        ),
    )


def test_everything_is_there_to_begin_with():
    state = replay(decide(PACK, UNOPENED, OpenSession(Setup(named_seats("A", "B")), 5)))
    lying = {CardId(card) for pile in state.draw for card in pile}
    assert lying == {card.id for card in PACK.cards if card.level <= 2}
