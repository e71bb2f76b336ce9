"""Hands of every kind: each presses what it wants in its own way, and so a session can be led by any."""

from ui_order import ways

from game.rules.state import Phase
from game.ui.hands import Hands
from game.ui.kit.focus import focusable
from game.ui.kit.inputs import FingerDown, FingerMoved, FingerUp, KeyPressed, TextTyped
from game.ui.kit.pointing import topmost
from game.ui.screens.all import switch_of
from game.values import replace

TICK = 0.25


class Hand:
    """Somebody at a table with one way to press things."""

    def __init__(self, laid, **settings):
        laid.desk.change(replace(laid.desk.settings, **settings))
        self.laid = laid
        self.desk, self.host, self.clock = laid.desk, laid.host, laid.clock
        self.pressed = 0
        self.hands = Hands(
            self.host,
            self.clock,
            switch=lambda: switch_of(self.desk),
            still=lambda: self.desk.settings.still,
        )

    def key(self, name, **held):
        self.pressed += 1
        self.clock.wait(0.3)
        self.hands.take(KeyPressed(name, **held))
        if name == "space":
            self.hands.take(TextTyped(" "))
        self.settle()

    def settle(self):
        """What moves has come to its end, and the hands have noticed."""
        self.host.settle()
        self.host.frame()
        self.hands.due()

    def press(self, key):
        raise NotImplementedError

    def placed(self, key):
        found = self.host.attention.find(key)
        assert found is not None, f"no {key} on {self.laid.screen}: {self.host.reachable()}"
        return found

    @property
    def lit(self):
        return self.host.interaction.lit


class OneSwitch(Hand):
    """Waits until the light stands on what is wanted, and presses the one key there is."""

    def __init__(self, laid, **settings):
        super().__init__(laid, switch="one", **settings)

    def onward(self):
        self.clock.wait(TICK)
        self.hands.due()

    def press(self, key):
        self.placed(key)
        for _ in range(4000):
            self.hands.due()
            lit = self.lit
            if key in lit:
                self.key("space")
                if lit == (key,):
                    return
            elif lit:
                self.onward()
            else:
                self.key("space")
        raise AssertionError(f"the light does not come to {key} on {self.laid.screen}")


class TwoSwitches(OneSwitch):
    """Moves the light on with one key and presses with another; no time passes by itself."""

    def __init__(self, laid, **settings):
        Hand.__init__(self, laid, switch="two", **settings)

    def onward(self):
        self.key("space")

    def press(self, key):
        self.placed(key)
        for _ in range(200):
            self.hands.due()
            lit = self.lit
            if key not in lit:
                self.key("space")
                continue
            self.key("enter")
            if lit == (key,):
                return
        raise AssertionError(f"the light does not come to {key} on {self.laid.screen}")


class TabAndEnter(Hand):
    def press(self, key):
        self.placed(key)
        for _ in self.host.reachable():
            if self.host.interaction.focus == key:
                break
            self.key("tab")
        assert self.host.interaction.focus == key
        # In a text field Enter is for what has been written.
        if not self.host.typing:
            self.key("enter")


class Pad(Hand):
    def press(self, key):
        self.placed(key)
        for part in ways(self.host.frame().root, self.host.interaction.focus)[key]:
            self.key(f"pad {part}")
        assert self.host.interaction.focus == key
        self.key("pad a")


class Finger(Hand):
    def press(self, key):
        for _ in range(60):
            held = self.placed(key)
            x, y = held.rect.centre
            if topmost(self.host.frame().root, x, y) is held:
                break
            self.scroll_to(held)
        assert topmost(self.host.frame().root, x, y) is held
        self.tap(x, y)

    def scroll_to(self, held):
        """Drag the region that hides it a little way."""
        region = next(
            each
            for each in self.host.frame().root.walk()
            if each.clip is not None and any(part is held for part in each.walk())
        )
        x, y = region.rect.centre
        far = region.rect.h // 3
        self.drag(x, y, y - far if held.rect.y > y else y + far)

    def tap(self, x, y):
        self.pressed += 1
        self.clock.wait(0.3)
        self.hands.take(FingerDown(x, y))
        self.clock.wait(0.08)
        self.hands.take(FingerUp(x, y))
        self.settle()

    def drag(self, x, y, to, seconds=0.4, rest=0.3):
        """From one height to another; *rest* seconds still before letting go, so that nothing glides."""
        self.hands.take(FingerDown(x, y))
        for step in range(1, 11):
            self.clock.wait(seconds / 10)
            self.hands.take(FingerMoved(x, y + (to - y) * step // 10))
        self.clock.wait(rest)
        self.hands.take(FingerUp(x, to))
        self.host.frame()


def main_action(laid):
    """The control that does what the screen is for."""
    frame = laid.host.frame()
    held = [e.key for e in focusable(frame.root) if e.message == frame.view.primary]
    assert held, f"{laid.screen} has no main action to press"
    return held[0]


def play(hand, name="Ann", promise="call"):
    """From the title page to the open door, with a name and a promise written on the way."""
    laid = hand.laid
    hand.press("step by step")
    assert laid.screen == "seats"
    hand.press("name 0")
    write(hand, name)
    hand.press("minutes 30")
    hand.press(main_action(laid))
    assert phase(laid) is Phase.AGREEMENT
    promised = False
    for _ in range(300):
        if phase(laid) is Phase.DOOR:
            return
        if phase(laid) is Phase.CROSSROADS:
            hand.press("theme roles")
        elif phase(laid) is Phase.COMMITMENTS and not promised:
            promised = True
            hand.press(f"commitment {laid.desk.session.state.seats[0].id}")
            write(hand, promise)
        elif laid.screen == "survey":
            hand.press("skip")
        else:
            hand.press(main_action(laid))
    raise AssertionError(f"no door: still at {laid.screen}")


def write(hand, words):
    """Press letter after letter where there are letters to press, or else type."""
    laid = hand.laid
    if laid.screen != "lettering":
        for each in words:
            hand.hands.take(TextTyped(each))
        return
    for each in words:
        hand.press("space" if each == " " else f"letter {each.lower()}")
    hand.press("finish")


def phase(laid):
    return laid.desk.session.state.phase
