"""What a zipped pack holds, read into memory within limits; nothing is ever unpacked from here."""

from game.content import limits
from game.content.codes import reading as codes
from game.content.diagnostics import Diagnostic, about_file
from game.content.refusal import RefusedError
from game.content.zipguard import guarded, is_hidden, read_part


def yaml_files(name: str, data: bytes) -> tuple[list[tuple[str, bytes]], list[Diagnostic]]:
    """The names and bytes of a zip's YAML files; or nothing, and why the zip is refused."""
    try:
        with guarded(data) as (opened, entries):
            return [
                (each.filename, read_part(opened, each, limits.FILE_BYTES))
                for each in entries
                if is_yaml(each.filename)
            ], []
    except RefusedError as refused:
        return [], [about_file(codes.BAD_ZIP, name, refused.sentence, refused.fix)]


def one_file(data: bytes, name: str, most: int) -> bytes | None:
    """One file of a zip by its exact name, or None; a zip that is refused holds nothing."""
    try:
        with guarded(data) as (opened, entries):
            found = next((each for each in entries if each.filename == name), None)
            return None if found is None else read_part(opened, found, most)
    except RefusedError:
        return None


def is_yaml(name: str) -> bool:
    """Whether a file of the zip is one that an author wrote."""
    return not is_hidden(name) and name.lower().endswith((".yaml", ".yml"))
