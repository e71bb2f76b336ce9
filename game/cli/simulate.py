"""`simulate`: play sessions without a screen, and print figures."""

import argparse
import sys

from game.cli.options import Commands, count, places, seats


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("simulate", help="play sessions without a screen")
    parser.add_argument("--sessions", type=count, default=100, metavar="N")
    parser.add_argument("--minutes", type=count, default=60, metavar="M")
    parser.add_argument("--seats", type=seats, default=4, metavar="S")
    parser.add_argument("--seed", type=int, default=1, metavar="K")
    parser.add_argument("--json", action="store_true", help="print figures as JSON")
    parser.set_defaults(run=_simulate)


def _simulate(options: argparse.Namespace) -> int:
    from game.app.simulation import simulate  # noqa: PLC0415 - only this command needs it

    return simulate(
        places(options).content,
        sessions=options.sessions,
        minutes=options.minutes,
        seats=options.seats,
        seed=options.seed,
        as_json=options.json,
        out=sys.stdout,
        progress=sys.stderr,
    )
