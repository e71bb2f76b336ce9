"""Runs the benchmarks; see README.md beside this file."""

import argparse
import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

NAMES = (
    "start",
    "rules",
    "card",
    "frame",
    "reading",
    "editor",
    "journal",
    "many",
    "print",
    "idle",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    options = parser.parse_args()
    unknown = set(options.names) - set(NAMES)
    if unknown:
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    results = {}
    for name in options.names or NAMES:
        print(name)
        rows = __import__(f"bench_{name}").rows(quick=options.quick)
        for row in rows:
            print(row, flush=True)
        results[name] = [row.values() for row in rows]
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
