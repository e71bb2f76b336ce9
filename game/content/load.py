"""The front door: a path, or texts kept from an earlier reading, into a pack and its findings."""

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from game.content import limits
from game.content.assemble import Assembly, title_of
from game.content.checks import check
from game.content.decode import Sections, decode
from game.content.diagnostics import Diagnostic, in_file_order
from game.content.encoding import decode as decode_bytes
from game.content.fields import FIELD_NAMES, SECTION_NAMES
from game.content.fitting import Measurer, measured
from game.content.gather import RawFile, core_files, core_folder, own_files, same_place
from game.content.loaded import Credits, Loaded, PackText
from game.content.names import apart, companion_of
from game.content.nodes import SourceText
from game.content.portraits import Portrait, portraits
from game.content.source import parse
from game.content.together import together
from game.content.wording import wordings
from game.model.pack import Pack
from game.values import replace

# What stands before a stored text's name: whether the file was a pack's own (`own.`, and `own2.`
# for the second of several packs) or the core's.
_CORE = "core."
_NUMBERED = re.compile(r"own([0-9]{1,4})\.")


def load_pack(
    path: Path,
    core: Path | None = None,
    *,
    today: str,
    advice: bool = True,
    measurers: Sequence[Measurer] = (),
) -> Loaded:
    """
    Read the pack at *path*: a YAML file, a folder, or a zip.

    Sections it lacks come from the *core* folder, which is the game's own content folder unless
    given; so does what its cards refer to. *today* (ISO date) is for advice about dates; play can
    go without *advice*, which takes a tenth of the time. *measurers* say which cards do not fit; that
    is advice too. What is wrong with the core is told only
    as far as it keeps something out of play.
    """
    return load_packs((path,), core, today=today, advice=advice, measurers=measurers)


def load_packs(
    paths: Sequence[Path],
    core: Path | None = None,
    *,
    today: str,
    advice: bool = True,
    measurers: Sequence[Measurer] = (),
) -> Loaded:
    """
    Read several packs that play together, the one that matters most first; see `load_pack`.

    The core's cards play with them when its `scenarios.yaml` is one of the paths.
    """
    core = core or core_folder()
    packs: list[list[SourceText]] = []
    origins: dict[str, Path] = {}
    own_findings: list[Diagnostic] = []
    for path in paths:
        raw, findings = own_files(path, core)
        sources, more = _decoded(raw)
        own_findings += findings + more
        packs.append(sources)
        origins |= dict.fromkeys((each.name for each in sources), path)
    core_raw: list[RawFile] = []
    core_findings: list[Diagnostic] = []
    if not any(same_place(path, core) for path in paths):
        core_raw, core_findings = core_files(core, besides=paths)
    kept_core, more = _decoded(core_raw)
    core_findings += more
    origins |= dict.fromkeys((each.name for each in kept_core), core)
    day = today if advice else None
    names = [path.as_posix() for path in paths]
    return _load(
        packs, kept_core, day, names, own_findings, core_findings, origins, measurers=measurers
    )


def read_texts(path: Path, core: Path | None = None) -> tuple[PackText, ...]:
    """The texts of a pack as `load_pack` would keep them, without reading what they say."""
    core = core or core_folder()
    own, _ = own_files(path, core)
    return texts_of([own], [] if same_place(path, core) else core_files(core, besides=(path,))[0])


def texts_of(packs: Sequence[Sequence[RawFile]], core: Sequence[RawFile]) -> tuple[PackText, ...]:
    """The texts of the files of packs, and of those of the core that go with them."""
    return _kept([_decoded(files)[0] for files in packs], _decoded(core)[0])


def load_texts(
    texts: Iterable[PackText], *, today: str, name: str = "", advice: bool = True
) -> Loaded:
    """
    Read a pack again from the texts that an earlier reading kept.

    The pack is the same, card for card and code for code, whatever has become of its files.
    *name* is what the pack is called where it does not say so itself.
    """
    own: dict[int, list[SourceText]] = {}
    core: list[SourceText] = []
    for each in texts:
        kept = core
        if not each.name.startswith(_CORE):
            number = _NUMBERED.match(each.name)
            kept = own.setdefault(int(number[1]) if number else 1, [])
        kept.append(SourceText(each.name.partition(".")[2] or each.name, each.text))
    day = today if advice else None
    packs = [own[each] for each in sorted(own)]
    names = [sources[0].name for sources in packs]
    if name or not names:
        names[:1] = [name]
    return _load(packs or [[]], core, day, names, [], [], {})


class Around:
    """The texts of a pack, read once, so that one text can be read among them again and again."""

    def __init__(self, texts: Iterable[PackText]) -> None:
        sources = [SourceText(each.name, each.text) for each in texts]
        self._sections = _sections(sources, [])

    def read(self, text: PackText, *, today: str) -> Loaded:
        """The pack that *text* makes with what it lacks from the others, and what is said of it."""
        source = SourceText(text.name, text.text)
        with _collector_at_rest():
            pack, findings, _, _ = _read_with(
                [[source]], self._sections, today, [text.name], [], [], {}
            )
        return Loaded(pack, in_file_order(findings, [text.name]), (text,))


def _decoded(files: Sequence[RawFile]) -> tuple[list[SourceText], list[Diagnostic]]:
    sources, findings = [], []
    for file in files:
        source, more = decode_bytes(file.name, file.data)
        findings += more
        if source is not None:
            sources.append(source)
    return sources, findings


