"""
The printed game: sheets as pure geometry, and the two ways out, PDF and HTML.

`kit.py` says what there is to print and in which order; `pdf.py` is the only door to the library
that draws PDF; `webpage.py` writes the same kit as one accessible file. Nothing here reads packs.
"""
