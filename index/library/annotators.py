"""Processes that annotate articles: ahead, for who adds many of them, and apart, for who answers meanwhile."""

import logging
import pickle
import subprocess
import sys
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import IO, cast

from index.errors import ReadingError
from index.library.limits import sentences_of
from index.model.article import AnnotatedArticle, Article

_log = logging.getLogger(__name__)

_APART = 2  # processes, as the bot does so many jobs at a time
_PROGRAM = "import sys; sys.path[:] = {path!r}; from index.library.annotators import serve; serve()"


class Annotators:
    """Some processes, and twice as many articles under way; a single one would be no help, so that there is none.

    An article is begun ahead of its turn, and asked for when that comes; one that was not begun, or in other words, is
    annotated where it is asked for. Not for several threads.
    """

    def __init__(self, processes: int) -> None:
        count = processes if processes > 1 else 0
        self.places = 2 * count
        """How many articles are worth beginning ahead."""
        self._apart = ApartAnnotator(count)
        self._threads = ThreadPoolExecutor(max(1, count), "onrecord-annotating")
        self._begun: OrderedDict[Article, Future[AnnotatedArticle]] = OrderedDict()

    def __enter__(self) -> "Annotators":
        return self

    def __exit__(self, *_: object) -> None:
        """Begin with no more; what is under way is waited for."""
        self._threads.shutdown(cancel_futures=True)
        self._apart.close()

    def begin(self, article: Article) -> None:
        """Have an article annotated."""
        if not self.places or article in self._begun:
            return
        if len(self._begun) >= 2 * self.places:  # some were never asked for
            self._begun.popitem(last=False)
        self._begun[article] = self._threads.submit(self._apart.annotated, article)

    def annotated(self, article: Article) -> AnnotatedArticle:
        """The article, annotated.

        Raises
        ------
        ReadingError
            If it has too many paragraphs or sentences.
        """
        begun = self._begun.pop(article, None)
        return annotated_here(article) if begun is None else begun.result()


class ApartAnnotator:
    """A few processes that annotate for the threads of this one, which answers the sooner meanwhile; each is started
    when there is something for it, and takes 65 MB, or 200 for the longest article that may be added.

    Who asks while all are at work, or whose process is lost, has the article annotated in this process.
    """

    def __init__(self, most: int = _APART) -> None:
        """Have so many processes at most; with 0 all is annotated in this one."""
        self._most = most
        self._lock = Lock()  # of what follows
        self._processes: list[subprocess.Popen[bytes]] = []
        self._idle: list[subprocess.Popen[bytes]] = []
        self._closed = False

    def annotated(self, article: Article) -> AnnotatedArticle:
        """The article, annotated; see `Annotators.annotated`."""
        process = self._taken()
        found = None
        if process is not None:
            try:
                found = _told(process, article)
            except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
                self._lose(process, error)
            else:
                with self._lock:
                    self._idle.append(process)
        return annotated_here(article) if found is None else found

    def close(self) -> None:
        """End the processes, whatever they are at, and start no more."""
        with self._lock:
            self._closed = True
            for process in self._processes:
                _end(process)
            self._processes.clear()
            self._idle.clear()

    def _taken(self) -> "subprocess.Popen[bytes] | None":
        """A process that is idle or new, for this thread alone."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
            if self._closed or len(self._processes) == self._most:
                return None
            try:
                process = subprocess.Popen(  # noqa: S603 - our own program
                    [sys.executable, "-P", "-c", _PROGRAM.format(path=sys.path)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    start_new_session=True,
                )
            except OSError as error:
                _log.warning("No process can be started that annotates articles: %s", error)
                return None
            self._processes.append(process)
            return process

    def _lose(self, process: "subprocess.Popen[bytes]", error: Exception) -> None:
        with self._lock:
            if process in self._processes:  # else it was ended by `close`
                _log.warning("A process that annotates articles was lost: %r", error)
                self._processes.remove(process)
                _end(process)


def serve() -> None:
    """Annotate what comes on standard input until that ends, for an `ApartAnnotator`."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError, OSError):
        while True:
            pickle.dump(_annotated(pickle.load(source)), target)  # noqa: S301 - from who started this
            target.flush()


def _told(process: "subprocess.Popen[bytes]", article: Article) -> AnnotatedArticle | None:
    """What a process makes of an article; None where there is an error to be raised."""
    source, target = cast("IO[bytes]", process.stdout), cast("IO[bytes]", process.stdin)
    pickle.dump(article, target)
    target.flush()
    found: AnnotatedArticle | None = pickle.load(source)  # noqa: S301 - from our own program
    return found


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was to be sent is of no use to anybody
                pipe.close()


def annotated_here(article: Article) -> AnnotatedArticle:
    """The article, annotated in this process; see `Annotators.annotated`."""
    from index.attribution import attribute  # noqa: PLC0415 -- who only asks does not wait for it

    return attribute(article, sentences_of(article))


def _annotated(article: Article) -> AnnotatedArticle | None:
    """The same in a process apart; None where there is an error to be raised, which is left to who asks."""
    try:
        return annotated_here(article)
    except ReadingError:
        return None