def _load(
    packs: list[list[SourceText]],
    core: list[SourceText],
    today: str | None,
    names: list[str],
    own_findings: list[Diagnostic],
    core_findings: list[Diagnostic],
    origins: dict[str, Path],
    measurers: Sequence[Measurer] = (),
) -> Loaded:
    with _collector_at_rest():
        pack, findings, pictures, credit = _read(
            packs, core, today, names, own_findings, core_findings, origins, measurers
        )
    files = [each.name for sources in (*packs, core) for each in sources]
    return Loaded(
        pack=pack,
        diagnostics=in_file_order(findings, [*names, *files]),
        texts=_kept(packs, core),
        portraits=tuple(pictures),
        credits=tuple(credit),
    )


def _read(
    packs: list[list[SourceText]],
    core: list[SourceText],
    today: str | None,
    names: list[str],
    own_findings: list[Diagnostic],
    core_findings: list[Diagnostic],
    origins: dict[str, Path],
    measurers: Sequence[Measurer],
) -> tuple[Pack | None, list[Diagnostic], list[Portrait], list[Credits]]:
    """The pack and what there is to say; the trees are gone again when this returns."""
    core_own, core_words = apart(core)
    core_sections = _sections(core_own, core_findings)
    return _read_with(
        packs,
        core_sections,
        today,
        names,
        own_findings,
        core_findings,
        origins,
        measurers,
        core_words,
    )


def _read_with(
    packs: list[list[SourceText]],
    core_sections: Sections,
    today: str | None,
    names: list[str],
    own_findings: list[Diagnostic],
    core_findings: list[Diagnostic],
    origins: dict[str, Path],
    measurers: Sequence[Measurer] = (),
    core_words: Sequence[tuple[str, SourceText]] = (),
) -> tuple[Pack | None, list[Diagnostic], list[Portrait], list[Credits]]:
    unread = any(each.is_error for each in own_findings) and not any(packs)
    parted = [apart(sources) for sources in packs]
    each_pack = [_sections(sources, own_findings) for sources, _ in parted]
    own_sections = together(each_pack)
    own_sections.unread |= unread
    checked = check(own_sections, core_sections)
    core_checked = check(core_sections, own_sections)
    assembly = Assembly(own_sections, core_sections, checked, core_checked, names[0])
    pack = assembly.pack()
    credit = [_credits(*each) for each in zip(each_pack, names, strict=True)]
    if pack is not None and len(packs) > 1:
        pack = replace(pack, title=" + ".join(dict.fromkeys(each.title for each in credit)))
    words_findings: list[Diagnostic] = []
    if pack is not None:
        from_core = not own_sections.items.get("cards")
        spoken = [_credits(core_sections, "")] if from_core else credit
        said_in = next((each.language for each in spoken if each.language), "")
        pack = replace(pack, language=said_in)
        companions = [each for _, beside in parted for each in beside]
        companions += core_words if from_core else ()
        if companions:
            from game.content.companions import translations  # noqa: PLC0415 - few packs have any

            others, words_findings = translations(companions, pack, advise=today is not None)
            pack = replace(pack, translations=others)
    people = filter(checked.plays, own_sections.items.get("people", ()))
    pictures, picture_findings = portraits(people, origins)
    advice: list[Diagnostic] = []
    if today is not None:
        from game.content.advice import advise  # noqa: PLC0415 - play goes without it

        language = wordings([*own_sections.good("language"), *core_sections.good("language")])
        advice = advise(own_sections, core_sections, language, today)
        if pack is not None:
            advice += measured(pack, own_sections, measurers)
    core_findings += core_checked.findings
    findings = [
        *own_findings,
        *checked.findings,
        *assembly.findings,
        *picture_findings,
        *words_findings,
        *advice,
        *(each for each in core_findings if each.is_error),
    ]
    return pack, findings, pictures, credit


def _credits(sections: Sections, name: str) -> Credits:
    said: dict[str, str | None] = next(
        (each.value for each in sections.good("pack") if each.value), {}
    )
    words = {each: said.get(each) or "" for each in ("author", "version", "language", "licence")}
    return Credits(title_of(sections, name), **words, people=len(sections.good("people")))


def _sections(sources: Sequence[SourceText], findings: list[Diagnostic]) -> Sections:
    """Everything the files hold, the problems met added to *findings*."""
    sections = Sections()
    for source in sources:
        parsed, problems = parse(source, SECTION_NAMES, FIELD_NAMES)
        findings += problems
        findings += decode(parsed, sections)
    return sections


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """
    Python's search for unused circles of objects waits until the pack is read.

    A growing tree has none, and looking through it again and again takes a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _kept(
    packs: Sequence[Sequence[SourceText]], core: Sequence[SourceText]
) -> tuple[PackText, ...]:
    kept: list[PackText] = []
    taken: set[str] = set()
    own = [("own." if n == 1 else f"own{n}.", sources) for n, sources in enumerate(packs, 1)]
    for prefix, sources in (*own, (_CORE, core)):
        names = {each.name for each in sources}
        for source in sources:
            goes_with = companion_of(source.name)
            language = goes_with[1] if goes_with is not None and goes_with[0] in names else ""
            name = _file_name(prefix, source.name, taken, language)
            taken.add(name.casefold())
            kept.append(PackText(name, source.text))
    return tuple(kept)


def _file_name(prefix: str, name: str, taken: set[str], language: str) -> str:
    stem = name.rpartition("/")[2].rpartition(".")[0]
    if language:
        # By the name it keeps, a file in another language is known again beside its pack's own.
        stem = stem.rpartition(".")[0]
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-")
    plain = plain[: limits.NAME_LENGTH] or "pack"
    if language:
        plain = f"{plain}.{language}"
    number = 1
    while True:
        # The first keeps its name; a second of the same name gets a number.
        candidate = f"{prefix}{plain}{f'-{number}' if number > 1 else ''}.yaml"
        if candidate.casefold() not in taken:
            return candidate
        number += 1
