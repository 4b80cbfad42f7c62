"""The readers of all libraries over one database: one each, built once, and no more of them than memory allows."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock

from index.encoder.encoder import Encoder
from index.search import IN_MEMORY
from index.search.filler import VectorFiller
from index.search.reader import Reader
from index.search.saver import ReaderSaver
from index.store import Store

_LEAST = 100  # sentences that every reader counts for at least


class ReaderCache:
    """The readers of the communities last asked about.

    Every reader has a lock of its own, so that a community that is slow keeps nobody else waiting. A thread may enter a
    store's transaction while it holds a reader, never the other way round. With `saves`, readers that were built are
    saved in the database without being asked for, and with an `encoder` too, vectors that are lacking are made
    in the background.
    """

    def __init__(
        self,
        store: Store,
        *,
        most_in_memory: int = IN_MEMORY,
        saves: bool = True,
        encoder: Encoder | None = None,
    ) -> None:
        self._store = store
        self.encoder = encoder
        self._saver = ReaderSaver(store)
        self._filler = VectorFiller(store, encoder) if encoder is not None and saves else None
        self._most = most_in_memory
        self._saves = saves
        self._follows = False
        self._lock = Lock()  # of what follows, and held for nothing slow
        self._readers: OrderedDict[str, Reader] = OrderedDict()
        self._sizes: dict[str, int] = {}

    @contextmanager
    def reader(self, community: str) -> Iterator[Reader]:
        """The community's reader, up to date with the store, for this thread alone."""
        with self._lock:
            found = self._readers.get(community)
            if found is None:
                found = self._readers[community] = Reader(community, self._store, self.encoder)
            self._readers.move_to_end(community)
        with found.lock:
            found.catch_up()
            try:
                yield found
            finally:
                self._make_room(found)
                if self._saves:
                    self._saver.look_at(found)
                if found.lacks_vectors:
                    self.fill(community)

    def follow(self) -> None:
        """From now on take over what other processes write when they write it, so that no question waits for it."""
        with self._lock:
            follows, self._follows = self._follows, True
        if not follows:
            self._store.follow(self._hear)

    def save(self, community: str, *, at_least: int) -> bool:
        """Save the community's reader in the database if it is worth it, see `ReaderSaver.is_worth`."""
        if not self._saver.is_worth(community, at_least):
            return False
        with self.reader(community) as found:
            snapshot = found.snapshot()
        self._saver.save(community, snapshot)
        return True

    def urgent(self) -> AbstractContextManager[None]:
        """What is done inside goes before vectors that are made in the background."""
        return self._filler.standing_back() if self._filler is not None else nullcontext()

    def fill(self, community: str) -> None:
        """Let vectors that a community lacks be made soon; costs no time."""
        if self._filler is not None:
            self._filler.look_at(community)

    def complete(self, community: str, *, at_most: int | None = None) -> int:
        """Wait until the encoder has read all sentences of a community that it has not, and return how many these were.

        Waits for none if they are more than `at_most`; they are read in the background all the same. 0 without an
        encoder, or with one that cannot be used.

        Raises
        ------
        StoreError
        """
        if self._filler is None:
            return 0
        lacking = self._filler.lacking(community)
        if lacking:
            self._filler.look_at(community)
            if at_most is None or lacking <= at_most:
                self._filler.wait()
        return lacking

    def in_memory(self) -> int:
        """How many readers are in memory; a moment's figure, for which no lock is waited."""
        return len(self._readers)

    def let_go(self, community: str) -> None:
        """Hold nothing of a community in memory; a question in flight keeps its own reader."""
        with self._lock:
            self._readers.pop(community, None)
            self._sizes.pop(community, None)

    def held(self) -> dict[str, int]:
        """The communities in memory, the last one asked about last, and how much each takes there in sentences."""
        with self._lock:
            return {community: self._sizes.get(community, 0) for community in self._readers}

    def close(self) -> None:
        """Finish what is being saved, and save no more; leave vectors that are lacking for later."""
        if self._filler is not None:
            self._filler.close()
        self._saver.close()

    def _hear(self, community: str | None) -> None:
        """Catch up with what was written to a community, or with None to any; those not in memory need not."""
        with self._lock:
            written = [found for found in self._readers.values() if community in (None, found.name)]
        for found in written:
            with found.lock:
                found.catch_up()
                self._make_room(found)

    def _make_room(self, found: Reader) -> None:
        """Let go of those not asked about for longest, when there is too much; a question in flight keeps its own."""
        with self._lock:
            if self._readers.get(found.name) is found:
                self._sizes[found.name] = max(_LEAST, found.size)
            while len(self._readers) > 1 and sum(self._sizes.values()) > self._most:
                oldest, _ = self._readers.popitem(last=False)
                self._sizes.pop(oldest, None)
