"""
Changing what a pack's file says, and nothing else in it.

An edit becomes a few splices at the places our own reader gives, so every comment, quote and
line that the author wrote stays as it was. What comes out is read again before it is accepted.
"""

from game.content.rewrite.edits import (
    AddItem,
    CopyItem,
    Edit,
    MoveCard,
    Refused,
    RemoveItem,
    Rewritten,
    SetFields,
    Value,
)
from game.content.rewrite.letters import Letters
from game.content.rewrite.rewriting import item_values, rewrite, rewrite_bytes

__all__ = [
    "AddItem",
    "CopyItem",
    "Edit",
    "Letters",
    "MoveCard",
    "Refused",
    "RemoveItem",
    "Rewritten",
    "SetFields",
    "Value",
    "item_values",
    "rewrite",
    "rewrite_bytes",
]
