"""
What was made last time, taken again while everything it is made of is the same.

For the parts of a screen that are built anew with every look and hardly ever differ: the very same widget needs no
comparing with the one in its stead before.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Again(Generic[T]):
    """Remembers one thing and what it was made of."""

    __slots__ = ("_made", "_of")

    def __init__(self) -> None:
        self._made: tuple[T] | None = None
        self._of: object = None

    def made(self, of: object, make: Callable[[], T]) -> T:
        """What *make* gives; what it gave last time where that was made of the same."""
        if self._made is None or self._of != of:
            self._of, self._made = of, (make(),)
        return self._made[0]

    def same(self, thing: T) -> T:
        """The one of last time, where this equals it; for things that are made at little cost."""
        return self.made(thing, lambda: thing)
