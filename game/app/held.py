"""
"What is kept": which files there are, what is in them, what never is, for how long, how to erase.

For people who answer for data as well as for everybody at the table. The screen, the command and the
page in docs all show this one text.
"""

from collections.abc import Iterable

from game.app.places import Places, shortened
from game.journal.backups import DAYS, LAST
from game.tongue import N_, _
from game.values import dataclass

TITLE = N_("What is kept")
IN_SHORT = N_(
    "Files on this computer, and nothing anywhere else: the game uses no network and sends nothing. "
    "What is held is a session’s steps. Who passed, and whatever people kept to themselves, is in "
    "no file at all."
)


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of the sheet and what stands under it."""

    title: str
    lines: tuple[str, ...]


def sheet(places: Places | None = None) -> tuple[Part, ...]:
    """The sheet; with *places*, the folders of this computer by their names."""
    saves = "saves" if places is None else shortened(places.saves)
    data = _("the data folder") if places is None else shortened(places.data)
    exports = "exports" if places is None else shortened(places.exports)
    reading = _("the cache folder/packs-as-read")
    drawing = _("the cache folder/title-as-drawn")
    if places is not None and places.reading is not None and places.drawing is not None:
        reading, drawing = shortened(places.reading), shortened(places.drawing)
    return (
        Part(
            _("Which files, and where"),
            (
                _(
                    "{saves}: one folder a session. In it, journal.a.log and journal.b.log are two "
                    "identical copies of the session’s steps, in plain text; pack/ and pictures/ "
                    "hold the cards and the people’s pictures as they were played."
                ).format(saves=saves),
                _(
                    "lock, in the same folder: while the session is open, the computer’s name, the "
                    "number of the running program, and since when. It is emptied when the session is "
                    "left."
                ),
                _(
                    "Files ending in .damaged-1 and so on: a damaged copy that was mended, kept as it was "
                    "found."
                ),
                _(
                    "{saves}/programme-… .json: a programme’s name and how many sessions it plans."
                ).format(saves=saves),
                _(
                    "{saves}/backups: copies of sessions that were closed, one folder a session."
                ).format(saves=saves),
                _("{saves}/last-opened: the name of the folder of the session opened last.").format(
                    saves=saves
                ),
                _(
                    "{data}/settings.json: text size, colours, sound and the like. Nothing about people."
                ).format(data=data),
                _(
                    "{data}/paper: records on paper that are half typed in, one file each. It goes when "
                    "the session is entered or the form is thrown away."
                ).format(data=data),
                _(
                    "{data}/packs and {data}/pictures: packs of cards from other people, and their pictures."
                ).format(data=data),
                _("{reading}: the cards played last, kept so that the next start is quick.").format(
                    reading=reading
                ),
                _(
                    "{drawing}: the letters and pictures of the title page, kept for the same reason."
                ).format(drawing=drawing),
                _(
                    "{exports}, or wherever you chose: what somebody exported. The game does not look "
                    "after these files."
                ).format(exports=exports),
            ),
        ),
        Part(
            _("What is in a session"),
            (
                _("The name of each seat, as it was typed: a first name, or just “Seat 3”."),
                _("When it began, and when each step was taken."),
                _(
                    "Of a session that was played on paper: its day, how many people there were, the "
                    "group’s name if it was typed in, and the day on which that was done."
                ),
                _(
                    "What was chosen at the start: length, person to walk with, how hard it may get, and "
                    "topics to leave out. Not who asked for it."
                ),
                _(
                    "The agreement, the cards that were turned up, and the lines that the table wrote."
                ),
                _(
                    "Before and now: counted hands, or private sheets in an order that does not tell "
                    "whose is whose."
                ),
                _(
                    "How the session was: ticks, and words that somebody typed, sorted by themselves. Also, "
                    "where people chose to say it, how many came mainly as what (“nurse or AHP”)."
                ),
                _(
                    "What each seat said it will do, where and by when, if it was typed in: this stands "
                    "beside the seat’s name. What became of it, when a programme asks."
                ),
                _("The name of the programme, where the session is part of one."),
            ),
        ),
        Part(
            _("What is in no file"),
            (
                _("Who passed. Passing looks like speaking, and is written nowhere."),
                _("Who asked to swap a card: only that the card was swapped."),
                _("What anybody kept to themselves, or said aloud."),
                _("Which sheet is whose. No score of a person: there is none."),
                _(
                    "Surnames, addresses, dates of birth, employers: nothing asks for them. Please do "
                    "not type them into a line either, nor anything about somebody’s health that tells "
                    "who it is."
                ),
            ),
        ),
        Part(
            _("For how long"),
            (
                _("A session stays until you erase it. Nothing is erased by itself."),
                _(
                    "Of each session the last {last} backups stay, and one a day for the last {days} "
                    "days on which there were any; older ones go. Where the computer’s dates run "
                    "backwards none goes."
                ).format(last=LAST, days=DAYS),
                _(
                    "UK GDPR, Article 5(1)(e), asks that personal data is kept no longer than is "
                    "necessary. We suggest: make the report you need, then erase the session, after "
                    "twelve months at the latest. Your organisation’s own schedule comes first."
                ),
            ),
        ),
        Part(
            _("How to erase"),
            (
                _(
                    "On screen: Saved sessions, choose one, Erase. Or at once: Saved sessions, Erase all."
                ),
                _(
                    "By command: python main.py sessions erase SESSION, or --all. Either way you see "
                    "first what will go."
                ),
                _(
                    "The session goes with its damaged copies and all its backups. Deleting only its "
                    "folder leaves the backups."
                ),
                _(
                    "What cannot be reached from here: files somebody exported or copied, versions that a "
                    "cloud folder or your IT department’s own backups keep, and traces on the disk itself."
                ),
                _(
                    "To leave nothing from the start: python main.py --leave-nothing, or the same choice "
                    "in the settings. The session is then kept in memory, and gone when it is left."
                ),
            ),
        ),
        Part(
            _("Under UK GDPR"),
            (
                _(
                    "Seat names with a date and a small group can tell who somebody is, also where the "
                    "names are not real ones. Treat session files as personal data."
                ),
                _(
                    "The organisation that holds the session is the controller. The makers of the game "
                    "receive nothing and hold nothing."
                ),
                _(
                    "Collect the least you can (Article 5(1)(c)): “Seat 1” and “Seat 2” do just as well "
                    "as names."
                ),
                _(
                    "Anything about health that somebody types is special category data. A short "
                    "screening for a data protection impact assessment is sensible before first use."
                ),
                _(
                    "If somebody asks what you hold about them: sessions show SESSION prints all of it in "
                    "words."
                ),
            ),
        ),
    )


def as_markdown(parts: Iterable[Part]) -> str:
    """The page in docs."""
    body = "\n".join(
        f"## {part.title}\n\n" + "".join(f"- {line}\n" for line in part.lines) for part in parts
    )
    return f"# {_(TITLE)}\n\n{_(IN_SHORT)}\n\n{body}"


def as_text(parts: Iterable[Part]) -> str:
    """The sheet for a terminal."""
    body = "\n".join(
        f"{part.title}\n" + "".join(f"  - {line}\n" for line in part.lines) for part in parts
    )
    return f"{_(TITLE)}\n\n{_(IN_SHORT)}\n\n{body}"
