"""
Reading packs with positions and all checks, against PyYAML's own fast loader doing less.

Checks are everything that can keep a part out of play or be told as an error or a warning: the
limits, the lints on YAML's pitfalls, every field, and what refers to what. That is what the game
reads at its start. Advice on wording, lengths and dates is for authors, who ask for it with
`check`; the rows that say so measure checks and advice together.
"""

import re

import yaml
from measure import Row, in_turn

from game.app.clock import today
from game.app.places import find
from game.content.load import load_texts
from game.content.loaded import PackText


def thousand(text):
    """The core pack's cards again and again under new ids, until there are a thousand."""
    head, cards, rest = _parts(text)
    one = re.split(r"(?m)^(?=  - id: )", cards)
    lead, each = one[0], one[1:]
    made = []
    for n in range(1000):
        card = each[n % len(each)]
        card = re.sub(r"(?m)^  - id: (.*)$", rf"  - id: \1-{n}", card, count=1)
        made.append(re.sub(r"(?m)^    code: .*\n", "", card, count=1))
    return head + lead + "".join(made) + rest


def _parts(text):
    start = text.index("\ncards:\n") + 1
    body = start + len("cards:\n")
    following = re.search(r"(?m)^[a-z]+:", text[body:])
    end = body + following.start() if following else len(text)
    return text[:start], text[start:end], text[end:]


def rows(*, quick):
    content = find().content
    names = ("scenarios.yaml", "evidence.yaml", "support.yaml", "language.yaml")
    texts = {name: (content / name).read_text(encoding="utf-8") for name in names}
    day = today()
    core = {f"own.{name}": text for name, text in texts.items()}
    large = {**core, "own.scenarios.yaml": thousand(texts["scenarios.yaml"])}
    found = []
    for label, pack, rounds in (("the core pack", core, 25), ("1,000 cards", large, 7)):
        own = tuple(PackText(name, text) for name, text in pack.items())
        for what, advice, goal in (("all checks", False, 0.6), ("checks and advice", True, 1)):
            floor_s, ours_s = in_turn(
                lambda pack=pack: [yaml.load(text, yaml.CSafeLoader) for text in pack.values()],
                lambda own=own, advice=advice: load_texts(own, today=day, advice=advice),
                rounds=3 if quick else rounds,
            )
            name = f"reading {label}, {what}"
            found.append(Row(name, "CSafeLoader", floor_s * 1e3, ours_s * 1e3, "ms", goal))
    return found
