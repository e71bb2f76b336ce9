"""`report`: what a session leaves behind, as files to read, print and send."""

import argparse
from pathlib import Path

from game.app.clock import today
from game.cli.options import Commands, formats, places, say


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "report", help="write a session's report and take-home sheet, or those of a whole folder"
    )
    parser.add_argument(
        "session", type=Path, metavar="SESSION|FOLDER", help="a session, or a folder of sessions"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument(
        "--format",
        type=formats,
        default=("html", "csv", "pdf"),
        metavar="LIST",
        help="html,csv,pdf or some of them",
    )
    parser.set_defaults(run=_report)


def _report(options: argparse.Namespace) -> int:
    from game.app.listed import meant_by, several  # noqa: PLC0415 - only this command needs these
    from game.app.removing import everything  # noqa: PLC0415
    from game.files.writing import NotWritten  # noqa: PLC0415
    from game.journal.store import CannotOpen  # noqa: PLC0415
    from game.report.export import write_session  # noqa: PLC0415
    from game.report.facts import facts_of  # noqa: PLC0415
    from game.report.finding import session_folders  # noqa: PLC0415
    from game.report.reading import read  # noqa: PLC0415

    here = places(options)
    given: Path = options.session
    # A session may be named as the list of sessions names it.
    named = () if given.exists() else meant_by(str(given), everything(here.saves))
    if len(named) > 1:
        say(several(str(given), named))
        return 1
    root = here.saves / named[0] if len(named) == 1 else given
    folders = tuple(session_folders(root))
    if not folders:
        say(
            f"There is no session in {given}. Give a session's folder, a folder that holds some, or "
            "a name or number from “sessions list”."
        )
        return 1
    trouble = False
    for folder in folders:
        found = read(folder, today())
        if isinstance(found, CannotOpen):
            say(f"{folder.name}: {found.sentence}")
            trouble = True
            continue
        try:
            written = write_session(facts_of(found), options.out, options.format, here.assets)
        except NotWritten as fault:
            say(fault.sentence)
            return 1
        for path in written:
            print(path)
    if len(folders) > 1 and not _programmes(root, options, here.assets):
        return 1
    return 1 if trouble else 0


def _programmes(root: Path, options: argparse.Namespace, assets: Path) -> bool:
    """A report of each programme whose sessions lie there; False where one could not be written."""
    from game.files.writing import NotWritten  # noqa: PLC0415 - see above
    from game.report.collection import collect  # noqa: PLC0415
    from game.report.export import write_document  # noqa: PLC0415
    from game.report.picture import Icons  # noqa: PLC0415
    from game.report.programme import programme_document, stem  # noqa: PLC0415
    from game.report.series import series_of  # noqa: PLC0415

    for series in series_of(collect(root, lambda _done, _of: None).sessions):
        document = programme_document(series, Icons(assets))
        try:
            written = write_document(document, options.out, stem(series), options.format, assets)
        except NotWritten as fault:
            say(fault.sentence)
            return False
        for path in written:
            print(path)
    return True
