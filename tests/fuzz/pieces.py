"""What hypothesis mixes hostile texts of: prose, marks, names, markup and odd characters. All invented."""

import codecs

from hypothesis import strategies as st

from tests.fuzz.families import FAMILIES, MARKDOWN, MARKUP
from tests.reading.made import BODY, archive, docx, epub, mail, mhtml, odt
from tests.reading.made import page as article_page

_WORDS = """
said says told asked added according to that who the a an and but while he she it they we I her his their Mayor mayor
minister Dr. Mr. Sen. U.S. p.m. J. Mara Vohn Ebo Tarn Quell O’Dell D'Arn van der Gazette Ministry Company board police
report study officials reporters Monday May 2024 3.5 $4 60% not declined adding saying wrote tweeted ferry quay sails
was were had will would Who? Why! No. AP BBC CNN Reuters’s Vohn’s dockers’ ’em 'til Jr. Inc. St. e.g. one two of in
""".split()
_MARKS = [*"“”„«»‘’'\"`´.,;:?!…()[]{}<>|/\\-–—―~*_#=&@%+", "''", "``", "...", "--", ". . .", "”,", ".”", "?”", ",’"]
_GAPS = [" ", " ", " ", "", "\n", "\n\n", "\t", "\u00a0", "\u202f", "\u2028", "\r\n", "\r", "\x0b", "\x85", " " * 30]
_ODD = ["\0", "\x1b", "\ufeff", "\u200b", "\u200d", "\u202e", "\u2066", "e\u0301", "\u0301", "İ", "ß", "ǅ", "ﬃ", "ﷺ",
        "٣", "²", "Ⅷ", "\U0001f6a2", "船长", "א", "\ud800", "\udfff", "\U0010ffff", "\u1160", "\u0345"]  # fmt: skip
_LINES = [
    "By Mara Vohn", "Posted May 3, 2024", "PORT TARN (AP) — ", "(Photo: Ebo Tarn/Gazette)", "Read more stories",
    "Advertisement", "“We sail at dawn,” said Mara Vohn.", "MARA VOHN: We sail.", "“We sail.” — Ebo Tarn", "No.",
    "Mara Vohn, 41, who heads the board, said", "The board’s chair, Ebo Tarn, told the Gazette that", "(More stories.)",
]  # fmt: skip
_MARKUP = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "<br>", "<!--", "-->", "<script>", "</script>", "<article>", "<h1>",
    "</h1>", "<figcaption>", "<table><tr><td>", "&amp;", "&#0;", "&#xd800;", "&nope;", "<title>", "<meta charset=x>",
    "<![CDATA[", "<p a='", "<?xml", "<!DOCTYPE html>", "<html>", "<base href=x>", "<math>", "<svg>",
]  # fmt: skip
_MARKDOWN = [
    "---\n", "```\n", "~~~", "# ", "## ", "===\n", "[a](b)", "![a](b)", "[a", "](", "|a|b|\n", "- ", "1. ", "> ", "***",
    "__", "title: so\n", "author:\n- a\n", "date: 2024-05-03\n", "url: https://quay.example/\n", "[^1]: ",
]  # fmt: skip
_FEED = [
    "<rss version='2.0'><channel>", "</channel></rss>", "<item>", "</item>", "<title>", "</title>", "<link>",
    "</link>", "<guid>", "</guid>", "<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>", "<pubDate>99999</pubDate>",
    "<description>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<id>",
    "<updated>0001-01-01T00:00:00Z</updated>",
    "https://quay.example/a", "http://[", "//", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>",
    "&lt;b&gt;", "<!DOCTYPE a [", "{\"version\": \"https://jsonfeed.org/version/1\"}",
]  # fmt: skip
_PDF = [
    b"%PDF-1.4\n", b"1 0 obj\n", b"endobj\n", b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Page >>", b"stream\n",
    b"\nendstream", b"BT /F1 9 Tf (We sail) Tj ET", b"xref\n0 1\n", b"trailer\n<< /Root 1 0 R >>",
    b"startxref\n9\n%%EOF", b"[", b"]", b"<<", b">>", b"/Length 99", b"/Filter /FlateDecode", b"/Encrypt 3 0 R",
    b"2 0 R", b"(", b"\\",
]  # fmt: skip
_ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "big5", "koi8-r", "utf-7"]
_BYTES = [b"\0", b"\xff", b"\xfe\xff", b"PK\x03\x04", b"\x80", b"\xc3", b"<meta charset='", b"{\\rtf"]

_SMALLEST = 60  # pieces of a text at most


def _joined(parts: list[str]) -> str:
    return "".join(parts)


def _family(families: dict[str, object]) -> st.SearchStrategy[str]:
    grown = [grow(200) for grow in families.values() if callable(grow)]
    return st.builds(lambda text, size: text[:size], st.sampled_from(grown), st.integers(0, 200))


