"""Files, bytes and records to articles: encodings, errors that name the file and the cure, nothing lost."""

import codecs
import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import ReadingError, ReadingProblem, Sandbox, read_bytes, read_file, read_records, read_text
from index.model.article import Article, ParagraphKind
from index.reading import MAX_BYTES

PROSE = "Café opens in Lower Mill\n\nThe owner, Zoë Brandt, said: “It’s about time – we’ve waited.”\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text(sandbox: Sandbox, tmp_path: Path, mark: bytes, encoding: str) -> None:
    path = tmp_path / "cafe.txt"
    path.write_bytes(mark + PROSE.encode(encoding))
    article = read_file(path, sandbox)
    assert article.text == PROSE
    assert article.title == "Café opens in Lower Mill"


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_are_the_only_thing_that_changes(sandbox: Sandbox, newline: str) -> None:
    assert read_bytes(PROSE.replace("\n", newline).encode(), "cafe.txt", sandbox).text == PROSE


@pytest.mark.parametrize(
    ("data", "words", "problem"),
    [
        (b"", "it is empty", ReadingProblem.EMPTY),
        (b" \n\t\r\n ", "it is empty", ReadingProblem.EMPTY),
        ("﻿ ".encode(), "it is empty", ReadingProblem.EMPTY),
        (b"\x00\x01\x02\x03" * 900, "it is no text", ReadingProblem.NOT_TEXT),
        (b"%PDF-1.7 ...", "it is a broken PDF", ReadingProblem.PDF_BROKEN),
        (b"PK\x03\x04...", "it is broken", ReadingProblem.BROKEN),
        (b"\x89PNG\r\n", "it is a picture", ReadingProblem.PICTURE),
        (b"SQLite format 3\x00...", "it is a database", ReadingProblem.DATABASE),
        (b"a" * (MAX_BYTES + 1), "more than the 2 MB", ReadingProblem.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(
    sandbox: Sandbox, tmp_path: Path, data: bytes, words: str, problem: ReadingProblem
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    with pytest.raises(ReadingError) as caught:
        read_file(path, sandbox)
    assert str(caught.value).startswith(f"{path}: ")
    assert words in str(caught.value)
    assert caught.value.problem is problem
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_directory_are_named(sandbox: Sandbox, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"gone\.txt: there is no such file"):
        read_file(tmp_path / "gone.txt", sandbox)
    with pytest.raises(ReadingError, match="it is a directory, not a file"):
        read_file(tmp_path, sandbox)
    with pytest.raises(ReadingError, match="it cannot be read"):
        read_file(tmp_path / "nul\0.txt", sandbox)


def test_exactly_two_megabytes_are_read(sandbox: Sandbox) -> None:
    data = b"word " * (MAX_BYTES // 5)
    assert len(data) == MAX_BYTES
    assert len(read_bytes(data, "long.txt", sandbox).text) == MAX_BYTES


def test_records_take_the_field_names_of_their_makers() -> None:
    lines = [
        json.dumps({"id": "a1", "text": "One.\r\nTwo.", "title": "T", "publisher": "Courier", "date": "2024-02-29"}),
        "",
        json.dumps({"id": 7, "text": "x", "outlet": "Ledger", "published": "1 May 2024", "authors": ["A", 5, "B"]}),
        json.dumps({"text": "y", "url": "javascript:alert(1)", "sentences": [], "id": True, "date": 5, "authors": "A"}),
        json.dumps({"text": "z", "url": " https://gazette.example/z "}),
    ]
    first, second, third, fourth = (found for found in read_records(lines, "batch") if isinstance(found, Article))
    assert (first.id, first.text, first.title, first.outlet) == ("a1", "One.\nTwo.", "T", "Courier")
    assert first.published == date(2024, 2, 29)
    assert (second.id, second.outlet, second.authors, second.published) == ("7", "Ledger", ("A", "B"), date(2024, 5, 1))
    assert (third.url, third.id, third.published, third.authors) == (None, "", None, ())
    assert fourth.url == "https://gazette.example/z"


def test_records_of_the_same_length_keep_their_offsets() -> None:
    text = "One.\r\nC:\\road\rTwo."
    (article,) = read_records([json.dumps({"text": text})], "batch", same_length=True)
    assert isinstance(article, Article)
    assert len(article.text) == len(text)
    assert article.text == "One. \nC:\\road\nTwo."


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"text": 5}', "[" * 50_000, '"x"'])
def test_a_bad_record_is_named_by_its_line_and_the_others_are_read(line: str) -> None:
    found = list(read_records(['{"text": "fine"}', line, '{"text": "fine, too"}'], "batch.jsonl"))
    assert [isinstance(one, Article) for one in found] == [True, False, True]
    assert str(found[1]).startswith("line 2 of batch.jsonl: ")


def test_a_record_over_two_megabytes_is_refused() -> None:
    (found,) = read_records([json.dumps({"text": "a" * (MAX_BYTES + 1)})], "batch")
    assert isinstance(found, ReadingError)
    assert "2 MB" in str(found)


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a", ""]))
def test_arbitrary_bytes_are_read_or_refused_with_a_reading_error(sandbox: Sandbox, data: bytes, name: str) -> None:
    with suppress(ReadingError):
        check(read_bytes(data, name, sandbox))


@given(st.text(max_size=500))
def test_arbitrary_text_is_kept_and_laid_out(text: str) -> None:
    article = read_text(text)
    assert article.text == text.replace("\r\n", "\n").replace("\r", "\n")
    check(article)


LINES = st.sampled_from(
    ["Storm closes bridge", "By Ada Lint", "Posted May 3, 2024", "(AP Photo/Bo Marsh)", "(More Storm stories.)",
     "", "  ", "The mayor said it was safe.", "# Head", "> quoted", "- item", "---", "```", "![x](y.jpg)", "title: x",
     "===", "<!--", "-->", "~~~", "| a | b |", "*By Bo Marsh*", "authors:", "  - Cy Dale"]
)  # fmt: skip


@given(st.lists(LINES, max_size=25), st.sampled_from(["a.txt", "a.md"]))
def test_front_matter_in_any_order_loses_no_words(sandbox: Sandbox, lines: list[str], name: str) -> None:
    text = "\n".join(lines)
    if text.strip():
        article = read_bytes(text.encode(), name, sandbox)
        check(article)
        covered = "".join(article.text[p.span.start : p.span.end] for p in article.paragraphs)
        marks = "#>-* " if name == "a.md" else ""
        assert [c for c in covered if c not in marks and not c.isspace()] == [
            c for c in text if c not in marks and not c.isspace()
        ]


TAGS = st.sampled_from(
    ["<html>", "<body>", "<article>", "</article>", "<p>", "</p>", "<h1>", "<figure><figcaption>", "</figcaption>",
     "<!--", "-->", "<script>", "</script>", "<meta charset=latin-1>", "<meta charset=punycode>", "&amp;", "&#0;",
     "&#xD800;",
     "&#xD800;", "\0", "The bridge closed at noon on Friday, the board said. ", "é", "<![CDATA[", "]]>",
     "<?xml version='1.0'?>"]
)  # fmt: skip


@given(st.lists(TAGS, max_size=20), st.sampled_from(["utf-8", "cp1252", "utf-16"]))
def test_pages_of_odd_tags_are_read_or_refused_with_a_reading_error(
    sandbox: Sandbox, tags: list[str], encoding: str
) -> None:
    with suppress(ReadingError):
        check(read_bytes("".join(["<html>", *tags]).encode(encoding), "odd.html", sandbox))


def check(article: Article) -> None:
    """Paragraphs are in order, disjoint, inside the text and begin and end with something that shows."""
    end = 0
    for paragraph in article.paragraphs:
        words = article.text[paragraph.span.start : paragraph.span.end]
        assert paragraph.span.start >= end
        assert words
        assert words == words.strip()
        end = paragraph.span.end
    assert sum(p.kind is ParagraphKind.HEADLINE for p in article.paragraphs) <= 1
