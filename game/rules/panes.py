"""Which panes a conversation feeds: what is proposed, and how the table changes it."""

from game.model.pack import Card
from game.model.themes import Theme

MOST = 2


def suggested(card: Card, lit: tuple[Theme, ...]) -> tuple[Theme, ...]:
    """
    One or two panes to propose.

    The card's own theme and the first of the themes it feeds, unlit ones first; where its own pane
    shines already and two of the others do not, those two.
    """
    others = [theme for theme in card.feeds if theme is not card.theme]
    unlit = [theme for theme in others if theme not in lit]
    if card.theme in lit and len(unlit) >= MOST:
        return tuple(unlit[:MOST])
    return (card.theme, *(unlit or others)[: MOST - 1])


def toggled(panes: tuple[Theme, ...], theme: Theme) -> tuple[Theme, ...]:
    """The panes with *theme* marked or unmarked; a third mark takes the oldest one's place."""
    if theme in panes:
        return tuple(each for each in panes if each is not theme)
    return (*panes, theme)[-MOST:]
