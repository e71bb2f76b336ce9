"""Why a file from somebody else is not taken, apart from what finds that out."""

from typing import Final

_AGAIN: Final = "Zip the pack's folder again, and send that."


class RefusedError(Exception):
    """What is wrong with a file from somebody else, and what would be right."""

    def __init__(self, sentence: str, fix: str = _AGAIN) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fix = fix
