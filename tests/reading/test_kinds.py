"""Files that people have: documents, mail, saved pages, books and archives."""

from datetime import date

import pytest

from index import Article, Fetched, ReadingError, ReadingProblem, Sandbox, read_all, read_bytes, read_page
from tests.reading.made import BODY, HEADLINE, archive, docx, enlarged, epub, mail, mhtml, odt, page
from tests.reading.pdfs import TOLL

WRITTEN = "\n\n".join([HEADLINE, *BODY])
STYLED = [("Title", HEADLINE), ("Normal", "By Ada Lint"), *(("Normal", words) for words in BODY)]


@pytest.mark.parametrize(("name", "data"), [("a.docx", docx(STYLED)), ("a.odt", odt(STYLED))], ids=["docx", "odt"])
def test_a_document_is_read_paragraph_by_paragraph(sandbox: Sandbox, name: str, data: bytes) -> None:
    for called in (name, "", "a.txt"):  # its beginning tells what it is
        article = read_bytes(data, called, sandbox)
        assert article.text == "\n\n".join([HEADLINE, "By Ada Lint", *BODY])
        assert (article.title, article.authors) == (HEADLINE, ("Ada Lint",))


DELETED = (
    "<w:p><w:del><w:r><w:delText>Nobody knew.</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>All knew.</w:t></w:r></w:ins></w:p>"
)
ASIDE = (
    "<text:p>All knew<text:note><text:note-body><text:p>Nobody knew.</text:p></text:note-body></text:note>.</text:p>"
)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", docx(STYLED, inside=DELETED)), ("a.odt", odt(STYLED, inside=ASIDE))],
    ids=["docx", "odt"],
)
def test_what_stands_beside_the_text_of_a_document_is_left_out(sandbox: Sandbox, name: str, data: bytes) -> None:
    text = read_bytes(data, name, sandbox).text
    assert text.endswith("\n\nAll knew.")
    assert "Nobody" not in text


def _tables(row: str, cell: str, words: str) -> str:
    """Two tables: one of figures, and one that lays out paragraphs."""
    rows = [[words.format(each) for each in cells] for cells in (("Harbour", "1,204 votes"), BODY[:2])]
    return "".join(row.format("".join(cell.format(each) for each in cells)) for cells in rows)


WORD_TABLES = _tables("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc>{}</w:tc>", "<w:p><w:r><w:t>{}</w:t></w:r></w:p>")
OPEN_TABLES = _tables(
    "<table:table><table:table-row>{}</table:table-row></table:table>",
    "<table:table-cell>{}</table:table-cell>",
    "<text:p>{}</text:p>",
)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", docx(STYLED[:1], inside=WORD_TABLES)), ("a.odt", odt(STYLED[:1], inside=OPEN_TABLES))],
    ids=["docx", "odt"],
)
def test_a_row_of_figures_is_one_line_and_a_layout_is_its_paragraphs(sandbox: Sandbox, name: str, data: bytes) -> None:
    assert read_bytes(data, name, sandbox).text.split("\n\n")[1:] == ["Harbour | 1,204 votes", *BODY[:2]]


def test_mail_is_an_article_with_its_subject_and_its_day(sandbox: Sandbox) -> None:
    article = read_bytes(mail("\n\n".join(BODY)), "a.eml", sandbox)
    assert article.text == WRITTEN
    assert (article.title, article.published) == (HEADLINE, date(2024, 5, 3))


def test_the_page_of_a_mail_counts_unless_its_text_has_more(sandbox: Sandbox) -> None:
    whole = read_bytes(mail("Read it on our site.", page()), "a.eml", sandbox)
    assert BODY[2] in whole.text
    assert "on our site" not in whole.text
    stub = page(body=[BODY[0]])
    assert BODY[2] in read_bytes(mail("\n\n".join(BODY), stub), "a.eml", sandbox).text


