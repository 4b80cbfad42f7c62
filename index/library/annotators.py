"""Processes that annotate articles while others are read and stored, for who adds many of them."""

import logging
import os
import signal
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from index.errors import ReadingError
from index.library.limits import sentences_of
from index.model.article import AnnotatedArticle, Article

_log = logging.getLogger(__name__)

_MOST = 8  # processes, of 150 MB each


class Annotators:
    """A process for each processor, 8 at most, and twice as many articles under way; with one processor there is none,
    nor where the system has no means for them.

    An article is begun ahead of its turn, and asked for when that comes; one that was not begun, or in other words, is
    annotated where it is asked for, and so are all if a process is lost. Not for several threads.
    """

    def __init__(self, processes: int | None = None) -> None:
        """Start as many processes as are given, by default those that this machine is fit for."""
        able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        count = min(able, _MOST) if processes is None else processes
        self._executor: ProcessPoolExecutor | None = None
        if count > 1:
            try:
                self._executor = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
            except (OSError, NotImplementedError, ImportError) as error:  # such as where there is no /dev/shm
                _log.info("Articles are annotated one after the other, for no processes can be had: %s", error)
        self.places = 2 * count if self._executor is not None else 0
        """How many articles are worth beginning ahead."""
        self._begun: OrderedDict[Article, Future[AnnotatedArticle | None]] = OrderedDict()

    def __enter__(self) -> "Annotators":
        return self

    def __exit__(self, *_: object) -> None:
        """Begin with no more; what is under way is waited for."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def begin(self, article: Article) -> None:
        """Have an article annotated."""
        if self._executor is None or article in self._begun:
            return
        if len(self._begun) >= 2 * self.places:  # some were never asked for
            self._begun.popitem(last=False)
        try:
            with _deaf():  # a process is started when there is something for it
                self._begun[article] = self._executor.submit(_annotated, article)
        except BrokenExecutor:
            self._lose()

    def annotated(self, article: Article) -> AnnotatedArticle:
        """The article, annotated.

        Raises
        ------
        ReadingError
            If it has too many paragraphs or sentences.
        """
        begun = self._begun.pop(article, None)
        if begun is not None:
            try:
                found = begun.result()
            except BrokenExecutor:
                self._lose()
            else:
                if found is not None:
                    return found
        return annotated_here(article)

    def _lose(self) -> None:
        _log.warning("A process that annotates articles was lost; they are annotated one after the other")
        self._executor = None
        self._begun.clear()


def annotated_here(article: Article) -> AnnotatedArticle:
    """The article, annotated in this process; see `Annotators.annotated`."""
    from index.attribution import attribute  # noqa: PLC0415 -- who only asks does not wait for it

    return attribute(article, sentences_of(article))


def _annotated(article: Article) -> AnnotatedArticle | None:
    """The same in a process of the pool; None where there is an error to be raised, which is left to who asks."""
    try:
        return annotated_here(article)
    except ReadingError:
        return None


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that are started inside leave Ctrl-C to who starts them, from their first moment on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
