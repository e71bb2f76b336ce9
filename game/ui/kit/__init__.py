"""
A small widget kit that knows nothing of this game and nothing of pygame.

Screens describe frozen widgets in logical units; `layout` places them in whole pixels; `paint`
turns placed widgets into a list of plain drawing operations that any window can draw.
"""
