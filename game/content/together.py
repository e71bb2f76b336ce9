"""
Several packs that play together: what each holds, joined into one as if a single author wrote it.

Cards, people, facts and the like of all packs are there. The path, the agreement and the debrief
come from the first pack that has them: two of either would be none.
"""

from collections.abc import Sequence

from game.content.decode import Item, Sections

_FROM_THE_FIRST = frozenset(("board", "agreement", "debrief"))


def together(packs: Sequence[Sections]) -> Sections:
    """
    The packs as one, in their order.

    What two packs hold alike, word for word, counts once. What has one name and differs stands
    there twice, so that the checks find it; the first keeps its name.
    """
    if len(packs) == 1:
        return packs[0]
    joined = Sections()
    for pack in packs:
        for section, items in pack.items.items():
            before = joined.items.get(section)
            if before is None:
                joined.items[section] = list(items)
            elif section not in _FROM_THE_FIRST:
                before += _new_among(items, before)
        for section, heading in pack.headings.items():
            joined.headings.setdefault(section, heading)
        joined.lost |= pack.lost
        joined.damaged |= pack.damaged
        joined.unread |= pack.unread
    return joined


def _new_among(items: Sequence[Item], before: Sequence[Item]) -> list[Item]:
    named = {each.name: each for each in before if each.name}
    nameless = [each.value for each in before if not each.name]
    return [
        each
        for each in items
        if not (
            (each.name in named and named[each.name].value == each.value)
            or (not each.name and each.section != "pack" and each.value in nameless)
        )
    ]
