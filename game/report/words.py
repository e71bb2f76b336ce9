"""What a session was, in sentences that are true: for the screens of its close and for its report."""

from collections.abc import Iterable, Sequence

from game.model.themes import Theme
from game.rules.apply import apply
from game.rules.events import ConversationEnded, Event, StageBegun
from game.rules.state import UNOPENED, Played, Stage, State
from game.tongue import _, ngettext, pgettext


def counted(number: int) -> str:
    """A number as a sentence begins with it: in words up to ten, then in figures."""
    # For translators: figures do as well, where words would have to change their form.
    words = (
        *(pgettext("a number", "No"), pgettext("a number", "One"), pgettext("a number", "Two")),
        *(pgettext("a number", "Three"), pgettext("a number", "Four")),
        *(pgettext("a number", "Five"), pgettext("a number", "Six"), pgettext("a number", "Seven")),
        *(pgettext("a number", "Eight"), pgettext("a number", "Nine")),
        pgettext("a number", "Ten"),
    )
    return words[number] if number < len(words) else str(number)


def summary(conversations_held: int, minutes: int, *, every_voice: bool) -> str:
    """What the session was, in one line that is true."""
    if not conversations_held:
        return _("However far we came today, the door opens.")
    held = ngettext("{count} conversation", "{count} conversations", conversations_held)
    parts = [held.format(count=counted(conversations_held))]
    if minutes > 0:
        parts.append(ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes))
    if every_voice:
        parts.append(_("every seat offered a voice"))
    return f"{', '.join(parts)}."


def panes_words(lit: int) -> str:
    """How many panes shine, such as "Four panes are lit"."""
    if lit == len(Theme):
        return _("All seven panes are lit")
    return ngettext("One pane is lit", "{count} panes are lit", lit).format(count=counted(lit))


def agreed_lines(state: State) -> tuple[str, ...]:
    """What the table agreed on, conversation by conversation; each line once."""
    return tuple(dict.fromkeys(each.words for each in state.played if each.words))


def scale_sentence(played: Sequence[Played]) -> str:
    """
    Where this session's plans put their weight, in words; empty where nobody placed the marker.

    A mirror, not a score: neither side is better than the other.
    """
    weights = [each.weight for each in played if each.weight is not None]
    if not weights:
        return ""
    lean, plans = sum(weights), len(weights)
    body = lean > 0
    if lean == 0:
        return ngettext(
            "Our plan gave mind and body equal weight.",
            "Our plans gave mind and body equal weight.",
            plans,
        )
    if all(weight * lean >= 0 for weight in weights) and abs(lean) == 2 * plans:
        if body:
            return ngettext(
                "Our plan put all its weight on body.",
                "Our plans put all their weight on body.",
                plans,
            )
        return ngettext(
            "Our plan put all its weight on mind.", "Our plans put all their weight on mind.", plans
        )
    if abs(lean) * 2 <= plans:
        if body:
            return ngettext(
                "Our plan gave body a little more weight than mind.",
                "Our plans gave body a little more weight than mind.",
                plans,
            )
        return ngettext(
            "Our plan gave mind a little more weight than body.",
            "Our plans gave mind a little more weight than body.",
            plans,
        )
    if body:
        return ngettext(
            "Our plan gave body more weight than mind.",
            "Our plans gave body more weight than mind.",
            plans,
        )
    return ngettext(
        "Our plan gave mind more weight than body.",
        "Our plans gave mind more weight than body.",
        plans,
    )


def every_voice_offered(events: Iterable[Event]) -> bool:
    """Whether each conversation that counts went once round the whole table before it moved on."""
    state, whole, counts = UNOPENED, False, False
    for event in events:
        match event:
            case StageBegun(Stage.TALK) if state.round is not None:
                whole = state.voice + 1 >= len(state.round.order)
            case ConversationEnded():
                counts = True
                if not whole:
                    return False
        state = apply(state, event)
    return counts
