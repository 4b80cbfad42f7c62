"""Headers: a site may write anything there, and nobody waits or falls for it."""

import logging
import time

import pytest

from index import Fetched, Fetcher, FetchError, FetchProblem, Limits, Wanted
from index.web.responses import content_type
from tests.fuzz.families import HEADERS
from tests.sites import answer_of, answering, fetcher, no_pause

_LONGEST = 8_000  # characters of a header; of one over 8,190 the whole answer is refused
_MOST = 0.5  # seconds of the processor for one answer; the work of some thousandths


async def fetched(headers: dict[str, str], body: bytes = b"rain") -> Fetched | FetchError:
    async with answering({"/a": answer_of(headers, body)}) as site, fetcher(site) as client:
        try:
            return await client.fetch(f"{site.url}/a", want=Wanted.PAGE)
        except FetchError as error:
            return error


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML; Charset=UTF-8", ("text/html", "UTF-8")),
        ('text/html;boundary=x; charset="koi8-r" ; charset=utf-8', ("text/html", "koi8-r")),
        ("text/html; charset='utf-8'", ("text/html", "utf-8")),
        ("text/html; charset=", ("text/html", None)),
        ("text/html;charset", ("text/html", None)),
        ("", ("application/octet-stream", None)),
        (";charset=utf-8", ("", "utf-8")),
        ("text/\udce9\x1b", ("text/\ufffd\ufffd", None)),
    ],
)
def test_type_and_charset_are_read(header: str, expected: tuple[str, str | None]) -> None:
    assert content_type(header) == expected


@pytest.mark.parametrize("family", HEADERS)
@pytest.mark.parametrize("name", ["Content-Type", "Location", "Set-Cookie", "Link", "Content-Disposition", "Refresh"])
async def test_a_hostile_header_takes_no_time(name: str, family: str) -> None:
    headers = {"Content-Type": "text/html", name: HEADERS[family](_LONGEST)}
    await fetched({})  # aiohttp is loaded
    began = time.process_time()
    found = await fetched(headers)
    assert time.process_time() - began < _MOST
    if isinstance(found, FetchError):
        assert (name, found.problem) == ("Content-Type", FetchProblem.TYPE)
        assert len(str(found)) < 300
    else:
        assert (found.media_type, found.data) == ("text/html", b"rain")


@pytest.mark.parametrize("name", ["Retry-After", "Date"])
@pytest.mark.parametrize("family", HEADERS)
async def test_a_hostile_date_takes_no_time(name: str, family: str) -> None:
    headers = {"Retry-After": "Fri, 03 May 2024 11:00:00 GMT", name: HEADERS[family](_LONGEST)}
    busy = answer_of(headers).replace(b"200 OK", b"429 Too Many Requests")
    async with answering({"/a": busy}) as site, fetcher(site) as client:
        began = time.process_time()
        with pytest.raises(FetchError) as caught:
            await client.fetch(f"{site.url}/a", want=Wanted.PAGE)
        assert time.process_time() - began < _MOST
    assert caught.value.status == 429


async def test_a_header_that_is_too_long_is_refused() -> None:
    found = await fetched({"Content-Type": "text/html" + "(" * 9_000})
    assert isinstance(found, FetchError)
    assert found.problem is FetchProblem.UNREACHABLE


async def test_a_long_redirect_is_refused() -> None:
    answer = answer_of({"Location": "/" + "a" * 8_000}).replace(b"200 OK", b"302 Found")
    async with answering({"/a": answer}) as site, fetcher(site) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch(f"{site.url}/a", want=Wanted.PAGE)
    assert caught.value.problem is FetchProblem.LINK


async def test_what_nobody_thought_of_is_an_error_of_that_link(caplog: pytest.LogCaptureFixture) -> None:
    def break_down(*_: object) -> bool:
        raise RuntimeError("nobody thought of this")

    async with answering({}) as site, Fetcher(allowed=break_down, limits=Limits(gap=0), pause=no_pause) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch(f"{site.url}/a", want=Wanted.PAGE)
    assert caught.value.problem is FetchProblem.UNREACHABLE
    assert caught.value.url == f"{site.url}/a"
    assert not caught.value.problem.lasting
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], RuntimeError)


async def test_an_answer_in_pieces_of_a_byte_is_left() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with answering({"/a": head + b"1\r\na\r\n" * 60_000 + b"0\r\n\r\n"}) as site, fetcher(site) as client:
        with pytest.raises(FetchError, match="it is sent in too many pieces"):
            await client.fetch(f"{site.url}/a", want=Wanted.PAGE)
