"""
Every screen by Tab, Enter, a scan and a cross, at every size and text: `python tests/ui/order.py`.

The ordinary tests take one size. Takes some minutes; prints what is amiss, and gives 1 where there
is anything.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))

from ui_matrix import SIZES, TEXTS
from ui_order import faults
from ui_screens import every_screen
from ui_table import Table

from game.app.places import find
from game.ui.window.fonts import Faces


def amiss(faces, size, text):
    """All that is amiss at one size and text size, each with its screen."""
    found = []
    with TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        laid = Table(Path(folder), faces, size=size, text=text)
        every_screen(
            laid, lambda name: found.extend(f"{name}: {each}" for each in faults(laid.host))
        )
        laid.desk.leave()
    return found


def main():
    faces, total = Faces(find().assets / "fonts"), 0
    for size in SIZES:
        for text in TEXTS:
            found = amiss(faces, size, text)
            total += len(found)
            print(f"{size[0]}x{size[1]} {text} %: {len(found)} amiss", flush=True)
            print("".join(f"  {each}\n" for each in found), end="", flush=True)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