_word = st.builds(lambda word, gap: word + gap, st.sampled_from(_WORDS), st.sampled_from(_GAPS))
_mark = st.builds(lambda mark, gap: mark + gap, st.sampled_from(_MARKS), st.sampled_from(["", "", " ", "\n\n"]))
_line = st.builds(lambda line, gap: line + gap, st.sampled_from(_LINES), st.sampled_from(_GAPS))
_character = st.text(st.characters(), max_size=3)


def _mixed(*more: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    piece = st.one_of(_word, _word, _mark, _line, st.sampled_from(_ODD), _character, *more)
    return st.lists(piece, max_size=_SMALLEST).map(_joined)


prose: st.SearchStrategy[str] = _mixed(_family(FAMILIES))
"""Text with hostile stretches."""

markdown: st.SearchStrategy[str] = _mixed(st.sampled_from(_MARKDOWN), _family(MARKDOWN))
"""Markdown, more or less."""

page: st.SearchStrategy[str] = _mixed(st.sampled_from(_MARKUP), _family(MARKUP))
"""HTML, more or less."""

feed: st.SearchStrategy[str] = st.lists(st.sampled_from(_FEED) | _word | st.sampled_from(_ODD), max_size=40).map(
    _joined
)
"""A feed, more or less."""


def encoded(text: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """The text in some encoding, perhaps cut or with bytes put in."""

    def bytes_of(words: str, encoding: str, at: int, put: bytes, cut: int) -> bytes:
        codec = codecs.lookup(encoding)
        data = codec.encode(words, "ignore")[0]
        return (data[:at] + put + data[at:])[: len(data) - cut + len(put)]

    return st.builds(
        bytes_of,
        text,
        st.sampled_from(_ENCODINGS),
        st.integers(0, 300),
        st.sampled_from([b"", b"", *_BYTES]) | st.binary(max_size=8),
        st.integers(0, 3),
    )


printed: st.SearchStrategy[bytes] = st.builds(
    lambda parts: b"%PDF-" + b"".join(parts), st.lists(st.sampled_from(_PDF) | st.binary(max_size=8), max_size=30)
)
"""A PDF, more or less."""

_XML = [
    "<w:p>", "</w:p>", "<w:r><w:t>We sail", "</w:t></w:r>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "<w:br/>",
    "<w:ins>", "</w:ins>", "<w:del/>", "<text:p>", "</text:p>", "<text:s/>", "<table:table-row><table:table-cell>",
    "</table:table-cell></table:table-row>", "<text:note>", "</text:note>", "<text:h text:outline-level='x'>Toll",
    "</text:h>", "&amp;", "&#0;", "<!--", "-->", "<dc:title>", "</dc:title>", "\0",
]  # fmt: skip
_MAIL = [
    "Subject: =?utf-8?q?Toll?=\n", "MIME-Version: 1.0\n", "Content-Type: multipart/mixed; boundary=b\n", "\n", "--b\n",
    "--b--\n", "Content-Type: text/html; charset=nope\n", "Content-Transfer-Encoding: base64\n", "PHA+", "=\n", "=C3",
    "Content-Disposition: attachment; filename*=x''%ff.pdf\n", "Date: Fri, 99 May\n", "From: <\n", ": \n",
    "Content-Type: message/rfc822\n", "Snapshot-Content-Location: http://[\n", "<p>We sail, said Mara Vohn.</p>",
]  # fmt: skip
_SOUND = (
    docx([("Title", "Toll"), ("Normal", BODY[0])]),
    odt([("Title", "Toll"), ("Normal", BODY[0])]),
    epub({"a.xhtml": article_page()}),
    archive({"a.txt": BODY[0], "b.html": article_page()}),
    mail(BODY[0], article_page(), {"a.docx": docx([("Normal", BODY[0])])}),
    mhtml(article_page()),
)


def _damaged(data: bytes, at: float, length: int, more: bytes) -> bytes:
    start = int(at * len(data))
    return data[:start] + more + data[start + length :]


_xml = st.lists(st.sampled_from(_XML), max_size=12).map("".join)
parcel = st.one_of(
    st.builds(_damaged, st.sampled_from(_SOUND), st.floats(0, 1), st.integers(0, 60), st.binary(max_size=20)),
    _xml.map(lambda inside: docx([], inside=inside)),
    _xml.map(lambda inside: odt([], inside=inside)),
    _xml.map(lambda inside: epub({"a.xhtml": inside}, more=inside)),
    st.lists(st.sampled_from(_MAIL), max_size=20).map(lambda parts: f"MIME-Version: 1.0\n{''.join(parts)}".encode()),
)
"""A document, mail, saved page, book or archive, more or less."""
