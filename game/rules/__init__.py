"""
What may happen in a session: commands ask, `decide` answers with events, `apply` moves the state.

Standard library only; no clock, no dice module, no disk, no screen.
"""
