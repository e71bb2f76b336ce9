"""A card as it lies on the table at any stage, outside a session: for the preview and the editor."""

from game.app.desk import Desk
from game.app.rehearsal import rehearse
from game.model.pack import Card
from game.rules.state import Stage
from game.ui.kit.inert import Inert
from game.ui.kit.layout import Widget
from game.ui.screens.conversation import ConversationScreen
from game.ui.stack import Env
from game.values import replace


def sheets(desk: Desk, card: Card, stage: Stage, env: Env) -> tuple[Widget, Widget]:
    """The sheets that a session shows at *stage*, to look at only: the card, and what is beside it."""
    pack = desk.shown
    if pack is None:
        raise LookupError("no pack is open")
    alone = replace(pack, cards=(card,))
    wanted = stage.name.lower()
    session = next(session for name, session in rehearse(alone, card) if name == wanted)
    main, side = ConversationScreen(desk.with_session(session)).sheets(env)
    return Inert(main), Inert(side)
