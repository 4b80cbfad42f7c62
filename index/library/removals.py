"""A library's removals: an article goes at once, can come back for a while, and no feed brings it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from index.errors import ArticleNotFoundError, RemovalNotFoundError, StoreError, StoreProblem
from index.library.corrections import Corrections
from index.model.article import ArticleSummary
from index.model.moderation import Removal
from index.search.forward import put_article
from index.store import Store
from index.store.calendar import counted_time
from index.store.removals import drop_kept, forget_removal, kept_article, put_removal, removals_of

RESTORABLE = timedelta(days=30)
"""How long the text of a removed article is kept."""


class Removals:
    """The articles that were removed from a community's library. Safe to use from several threads."""

    def __init__(self, store: Store, corrections: Corrections, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._corrections = corrections
        self._community = community
        self._now = now

    def remove(self, article_id: str, *, by: str = "") -> ArticleSummary:
        """Remove an article, and return what it was. For 30 days it can be restored; then only its id, its link and a
        digest of its text are kept, so that no feed brings it back.

        Raises
        ------
        ArticleNotFoundError
        """
        with self._store.writing(self._community):
            annotated = self._store.get(self._community, article_id)
            if annotated is None:
                raise ArticleNotFoundError(article_id)
            self._store.delete(self._community, article_id)
            put_removal(self._store, self._community, annotated, counted_time(self._store, self._now()), by)
            self.drop_old()
        return annotated.summary

    def restore(self, article_id: str) -> ArticleSummary:
        """Bring a removed article back as it was, under its id and with its corrections.

        Raises
        ------
        RemovalNotFoundError
            If it was not removed, or more than 30 days ago, or its id has been given to another article.
        """
        from index.attribution import annotate  # noqa: PLC0415 -- who only asks does not wait for it

        store = self._store
        while True:
            before = kept_article(store, self._community, article_id)
            annotated = None if before is None else annotate(before.article)
            with store.writing(self._community):
                self.drop_old()
                kept = kept_article(store, self._community, article_id)
                if annotated is None or kept is None or store.get(self._community, article_id) is not None:
                    raise RemovalNotFoundError(article_id)
                if kept.article != annotated.article:
                    continue  # another version was removed while this one was annotated
                restored = self._corrections.apply(annotated)
                put_article(store, self._community, restored)
                forget_removal(store, self._community, article_id)
                return restored.summary

    def list(self) -> tuple[Removal, ...]:
        """What was removed, newest first; of what may not be written, as it is there."""
        try:
            with self._store.writing(self._community):
                self.drop_old()
                return removals_of(self._store, self._community)
        except StoreError as error:
            if error.problem is not StoreProblem.READ_ONLY:
                raise
        return removals_of(self._store, self._community)

    def drop_old(self) -> None:
        """Drop the texts of articles that were removed more than 30 days ago."""
        drop_kept(self._store, self._community, counted_time(self._store, self._now()) - RESTORABLE)
