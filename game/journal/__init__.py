"""
Saves: facts on disk, twice, before the screen shows them.

A session is a folder. Start with `store.py`; the format of a line is in `lines.py`, what a line may
say in `records.py`. No screen, no YAML and no clock here: times are passed in as text.
"""
