"""Articles that were removed: what they are known again by and, for a while, all that is needed to restore them."""

import json
from datetime import datetime

from index.model.article import AnnotatedArticle, Article, ArticleSummary
from index.model.moderation import Removal
from index.store import Store
from index.store.engine import Row
from index.store.rows import digest_of, from_row, to_row

_COLUMNS = "id, url, at, removed_by, kept"


def put_removal(store: Store, community: str, annotated: AnnotatedArticle, at: datetime, by: str) -> None:
    """Remember an article as removed, in place of an earlier removal of its id."""
    article = annotated.article
    store.write(
        "INSERT INTO removals (community, id, url, digest, at, removed_by, kept) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (community, id) DO UPDATE SET url = excluded.url, digest = excluded.digest, at = excluded.at, "
        "removed_by = excluded.removed_by, kept = excluded.kept",
        community,
        article.id,
        article.url,
        digest_of(article.text),
        at.isoformat(),
        by,
        json.dumps(to_row(annotated)),
    )


def find_removal(store: Store, community: str, article: Article) -> str | None:
    """The id of the removed article that `article` is another version of: of its id, its url or its text."""
    return store.find(community, article, removed=True)


def removals_of(store: Store, community: str) -> tuple[Removal, ...]:
    """All removals, newest first."""
    rows = store.read(f"SELECT {_COLUMNS} FROM removals WHERE community = ? ORDER BY at DESC, id", community)  # noqa: S608
    return tuple(_removal(row) for row in rows)


def kept_article(store: Store, community: str, article_id: str) -> AnnotatedArticle | None:
    """A removed article as it was; None if it was not removed, or is kept no more."""
    for (kept,) in store.read("SELECT kept FROM removals WHERE community = ? AND id = ?", community, article_id):
        return from_row(tuple(json.loads(str(kept)))) if kept is not None else None
    return None


def forget_removal(store: Store, community: str, article_id: str) -> None:
    """Forget that an article was removed."""
    store.write("DELETE FROM removals WHERE community = ? AND id = ?", community, article_id)


def drop_kept(store: Store, community: str, before: datetime) -> None:
    """Keep of the articles removed before that moment only what they are known again by."""
    store.write(
        "UPDATE removals SET kept = NULL WHERE community = ? AND at < ? AND kept IS NOT NULL",
        community,
        before.isoformat(),
    )


def drop_all_kept(store: Store, before: datetime) -> None:
    """As `drop_kept`, in all communities."""
    store.write("UPDATE removals SET kept = NULL WHERE at < ? AND kept IS NOT NULL", before.isoformat())


def _removal(row: Row) -> Removal:
    identity, url, at, by, kept = row
    when = datetime.fromisoformat(str(at))
    if kept is None:
        link = None if url is None else str(url)
        return Removal(ArticleSummary(str(identity), "", None, (), None, link, 0, 0), when, str(by), restorable=False)
    return Removal(from_row(tuple(json.loads(str(kept)))).summary, when, str(by), restorable=True)
