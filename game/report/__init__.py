"""
What a session leaves behind: its report, the take-home sheet, and the dashboard over many groups.

Reads sessions, never writes to them. Nothing here says who passed, who said what, or when in the
day; what may leave the room is decided in `game.outcomes.suppression`.
"""
