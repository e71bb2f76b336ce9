"""What the names of a pack's files say."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

_NAMED = r"(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\.(ya?ml)\Z"


def companion_of(name: str) -> tuple[str, str] | None:
    """The file that a file of this name goes with, and its language; None for a pack's own file."""
    # Most names have one dot, and the pattern takes longer to be made than a start should wait.
    found = re.match(_NAMED, name, re.IGNORECASE) if name.count(".") > 1 else None
    return (f"{found[1]}.{found[3]}", found[2]) if found else None


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
