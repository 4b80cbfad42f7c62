"""Feeds: RSS, Atom and JSON Feed as sites serve them, and bytes that are none."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import FeedItem, ReadingError, ReadingProblem, Sandbox, look_for_feed, read_feed
from index.sandbox.parsers.moments import moment

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


def test_entries_that_share_a_key_are_known_by_their_links(sandbox: Sandbox) -> None:
    shared = [item(link=f"/{number}?utm_source=feed", key="gazette") for number in range(3)]
    feed = read_feed(rss(*shared, item(link="/0/", key="gazette"), item(link="/4", key="4")), URL, sandbox)
    assert [found.key for found in feed.items] == [
        *(f"https://gazette.example/{number}" for number in range(3)),
        "https://gazette.example/0/",
        "4",
    ]


def test_what_only_counts_readers_makes_no_other_version(sandbox: Sandbox) -> None:
    first, second = (only(sandbox, rss(item(link=f"/toll?utm_id={number}", key=""))) for number in "12")
    assert (first.key, first.version) == (second.key, second.version)


@pytest.mark.parametrize("bad", ["&#0;", "&#55296;", "&#x1F;", "&#99999999999;", "&nbsp;", "&rain;", "a & b", "\x0b"])
def test_a_bad_character_costs_no_entry(sandbox: Sandbox, bad: str) -> None:
    feed = read_feed(rss(item(bad), item(title=f"Rain {bad}", key="2")), URL, sandbox)
    assert [found.key for found in feed.items] == ["1", "2"]
    assert feed.items[1].title.startswith("Rain")


def test_one_broken_letter_leaves_the_others_as_they_are(sandbox: Sandbox) -> None:
    titles = [item(title="Café à l’été", key=str(number)) for number in range(3)]
    data = rss(*titles).replace("é".encode(), b"\xc3", 1)
    assert [found.title for found in read_feed(data, URL, sandbox).items] == ["Caf à l’été", *["Café à l’été"] * 2]


def test_words_about_markup_are_no_markup(sandbox: Sandbox) -> None:
    words = '<![CDATA[<p>A feed may hold <!ENTITY rain "wet"> or <b>&#99999999999;</b> in its words.</p>]]>'
    assert only(sandbox, rss(item(words))).title == "Toll rises"


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("1771059600", "2026-02-14 09:00"),
        ("1771059600000", "2026-02-14 09:00"),
        ("02/14/2026 9:00:00 AM", "2026-02-14 09:00"),
        ("14.02.2026 09:00", "2026-02-14 09:00"),
        ("2026/02/14 09:00", "2026-02-14 09:00"),
        ("February 14, 2026", "2026-02-14 00:00"),
        ("Sa, 14 Feb 2026 09:00:00 +0100", "2026-02-14 08:00"),
        ("Sat, 14 Feb 2026 09:00 EST", "2026-02-14 14:00"),
        ("Thursday, 12 March 2026 10:15 PM", "2026-03-12 22:15"),
        ("2026-02-14 09:00 PM", "2026-02-14 21:00"),
        ("2026-02-14T09:00:00+01:00", "2026-02-14 08:00"),
        ("03.02.2026", "2026-02-03 00:00"),
        ("02/03/2026 09:00", None),  # of March or of February
        ("February 2026", None),
        ("2026", None),
        ("Yesterday, 9:00 AM", None),
        ("Mon, 01 Jan 0001 00:00:00 GMT", None),
        ("1970-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59Z", None),
        ("Sat, 31 Feb 2026 09:00:00 GMT", None),
    ],
)
def test_a_date_is_read_as_it_is_stated_or_not_at_all(sandbox: Sandbox, stated: str, read: str | None) -> None:
    found = only(sandbox, rss(item().replace("<guid", f"<pubDate>{stated}</pubDate><guid"))).published
    assert found == (datetime.fromisoformat(read).replace(tzinfo=UTC) if read else None)


@given(
    st.sampled_from(["Mon, ", "Sun, ", ""]),
    st.sampled_from([f"{day:02}" for day in range(33)] + ["1", "9"]),
    st.sampled_from(["Jan", "Feb", "Jun", "Sep", "Dec"]),
    st.integers(1000, 2999),
    st.tuples(st.integers(0, 24), st.integers(0, 60), st.integers(0, 60)),
    st.sampled_from(["GMT", "UTC", "+0000", "-0000", "+0530", "-0930", "+1400", "-1959", "+2000"]),
)
def test_a_date_as_most_have_it_is_read_as_any_other(
    weekday: str, day: str, month: str, year: int, clock: tuple[int, int, int], zone: str
) -> None:
    stated = f"{weekday}{day} {month} {year} {clock[0]:02}:{clock[1]:02}:{clock[2]:02} {zone}"
    spaced = stated.replace(f" {year} ", f"  {year} ")  # which is read by what reads all ways to write one
    assert moment(stated, None, days_first=None) == moment(spaced, None, days_first=None)


def test_one_date_tells_how_a_feed_orders_the_others(sandbox: Sandbox) -> None:
    stated = ["02/03/2026", "14/02/2026"]
    items = [item(key=day).replace("<guid", f"<pubDate>{day}</pubDate><guid") for day in stated]
    feed = read_feed(rss(*items), URL, sandbox)
    assert [found.published and found.published.month for found in feed.items] == [3, 2]


def test_a_json_feed_is_read(sandbox: Sandbox) -> None:
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Courier",
        "items": [
            {"id": 7, "url": "/rain", "title": "Rain", "date_published": "2026-02-03T10:00:00+01:00"},
            {"id": "8", "external_url": "https://other.example/wind#top", "content_text": "Wind.\nMore wind."},
            {"id": "9", "title": "No link"},
            {"id": "https://courier.example/fog", "title": "Fog", "date_modified": 1771059600},
            "no item",
        ],
    }
    feed = read_feed(b"\xef\xbb\xbf" + json.dumps(data).encode(), URL, sandbox)
    assert feed.title == "Courier"
    assert [(found.key, found.url, found.title) for found in feed.items] == [
        ("7", "https://gazette.example/rain", "Rain"),
        ("8", "https://other.example/wind", ""),
        ("https://courier.example/fog", "https://courier.example/fog", "Fog"),
    ]
    assert feed.items[0].published == datetime(2026, 2, 3, 9, tzinfo=UTC)


def test_a_page_names_its_feeds_comments_last(sandbox: Sandbox) -> None:
    links = "".join(
        f'<link rel="{rel}" type="{kind}" title="{title}" href="{href}">'
        for rel, kind, title, href in (
            ("alternate", "application/rss+xml", "Comments", "comments.xml"),
            ("stylesheet", "text/css", "", "style.css"),
            ("alternate", "application/json", "", "/posts/1"),
            ("alternate", "text/html", "", "/de/"),
            ("alternate", "application/atom+xml", "", "javascript:0"),
            ("Alternate home", "application/ATOM+xml; charset=utf-8", "", "atom.xml"),
            ("alternate", "application/feed+json", "", "//cdn.example/feed.json"),
        )
    )
    page = f'<html><head><base href="/news/">{links}</head><body><p>Rain</p></body></html>'.encode()
    assert look_for_feed(page, "https://gazette.example/today", sandbox) == (
        "https://gazette.example/news/atom.xml",
        "https://cdn.example/feed.json",
        "https://gazette.example/news/comments.xml",
        "https://gazette.example/posts/1",
    )


PROSE = "The toll on the harbour bridge rises in May, the council of the island said on Monday. "


@pytest.mark.parametrize(
    ("content", "full"),
    [
        (f"<p>{PROSE * 8}</p>", True),
        (f"<p>{PROSE * 8}</p><p>The post Toll rises appeared first on Gazette.</p>", True),
        (f"<p>{PROSE * 2}</p>", False),
        (f"<p>{PROSE * 8} The ferry [&#8230;]</p><p>The post Toll rises appeared first on Gazette.</p>", False),
        (f"<p>{PROSE * 8} The ferry …</p>", False),
        (f"<p>{PROSE * 8}</p><p><a href='/toll'>Continue reading</a></p>", False),
    ],
)
def test_the_whole_article_is_told_from_its_beginning(sandbox: Sandbox, content: str, *, full: bool) -> None:
    data = rss(item("Short.").replace("<guid", f"<content:encoded><![CDATA[{content}]]></content:encoded><guid"))
    data = data.replace(b"<rss", b'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"')
    assert bool(only(sandbox, data).markup) == full


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
     BOMB.decode().encode("utf-16"), b'{"version": "https://quay.example/", "items": []}'],
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
    data = rss(*(item("<p>Rain.</p>" * 1_000, key=str(number)) for number in range(200)))
    with Sandbox(seconds=0.001) as hurried, pytest.raises(ReadingError, match="too much time"):
        read_feed(data, URL, hurried)


@settings(max_examples=12)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_feed_with_odd_bytes_in_it_is_read_or_refused(sandbox: Sandbox, odd: bytes, at: int) -> None:
    data = rss(item("Rain."), item(key="2"))
    with suppress(ReadingError):
        for found in read_feed(data[:at] + odd + data[at:], URL, sandbox).items:
            assert found.url.startswith(("http://", "https://"))
