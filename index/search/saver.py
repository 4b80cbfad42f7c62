"""Indexes saved in the database, so that a process that has just started need not build them."""

import logging
from threading import Lock, Thread
from time import monotonic

from index.errors import StoreError
from index.search.reader import Reader
from index.search.snapshot import Snapshot, reader_format
from index.store import Store
from index.store.readers import behind, put_reader

_log = logging.getLogger(__name__)

LEAST = 2_000
"""Sentences that are indexed so fast that it is not worth saving an index for them."""

_PART = 20  # of a large index, that one in so many has to be new
_PAUSE = 600  # seconds at least until one is saved again for what has gone alone, as with a page that often changes
_LARGEST = 1 << 29  # bytes of a saved index


class ReaderSaver:
    """Writes indexes into the store, in a thread of its own where they have grown much while answering."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()  # of what follows
        self._waiting: list[Reader] = []
        self._saved_at: dict[str, float] = {}
        self._thread: Thread | None = None
        self._begun = False  # whether the thread has begun with one of those that were waiting
        self._closed = False

    def look_at(self, reader: Reader) -> None:
        """Save the index soon if much of it is not saved, or what is saved is of articles that have gone; the caller
        holds the reader. Costs it no time."""
        grown = reader.unsaved >= max(LEAST, len(reader.fields.entries) // _PART)
        if not grown and not reader.spoilt:
            return
        with self._lock:
            rested = monotonic() - self._saved_at.get(reader.name, -_PAUSE) >= _PAUSE
            if self._closed or reader in self._waiting or not (grown or rested):
                return
            self._waiting.append(reader)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="onrecord-saving")
                self._thread.start()

    def is_worth(self, name: str, at_least: int) -> bool:
        """Whether of what is saved of a community articles have gone, or `at_least` so many sentences are missing, and
        one in twenty."""
        found = behind(self._store, name, reader_format())
        return found.gone > 0 or found.new >= max(at_least, found.sentences // _PART, 1)

    def save(self, name: str, snapshot: Snapshot) -> None:
        """Write an index.

        Raises
        ------
        StoreError
        """
        saved = snapshot.saved()
        if len(saved.content) <= _LARGEST:
            with self._store.writing(name):
                if self._store.opened != snapshot.opened:
                    return  # it is of another database than the one that is there now
                put_reader(self._store, name, saved)
            _log.debug("Saved the index of %s: %d bytes", name, len(saved.content))

    def close(self) -> None:
        """Finish the index that is being written, and write no more."""
        with self._lock:
            self._closed = True
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (reader := self._next()) is not None:
            try:
                with reader.lock:
                    snapshot = reader.snapshot()
                self.save(reader.name, snapshot)
            except StoreError as error:
                _log.warning("The index of %s could not be saved: %s", reader.name, error)
            except Exception:  # noqa: BLE001 -- else nothing would be saved until the next start
                _log.exception("The index of %s could not be saved", reader.name)

    def _next(self) -> Reader | None:
        """Whose turn it is; None ends the thread."""
        with self._lock:
            if self._closed and self._begun:
                self._waiting.clear()
            self._begun = bool(self._waiting)
            if not self._waiting:
                self._thread = None
                return None
            reader = self._waiting.pop(0)
            self._saved_at[reader.name] = monotonic()
            return reader
