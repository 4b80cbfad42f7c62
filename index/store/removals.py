"""Articles that were removed: what they are known again by and, for a while, all that is needed to restore them."""

import json
from datetime import datetime

from index.model.article import AnnotatedArticle, ArticleSummary
from index.model.moderation import Removal
from index.store import Store
from index.store.rows import digest_of, from_row, kept_row, to_row
from index.store.tables import REMOVALS, put


def put_removal(store: Store, community: str, annotated: AnnotatedArticle, at: datetime, by: str) -> None:
    """Remember an article as removed, in place of an earlier removal of its id."""
    article = annotated.article
    kept = json.dumps(to_row(annotated))
    put(store, community, REMOVALS, article.id, article.url, digest_of(article.text), at.isoformat(), by, kept)


def removals_of(store: Store, community: str) -> tuple[Removal, ...]:
    """All removals, newest first."""
    found = []
    for _, identity, url, _, at, by, kept in store.read(f"{REMOVALS.selection} ORDER BY at DESC, id", community):
        forgotten = ArticleSummary(identity, "", None, (), None, url, 0, 0)
        summary = forgotten if kept is None else from_row(kept_row(kept)).summary
        found.append(Removal(summary, datetime.fromisoformat(at), by, restorable=kept is not None))
    return tuple(found)


def kept_article(store: Store, community: str, article_id: str) -> AnnotatedArticle | None:
    """A removed article as it was; None if it was not removed, or is kept no more."""
    for (kept,) in store.read("SELECT kept FROM removals WHERE community = ? AND id = ?", community, article_id):
        return from_row(kept_row(kept)) if kept is not None else None
    return None


def forget_removal(store: Store, community: str, article_id: str) -> None:
    """Forget that an article was removed."""
    store.write("DELETE FROM removals WHERE community = ? AND id = ?", community, article_id)


def drop_kept(store: Store, community: str | None, before: datetime) -> None:
    """Keep of the articles removed before that moment, with None in all communities, only what they are known again
    by."""
    statement = (
        "UPDATE removals SET kept = NULL WHERE at < ? AND kept IS NOT NULL AND community = coalesce(?, community)"
    )
    store.write(statement, before.isoformat(), community)
