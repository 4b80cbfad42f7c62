"""A library's removals: an article goes at once, can come back for a while, and no feed brings it."""

from datetime import timedelta

from index.attribution import annotate
from index.errors import ArticleNotFoundError, RemovalNotFoundError
from index.library.reports import Moderation
from index.model.article import ArticleSummary
from index.model.moderation import Removal
from index.store.removals import drop_kept, forget_removal, kept_article, put_removal, removals_of

RESTORABLE = timedelta(days=30)
"""How long the text of a removed article is kept."""


class Removing(Moderation):
    """Removing and restoring; see `index.library.library.Library`."""

    def remove(self, article_id: str, *, by: str = "") -> ArticleSummary:
        """Remove an article, and return what it was. For 30 days it can be restored; then only its id, its link and a
        digest of its text are kept, so that no feed brings it back.

        Raises
        ------
        ArticleNotFoundError
        """
        store = self._shared.store
        with store.writing(self.community):
            annotated = store.get(self.community, article_id)
            if annotated is None:
                raise ArticleNotFoundError(article_id)
            store.delete(self.community, article_id)
            now = self._shared.now()
            put_removal(store, self.community, annotated, now, by)
            drop_kept(store, self.community, now - RESTORABLE)
        return annotated.summary

    def restore(self, article_id: str) -> ArticleSummary:
        """Bring a removed article back as it was, under its id and with its corrections.

        Raises
        ------
        RemovalNotFoundError
            If it was not removed, or more than 30 days ago, or its id has been given to another article.
        """
        store = self._shared.store
        while True:
            before = kept_article(store, self.community, article_id)
            annotated = None if before is None else annotate(before.article)
            with store.writing(self.community):
                drop_kept(store, self.community, self._shared.now() - RESTORABLE)
                kept = kept_article(store, self.community, article_id)
                if annotated is None or kept is None or store.get(self.community, article_id) is not None:
                    raise RemovalNotFoundError(article_id)
                if kept.article != annotated.article:
                    continue  # another version was removed while this one was annotated
                restored = self._corrected(annotated)
                store.put(self.community, restored)
                forget_removal(store, self.community, article_id)
                return restored.summary

    def removed(self) -> tuple[Removal, ...]:
        """What was removed, newest first."""
        store = self._shared.store
        with store.writing(self.community):
            drop_kept(store, self.community, self._shared.now() - RESTORABLE)
            return removals_of(store, self.community)
