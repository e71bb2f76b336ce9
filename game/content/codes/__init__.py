"""
The table of everything the reader can tell an author, one place each.

`reading.py` holds C0xx (the file itself), `content.py` C1xx (what it says), `advice.py` A2xx.
Numbers never change and are never used again. Each code's two examples are its tests.
"""

from game.content.codes import advice, content, reading
from game.content.diagnostics import Code

ALL: tuple[Code, ...] = tuple(
    each
    for module in (reading, content, advice)
    for each in vars(module).values()
    if isinstance(each, Code)
)
BY_NUMBER = {each.number: each for each in ALL}
