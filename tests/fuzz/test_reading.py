"""Files and feeds of any kind are read, or refused with the one error that is documented."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import ReadingError, Sandbox, read_all, read_bytes, read_feed, read_text
from index.reading import read_records
from tests.fuzz import pieces
from tests.fuzz.effort import examples
from tests.fuzz.families import MARKUP
from tests.fuzz.holding import article_holds, refusal_holds


@pytest.fixture(scope="module")
def hurried() -> Iterator[Sandbox]:
    """A sandbox that soon loses its patience."""
    with Sandbox(seconds=3.0) as hurried:
        yield hurried


_NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a", "a\0.htm", "a.xhtml", "\ud800.markdown"])


@examples(100)
@given(pieces.prose, st.none() | st.just("") | pieces.prose)
def test_text_is_kept_and_parted_into_paragraphs(text: str, title: str | None) -> None:
    article = read_text(text, title=title)
    assert article.text == text.replace("\r\n", "\n").replace("\r", "\n")
    article_holds(article)


@examples(100)
@given(pieces.encoded(pieces.prose | pieces.markdown | pieces.page) | st.binary(max_size=80), _NAMES)
def test_bytes_are_an_article_or_refused(sandbox: Sandbox, data: bytes, name: str) -> None:
    try:
        article = read_bytes(data, name, sandbox)
    except ReadingError as error:
        refusal_holds(error, name)
        return
    article_holds(article, whole=False)
    assert article.text.strip()


@examples(100)
@given(pieces.markdown)
def test_markdown_is_kept_as_it_is(sandbox: Sandbox, text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        article = read_bytes(data, "a.md", sandbox)
    except ReadingError:
        return
    article_holds(article, whole=False)
    assert article.text.split() == data.decode("utf-8-sig").split()


@examples(60)
@given(pieces.page)
def test_pages_are_an_article_or_refused(sandbox: Sandbox, markup: str) -> None:
    try:
        article = read_bytes(f"<html><body><article>{markup}".encode("utf-8", "replace"), "a.html", sandbox)
    except ReadingError as error:
        refusal_holds(error, "a.html")
        return
    article_holds(article)


@pytest.mark.parametrize("family", MARKUP)
def test_a_hostile_page_costs_this_process_nothing(hurried: Sandbox, family: str) -> None:
    page = f"<html><body><article><p>The ferry sails at dawn.</p>{MARKUP[family](390_000)}"
    began = time.process_time()
    try:
        article_holds(read_bytes(page.encode(), "a.html", hurried))
    except ReadingError as error:
        refusal_holds(error, "a.html")
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize("depth", [50, 60_000])
@pytest.mark.parametrize("tag", ["div", "b", "ul", "table", "a", "math"])
def test_deep_nesting_is_an_article_or_refused(sandbox: Sandbox, tag: str, depth: int) -> None:
    markup = f"<{tag}>" * depth + "<p>The ferry sails at dawn, the captain said on Monday.</p>" + f"</{tag}>" * depth
    try:
        article_holds(read_bytes(markup.encode(), "a.html", sandbox))
    except ReadingError as error:
        refusal_holds(error, "a.html")


@examples(100)
@given(st.lists(st.text(max_size=40) | st.builds('{{"id": {0}, "text": {0}}}'.format, st.integers()), max_size=4))
def test_records_are_articles_or_errors_in_their_place(lines: list[str]) -> None:
    for found in read_records(lines, "a.jsonl"):
        if isinstance(found, ReadingError):
            assert found.source.startswith("line ")
        else:
            article_holds(found)


@examples(6)
@given(pieces.encoded(pieces.feed))
def test_feeds_have_items_or_are_refused(sandbox: Sandbox, data: bytes) -> None:
    url = "https://quay.example/feed"
    try:
        found = read_feed(data, url, sandbox)
    except ReadingError as error:
        refusal_holds(error, url)
        return
    keys = [item.key for item in found.items]
    assert len(set(keys)) == len(keys) <= 200
    assert all(item.url.startswith(("http://", "https://")) for item in found.items)
    assert all("\n" not in title for title in (found.title, *(item.title for item in found.items)))


@examples(5)
@given(pieces.printed)
def test_documents_are_an_article_or_refused(sandbox: Sandbox, data: bytes) -> None:
    try:
        article_holds(read_bytes(data, "a.pdf", sandbox))
    except ReadingError as error:
        refusal_holds(error, "a.pdf")


@examples(30)
@given(pieces.parcel)
def test_parcels_are_articles_or_refused(sandbox: Sandbox, data: bytes) -> None:
    for found in read_all(data, "a", sandbox):
        if isinstance(found.result, ReadingError):
            refusal_holds(found.result, found.name)
        else:
            article_holds(found.result)
