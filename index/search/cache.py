"""What the libraries over one database share, and what every part of a library stands on."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from index.errors import InvalidRequestError
from index.search.reader import Community
from index.search.saver import Keeper
from index.store import Store

IN_MEMORY = 300_000
"""Sentences of all indexes that are held in memory together, at 1 to 1.5 kB each (``python -m tests.bench.cold``)."""

_LEAST = 100  # sentences that every community counts for at least


class Shared:
    """The store, a clock that tells the time in UTC, and the communities last asked about.

    Every community has a lock of its own, so that one that is slow keeps nobody else waiting. A thread may enter a
    store's transaction while it holds a community, never the other way round. With `keeps`, indexes that were built are
    kept in the database without being asked for.
    """

    def __init__(
        self, store: Store, now: Callable[[], datetime], *, most_in_memory: int = IN_MEMORY, keeps: bool = True
    ) -> None:
        self.store = store
        self.now = now
        self._keeper = Keeper(store)
        self._most = most_in_memory
        self._keeps = keeps
        self._follows = False
        self._lock = Lock()  # of what follows, and held for nothing slow
        self._communities: OrderedDict[str, Community] = OrderedDict()
        self._sizes: dict[str, int] = {}

    @contextmanager
    def community(self, name: str) -> Iterator[Community]:
        """The community, up to date with the store, for this thread alone."""
        with self._lock:
            found = self._communities.get(name)
            if found is None:
                found = self._communities[name] = Community(name, self.store)
            self._communities.move_to_end(name)
        with found.lock:
            found.catch_up()
            try:
                yield found
            finally:
                self._make_room(found)
                if self._keeps:
                    self._keeper.look_at(found)

    def follow(self) -> None:
        """From now on take over what other processes write when they write it, so that no question waits for it."""
        with self._lock:
            follows, self._follows = self._follows, True
        if not follows:
            self.store.follow(self._hear)

    def keep_index(self, name: str, *, at_least: int) -> bool:
        """Keep the community's index in the database if it is worth it, see `Keeper.keep`."""
        if not self._keeper.is_worth(name, at_least):
            return False
        with self.community(name) as found:
            picture = found.picture()
        self._keeper.keep(name, picture)
        return True

    def in_memory(self) -> int:
        """How many communities are in memory; a moment's figure, for which no lock is waited."""
        return len(self._communities)

    def let_go(self, name: str) -> None:
        """Keep nothing of a community in memory; a question in flight keeps its own."""
        with self._lock:
            self._communities.pop(name, None)
            self._sizes.pop(name, None)

    def held(self) -> dict[str, int]:
        """The communities in memory, the last one asked about last, and how much each takes there in sentences."""
        with self._lock:
            return {name: self._sizes.get(name, 0) for name in self._communities}

    def close(self) -> None:
        """Finish what is being kept, and close the database."""
        self._keeper.close()
        self.store.close()

    def _hear(self, name: str | None) -> None:
        """Catch up with what was written to a community, or with None to any; those not in memory need not."""
        with self._lock:
            written = [found for found in self._communities.values() if name in (None, found.name)]
        for found in written:
            with found.lock:
                found.catch_up()
                self._make_room(found)

    def _make_room(self, found: Community) -> None:
        """Let go of those not asked about for longest, when there is too much; a question in flight keeps its own."""
        with self._lock:
            if self._communities.get(found.name) is found:
                self._sizes[found.name] = max(_LEAST, found.size)
            while len(self._communities) > 1 and sum(self._sizes.values()) > self._most:
                oldest, _ = self._communities.popitem(last=False)
                self._sizes.pop(oldest, None)


class Part:
    """A part of the face of one community's library."""

    def __init__(self, shared: Shared, community: str) -> None:
        self._shared = shared
        self.community = community


def bounded(words: str, what: str, longest: int, *, least: int = 0) -> str:
    """`words` on one line as they can be stored, if they are neither too long nor too short.

    Raises
    ------
    InvalidRequestError
        Naming `what`.
    """
    plain = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if len(plain) < least:
        raise InvalidRequestError(f"The {what} is empty; give one.")
    if len(plain) > longest:
        raise InvalidRequestError(f"The {what} is too long; give at most {longest} characters.")
    return plain
