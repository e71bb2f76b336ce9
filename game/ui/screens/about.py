"""What this game is, what it is not, and whose work it stands on."""

from game import __version__
from game.app.desk import Desk
from game.app.places import shortened
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import READING
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys
from game.ui.stack import Env, Outcome, Stay, View
from game.values import dataclass, field

ORIGIN = N_(
    "This is a new game, built from the published aims of the MaP project: the Mental and "
    "Physical Health Partnership in Innovation and Education, North West London, 2017 to 2019."
)
NOT_A_COPY = N_(
    "The rules, board and cards of the original board game are not public, so none of this "
    "copies it."
)
NO_CLAIM = N_("No result of the MaP learning groups is claimed for it.")
ADVICE = N_(
    "It is for learning together. It gives no medical advice, and the people on its cards are "
    "made up."
)
PRIVATE = N_(
    "It needs no network and sends nothing anywhere. No file says who passed, who swapped a card, "
    "or what anybody kept to themselves."
)


@dataclass(frozen=True, slots=True)
class AboutScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    name: str = "about"

    def update(self, message: Message) -> Outcome:
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = front_keys()
        kept = _("Sessions are kept in {folder}.").format(folder=shortened(self.desk.places.saves))
        told = Panel(
            Column(
                (
                    _line("door", " ".join(map(_, (ORIGIN, NOT_A_COPY, NO_CLAIM)))),
                    _line("heart", _(ADVICE)),
                    _line("lock", f"{_(PRIVATE)} {kept}"),
                    _line(
                        "books",
                        _(
                            "Type: Atkinson Hyperlegible Next, Braille Institute, Lexend, and Noto, SIL Open Font "
                            "Licence. Icons: Tabler Icons, MIT Licence. The door, the board, the "
                            "portraits and the sounds are the game’s own."
                        ),
                    ),
                ),
                gap=34,
            ),
            pad=52,
            pad_y=44,
        )
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        actions = bottom(env, _("MaP {version}").format(version=__version__), (back, 420))
        body = Column((Grow(Scroll(told, key="about")), actions), gap=22)
        return View(
            _("About MaP"),
            framed(
                env, titled(_("About MaP"), _("Walking through one door together."), body), keys
            ),
            keys,
            primary=Close(),
        )


def _line(icon: str, words: str) -> Widget:
    return Row((Icon(icon, 52, INK), Grow(Text(words, READING))), gap=32, align=0)
