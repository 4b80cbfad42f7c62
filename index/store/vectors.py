"""The vectors of articles' sentences, as bytes: made after an article was stored, and lost with it."""

from dataclasses import dataclass

from index.store import Store


@dataclass(frozen=True, slots=True)
class SavedVectors:
    """Vectors made by `model` of `texts`, a digest of what was encoded."""

    model: str
    texts: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Lacking:
    """An article, at a revision, that has no vectors."""

    article_id: str
    revision: int
    sentences: int


def put_vectors(store: Store, community: str, article_id: str, revision: int, made: SavedVectors) -> None:
    """Save an article's vectors, unless it has gone or been written again meanwhile."""
    with store.writing(community):
        if not _stands(store, community, article_id, revision):
            return
        store.write(
            "INSERT INTO vectors (community, article_id, revision, model, texts, content) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (community, article_id) DO UPDATE SET revision = excluded.revision, model = excluded.model, "
            "texts = excluded.texts, content = excluded.content",
            community,
            article_id,
            revision,
            made.model,
            made.texts,
            made.content,
        )


def renew_vectors(store: Store, community: str, article_id: str, revision: int, model: str, texts: str) -> bool:
    """Let the vectors of an article count for a later revision, if they were made by `model` of the same texts; tells
    whether it has such."""
    which = "community = ? AND article_id = ? AND model = ? AND texts = ?"
    same = community, article_id, model, texts
    if not store.read(f"SELECT 1 FROM vectors WHERE {which}", *same):  # noqa: S608 - constants
        return False
    with store.writing(community):
        if _stands(store, community, article_id, revision):
            store.write(f"UPDATE vectors SET revision = ? WHERE {which}", revision, *same)  # noqa: S608 - constants
    return True


def drop_vectors(store: Store, community: str, article_id: str) -> None:
    """Delete an article's vectors."""
    store.write("DELETE FROM vectors WHERE community = ? AND article_id = ?", community, article_id)


def lacking(store: Store, community: str, model: str) -> tuple[Lacking, ...]:
    """The articles of a community that have no vectors made by `model`, in order of writing."""
    rows = store.read(
        "SELECT id, articles.revision, sentence_count FROM articles LEFT JOIN vectors ON "
        "vectors.community = articles.community AND article_id = id AND vectors.revision = articles.revision "
        "AND model = ? WHERE articles.community = ? AND article_id IS NULL ORDER BY articles.revision, id",
        model,
        community,
    )
    return tuple(Lacking(*row) for row in rows)


def _stands(store: Store, community: str, article_id: str, revision: int) -> bool:
    query = "SELECT 1 FROM articles WHERE community = ? AND id = ? AND revision = ?"
    return bool(store.read(query, community, article_id, revision))
