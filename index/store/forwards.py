"""What search indexes hold of single articles, as bytes: written with the article, and lost with it."""

from collections.abc import Mapping

from index.store import Store

PAGE = 200
"""Articles that are asked for at once, at most."""


def put_forward(store: Store, community: str, article_id: str, revision: int, made_by: str, content: bytes) -> None:
    """Save what the code `made_by` made of an article, which was written at `revision`."""
    store.write(
        "INSERT INTO forwards (community, article_id, revision, made_by, content) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (community, article_id) DO UPDATE SET revision = excluded.revision, made_by = excluded.made_by, "
        "content = excluded.content",
        community,
        article_id,
        revision,
        made_by,
        content,
    )


def forwards_of(store: Store, community: str, made_by: str, revisions: Mapping[str, int]) -> dict[str, bytes]:
    """What that code made of at most `PAGE` articles, given by the revision of each, by id; others are left out."""
    rows = store.read(
        "SELECT article_id, revision, content FROM forwards WHERE community = ? AND made_by = ? "  # noqa: S608
        f"AND article_id IN ({', '.join('?' * len(revisions))})",
        community,
        made_by,
        *revisions,
    )
    return {identity: content for identity, revision, content in rows if revisions[identity] == revision}
