"""The game's own vector art: door, board, tokens, die and scale. Pure drawings of plain values."""
