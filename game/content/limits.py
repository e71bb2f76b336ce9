"""
How much a pack may hold, exactly.

A pack may come by e-mail, so each limit stops something that was seen to hang or end a program;
real packs stay far below all of them.
"""

FILE_BYTES = 1_048_576
PACK_FILES = 64
PACK_BYTES = 8 * 1_048_576

DEPTH = 16
NODES = 50_000
TEXT_LENGTH = 8_000
NAME_LENGTH = 64
GROUP_FIELDS = 500
LIST_ITEMS = 2_000
LINE_LENGTH = 4_000
MARKS_IN_A_ROW = 4
DIGITS = 9

ZIP_BYTES = 64 * 1_048_576
ZIP_UNPACKED_BYTES = 128 * 1_048_576
ZIP_ENTRIES = 500
ZIP_RATIO = 100

# Pictures: a tiny file can claim a size that would fill the memory, so the size is read first.
PICTURE_BYTES = 8 * 1_048_576
PICTURE_SIDE = 4_096
PICTURE_PIXELS = 8_388_608
PICTURES = 64

# So much is told of one file: beyond it nobody reads, and a hostile file could take hours.
FINDINGS = 1_000
# Looking for a near name takes a while where there are many; an honest pack needs far fewer.
NEAR_NAMES = 100
NAMES_LOOKED_AT = 500
WORDINGS = 500
WORDING_PLACES = 5_000

# After this many broken places a file is given up: the first ones are what the author needs.
BROKEN_PLACES = 20
