"""
Cards as a spreadsheet: one row a card, and back into a pack's own text.

`columns.py` says what stands in which column, `workbook.py` is the only door to Excel's files and
`separated.py` reads and writes CSV; `rows.py` finds what is wrong with a sheet, with the same
sentences as for a file; `exchange.py` joins them to a pack.
"""
