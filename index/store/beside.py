"""What is kept beside articles, as bytes made of one version of each: it is of use as long as that is the article's."""

from collections.abc import Mapping
from typing import Literal

from index.store import Store

PAGE = 200
"""Articles that are asked for at once, at most."""

_MADE_BY = {"vectors": "model", "forwards": "made_by"}  # the column that tells what made it


def kept_beside(
    store: Store, table: Literal["vectors", "forwards"], community: str, made_by: str, revisions: Mapping[str, int]
) -> dict[str, bytes]:
    """What `made_by` made of at most `PAGE` articles, given by the revision of each, by id; others are left out."""
    rows = store.read(
        f"SELECT article_id, revision, content FROM {table} WHERE community = ? AND {_MADE_BY[table]} = ? "  # noqa: S608
        f"AND article_id IN ({', '.join('?' * len(revisions))})",
        community,
        made_by,
        *revisions,
    )
    return {identity: content for identity, revision, content in rows if revisions[identity] == revision}


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
