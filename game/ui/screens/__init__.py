"""One file a screen, and what they share: palettes, the frame round every screen, and the board's art."""
