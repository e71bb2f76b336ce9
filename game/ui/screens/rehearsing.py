"""A card outside a session, at any stage on screen and as printed: for the preview and the editor."""

from game.app.desk import Desk
from game.app.rehearsal import rehearse
from game.model.pack import Card
from game.rules.state import Stage
from game.tongue import _
from game.ui.art.page import Page, PagePicture
from game.ui.kit.boxes import Panel
from game.ui.kit.content import Text
from game.ui.kit.inert import Inert
from game.ui.kit.layout import Widget
from game.ui.kit.text import Style
from game.ui.screens.conversation import ConversationScreen
from game.ui.stack import Env
from game.values import replace


def sheets(desk: Desk, card: Card, stage: Stage, env: Env) -> tuple[Widget, Widget]:
    """The sheets that a session shows at *stage*, to look at only: the card, and what is beside it."""
    pack = desk.in_play.shown
    if pack is None:
        raise LookupError("no pack is open")
    alone = replace(pack, cards=(card,))
    wanted = stage.name.lower()
    session = next(session for name, session in rehearse(alone, card) if name == wanted)
    main, side = ConversationScreen(desk.with_session(session)).sheets(env)
    return Inert(main), Inert(side)


def leaves(desk: Desk, card: Card) -> tuple[Widget, ...]:
    """The printed card, a picture a side; a long card has more than two. Or why it has none."""
    # The room where pages are made is brought when there is one to show.
    from game.printing import cards  # noqa: PLC0415
    from game.printing.letters import CannotSetError, refuse_unset  # noqa: PLC0415
    from game.printing.look import Look  # noqa: PLC0415
    from game.printing.typeface import typeface  # noqa: PLC0415

    pack = desk.in_play.shown
    if pack is None:
        raise LookupError("no pack is open")
    assets = desk.places.assets
    made = cards.leaves(card, pack, Look(assets), desk.today())
    try:
        refuse_unset(made, typeface(assets))
    except CannotSetError as fault:
        words = _("This card cannot be printed as PDF: {why}.").format(why=fault)
        return (Panel(Text(words, Style(28)), raised=False),)
    sides = (
        (_("{code} as printed, front"), _("{code} as printed, back"))
        if len(made) == 2
        else tuple(
            _("{code} as printed, side {number}").format(code="{code}", number=n + 1)
            for n in range(len(made))
        )
    )
    return tuple(
        PagePicture(Page.of(sheet, typeface(assets)), side.format(code=card.code))
        for sheet, side in zip(made, sides, strict=True)
    )
