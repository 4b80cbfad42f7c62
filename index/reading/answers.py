"""Sites' answers: taken as what was asked for, or turned into the error that says what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from yarl import URL

from index.errors import FetchError, FetchProblem
from index.reading.addresses import PORTS, Address
from index.reading.fetched import Fetched, Wanted

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_VALIDATOR = 500
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
class Answer:
    """One answer as it came; `data` only with status 200."""

    status: int
    headers: Mapping[str, str]
    media_type: str
    charset: str | None
    data: bytes

    @property
    def location(self) -> str:
        """Where it redirects to; "" if it does not."""
        return self.headers.get("Location", "").strip() if self.status in _REDIRECTS else ""


def fetched(target: URL, answer: Answer, want: Wanted, *, conditional: bool) -> Fetched:
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
    media_type = answer.media_type.lower()
    if media_type not in want.value:
        raise FetchError(
            str(target), FetchProblem.TYPE, f"it is no {want.words} but '{media_type[:60]}'; give the link of one"
        )
    return Fetched(str(target), answer.data, media_type, answer.charset, etag, modified)


def unwell(target: URL, answer: Answer) -> FetchError:
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


def _validator(answer: Answer, name: str) -> str | None:
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
        found = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
