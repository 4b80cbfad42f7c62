"""Vectors of articles, made in the background once these are stored: without them answers are found by words alone."""

import atexit
import hashlib
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Condition, Thread

import numpy as np

from index.encoder.encoder import Encoder, Floats
from index.encoder.inputs import sentence_texts
from index.encoder.processors import usable_processors
from index.errors import StoreError
from index.ranking.vectors import quantised
from index.store import Store
from index.store.vectors import Lacking, SavedVectors, lacking, put_vectors, renew_vectors

_log = logging.getLogger(__name__)

_STANDS_BACK = 1.0  # seconds that it waits for what is more urgent, before each sentence
_SOME = 64  # sentences after which it looks whether it is waited for
_MOST = 8  # processors
_LOOKS_AGAIN = 0.5  # seconds after which it sees what another process has made


class VectorFiller:
    """Makes what vectors are lacking, in one thread of its own, and while somebody waits for them in one for each
    processor. Nothing is locked while it encodes; each article is one short transaction, so that whatever ends it
    leaves no more than the rest for later."""

    def __init__(self, store: Store, encoder: Encoder) -> None:
        self._store = store
        self._encoder = encoder
        self._changed = Condition()  # of what follows
        self._waiting: list[str] = []
        self._thread: Thread | None = None
        self._closed = False
        self._urgent = 0  # calls for which it stands back
        self._awaited = 0  # calls that wait for all

    @contextmanager
    def standing_back(self) -> Iterator[None]:
        """Leave the processor to what is done inside, but for a sentence a second."""
        with self._changed:
            self._urgent += 1
        try:
            yield
        finally:
            with self._changed:
                self._urgent -= 1
                if not self._urgent:
                    self._changed.notify_all()

    def look_at(self, community: str) -> None:
        """Fill a community's library soon, if it lacks any."""
        with self._changed:
            if self._closed or community in self._waiting:
                return
            self._waiting.append(community)
            if self._thread is None:
                # Unlike what saves, it must not keep a process from ending that nobody closed; see `close`.
                self._thread = Thread(target=self._work, name="onrecord-filling", daemon=True)
                atexit.register(self.close)
                self._thread.start()

    def lacking(self, community: str) -> int:
        """How many sentences of a community have no vectors; 0 if there is no making them.

        Raises
        ------
        StoreError
        """
        model = self._encoder.digest()
        return 0 if model is None else sum(one.sentences for one in lacking(self._store, community, model))

    def wait(self) -> None:
        """Wait until nothing is left to be done."""
        with self._changed:
            self._awaited += 1
            try:
                self._changed.wait_for(lambda: self._thread is None)
            finally:
                self._awaited -= 1

    def close(self) -> None:
        """Leave the article that is being encoded, and begin with no more."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while (community := self._next()) is not None:
            try:
                self._fill(community)
            except StoreError as error:
                _log.warning("The vectors of %s are made later: %s", community, error)
            except Exception:  # noqa: BLE001 -- else nothing would be made until the next start
                _log.exception("The vectors of %s could not be made", community)

    def _next(self) -> str | None:
        """Whose turn it is; None ends the thread."""
        with self._changed:
            if not self._waiting:
                self._thread = None
                atexit.unregister(self.close)
                self._changed.notify_all()
                return None
            return self._waiting.pop(0)

    def _fill(self, community: str) -> None:
        model = self._encoder.digest()
        if model is None:
            return
        while not self._filled(community, model):
            with self._changed:  # another process is about it
                self._changed.wait_for(lambda: self._closed, _LOOKS_AGAIN)

    def _filled(self, community: str, model: str) -> bool:
        """Make what is lacking, unless another process is about it; whether there is nothing more to be done."""
        with self._store.exclusive(f"vectors {community}") as free:
            left = lacking(self._store, community, model)
            for one in left if free else ():
                if self._closed:
                    break
                self._make(community, one, model)
            return free or self._closed or not left

    def _make(self, community: str, one: Lacking, model: str) -> None:
        """Make the vectors of an article, unless it has gone or they have been made of the same texts."""
        opened = self._store.opened
        annotated = self._store.get(community, one.article_id, revision=one.revision)
        if annotated is None:
            return
        texts = sentence_texts(annotated)
        digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()
        if renew_vectors(self._store, community, one.article_id, one.revision, model, digest):
            return
        vectors = []
        for vector in self._encoded(texts):
            vectors.append(vector)
            with self._changed:
                self._changed.wait_for(lambda: self._closed or not self._urgent, _STANDS_BACK)
                if self._closed:
                    return
        if len(vectors) < len(texts):
            return
        content = quantised(np.array(vectors)).to_bytes() if vectors else b""
        with self._store.writing(community):
            if self._store.opened == opened:  # else it is another database's article
                put_vectors(self._store, community, one.article_id, one.revision, SavedVectors(model, digest, content))

    def _encoded(self, texts: Sequence[str]) -> Iterator[Floats]:
        """The texts' vectors in their order; fewer if the encoder cannot be used."""
        for first in range(0, len(texts), _SOME):
            some = texts[first : first + _SOME]
            if self._awaited:
                with ThreadPoolExecutor(processors(), "onrecord-encoding") as threads:
                    for found in threads.map(lambda text: tuple(self._encoder.encode([text])), some):
                        yield from found
            else:
                yield from self._encoder.encode(some)


def processors() -> int:
    """How many processors this process may use, 8 at most: more things at a time are not worth their memory."""
    return min(usable_processors(), _MOST)
