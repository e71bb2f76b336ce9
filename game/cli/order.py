"""Options that stand after the command and belong before it: told in one sentence, mended."""

import argparse
import shlex
from collections.abc import Iterator, Sequence
from typing import NoReturn


class WrongUsageError(Exception):
    """The arguments make no sense to a parser; `parser` is the one, and the text says why."""

    def __init__(self, parser: argparse.ArgumentParser, message: str) -> None:
        super().__init__(message)
        self.parser = parser


class CommandParser(argparse.ArgumentParser):
    """A parser, and that of each command, that leaves it to others to say what is wrong."""

    def error(self, message: str) -> NoReturn:
        raise WrongUsageError(self, message)


def told(whole: argparse.ArgumentParser, arguments: Sequence[str]) -> str:
    """The order that works, where options of the game stand after the command; else empty."""
    commands = _commands(whole)
    at = next((n for n, word in enumerate(arguments) if word in commands), None)
    if at is None:
        return ""
    own = set(_options_of(commands[arguments[at]]))
    before, after, late = [*arguments[:at]], [arguments[at]], ""
    rest = iter(arguments[at + 1 :])
    for word in rest:
        name = word.partition("=")[0]
        action = whole._option_string_actions.get(name)  # noqa: SLF001 - argparse tells it nowhere else
        if action is None or name in own or name in {"-h", "--help"}:
            after.append(word)
            continue
        late = late or name
        before.append(word)
        if action.nargs != 0 and "=" not in word:
            before.extend([next(rest, action.metavar if isinstance(action.metavar, str) else "…")])
    if not late:
        return ""
    return f"{late} goes before the command: main.py {shlex.join((*before, *after))}"


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    kind = argparse._SubParsersAction  # noqa: SLF001 - as above
    found = (each for each in parser._actions if isinstance(each, kind))  # noqa: SLF001
    return {name: each for group in found for name, each in group.choices.items()}


def _options_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The options of a command and of all that stand below it."""
    yield from parser._option_string_actions  # noqa: SLF001 - see above
    for each in _commands(parser).values():
        yield from _options_of(each)
