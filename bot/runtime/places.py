"""A few places for what goes on in the background, dealt out by server: one's waiting keeps no other's waiting."""

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Wish:
    """Somebody waits for a place, unless `granted` is done already: then they gave up."""

    granted: asyncio.Future[None]
    alone: bool


class DealtPlaces:
    """Places that servers take in turn, who has fewest of them first. Use them on one event loop only.

    Parameters
    ----------
    most : int
        How many there are.
    each : int
        How many of them may be one server's at a time.
    """

    def __init__(self, most: int, *, each: int) -> None:
        self._most = most
        self._each = each
        self._waiting: OrderedDict[str, deque[_Wish]] = OrderedDict()  # whose turn is next, first
        self._held: Counter[str] = Counter()
        self._alone = False

    @asynccontextmanager
    async def held(self, whose: str, *, first: bool = False, alone: bool = False) -> AsyncIterator[None]:
        """Hold a place when it is the turn of `whose`, a server as a rule.

        Parameters
        ----------
        first : bool
            Before what the same server has waiting; and before other servers', if it holds no place now.
        alone : bool
            While no other place is held, and none is dealt out meanwhile.
        """
        wish = _Wish(asyncio.get_running_loop().create_future(), alone)
        queue = self._waiting.setdefault(whose, deque())
        if first:
            queue.appendleft(wish)
            if not self._held[whose]:
                self._waiting.move_to_end(whose, last=False)
        else:
            queue.append(wish)
        self._deal()
        try:
            await wish.granted
        except asyncio.CancelledError:
            if not wish.granted.cancelled():  # it was granted in the same moment
                self._leave(whose)
            self._deal()
            raise
        try:
            yield
        finally:
            self._leave(whose)

    def _deal(self) -> None:
        """Grant whatever can be."""
        while self._held.total() < self._most and not self._alone:
            whose = min(self._waiting, key=self._held.__getitem__, default=None)  # of equals, whose turn is next
            if whose is None or self._held[whose] >= self._each:
                return
            queue = self._waiting[whose]
            wish = queue[0]
            if wish.alone and self._held.total() and not wish.granted.done():
                return
            queue.popleft()
            if queue:
                self._waiting.move_to_end(whose)
            else:
                del self._waiting[whose]
            if not wish.granted.done():
                self._held[whose] += 1
                self._alone = wish.alone
                wish.granted.set_result(None)

    def _leave(self, whose: str) -> None:
        self._held[whose] -= 1
        if not self._held[whose]:
            del self._held[whose]
        self._alone = False  # whoever held a place alone was the only one
        self._deal()
