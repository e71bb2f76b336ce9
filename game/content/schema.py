"""
The format of a pack as a JSON Schema, so that editors complete and check while people type.

Made from the table in `fields.py`, and from nothing else; `content/scenarios.schema.json` is this
written down. It can only say what stands where. Names that have to exist elsewhere, text cut by a
`#` and the like stay with `check`.
"""

import json
from typing import Any

from game.content import limits
from game.content.fields import LENS_NAMES, SECTIONS
from game.content.shapes import Field, Kind, Shape

FILE_NAME = "scenarios.schema.json"
"""Where it lies, beside the packs: their first line names it."""

FIRST_LINE = "# yaml-language-server: $schema="

Schema = dict[str, Any]

_ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
# An editor reads 1.10 as a number and no as a word; the game takes both as typed.
_AS_TYPED = ["string", "number", "boolean"]


def schema() -> Schema:
    """The schema of a pack's file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A pack of MaP",
        "description": "Made by the command schema from the table that check reads by.",
        **_group(SECTIONS),
    }


def as_json() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _group(shape: Shape) -> Schema:
    required = [each.name for each in shape.fields if each.required]
    return {
        "type": "object",
        "properties": {each.name: _field(each) for each in shape.fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    """What may stand in a field, its hint, and that a field which may be left out may be empty."""
    made = {"description": field.hint, **_KINDS[field.kind](field)}
    if field.kind in _SHOWN_AS_TYPED and "…" not in field.example:
        made["examples"] = [field.example]
    return made if field.required else _or_empty(made)


def _or_empty(made: Schema) -> Schema:
    if "enum" in made:
        return {**made, "enum": [*made["enum"], None]}
    types = made["type"]
    return {**made, "type": [*([types] if isinstance(types, str) else types), "null"]}


def _text(field: Field) -> Schema:
    filled = {"pattern": r"\S"} if field.required else {}
    return {"type": _AS_TYPED, "maxLength": field.longest, **filled}


def _id(field: Field) -> Schema:
    del field
    return {"type": ["string", "integer"], "pattern": _ID, "maxLength": limits.NAME_LENGTH}


def _picture(field: Field) -> Schema:
    del field
    # The name of one of our own portraits, or a picture file of the pack.
    file = r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+){0,3}\.(png|jpg|jpeg)"
    return {"type": ["string", "integer"], "pattern": f"{_ID}|^{file}$"}


def _code(field: Field) -> Schema:
    del field
    return {"type": "string", "pattern": "^[A-Z]-[0-9]{2,3}$"}


def _number(field: Field) -> Schema:
    return {
        "type": ["integer", "string"],
        "pattern": "^[0-9]+$",
        "minimum": field.least,
        "maximum": field.most,
    }


def _yes_no(field: Field) -> Schema:
    del field
    # An editor that reads YAML 1.1 takes yes and no for true and false, one of 1.2 for text.
    return {"enum": [True, False, "yes", "no"]}


def _date(field: Field) -> Schema:
    del field
    return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _link(field: Field) -> Schema:
    return {"type": "string", "pattern": r"^https?://\S+$", "maxLength": field.longest}


def _word(field: Field) -> Schema:
    return {"enum": list(field.words)} if field.words else {"type": _AS_TYPED}


def _list(field: Field) -> Schema:
    return {
        "type": "array",
        "items": _item(field),
        "minItems": field.least,
        "maxItems": field.most,
        **({"uniqueItems": True} if field.distinct else {}),
    }


def _of_shape(field: Field) -> Schema:
    return _group(field.shape) if field.shape is not None else {"type": "object"}


def _named(field: Field) -> Schema:
    bounds = {"minProperties": field.least, "maxProperties": field.most}
    if field.words:
        names = [*field.words, *(each for each in LENS_NAMES if each not in field.words)]
        inner = {"properties": {each: _item(field) for each in names}}
        return {"type": "object", **inner, "additionalProperties": False, **bounds}
    names_like = {"propertyNames": {"pattern": _ID, "maxLength": limits.NAME_LENGTH}}
    return {"type": "object", "additionalProperties": _item(field), **names_like, **bounds}


def _item(field: Field) -> Schema:
    return _field(field.of) if field.of is not None else {}


_KINDS = {
    Kind.TEXT: _text,
    Kind.ID: _id,
    Kind.PICTURE: _picture,
    Kind.CODE: _code,
    Kind.NUMBER: _number,
    Kind.YES_NO: _yes_no,
    Kind.DATE: _date,
    Kind.LINK: _link,
    Kind.WORD: _word,
    Kind.LIST: _list,
    Kind.GROUP: _of_shape,
    Kind.NAMED: _named,
}
_SHOWN_AS_TYPED = frozenset({Kind.TEXT, Kind.ID, Kind.CODE, Kind.DATE, Kind.LINK})
