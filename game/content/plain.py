"""
Plain words: an estimate of the reading age of a card, and abbreviations that it does not explain.

Reading age is the Flesch-Kincaid grade (Kincaid and others, 1975: how many years of school a text
asks for) and the five years before school. Syllables are counted by rule; why, and how near that
comes, is in docs/decisions. It is an estimate: it knows nothing of sense, only of length.
"""

import re
from collections.abc import Iterable, Iterator

from game.values import dataclass

OLDEST = 11
"""The reading age that most people in a group can follow aloud."""
ENOUGH_WORDS = 40
"""With fewer, one long word turns the estimate upside down."""

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
# With the full stops of Devanagari, Bengali and Urdu, and the question mark of Arabic.
_SENTENCE = re.compile(r"[.?!…:;।॥۔؟]+(?=[\s”’\"')]|$)|\n")
_VOWELS = re.compile(r"[aeiouy]+")
# Two vowels side by side that are said as two: "di-et", "flu-id", "cre-ate", "the-atre".
_PARTED = re.compile(
    r"ia(?!l|n|ge)|[^tscgx]io(?!n)|iu|ie(?=t|nc)|eo(?!us|n$|ple)|ua|uou|[eoy]ing|[^q]ui(?=d|n)"
    r"|creat|thea|(?:id|ar)ea|ea(?=l(?:ity|ist))|[td]ia[ln]"
)
# Endings that are written and not said.
_SILENT = re.compile(
    r"(?:[^aeiouylt]|[^aeiouy]t|[aeiouy]l|[^aeiouy]ll|[aeiouy]t)e$"
    r"|[^aeiouydt]ed$|(?:[^aeiouyscgxzh]|th)es$|e(?=ly$|ment|ful|less|ness)"
)
_FIVE_YEARS = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is to read, by the length of its sentences and words."""

    age: float
    """In years; an estimate."""
    words: int
    hardest: tuple[str, ...]
    """The words with most syllables, the first of them first."""


def reading(texts: Iterable[str]) -> Reading | None:
    """The reading of these texts together; None where there are too few words to tell."""
    sentences, words = 0, []
    for text in texts:
        for sentence in _SENTENCE.split(text):
            found = _WORD.findall(sentence)
            if found:
                sentences += 1
                words += found
    if len(words) < ENOUGH_WORDS:
        return None
    counts = list(map(_COUNTED.__getitem__, words))
    age = _age(len(words), sum(counts), sentences)
    long = {each.lower(): count for each, count in zip(words, counts, strict=True) if count >= 4}
    hardest = sorted(long, key=lambda each: -long[each])[:3]
    return Reading(age, len(words), tuple(hardest))


def _age(words: int, spoken: int, sentences: int) -> float:
    """The reading age of so many *words* with so many syllables *spoken*, in so many *sentences*."""
    grade = 0.39 * words / sentences + 11.8 * spoken / words - 15.59
    return grade + _FIVE_YEARS


class EasyTexts:
    """
    Tells of most texts that they are easy, and much sooner than `reading` could.

    What stands between two spaces is looked at once, however often a pack says it.
    """

    def __init__(self) -> None:
        self._looked_at = _LookedAt()

    def has(self, text: str) -> bool:
        """
        Whether a text of enough words is certainly no harder than the oldest may be.

        False says nothing: `reading` has to be asked. Counted here are only sentences that end beyond
        doubt, and with fewer sentences a text never seems easier than it is.
        """
        counts = sum(map(self._looked_at.__getitem__, text.split()))
        sentences, rest = divmod(counts, _SENTENCE_END)
        spoken, words = divmod(rest, _SYLLABLE)
        return (
            words >= ENOUGH_WORDS
            and sentences > 0
            and round(_age(words, spoken, sentences)) <= OLDEST
        )


# Words, syllables and ends of sentences are counted in one number, so that one sum adds up all three. No
# text holds ten thousand of any.
_SYLLABLE = 10_000
_SENTENCE_END = _SYLLABLE * _SYLLABLE


class _LookedAt(dict[str, int]):
    """By what stands between two spaces: its words, their syllables, and the sentences that end in it."""

    def __missing__(self, piece: str) -> int:
        bare = piece.rstrip(".?!,")
        if bare.isalpha() and bare.isascii():
            # Most are a bare word, or one with a full stop behind it.
            ends = 1 if piece[-1] in ".?!" else 0
            counts = 1 + _COUNTED[bare] * _SYLLABLE + ends * _SENTENCE_END
        else:
            words = _WORD.findall(piece)
            spoken = sum(map(_COUNTED.__getitem__, words))
            ends = sum(_WORD.search(each) is not None for each in _SENTENCE.split(piece)[:-1])
            counts = len(words) + spoken * _SYLLABLE + ends * _SENTENCE_END
        self[piece] = counts
        return counts


def syllables(word: str) -> int:
    """About how many syllables an English word in small letters has; at least one."""
    plain = word.replace("’", "'").split("'")[0]
    count = len(_VOWELS.findall(plain)) + len(_PARTED.findall(plain)) - len(_SILENT.findall(plain))
    return max(1, count)


class _Counted(dict[str, int]):
    """The syllables of words as they are written, each counted once: a pack says most of them often."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        count = self[word] = syllables(word.lower())
        return count


_MOST_WORDS = 20_000
_COUNTED = _Counted()


_ABBREVIATION = re.compile(r"(?<![\w.])(?:(?:[A-Z]\.){2,}|[A-Z]{2,6}s?)(?!\w)")
# What everybody knows, the viewpoint GP among them, and words that people write large for weight.
_KNOWN_TO_ALL = """
    NHS GP UK EU US USA TV BBC OK ID PC CD DVD PIN SIM SMS QR VIP DIY PE RE AM PM BC AD II III IV VI
    MP PS MOT OR AND NO NOT YES STOP GO ALL NOW NEVER MUST ONLY WE YOU ME MY IT IS I HIV AIDS LGBT
"""
_KNOWN = frozenset(_KNOWN_TO_ALL.split())
# Wherever an abbreviation stands, so do these; to look for them first takes a tenth of the time.
_CAPITALS = re.compile(r"[A-Z][A-Z.]+")
# Two words in capitals side by side are somebody raising their voice.
_SHOUTED = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,})+")


def unexplained(texts: Iterable[str], besides: str = "") -> Iterator[str]:
    """Abbreviations that these texts use, and neither they nor what stands *besides* explain."""
    used = "\n".join(texts)
    # A single letter is none. What is known is known whole: "MU.ST" is not MUST, and is looked at.
    capitals = {each.rstrip(".") for each in _CAPITALS.findall(used)}
    if all(len(each) == 1 or each in _KNOWN for each in capitals):
        return
    whole = f"{used}\n{besides}"
    quiet = _SHOUTED.sub(lambda words: " " * len(words[0]), used)
    seen: set[str] = set()
    for match in _ABBREVIATION.finditer(quiet):
        short = match[0].removesuffix("s")
        plain = short.replace(".", "")
        if plain in _KNOWN or short in seen:
            continue
        seen.add(short)
        # "community nurse (CPN)" explains it, and so do "CPN (community nurse)" and "CPN, a nurse".
        named = re.escape(short) + "s?"
        explained = (
            rf"\({named}\)|\b{named}”? is short for|\b{named} \("
            rf"|\b{named}, (?:a|an|the|which|where|when|or)\b"
        )
        # A name in capitals, as a form prints it, is none.
        a_name = plain.capitalize() in whole
        if not a_name and not re.search(explained, whole):
            yield match[0]
