"""
What a session asks about its own worth: before and now, and what the answers add up to.

The wording stands here once, for screen, print and report alike. Reads `game.model` only.
"""
