"""
Files written so that a crash leaves the old content or the new one, never half of each.

`writing.py` is the door for settings, packs, reports and exports; the journal, which appends, goes to
`disk.py`. Standard library only; knows no game.
"""
