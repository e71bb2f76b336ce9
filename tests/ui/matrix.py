"""
Every screen in every way a reader may have it: `python tests/ui/matrix.py`.

Placing is tried in all sizes × texts × palettes, and again with the widest type and in each profile;
contrast is read from the pixels in all texts × palettes. The ordinary tests take a slice of both.
Takes some minutes; prints what does not fit or is too faint, and gives 1 where there is anything.
"""

import argparse
import os
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))

from ui_contrast import too_faint
from ui_fits import misfits
from ui_matrix import EVERY, PALETTES, SIZES, TEXTS, Case, each_screen

from game.app.places import find
from game.app.settings import TEXT_SIZES
from game.ui.window.fonts import Faces

WIDEST = {"typeface": "lexend", "letters": 12, "lines": 175}
CALL = {"still": True, "flat": True, "captions": True}
WAYS = (
    *EVERY,
    *(Case(size, text) for size in SIZES for text in TEXT_SIZES if text not in TEXTS),
    *(Case(size, text, more=WIDEST) for size in SIZES for text in TEXTS),
    *(Case(size, text, "high contrast", CALL) for size in SIZES for text in (125, 150)),
    *(Case(size, more={"strong": True, "edges": edges}) for size in SIZES for edges in (4, 5)),
    *(
        Case(size, 200, "high contrast", {**WIDEST, **CALL, "edges": 5, "large_targets": True})
        for size in SIZES
    ),
)
PAINTED = tuple(Case(text=text, palette=palette) for text in TEXTS for palette in PALETTES)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0].strip())
    parser.add_argument("--placing", action="store_true", help="only what does not fit")
    parser.add_argument("--contrast", action="store_true", help="only what is too faint")
    options = parser.parse_args()
    both = not (options.placing or options.contrast)
    faces = Faces(find().assets / "fonts")
    found = defaultdict(list)
    seen = set()

    def fits(name, case, frame):
        seen.add(name)
        for each in misfits(frame):
            found[f"{name}: {each}"].append(str(case))

    def clear(name, case, frame):
        for each in too_faint(faces, name, case, frame):
            found[f"{name}: {each}"].append(str(case))

    with TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        if both or options.placing:
            each_screen(Path(folder) / "placing", faces, WAYS, fits)
            print(f"{len(seen)} screens placed in {len(WAYS)} ways.")
        if both or options.contrast:
            each_screen(Path(folder) / "contrast", faces, PAINTED, clear)
            print(f"Contrast read from the pixels in {len(PAINTED)} ways.")
    for each, cases in sorted(found.items()):
        print(f"{each}\n    in {len(cases)} ways, such as {cases[0]}")
    print("Everything fits and can be read." if not found else f"{len(found)} faults.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
