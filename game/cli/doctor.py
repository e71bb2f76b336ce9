"""`doctor`: what this machine has of what the game can use, and what to do about the rest."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from game import __version__
from game.app.clock import today
from game.cli.options import Commands, missing_window, places
from game.tongue import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.app.doctor import Finding


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "doctor", help="say what this machine has of what the game can use"
    )
    parser.add_argument("--json", action="store_true", help="the same for programs")
    parser.set_defaults(run=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    """0 where the game can be played and kept, 1 where something must be mended first."""
    from game.app.doctor import Verdict  # noqa: PLC0415 - only this command needs it

    found = list(_findings(options))
    wrong = [each for each in found if each.verdict is Verdict.WRONG]
    if options.json:
        json.dump(_for_programs(found, fine=not wrong), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return 1 if wrong else 0
    for each in found:
        print(f"{_(WORDS[each.verdict.value])}  {each.said}")
        if each.do:
            print(f"{' ' * len(_(WORDS[each.verdict.value]))}  {each.do}")
    print()
    print(_("The game cannot be played yet.") if wrong else _("The game can be played."))
    return 1 if wrong else 0


WORDS = {"fine": N_("good   "), "without": N_("without"), "wrong": N_("amiss  ")}
"""How each line begins; all of one length."""


def _findings(options: argparse.Namespace) -> "Iterator[Finding]":
    from game.app import doctor  # noqa: PLC0415 - only this command needs them

    where = places(options)
    yield from doctor.look(where, today())
    if trouble := missing_window():
        sentence, _dot, advice = trouble.partition(". ")
        yield doctor.Finding("pygame", doctor.Verdict.WRONG, f"{sentence}.", advice)
    else:
        from game.ui.window import doctor as window  # noqa: PLC0415 - brings pygame

        yield from window.look(where)
    bus = doctor.message_bus()
    if bus is not None:
        yield bus


def _for_programs(found: "list[Finding]", *, fine: bool) -> dict[str, object]:
    return {
        "version": __version__,
        "fine": fine,
        "findings": [
            {"about": each.about, "verdict": each.verdict.value, "said": each.said, "do": each.do}
            for each in found
        ],
    }
