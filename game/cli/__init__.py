"""
The command line. No command opens the window; what else it does is in `arguments`.

pygame is imported only when a window (or a picture of one) is wanted. No traceback reaches a
person: what cannot be done is said in a sentence, and the exit status is 1; wrong usage is 2.
"""

import io
import os
import sys
from collections.abc import Callable, Sequence

from game.app import places
from game.cli import play
from game.cli.options import say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status for the shell."""
    _write_what_can_be_written()
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        return _done(lambda: play.start(places.find(places.environment_override())), debug=False)
    from game.cli.arguments import obey, options  # noqa: PLC0415 - where there is something to read

    read = options(given)
    return _done(lambda: obey(read), debug=read.debug)


def _done(run: Callable[[], int], *, debug: bool) -> int:
    """What became of it; what nobody thought of is told in a sentence as well."""
    try:
        return run()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever was reading our output has gone; that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if debug:
            raise
        say(
            f"Something went wrong that should not have: {type(fault).__name__}: {fault}. "
            "Whatever the table had agreed is saved. Start again with --debug to see where."
        )
        return 1


def _write_what_can_be_written() -> None:
    """Where a console has no letter for something (older Windows ones lack many), it shows a ?."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
