"""84 cards printed on both sides, against the bare library drawing the same lines of text."""

from io import BytesIO

from measure import Row, in_turn
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from game.app.clock import today
from game.app.places import find
from game.content.load import load_pack
from game.printing.kit import Wish, kit
from game.printing.page import Words
from game.printing.pdf import pdf


def rows(*, quick):
    own, day = find(), today()
    pack = load_pack(own.content / "scenarios.yaml", core=own.content, today=day).pack
    wish = Wish(what=("cards",))
    lines = [
        [mark for mark in sheet.marks if isinstance(mark, Words)]
        for sheet in kit(pack, wish, own.assets, day).sheets
    ]
    faces = {mark.face for page in lines for mark in page}
    for face in faces:
        path = own.assets / "fonts" / f"AtkinsonHyperlegibleNext-{face}.ttf"
        pdfmetrics.registerFont(TTFont(f"bare-{face}", str(path)))

    def floor():
        canvas = Canvas(BytesIO(), pageCompression=1)
        for page in lines:
            for mark in page:
                canvas.setFont(f"bare-{mark.face}", mark.size)
                canvas.drawString(mark.x, 800 - mark.y, mark.text)
            canvas.showPage()
        canvas.save()

    def ours():
        # From the pack to the file: choosing, breaking lines, judging what fits, drawing.
        return pdf(kit(pack, wish, own.assets, day).sheets, own.assets, "Cards", duplex="long")

    floor_s, ours_s = in_turn(floor, ours, rounds=3 if quick else 9)
    name = f"printing {len(pack.cards)} cards in duplex"
    return [Row(name, "the library alone", floor_s * 1e3, ours_s * 1e3, "ms", 4)]
