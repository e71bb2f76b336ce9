"""The list of saved sessions as text, for people and for programs."""

import json
from collections.abc import Sequence
from pathlib import Path

from game.app.listing import Listed
from game.app.places import shortened


def as_lines(listed: Listed, saves: Path) -> str:
    """Two lines a session: number, name and how far; then whatever is to be known of it."""
    if not listed.sessions and not listed.only_backups:
        return f"No session is saved in {shortened(saves)}.\n"
    lines = [f"Sessions in {shortened(saves)}, the newest first:"]
    # By name, so that a number means the same session wherever it is given.
    by_name = sorted(listed.sessions, key=lambda each: each.folder.name, reverse=True)
    for number, each in enumerate(by_name, 1):
        lines.append(
            f"{number:4}  {each.folder.name}  begun {each.begun or 'at an unknown time'}  "
            f"{each.title or 'no title'}, {each.progress}"
        )
        lines += [f"      {told}" for told in (each.held, each.trouble) if told]
    first = len(listed.sessions) + 1
    lines += [
        f"{number:4}  {name}  only backups are left; “sessions restore {name}” brings it back"
        for number, name in enumerate(listed.only_backups, first)
    ]
    return "\n".join(lines) + "\n"


def as_json(listed: Listed) -> str:
    told = [
        {
            "session": each.folder.name,
            "title": each.title,
            "begun": each.begun,
            "last_step": each.last,
            "cards_played": each.played,
            "cards_planned": each.planned,
            "finished": each.finished,
            "open": each.held,
            "trouble": each.trouble,
        }
        for each in listed.sessions
    ]
    both = {"sessions": told, "only_backups": list(listed.only_backups)}
    return json.dumps(both, indent=2, ensure_ascii=False) + "\n"


def meant_by(meant: str, names: Sequence[str]) -> tuple[str, ...]:
    """The sessions that somebody may mean: by name, by number in the list, or by how a name begins."""
    if meant in names:
        return (meant,)
    if meant.isascii() and meant.isdigit() and 1 <= int(meant[:9]) <= len(names):
        return (names[int(meant) - 1],)
    return tuple(name for name in names if name.startswith(meant)) if meant else ()


def several(meant: str, begun: Sequence[str]) -> str:
    """That more than one session may be meant, and which."""
    named = ", ".join(begun[:5]) + (" and more" if len(begun) > 5 else "")
    return f"“{meant}” could be {named}. Write a little more of the name."
