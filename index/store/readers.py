"""Communities' ranking indexes, saved as bytes."""

from dataclasses import dataclass

from index.store import Store


@dataclass(frozen=True, slots=True)
class SavedReader:
    """An index as it was at a revision of its community, with how many articles it holds, by the code `made_by`."""

    made_by: str
    revision: int
    articles: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Behind:
    """How far a saved index is behind its community.

    Attributes
    ----------
    gone : int
        Articles that it holds and that were removed or written again since.
    new, sentences : int
        Sentences that it has not, and of all articles.
    """

    gone: int
    new: int
    sentences: int


def put_reader(store: Store, community: str, saved: SavedReader) -> None:
    """Save an index in place of the community's last one, unless that is as new and of the same code, or an article
    that this one holds has gone meanwhile, with its community perhaps."""
    with store.writing(community):
        query = "SELECT count(*) FROM articles WHERE community = ? AND revision <= ?"
        ((held,),) = store.read(query, community, saved.revision)
        if held != saved.articles:
            return
        if not held:
            store.write("DELETE FROM indexes WHERE community = ?", community)
            return
        store.write(
            "INSERT INTO indexes (community, made_by, revision, articles, content) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (community) DO UPDATE SET made_by = excluded.made_by, revision = excluded.revision, "
            "articles = excluded.articles, content = excluded.content "
            "WHERE indexes.revision < excluded.revision OR indexes.made_by <> excluded.made_by",
            community,
            saved.made_by,
            saved.revision,
            saved.articles,
            saved.content,
        )


def reader_of(store: Store, community: str, made_by: str) -> SavedReader | None:
    """The community's index, if there is one of that code."""
    query = "SELECT revision, articles, content FROM indexes WHERE community = ? AND made_by = ?"
    rows = store.read(query, community, made_by)
    return SavedReader(made_by, *rows[0]) if rows else None


def behind(store: Store, community: str, made_by: str) -> Behind:
    """How far the community's index is behind; where there is none of that code, by everything."""
    query = "SELECT revision, articles FROM indexes WHERE community = ? AND made_by = ?"
    rows = store.read(query, community, made_by)
    revision, articles = rows[0] if rows else (0, 0)
    ((held, old, sentences),) = store.read(
        "SELECT count(CASE WHEN revision <= ? THEN 1 END), sum(CASE WHEN revision <= ? THEN sentence_count END), "
        "sum(sentence_count) FROM articles WHERE community = ?",
        revision,
        revision,
        community,
    )
    total = int(sentences or 0)
    return Behind(articles - held, total - int(old or 0), total)
