"""What is asked of a site and what came back, taken as what was asked for or turned into an error.

A site writes into its headers whatever it likes: of each, so much is read as an honest one has, and in no time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum

from yarl import URL

from index.errors import FetchError, FetchProblem
from index.web.guard import PORTS, Address

_MARKUP = ("text/html", "application/xhtml+xml")
_TEXT = ("text/plain", "text/markdown", "text/x-markdown")
DOCUMENTS = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/epub+zip",
    "message/rfc822",
    "multipart/related",
)
"""What is neither text nor markup, but may be an article."""
_FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "text/xml",
)


class Wanted(Enum):
    """What a link is fetched as: its value are the media types it may have."""

    PAGE = (*_MARKUP, *_TEXT, *DOCUMENTS)
    FEED = (*_FEEDS, *_MARKUP, "text/plain")  # many feeds are served as a page or as text

    @property
    def accept(self) -> str:
        """The value of the Accept header."""
        return ", ".join((*self.value, "*/*;q=0.1"))

    @property
    def words(self) -> str:
        """What a person would call it, without an article."""
        return "page, text or document" if self is Wanted.PAGE else "feed (RSS, Atom or JSON Feed)"


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


_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_VALIDATOR = 500
_LONGEST_TYPE = 300
_LONGEST_DATE = 60
_LONGEST_WAIT = 7 * 86_400.0  # seconds of a Retry-After that are believed
_REASONS = {
    401: "the site wants a login (401); save the page and add that file",
    402: "the site wants to be paid (402); save the page and add that file",
    403: "the site does not let programs read this (403); save the page and add that file",
    404: "there is no such page (404); check the link",
    410: "the page was removed (410); the site says that it will not come back",
    429: "the site asks for fewer requests (429); try again later",
    451: "the page may not be shown for legal reasons (451)",
}


class RefusedError(Exception):
    """An address that may not be connected to."""

    def __init__(self, address: Address, port: int) -> None:
        super().__init__(f"{address} port {port}")
        self.port = port


@dataclass(frozen=True, slots=True)
class SiteAnswer:
    """One answer as it came: headers whose names are of any case; `data` only with status 200."""

    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def location(self) -> str:
        """Where it redirects to; "" if it does not."""
        return self.headers.get("Location", "").strip() if self.status in _REDIRECTS else ""


def fetched(target: URL, answer: SiteAnswer, want: Wanted, *, conditional: bool) -> Fetched:
    """What `answer` holds, if it is what was asked for.

    Raises
    ------
    FetchError
    """
    etag, modified = _validator(answer, "ETag"), _validator(answer, "Last-Modified")
    if answer.status == 304 and conditional:
        return Fetched(str(target), b"", "", None, etag, modified, not_modified=True)
    if answer.status != 200:
        raise unwell(target, answer)
    media_type, charset = content_type(answer.headers.get("Content-Type", ""))
    if media_type not in want.value:
        raise FetchError(
            str(target), FetchProblem.TYPE, f"it is no {want.words} but '{media_type[:60]}'; give the link of one"
        )
    return Fetched(str(target), answer.data, media_type, charset, etag, modified)


def content_type(header: str) -> tuple[str, str | None]:
    """Media type, in lower case, and charset of a Content-Type header; without one, some bytes are meant.

    aiohttp has this of Python's parser for mail, which takes a second for a header of semicolons, and for one of
    brackets all of the stack.
    """
    kind, *parameters = "".join(char if char.isprintable() else "\ufffd" for char in header[:_LONGEST_TYPE]).split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), value.strip(" \"'") or None
    return kind.strip().lower() or "application/octet-stream", None


def unwell(target: URL, answer: SiteAnswer) -> FetchError:
    """The error of an answer whose status is none of success."""
    status = answer.status
    reason = _REASONS.get(status)
    if reason is None and status >= 500:
        reason = f"the site has a fault ({status}); try again later"
    return FetchError(
        str(target),
        FetchProblem.STATUS,
        reason or f"the site answers with status {status} and no page; check the link in a browser",
        status=status,
        retry_after=_retry_after(answer.headers),
    )


def refusal(url: str, error: RefusedError) -> FetchError:
    """The error of an address that may not be connected to; it does not say which, for that is nobody's business."""
    if error.port not in PORTS:
        return FetchError(
            url, FetchProblem.PORT, f"port {error.port} is not read, only 80 and 443; give a link without a port"
        )
    return FetchError(url, FetchProblem.ADDRESS, "it leads to a private network; give a link of a public site")


def _validator(answer: SiteAnswer, name: str) -> str | None:
    value = answer.headers.get(name, "").strip()
    return value if 0 < len(value) <= _LONGEST_VALIDATOR and value.isascii() and value.isprintable() else None


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds of a Retry-After, which gives seconds or a date."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), _LONGEST_WAIT)
    until = _moment(value)
    if until is None:
        return None
    now = _moment(headers.get("Date", "")) or datetime.now(UTC)
    return min(max((until - now).total_seconds(), 0.0), _LONGEST_WAIT)


def _moment(words: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(words[:_LONGEST_DATE])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