def test_documents_attached_to_a_mail_are_articles_too(sandbox: Sandbox) -> None:
    attached = {"toll.pdf": TOLL, "logo.png": b"\x89PNG\r\n\x1a\n", "release.docx": docx(STYLED)}
    found = list(read_all(mail("Please find it attached.", attached=attached), "a.eml", sandbox))
    assert [each.name for each in found] == ["a.eml", "a.eml/toll.pdf", "a.eml/release.docx"]
    assert all(isinstance(each.result, Article) for each in found)


PASSED_ON = b"""Subject: Fwd
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

%s
--b
Content-Type: message/rfc822
Content-Disposition: attachment

%s
--b--
"""


@pytest.mark.parametrize(("above", "names"), [(b"See below.", ["a.eml", "a.eml/1.eml"]), (b"", ["a.eml/1.eml"])])
def test_a_message_that_is_passed_on_is_an_article_of_its_own(sandbox: Sandbox, above: bytes, names: list[str]) -> None:
    found = list(read_all(PASSED_ON % (above, mail("\n\n".join(BODY))), "a.eml", sandbox))
    assert [each.name for each in found] == names
    assert isinstance(found[-1].result, Article)
    assert (found[-1].result.text, found[-1].result.title) == (WRITTEN, HEADLINE)


def test_mail_that_names_no_encoding_is_read(sandbox: Sandbox) -> None:
    head = b"Subject: " + HEADLINE.encode() + b"\nMIME-Version: 1.0\n\n"
    for encoding in ("utf-8", "cp1252"):
        assert read_bytes(head + "\n\n".join(BODY).encode(encoding), "a.eml", sandbox).text == WRITTEN


def test_a_saved_page_is_its_page_under_its_link(sandbox: Sandbox) -> None:
    for name in ("a.mhtml", "a.mht", ""):
        article = read_bytes(mhtml(page()), name, sandbox)
        assert article.text == read_bytes(page().encode(), "a.html", sandbox).text
        assert article.url == "https://gazette.example/toll"
        assert article.published is None  # the day on which it was saved says nothing


COVER = "<html><body><h1>Quay</h1><p>Spring number</p></body></html>"
MORE = "<dc:creator>Ada Lint</dc:creator><dc:publisher>Gazette</dc:publisher><dc:date>2024-05-03</dc:date>"


def test_a_book_of_one_article_is_that_article(sandbox: Sandbox) -> None:
    data = epub({"cover.xhtml": COVER, "a.xhtml": page()}, more=MORE)
    article = read_bytes(data, "a.epub", sandbox)
    assert (article.title, article.authors, article.published) == (HEADLINE, ("Ada Lint",), date(2024, 5, 3))
    assert BODY[2] in article.text
    assert "Spring number" not in article.text


def test_pages_of_a_book_are_articles_of_their_own(sandbox: Sandbox) -> None:
    pages = {"cover.xhtml": COVER, "a.xhtml": page(), "b.xhtml": page("Rain over Tollan", BODY[::-1])}
    found = list(read_all(epub(pages), "a.epub", sandbox))
    assert [each.name for each in found] == ["a.epub/OPS/a.xhtml", "a.epub/OPS/b.xhtml"]
    assert [each.result.title for each in found if isinstance(each.result, Article)] == [HEADLINE, "Rain over Tollan"]
    with pytest.raises(ReadingError) as caught:
        read_bytes(epub(pages), "a.epub", sandbox)
    assert caught.value.problem is ReadingProblem.SEVERAL


def test_files_of_an_archive_are_articles_of_their_own(sandbox: Sandbox) -> None:
    members: dict[str, str | bytes] = {
        "news/": "",
        "news/toll.docx": docx(STYLED),
        "news/toll.html": page(),
        "news/empty.txt": " ",
        "news/photo.png": b"\x89PNG\r\n\x1a\n",
        "news/inner.epub": archive({"a.txt": WRITTEN}),  # an archive by another name
        "__MACOSX/news/._toll.html": "x",
        "news/.hidden.txt": WRITTEN,
    }
    found = {each.name: each.result for each in read_all(archive(members), "a.zip", sandbox)}
    problems = {name: result.problem for name, result in found.items() if isinstance(result, ReadingError)}
    assert problems == {
        "a.zip/news/empty.txt": ReadingProblem.EMPTY,
        "a.zip/news/inner.epub": ReadingProblem.COMPRESSED,
    }
    assert found.keys() - problems.keys() == {"a.zip/news/toll.docx", "a.zip/news/toll.html"}


