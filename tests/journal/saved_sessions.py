"""What tests of saved sessions share: real sessions of the core pack, played by the rules."""

import shutil
from pathlib import Path

from game import __version__
from game.app.clock import stamp_after
from game.app.places import find
from game.content.load import load_pack
from game.journal.store import create
from game.rules.simulate import simulate_session


def play_session(saves: Path, seed: int, *, part: float = 1.0, taken_back: int = 0) -> Path:
    """A session of 30 minutes with three seats, played up to *part* of it, and closed."""
    loaded = load_pack(find().content / "scenarios.yaml", core=find().content, today="2026-11-20")
    begun = f"2026-01-{6 + seed:02}T14:00:00Z"
    texts = tuple((text.name, text.text) for text in loaded.texts)
    journal = create(saves, app=__version__, title=loaded.pack.title, texts=texts, now=begun)
    events = simulate_session(loaded.pack, 30, 3, seed).events
    for number, event in enumerate(events[: max(1, round(len(events) * part))]):
        journal.step((event,), stamp_after(begun, 9 * (number + 1)))
    if taken_back:
        journal.rewound(taken_back, stamp_after(begun, 9 * len(events)))
    journal.close(stamp_after(begun, 9 * len(events)))
    return journal.folder


def three_sessions(saves: Path) -> Path:
    """One that ended, one half way, one with steps taken back; the one begun last is the last."""
    play_session(saves, 1)
    play_session(saves, 2, part=0.5)
    play_session(saves, 3, part=0.5, taken_back=2)
    return saves


def copied(saves: Path, to: Path) -> Path:
    """The same sessions, to be spoilt."""
    shutil.copytree(saves, to, symlinks=True)
    return to


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below the folder and what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
