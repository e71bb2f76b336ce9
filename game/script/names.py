"""Languages by their codes: what people here call them, and whether they run from the right."""

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
