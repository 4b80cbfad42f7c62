"""What is asked of a site, and what came back."""

from dataclasses import dataclass
from enum import Enum

_MARKUP = ("text/html", "application/xhtml+xml")
_TEXT = ("text/plain", "text/markdown", "text/x-markdown")
_PDF = "application/pdf"
_FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
)


class Wanted(Enum):
    """What a link is fetched as: its value are the media types it may have."""

    PAGE = (*_MARKUP, *_TEXT, _PDF)
    FEED = (*_FEEDS, *_MARKUP, "text/plain")  # many feeds are served as a page or as text

    @property
    def accept(self) -> str:
        """The value of the Accept header."""
        return ", ".join((*self.value, "*/*;q=0.1"))

    @property
    def words(self) -> str:
        """What a person would call it, without an article."""
        return "page, text or PDF" if self is Wanted.PAGE else "feed (RSS or Atom)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A site's answer.

    Attributes
    ----------
    url : str
        Where the answer came from, after redirects and without a fragment.
    data : bytes
        Decompressed; empty if `not_modified`.
    media_type : str
        In lower case, without parameters; "" if `not_modified`.
    charset : str | None
        The encoding that the site declares, if any.
    etag, last_modified : str | None
        To be given with the next request, which is then answered `not_modified` if nothing has changed.
    """

    url: str
    data: bytes
    media_type: str
    charset: str | None
    etag: str | None
    last_modified: str | None
    not_modified: bool = False
