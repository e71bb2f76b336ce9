"""Languages by their codes: what people here call them, and how they are written."""

import re

from game.script.letters import script_of

_NAMES = {
    "am": "Amharic", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ckb": "Kurdish (Sorani)",
    "cy": "Welsh", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "ga": "Irish", "gd": "Scottish Gaelic", "gu": "Gujarati", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "it": "Italian", "ku": "Kurdish", "lt": "Lithuanian",
    "lv": "Latvian", "mr": "Marathi", "ne": "Nepali", "pa": "Panjabi", "pl": "Polish",
    "prs": "Dari", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "so": "Somali", "sq": "Albanian", "sylh": "Sylheti", "ta": "Tamil",
    "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "yo": "Yoruba", "zh": "Chinese",
}  # fmt: skip
_FROM_RIGHT = frozenset({"ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi"})


def name_of(language: str) -> str:
    """A language's name in English; its code where we have no name for it."""
    return _NAMES.get(language.partition("-")[0].casefold(), language)


def is_from_right(language: str) -> bool:
    """Whether it is written from right to left; some are, in some scripts alone."""
    base, *rest = language.casefold().split("-")
    return base in _FROM_RIGHT or "arab" in rest or "hebr" in rest


# Of each script, the language that a text in it is most likely in, and the others written in it.
_WRITTEN_IN = {
    "Arab": ("ar", {"ckb", "fa", "ks", "ku", "prs", "ps", "sd", "ug", "ur"}),
    "Hebr": ("he", {"yi"}),
    "Deva": ("hi", {"bho", "mai", "mr", "ne", "sa"}),
    "Beng": ("bn", {"as", "syl"}),
    "Guru": ("pa", set[str]()),
    "Gujr": ("gu", set[str]()),
    "Taml": ("ta", set[str]()),
}
_URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06d2]")


def language_of(text: str, said: str) -> str:
    """The language a text is in: what its author *said*, unless its letters say otherwise."""
    script = script_of(text)
    if script is None or script.code not in _WRITTEN_IN:
        return said
    likely, others = _WRITTEN_IN[script.code]
    if said.partition("-")[0] in {likely, *others}:
        return said
    return "ur" if likely == "ar" and _URDU.search(text) else likely
