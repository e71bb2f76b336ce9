"""
What each kind of input does to the screen on top: one file for keys, typing, pointers, and so on.

None of it is needed for the first picture, so the host brings it with the first input.
"""