@pytest.mark.parametrize("kind", ["docx", "odt", "epub", "zip"])
@pytest.mark.parametrize("bomb", [b"0" * 30_000_000, b"0" * 61_000_000], ids=["by its ratio", "by its size"])
def test_what_unpacks_to_too_much_is_refused(sandbox: Sandbox, kind: str, bomb: bytes) -> None:
    made = {
        "docx": docx(STYLED),
        "odt": odt(STYLED),
        "epub": epub({"a.xhtml": page()}),
        "zip": archive({"a.txt": WRITTEN}),
    }[kind]
    with pytest.raises(ReadingError) as caught:
        read_bytes(enlarged(made, "z.txt", bomb), f"a.{kind}", sandbox)
    assert caught.value.problem is ReadingProblem.TOO_MUCH_WORK


def test_too_many_files_are_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(archive({f"{number}.txt": WRITTEN for number in range(101)}), "a.zip", sandbox)
    assert caught.value.problem is ReadingProblem.TOO_MANY_FILES


def test_a_locked_archive_is_refused(sandbox: Sandbox) -> None:
    data = bytearray(archive({"a.txt": WRITTEN}))
    data[6] |= 1  # in the file's own head
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    with pytest.raises(ReadingError) as caught:
        read_bytes(bytes(data), "a.zip", sandbox)
    assert caught.value.problem is ReadingProblem.LOCKED


@pytest.mark.parametrize("data", [docx(STYLED), odt(STYLED), epub({"a.xhtml": page()}), archive({"a.txt": WRITTEN})])
def test_a_broken_one_is_refused_in_words(sandbox: Sandbox, data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data[: len(data) // 2], "a", sandbox)
    assert caught.value.problem is ReadingProblem.BROKEN


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ReadingProblem.OLD_OFFICE),
        (b"{\\rtf1 Toll}", ReadingProblem.RICH_TEXT),
        (archive({"xl/workbook.xml": "<workbook/>"}), ReadingProblem.SPREADSHEET),
        (archive({"ppt/presentation.xml": "<presentation/>"}), ReadingProblem.SLIDES),
        (archive({"Index/Document.iwa": "x"}), ReadingProblem.APPLE_DOCUMENT),
        (archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ReadingProblem.SPREADSHEET),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ReadingProblem.PICTURE),
        (b"\x00\x00\x00\x18ftypmp42", ReadingProblem.RECORDING),
        (b"\x1f\x8b\x08\x00", ReadingProblem.COMPRESSED),
        (b"\0" * 60 + b"BOOKMOBI", ReadingProblem.KINDLE_BOOK),
        (b"bplist00\xd1", ReadingProblem.WEB_ARCHIVE),
    ],
    ids=lambda value: str(value) if isinstance(value, ReadingProblem) else "",
)
def test_other_files_are_refused_by_what_they_are(sandbox: Sandbox, data: bytes, problem: ReadingProblem) -> None:
    for name in ("odd.docx", "odd.txt", "odd"):
        with pytest.raises(ReadingError) as caught:
            read_bytes(data, name, sandbox)
        assert caught.value.problem is problem
        assert caught.value.source == name


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (docx(STYLED), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (odt(STYLED), "text/html"),  # as a careless site has it
        (mail("\n\n".join(["By Ada Lint", *BODY])), "message/rfc822"),
    ],
)
def test_documents_behind_a_link_are_read(sandbox: Sandbox, data: bytes, media_type: str) -> None:
    url = "https://gazette.example/download?id=7"
    article = read_page(Fetched(url, data, media_type, None, None, None), sandbox)
    assert (article.title, article.authors, article.url) == (HEADLINE, ("Ada Lint",), url)
