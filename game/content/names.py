"""What the names of a pack's files say."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar


def companion_of(name: str) -> tuple[str, str] | None:
    """The file that a file of this name goes with, and its language; None for a pack's own file."""
    stem, _, ending = name.rpartition(".")
    pack, _, code = stem.rpartition(".")
    if not pack or ending.lower() not in {"yaml", "yml"} or not _is_language(code):
        return None
    return f"{pack}.{ending}", code


def _is_language(code: str) -> bool:
    """Whether this is written as a language's code is, such as "cy" or "pt-BR"."""
    first, *others = code.split("-")
    return (
        code.isascii()
        and first.isalpha()
        and 2 <= len(first) <= 3
        and len(others) <= 2
        and all(each.isalnum() and 2 <= len(each) <= 8 for each in others)
    )


class Named(Protocol):
    """A file by its name."""

    @property
    def name(self) -> str: ...


File = TypeVar("File", bound=Named)


def apart(files: Sequence[File]) -> tuple[list[File], list[tuple[str, File]]]:
    """A pack's own files, and those in another language, each with its language."""
    names = {each.name for each in files}
    own: list[File] = []
    others: list[tuple[str, File]] = []
    for each in files:
        goes_with = companion_of(each.name)
        if goes_with is not None and goes_with[0] in names:
            others.append((goes_with[1], each))
        else:
            own.append(each)
    return own, others


def plain_name(name: str, longest: int, otherwise: str) -> str:
    """
    A name that every computer can write, made from a file's own, without folders and ending.

    The language of a file in another one stays behind it: "our ward.ur.yaml" is "our-ward.ur".
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    goes_with = companion_of(last)
    stem, language = (goes_with[0], f".{goes_with[1]}") if goes_with else (last, "")
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", stem.rpartition(".")[0]).strip("-_")[:longest]
    return f"{plain or otherwise}{language}"
