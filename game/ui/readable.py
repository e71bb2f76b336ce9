"""
The screen as a screen reader is given it: the nodes of each picture, and what is new in words.

It follows what everybody sees, and gives on request what a reader must be told, and no more. That
costs nothing while nobody asks.
"""

from collections.abc import Callable

from game.tongue import N_
from game.tuples import NamedTuple
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Placed
from game.ui.kit.nodes import Node, Tree, changed, tree_of, with_news
from game.ui.kit.speech import utterance
from game.ui.stack import View
from game.ui.telling import Telling

PRIVATE = N_(
    "This is for one person alone, so nothing of it is announced. Whatever you go to, your screen "
    "reader still says: use headphones."
)


class Picture(NamedTuple):
    """What was last seen."""

    view: View
    root: Placed
    at: Interaction


class Update(NamedTuple):
    """What a reader is told: nodes that are new or otherwise, and where the focus is."""

    nodes: tuple[Node, ...]
    focus: int


class Readable:
    """See the module. While *quiet*, such as when the game's own voice speaks, nothing is announced."""

    patient = False
    """Whoever waits unseeing for a long movement to end would press on, and leave the screen."""

    def __init__(self, quiet: Callable[[], bool] = lambda: False) -> None:
        self._quiet = quiet
        self._seen: Picture | None = None
        self._shown: Picture | None = None
        """The picture whose nodes were given last."""
        self._plain = Tree(())
        self._given = Tree(())
        """The tree as the reader has it: the plain one, with the last news."""
        self._asked = False
        self._words = ""
        """What is to be announced next."""
        self._count = 0
        self._telling = Telling(PRIVATE, focus=False)

    # What the host says.

    def see(self, view: View, root: Placed, at: Interaction) -> None:
        self._seen = Picture(view, root, at)

    def interrupt(self) -> None:
        """Somebody did something: what was about to be said is old."""
        self._words = ""

    def whole(self) -> None:
        """Announce the whole screen, once."""
        self._asked = True
        self._shown = None

    # What the reader's side asks.

    def restart(self) -> None:
        """A reader has come who knows nothing yet."""
        self._shown, self._words = None, ""
        self._plain = self._given = Tree(())
        self._telling = Telling(PRIVATE, focus=False)

    def take(self) -> Update | None:
        """
        What the reader must be told now; None where there is nothing.

        News follow by themselves after the picture they are of: a reader speaks of the focus at
        once, and would cut off what was announced before it.
        """
        if self._seen is not None and self._seen is not self._shown:
            update = self._picture(self._seen)
            if update is not None:
                return update
        if not self._words:
            return None
        words, self._words = self._words, ""
        self._count += 1
        return self._give(with_news(self._plain, words, self._count))

    def node(self, identity: int) -> Node | None:
        """A node of the tree as the reader has it."""
        return self._given.by_id().get(identity)

    def place_in_text(self, line: int, at: int) -> tuple[Node, int] | None:
        """The text field to which a line belongs, and the place in its whole text."""
        for node in self._given.nodes:
            before = 0
            for each in node.lines:
                if each.id == line:
                    return node, before + min(at, len(each.text))
                before += len(each.text)
        return None

    def _picture(self, picture: Picture) -> Update | None:
        view, root, at = self._shown = picture
        asked, self._asked = self._asked, False
        if asked:
            said = self._telling.whole(view, root, at.focus)
        else:
            said = self._telling.see(view, root, at.focus, at.lit)
        if said and (asked or not self._quiet()):
            # On one line, as a line of braille has it.
            self._words = utterance([self._words, *said]).replace("\n", " ")
        self._plain = tree_of(root, view.title, at, primary=view.primary)
        news = [node for node in self._given.nodes if node.kind == "news"]
        # The last news stays where it can be found again until there is other.
        tree = with_news(self._plain, news[0].name, self._count) if news else self._plain
        return self._give(tree)

    def _give(self, tree: Tree) -> Update | None:
        nodes = changed(self._given, tree)
        moved = tree.focus != self._given.focus or not self._given.nodes
        self._given = tree
        return Update(nodes, tree.focus) if nodes or moved else None
