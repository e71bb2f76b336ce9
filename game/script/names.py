"""Languages by their codes: what people here call them, and how they are written."""

import re

from game.script.letters import script_of
from game.tongue import N_, _

_NAMES = {
    "am": N_("Amharic"),
    "ar": N_("Arabic"),
    "bg": N_("Bulgarian"),
    "bn": N_("Bengali"),
    "ckb": N_("Kurdish (Sorani)"),
    "cy": N_("Welsh"),
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fa": N_("Persian"),
    "fr": N_("French"),
    "ga": N_("Irish"),
    "gd": N_("Scottish Gaelic"),
    "gu": N_("Gujarati"),
    "he": N_("Hebrew"),
    "hi": N_("Hindi"),
    "hu": N_("Hungarian"),
    "it": N_("Italian"),
    "ku": N_("Kurdish"),
    "lt": N_("Lithuanian"),
    "lv": N_("Latvian"),
    "mr": N_("Marathi"),
    "ne": N_("Nepali"),
    "pa": N_("Panjabi"),
    "pl": N_("Polish"),
    "prs": N_("Dari"),
    "ps": N_("Pashto"),
    "pt": N_("Portuguese"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "sk": N_("Slovak"),
    "so": N_("Somali"),
    "sq": N_("Albanian"),
    "sylh": N_("Sylheti"),
    "ta": N_("Tamil"),
    "ti": N_("Tigrinya"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
    "ur": N_("Urdu"),
    "vi": N_("Vietnamese"),
    "yo": N_("Yoruba"),
    "zh": N_("Chinese"),
}
_FROM_RIGHT = frozenset({"ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi"})


def name_of(language: str) -> str:
    """A language's name, in that of the interface; its code where we have no name for it."""
    named = _NAMES.get(language.partition("-")[0].casefold())
    return language if named is None else _(named)


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
