"""Errors the index raises; every message names the thing at fault and the cure.

OnrecordError
├── ReadingError        a file, upload or line that cannot be read as an article
├── ArticleNotFoundError  no article of that id in this library
├── InvalidRequestError an argument out of range (an empty question, a zero limit)
└── StoreError          the database cannot be opened, is locked, or is of a newer version
"""


class OnrecordError(Exception):
    """Root of all errors that the index raises on purpose; ``str(error)`` is one plain sentence."""


class ReadingError(OnrecordError):
    """Something that was to be read as an article cannot be.

    Attributes
    ----------
    source : str
        The file name (or "line 3 of batch.jsonl") at fault.
    reason : str
        Why, and what would help, without the source's name.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class ArticleNotFoundError(OnrecordError):
    """No article of that id is in this library."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"There is no article '{article_id}' in this library; list the articles to see their ids.")
        self.article_id = article_id


class InvalidRequestError(OnrecordError):
    """A question, name or number that cannot be worked with, such as an empty question."""


class StoreError(OnrecordError):
    """The database cannot be opened, read or written."""
