"""Feeds: RSS and Atom as sites serve them, and bytes that are none."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import FeedItem, ReadingError, ReadingProblem, Sandbox, read_feed

URL = "https://gazette.example/news/feed.xml"


def rss(*items: str, title: str = "Gazette") -> bytes:
    return f'<rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'.encode()


def item(words: str = "", *, title: str = "Toll rises", link: str = "/toll", key: str = "1") -> str:
    return (
        f'<item><title>{title}</title><link>{link}</link><guid isPermaLink="false">{key}</guid>'
        f"<description>{words}</description></item>"
    )


def only(sandbox: Sandbox, data: bytes, url: str = URL) -> FeedItem:
    (found,) = read_feed(data, url, sandbox).items
    return found


def test_rss_is_read(sandbox: Sandbox) -> None:
    data = rss(item("x").replace("<guid", "<pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate><guid"))
    feed = read_feed(data, URL, sandbox)
    assert feed.title == "Gazette"
    (found,) = feed.items
    assert (found.key, found.url, found.title) == ("1", "https://gazette.example/toll", "Toll rises")
    assert found.published == datetime(2024, 5, 3, 8, tzinfo=UTC)


def test_atom_is_read_with_its_own_base(sandbox: Sandbox) -> None:
    data = (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/n/"><title>Courier</title>'
        b'<entry><id>urn:1</id><title type="html">Rain &amp;amp; &lt;b&gt;wind&lt;/b&gt;</title>'
        b'<link rel="enclosure" href="z.mp3"/><link href="rain#top"/>'
        b"<updated>2024-05-03T10:00:00Z</updated></entry></feed>"
    )
    feed = read_feed(data, URL, sandbox)
    assert feed.title == "Courier"
    found = feed.items[0]
    assert (found.key, found.url, found.title) == ("urn:1", "https://other.example/n/rain", "Rain & wind")
    assert found.published == datetime(2024, 5, 3, 10, tzinfo=UTC)


def test_another_word_date_or_title_is_another_version(sandbox: Sandbox) -> None:
    dated = item("Rain.").replace("<guid", "<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate><guid")
    variants = [item("Rain."), item("Snow."), item("Rain.", title="Toll falls"), item("Rain.", link="/t"), dated]
    versions = [only(sandbox, rss(variant)).version for variant in variants]
    assert len(set(versions)) == len(versions)
    assert only(sandbox, rss(item("Rain."), title="Renamed")).version == versions[0]


def test_only_links_to_pages_are_kept_and_each_entry_once(sandbox: Sandbox) -> None:
    odd = ["javascript:alert(1)", "file:///etc/passwd", "ftp://gazette.example/a", "", "http://[", "https://"]
    items = [item(link=link, key=f"odd {number}") for number, link in enumerate(odd)]
    feed = read_feed(rss(*items, item("first"), item("second")), URL, sandbox)
    assert [(found.key, found.url) for found in feed.items] == [("1", "https://gazette.example/toll")]


def test_an_entry_without_a_key_is_known_by_its_link(sandbox: Sandbox) -> None:
    assert only(sandbox, rss("<item><link>/a</link></item>")).key == "https://gazette.example/a"
    assert only(sandbox, rss("<item><guid>https://gazette.example/b</guid></item>")).url == "https://gazette.example/b"


def test_two_hundred_entries_are_read(sandbox: Sandbox) -> None:
    feed = read_feed(rss(*(item(link=f"/{number}", key=str(number)) for number in range(999))), URL, sandbox)
    assert [found.key for found in feed.items] == [str(number) for number in range(200)]


def test_a_feed_without_entries_is_one(sandbox: Sandbox) -> None:
    assert read_feed(rss(), URL, sandbox).items == ()


def test_an_encoding_is_taken_from_the_feed(sandbox: Sandbox) -> None:
    data = b'<?xml version="1.0" encoding="iso-8859-1"?>' + rss(item(title="Café")).decode().encode("latin-1")
    assert only(sandbox, data).title == "Café"


def test_a_feed_that_breaks_off_gives_what_it_has(sandbox: Sandbox) -> None:
    assert read_feed(rss(item(), item(key="2", link="/2"))[:-60], URL, sandbox).items


BOMB = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>' + rss(item(title="&b;"))


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 100, b"rain", b"<html><body><p>Rain</p></body></html>", b'{"items": []}', BOMB, b"%PDF-1.4",
     BOMB.decode().encode("utf-16")],
)  # fmt: skip
def test_what_is_no_feed_is_named(sandbox: Sandbox, data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_feed(data, URL, sandbox)
    assert caught.value.problem is ReadingProblem.NO_FEED
    assert str(caught.value).startswith(f"{URL}: ")


def test_bytes_that_name_a_file_are_not_opened(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(item()))
    with pytest.raises(ReadingError):
        read_feed(str(path).encode(), URL, sandbox)


def test_a_feed_that_takes_too_long_is_left() -> None:
    with Sandbox(seconds=0.001) as hurried, pytest.raises(ReadingError, match="too much time"):
        read_feed(rss(item()), URL, hurried)


@settings(max_examples=12, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_feed_with_odd_bytes_in_it_is_read_or_refused(sandbox: Sandbox, odd: bytes, at: int) -> None:
    data = rss(item("Rain."), item(key="2"))
    with suppress(ReadingError):
        for found in read_feed(data[:at] + odd + data[at:], URL, sandbox).items:
            assert found.url.startswith(("http://", "https://"))
