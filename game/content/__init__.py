"""
Packs as authors write them: YAML in, a `Pack` and everything worth telling the author out.

`load.py` is the front door for the game, `check.py` for the command line. `source.py` is the only
door to YAML: it reads the parser's events, never composed nodes, into the small tree of `nodes.py`.
`fields.py` says what a pack may hold; `decode.py` works from it. `codes/` explains each message.
"""
