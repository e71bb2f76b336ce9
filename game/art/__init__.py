"""
The game's own look, with no screen and no page: colours by name, and drawings as SVG text.

What a screen shows and what a printer prints come from here, so that both are the same.
"""
