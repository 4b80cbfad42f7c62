"""The bundled sample articles: original prose about invented people and places, with what is found in them."""

import json
from pathlib import Path

from index.model.article import AnnotatedArticle, Article
from index.model.identifiers import PUBLIC
from index.store import Store
from index.store.rows import from_row
from index.store.vectors import SavedVectors, put_vectors

SAMPLE_QUESTION = "What did the harbour captain say?"
"""A question that the samples answer: where it finds nothing, this installation is damaged."""

ANNOTATED = Path(__file__).with_name("annotated.json")
"""What is stored of each sample, by file name: `annotate` takes longer than answering does."""

VECTORS = Path(__file__).with_name("vectors.npz")
"""What the encoder makes of the sentences of each, by id, and by "model" which encoder that was."""


def sample_articles() -> tuple[Article, ...]:
    """All sample articles, by file name."""
    from index.reading import read_bytes  # noqa: PLC0415 -- they are annotated already where they are only asked about
    from index.sandbox import Sandbox  # noqa: PLC0415

    found = sorted(path for path in Path(__file__).parent.iterdir() if path.suffix in {".txt", ".md"})
    with Sandbox() as unused:  # for HTML and PDF
        return tuple(read_bytes(path.read_bytes(), path.name, unused) for path in found)


def annotated_samples() -> tuple[AnnotatedArticle, ...]:
    """`sample_articles`, each under its id and with its attributions, as they are shipped."""
    return tuple(from_row(tuple(row)) for row in json.loads(ANNOTATED.read_text(encoding="utf-8")))


def sample_vectors(model: str) -> dict[str, SavedVectors]:
    """The vectors of the sentences of each sample, by id, as they are shipped; none if another encoder made them."""
    import numpy as np  # noqa: PLC0415 - as above

    with np.load(VECTORS) as saved:
        if str(saved["model"]) != model:
            return {}
        return {name: SavedVectors(model, "", saved[name].tobytes()) for name in saved.files if name != "model"}


def put_samples(store: Store, model: str | None) -> None:
    """Write the samples into the public library, with their vectors if these are what an encoder `model` makes."""
    vectors = sample_vectors(model) if model is not None else {}
    with store.writing(PUBLIC):
        for annotated in annotated_samples():
            name, revision = annotated.article.id, store.put(PUBLIC, annotated)
            if name in vectors:
                put_vectors(store, PUBLIC, name, revision, vectors[name])
