"""The bundled sample articles: original prose about invented people and places."""

from importlib.resources import files

from index.model.article import Article
from index.reading import read_bytes
from index.sandbox import Sandbox

SAMPLE_QUESTION = "What did the harbour captain say?"
"""A question that the samples answer: where it finds nothing, this installation is damaged."""


def sample_articles() -> tuple[Article, ...]:
    """All sample articles, by file name."""
    found = sorted(
        (entry for entry in files("index.samples").iterdir() if entry.name.endswith((".txt", ".md"))),
        key=lambda entry: entry.name,
    )
    with Sandbox() as unused:  # for HTML and PDF
        return tuple(read_bytes(entry.read_bytes(), entry.name, unused) for entry in found)
