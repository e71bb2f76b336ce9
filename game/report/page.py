"""The frame of a page: its head with style and typeface, and its foot."""

import base64
from functools import lru_cache
from html import escape
from pathlib import Path

from game import __version__
from game.art.palettes import (
    BODY_PALE,
    BODY_TONE,
    MIND,
    MIND_PALE,
    fill_of,
    text_of,
)
from game.art.tones import CARD, CREAM, GOOD, INK, PAPER, SAND, SAND_LINE, SOFT
from game.model.themes import Theme
from game.report.picture import PALETTE, colour
from game.tongue import _, language

FACES = ((400, "Regular"), (700, "Bold"))


def page(title: str, body: str, *, fonts: Path, kind: str = "") -> str:
    """A whole document."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; font-src data:; img-src data:\"/>\n"
        f"<title>{escape(title)}</title>\n<style>\n{_faces(fonts)}{_style()}</style>\n</head>\n"
        f'<body class="{kind}">\n<main>\n{body}\n</main>\n{_foot()}\n</body>\n</html>\n'
    )


def _foot() -> str:
    words = _(
        "Made by MaP {version}, a learning game for conversations about mental and physical "
        "health. A new game, built from the published aims of the MaP project; no result of that "
        "project’s learning groups is claimed here."
    ).format(version=__version__)
    return f"<footer><p>{escape(words)}</p></footer>"


@lru_cache(maxsize=4)
def _faces(fonts: Path) -> str:
    """The game’s own typeface, carried in the page; where it is missing, the reader’s own does."""
    rules = []
    for weight, name in FACES:
        path = fonts / f"AtkinsonHyperlegibleNext-{name}.ttf"
        try:
            data = base64.b64encode(path.read_bytes()).decode("ascii")
        except OSError:
            continue
        rules.append(
            f"@font-face{{font-family:'Atkinson Hyperlegible Next';font-weight:{weight};"
            f"src:url(data:font/ttf;base64,{data}) format('truetype')}}\n"
        )
    return "".join(rules)


@lru_cache(maxsize=1)
def _style() -> str:
    themes = "".join(
        f".{theme.value}{{--fill:{colour(fill_of(theme))};"
        f"--on:{colour(PALETTE.text_on(fill_of(theme)))};--word:{colour(text_of(theme))}}}\n"
        for theme in Theme
    )
    names = {
        "ink": INK,
        "soft": SOFT,
        "paper": PAPER,
        "card": CARD,
        "cream": CREAM,
        "sand": SAND,
        "line": SAND_LINE,
        "good": GOOD,
        "mind": MIND,
        "body": BODY_TONE,
        "mind-pale": MIND_PALE,
        "body-pale": BODY_PALE,
    }
    roots = "".join(f"--{name}:{colour(tone)};" for name, tone in names.items())
    return f":root{{{roots}}}\n{themes}{_CSS}"


_CSS = """
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font:18px/1.5 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif}
main{max-width:62rem;margin:0 auto;padding:2.5rem 1.5rem 1rem}
h1,h2,h3{line-height:1.18;margin:0;font-weight:700}
h1{font-size:2.7rem;letter-spacing:-.01em}
h2{font-size:1.6rem;margin-bottom:.6rem}
h3{font-size:1.15rem}
p{margin:.35rem 0;max-width:42rem}
p,li,h1,h2,h3,td,th,dt,dd,blockquote{unicode-bidi:plaintext}
a{color:inherit}
.lead{color:var(--soft);margin:0 0 .9rem}
.small{font-size:.9rem;color:var(--soft)}
svg{display:block}
svg text{font-family:'Atkinson Hyperlegible Next',Verdana,sans-serif}
section{background:var(--card);border:1px solid var(--line);border-radius:20px;
 padding:1.7rem 1.9rem;margin:1.3rem 0;box-shadow:0 2px 8px rgba(138,122,85,.16)}
section.plain{background:none;border:0;box-shadow:none;padding:.4rem 0}
.hero{display:grid;grid-template-columns:15rem 1fr;gap:2.6rem;align-items:center;margin-bottom:1.6rem}
.hero .door svg{width:100%;height:auto}
.when{font-weight:700;color:var(--soft);margin:0 0 .3rem}
.told{font-size:1.25rem;margin:.7rem 0 1.1rem}
.facts{display:flex;flex-wrap:wrap;gap:.7rem;margin:0;padding:0;list-style:none}
.facts li{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:.5rem .95rem;
 min-width:6.4rem}
