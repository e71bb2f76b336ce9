"""MaP: a board game on one shared screen for conversations about mental and physical health."""

__version__ = "0.1.0"
