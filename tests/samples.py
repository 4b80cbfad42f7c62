"""Annotate and encode the bundled samples as a library does when they are added, into the files that are shipped:
``python -m tests.samples``, after a change to a sample, to what is found in articles, or to the encoder."""

import json
from datetime import UTC, datetime

import numpy as np

from index import AnnotatedArticle, Library, open_library, sample_articles, shared_encoder
from index.encoder.encoder import Encoder
from index.model.identifiers import PUBLIC
from index.samples import ANNOTATED, VECTORS
from index.search.cache import ReaderCache
from index.store import Store
from index.store.beside import kept_beside
from index.store.rows import to_row


def annotated() -> tuple[AnnotatedArticle, ...]:
    """The samples, annotated by the code as it is."""
    with open_library(None) as library:
        return tuple(library.show(library.add(article).article.id) for article in sample_articles())


def encoded(encoder: Encoder) -> dict[str, bytes]:
    """The vectors of each sample's sentences, by id, made by the code as it is."""
    store, model = Store(None), encoder.digest()
    assert model is not None
    with Library(store, ReaderCache(store, encoder=encoder), PUBLIC, lambda: datetime.now(UTC)) as library:
        for article in sample_articles():
            library.add(article)
        library.complete()
        return kept_beside(store, "vectors", PUBLIC, model, store.revisions(PUBLIC))


def main() -> None:
    """Write the files."""
    rows = [to_row(each) for each in annotated()]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    ANNOTATED.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    vectors = {name: np.frombuffer(content, np.uint8) for name, content in encoded(shared_encoder()).items()}
    np.savez(VECTORS, model=np.array(shared_encoder().digest()), **vectors)


if __name__ == "__main__":
    main()