.facts b{display:block;font-size:1.5rem;line-height:1.15}
.facts span{color:var(--soft);font-size:.92rem}
blockquote{margin:0;font-size:1.75rem;line-height:1.3;font-weight:700;max-width:50rem}
.message{background:var(--ink);color:#fff;border-color:var(--ink)}
.message h2{font-size:1.1rem;font-weight:400;opacity:.92}
.picture{margin:.4rem 0 1rem}
.picture svg{width:100%;height:auto}
.steps{list-style:none;margin:0;padding:0;display:grid;gap:.55rem}
.steps li{padding:.6rem .9rem .6rem 1rem;border-left:6px solid var(--good);background:var(--cream);
 border-radius:4px 12px 12px 4px}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1.3rem}
.two section{margin:0}
.card{border:1px solid var(--line);border-radius:16px;overflow:hidden;margin:0 0 1.1rem;
 break-inside:avoid;background:var(--card)}
.lost{--fill:var(--sand);--on:var(--ink);--word:var(--ink)}
.card header{background:var(--fill);color:var(--on);display:flex;gap:.8rem;align-items:center;
 padding:.65rem 1.1rem}
.card header p{margin:0 0 0 auto;font-size:.95rem}
.card .in{padding:.9rem 1.2rem 1.1rem}
.card .voice{font-weight:700;color:var(--word);margin:.6rem 0}
.card .voice::before{content:"\\201C"}.card .voice::after{content:"\\201D"}
.card .agreed{background:var(--cream);border-radius:12px;padding:.6rem .9rem;margin:.8rem 0 .2rem;
 max-width:none}
.card .agreed b{display:block;font-size:.9rem;color:var(--soft);font-weight:400}
.panes{display:flex;flex-wrap:wrap;gap:.45rem;list-style:none;margin:.7rem 0 0;padding:0}
.panes li{background:var(--fill);color:var(--on);border:1.5px solid var(--ink);border-radius:99px;
 padding:.1rem .7rem .1rem .5rem;font-size:.9rem;display:flex;gap:.35rem;align-items:center}
.wide{overflow-x:auto;margin:.6rem 0}
table{border-collapse:collapse;width:100%;font-size:.97rem}
caption{text-align:left;font-weight:700;padding:.2rem 0 .4rem}
th,td{padding:.42rem .6rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{background:var(--cream);border-bottom:2px solid var(--sand);vertical-align:bottom}
tbody th{font-weight:700}
table.numbers td,table.numbers thead th:not(:first-child){text-align:right;
 font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.2rem;margin:.3rem 0}
dt{font-weight:700}dd{margin:0}
ul.plain{margin:.3rem 0 .3rem 1.2rem;padding:0}
ul.plain li{margin:.25rem 0}
.pane{display:inline-block;width:1.5rem;height:1.5rem;border:1.5px solid var(--ink);border-radius:6px;
 background:var(--fill);color:var(--on);text-align:center;line-height:1.35rem;font-size:.85rem;
 font-weight:700}
.pane.dark{background:#fff;border-color:var(--line);color:var(--soft)}
hr.write{border:0;border-bottom:1.5px solid var(--soft);height:3.2rem;margin:0}
table.lights td.centre,table.lights thead th{text-align:center}
table.lights thead th:first-child{text-align:left}
table.lights{font-size:.88rem}table.lights th,table.lights td{padding:.28rem .35rem}
table.lights td{vertical-align:middle;white-space:nowrap}table.lights thead th{font-weight:400}
footer{max-width:62rem;margin:0 auto;padding:0 1.5rem 2.5rem;color:var(--soft);font-size:.85rem}
@media (max-width:46rem){.hero,.two{grid-template-columns:1fr}.hero .door{max-width:12rem}
 h1{font-size:2.1rem}section{padding:1.2rem}dl{grid-template-columns:1fr}dt{margin-top:.4rem}}
@page{size:A4;margin:14mm 13mm}
@media print{html{background:#fff}body{font-size:10.5pt}main,footer{max-width:none;padding:0}
 section{box-shadow:none;padding:5mm 6mm;margin:4mm 0}
 h2,h3,caption,.lead{break-after:avoid}table{font-size:9pt}th,td{padding:.3rem .45rem}
 tr,.picture,blockquote,.steps li,.facts li{break-inside:avoid}
 .hero{grid-template-columns:42mm 1fr;gap:9mm}blockquote{font-size:16pt}.wide{overflow:visible}
 .sheet main{font-size:9.4pt;line-height:1.36}.sheet section{padding:2.5mm 5mm;margin:2.5mm 0}
 .sheet h1{font-size:19pt}.sheet h2{font-size:11.5pt;margin-bottom:1mm}.sheet blockquote{font-size:13pt}
 .sheet .hero{grid-template-columns:24mm 1fr;margin-bottom:2mm}.sheet .told{margin:1mm 0}
 .sheet dl{gap:.5mm 4mm}.sheet hr.write{height:9mm}.sheet footer p{margin:0}
 .sheet .steps{gap:1mm}.sheet .steps li{padding:1mm 3mm}}
"""
