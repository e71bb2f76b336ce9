"""Starts MaP: `python main.py` opens the game, `python main.py --help` tells what else it does."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said in words that an old Python can still read
    sys.exit("MaP needs Python 3.11 or newer. This is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

try:
    from game.cli import main
except ModuleNotFoundError as missing:
    sys.exit(
        "A part that MaP needs is not installed: "
        + str(missing.name)
        + '. In the folder of the game, run "python -m pip install ." once, then start it again.'
    )

if __name__ == "__main__":
    sys.exit(main())
