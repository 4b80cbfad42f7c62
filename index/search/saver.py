"""Keeping indexes in the database, so that a process that has just started need not build them."""

import logging
from threading import Lock, Thread
from time import monotonic

from index.errors import StoreError
from index.search.reader import Community, Picture, reader_format
from index.store import Store
from index.store.readers import behind, put_index

_log = logging.getLogger(__name__)

LEAST = 2_000
"""Sentences that are indexed so fast that it is not worth keeping an index for them."""

_PART = 20  # of a large index, that one in so many has to be new
_PAUSE = 600  # seconds at least until an index is kept again for what has gone alone, as with a page that often changes
_LARGEST = 1 << 29  # bytes that are kept of a community


class Keeper:
    """Writes indexes into the store, in a thread of its own where they have grown much while answering."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()  # of what follows
        self._waiting: list[Community] = []
        self._kept_at: dict[str, float] = {}
        self._thread: Thread | None = None
        self._begun = False  # whether the thread has begun with one of those that were waiting
        self._closed = False

    def look_at(self, community: Community) -> None:
        """Keep the index soon if much of it is not kept, or what is kept is of articles that have gone; the caller
        holds the community. Costs it no time."""
        grown = community.unkept >= max(LEAST, len(community.fields.entries) // _PART)
        if not grown and not community.spoilt:
            return
        with self._lock:
            rested = monotonic() - self._kept_at.get(community.name, -_PAUSE) >= _PAUSE
            if self._closed or community in self._waiting or not (grown or rested):
                return
            self._waiting.append(community)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="onrecord-keeping")
                self._thread.start()

    def is_worth(self, name: str, at_least: int) -> bool:
        """Whether of what is kept of a community articles have gone, or `at_least` so many sentences are missing, and
        one in twenty."""
        found = behind(self._store, name, reader_format())
        return found.gone > 0 or found.new >= max(at_least, found.sentences // _PART, 1)

    def keep(self, name: str, picture: Picture) -> None:
        """Write an index.

        Raises
        ------
        StoreError
        """
        kept = picture.kept()
        if len(kept.content) <= _LARGEST:
            put_index(self._store, name, kept)
            _log.debug("Kept the index of %s: %d bytes", name, len(kept.content))

    def close(self) -> None:
        """Finish the index that is being written, and write no more."""
        with self._lock:
            self._closed = True
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (community := self._next()) is not None:
            try:
                with community.lock:
                    picture = community.picture()
                self.keep(community.name, picture)
            except StoreError as error:
                _log.warning("The index of %s could not be kept: %s", community.name, error)
            except Exception:  # noqa: BLE001 -- else nothing would be kept until the next start
                _log.exception("The index of %s could not be kept", community.name)

    def _next(self) -> Community | None:
        """Whose turn it is; None ends the thread."""
        with self._lock:
            if self._closed and self._begun:
                self._waiting.clear()
            self._begun = bool(self._waiting)
            if not self._waiting:
                self._thread = None
                return None
            community = self._waiting.pop(0)
            self._kept_at[community.name] = monotonic()
            return community
