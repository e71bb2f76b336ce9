"""The proof list on paper and as a table: one page of HTML to print, CSV, or a few lines to read."""

import csv
import io
from html import escape

from game.content.proof import Proof, ProofList, Standing
from game.model.evidence import Seen

_SEEN = {
    Seen.PRIMARY: "read at its origin",
    Seen.SECONDARY: "read where somebody else reports it",
    Seen.RECHECK: "must be read again",
}

COLUMNS = (
    "part",
    "name",
    "claim or note",
    "cards",
    "source",
    "link",
    "nation",
    "kind of source",
    "checked",
    "review",
    "needs",
    "standing",
    "last signed by",
    "last signed on",
    "words signed then",
    "role",
    "date",
    "right as it stands (yes or no)",
    "change to",
)
"""The last four are empty, for whoever signs."""

_STYLE = """\
body { font: 11pt/1.45 "Atkinson Hyperlegible", Verdana, sans-serif; color: #14213d;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7em; } h2 { font-size: 1.25em; margin-top: 2em; }
article { border: 1px solid #14213d; border-radius: 8px; padding: .7rem 1rem; margin: .8rem 0;
  break-inside: avoid; }
article p { margin: .3rem 0; } .words { font-size: 1.05em; font-weight: bold; }
.small { font-size: .85em; overflow-wrap: anywhere; }
.sign { margin-top: .6rem; border-top: 1px dashed #14213d; padding-top: .5rem; }
.sign { display: grid; grid-template-columns: 2fr 1fr 1fr; gap: .8rem 1.2rem; }
.sign span { border-bottom: 1px solid #14213d; padding-bottom: .2rem; min-height: 1.4em; }
.sign .wide { grid-column: 1 / -1; }
pre { font-size: .8em; white-space: pre-wrap; background: #f4efe1; padding: .5rem; margin: .4rem 0 0; }
@page { size: A4; margin: 16mm; } @media print { body { margin: 0; max-width: none; font-size: 10pt; } pre { display: none; } }
"""


def as_csv(proofs: ProofList) -> str:
    """One line for each claim and note, with empty columns for whoever signs."""
    out = io.StringIO()
    # Line ends as every spreadsheet program expects them.
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for part, each in _all(proofs):
        fact, signed = each.fact, each.signed
        about = (
            (fact.source.line, fact.link, fact.nation, _SEEN[fact.seen], fact.checked, fact.review)
            if fact
            else ("",) * 6
        )
        table.writerow(
            (
                part,
                each.name,
                fact.claim if fact else each.words,
                "; ".join(each.cards),
                *about,
                each.needs or "",
                each.standing if each.needs else "",
                signed.role if signed else "",
                signed.date if signed else "",
                each.before,
                *("",) * 4,
            )
        )
    return out.getvalue()


def as_html(proofs: ProofList, today: str) -> str:
    """A page that needs nothing beside it, with a place to sign beneath each claim."""
    claims = "".join(
        f"<h2>Claims that need a {escape(role)} ({len(group)})</h2>\n" + _articles(group)
        for role, group in _by_role(proofs.claims)
    )
    notes = (
        f"<h2>Facilitators’ notes to read ({len(proofs.notes)})</h2>\n"
        "<p>Each says what to do about somebody’s health or safety. Facilitators see it; "
        "the shared screen never does.</p>\n" + _articles(proofs.notes)
        if proofs.notes
        else ""
    )
    others = (
        f"<h2>Facts that are shown without a signature ({len(proofs.others)})</h2>\n"
        "<p>None of these needs a signature by the pack’s own rule. If one should, or is wrong, "
        "write so beside it.</p>\n" + "".join(_brief(each) for each in proofs.others)
        if proofs.others
        else ""
    )
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f"<title>Proof list: {escape(proofs.title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n"
        f"<body>\n<h1>Proof list: {escape(proofs.title)}</h1>\n"
        f"<p>Written on {today}. {escape(in_words(proofs))}</p>\n"
        "<p>Please read each claim beside its source. If it is right as it stands, write your "
        "role and the date. If it is not, say what would be right. Sign only what your role "
        "may vouch for: we keep the role and the date, and no name. Nothing is shown on the "
        "strength of a signature that nobody gave.</p>\n"
        f"{claims}{notes}{others}</body>\n</html>\n"
    )


def as_text(proofs: ProofList) -> str:
    """What waits, in a few lines for a terminal."""
    lines = [f"{proofs.title}: {in_words(proofs)}"]
    for part, each in _all(proofs):
        if part != "fact" and each.standing is not Standing.SIGNED:
            carried = f" ({', '.join(each.cards)})" if each.cards else ""
            lines.append(f"  {each.needs}: {each.name}, {each.standing}{carried}")
    return "\n".join(lines) + "\n"


def in_words(proofs: ProofList) -> str:
    """How many things wait, and what changed since the last signature."""
    total = len(proofs.claims) + len(proofs.notes)
    last = f"The last signature is of {proofs.last}." if proofs.last else "Nothing is signed yet."
    since = ", ".join(
        f"{count} {standing}" for standing in Standing if (count := proofs.counted(standing))
    )
    return f"{total} claims and notes to sign. {last} " + (f"Of these: {since}." if since else "")


def _all(proofs: ProofList) -> list[tuple[str, Proof]]:
    return [
        *(("claim", each) for each in proofs.claims),
        *(("note", each) for each in proofs.notes),
        *(("fact", each) for each in proofs.others),
    ]


def _by_role(claims: tuple[Proof, ...]) -> list[tuple[str, tuple[Proof, ...]]]:
    roles = dict.fromkeys(each.needs or "" for each in claims)
    return [(role, tuple(each for each in claims if each.needs == role)) for role in roles]


def _articles(proofs: tuple[Proof, ...]) -> str:
    return "".join(_article(each) for each in proofs)


def _article(each: Proof) -> str:
    then = (
        f"<p class=small>Signed on {each.signed.date} by: {escape(each.signed.role)}.</p>\n"
        if each.signed
        else ""
    )
    before = f"<p>Signed then: <del>{escape(each.before)}</del></p>\n" if each.before else ""
    words = each.fact.claim if each.fact else each.words
    return (
        f"<article>\n<p class=small>{escape(each.name)} · {escape(each.needs or '')} · "
        f"{each.standing}</p>\n<p class=words>{escape(words)}</p>\n{then}{before}{_about(each)}"
        "<p class=sign><span>☐ Right as it stands</span> <span>Role:</span> <span>Date:</span> "
        "<span class=wide>☐ Change to:</span></p>\n"
        f"<pre>{escape(_to_copy(each))}</pre>\n</article>\n"
    )


def _about(each: Proof) -> str:
    cards = escape(", ".join(each.cards)) or "no card yet"
    carried = f"<p class=small>Carried by: {cards}.</p>\n"
    fact = each.fact
    if fact is None:
        return carried
    link = escape(fact.link, quote=True)
    return (
        f"<p class=small>{escape(fact.source.line)}. {escape(fact.nation)}. {_SEEN[fact.seen].capitalize()}. "
        f"Checked {fact.checked}, review by {fact.review}.<br>"
        f'<a href="{link}">{link}</a></p>\n{carried}'
    )


def _brief(each: Proof) -> str:
    words = each.fact.claim if each.fact else each.words
    return (
        f"<article>\n<p class=small>{escape(each.name)}</p>\n<p>{escape(words)}</p>\n"
        f"{_about(each)}</article>\n"
    )


def _to_copy(each: Proof) -> str:
    """The lines for the pack's file, once somebody has signed."""
    return f"signed:\n  role: {each.needs}\n  date: \n  words: >-\n    {each.words}"
