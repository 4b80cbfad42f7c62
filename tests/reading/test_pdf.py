"""PDF files: their text as paragraphs, and which files are refused and why."""

import logging
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import DecodedStreamObject, NameObject

from index import MAX_PDF_BYTES, Fetched, ReadingError, ReadingProblem, Sandbox, read_bytes, read_file, read_page
from tests.reading.pdfs import TOLL, Line, drawn, line, moved, pdf

TEXT = """Toll on Tollan Bridge rises

By Ada Lint

The toll will rise to $4 on Monday, the harbour board said in a statement that was published on the evening of a long \
meeting.

“It is too high for bakers,” said Rhea Olsen, who owns three shops on both sides of the river. “We will drive around.”

Mayor Ines Calder told Radio Tollan that she had voted against it, and that the well-known ferry would be back by the \
time the eastern pier has been repaired."""


def test_wrapped_lines_become_paragraphs(sandbox: Sandbox) -> None:
    article = read_bytes(TOLL, "toll.pdf", sandbox, url="https://gazette.example/toll")
    assert article.text == TEXT
    assert article.title == "Toll on Tollan Bridge rises"
    assert article.authors == ("Ada Lint",)
    assert article.url == "https://gazette.example/toll"


def test_a_pdf_is_known_by_its_name_its_type_or_its_beginning(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "toll.PDF"
    path.write_bytes(TOLL)
    fetched = Fetched("https://gazette.example/toll", TOLL, "application/pdf", None, None, None)
    for article in (
        read_file(path, sandbox),
        read_bytes(TOLL, "toll.txt", sandbox),
        read_bytes(TOLL, "", sandbox),
        read_page(fetched, sandbox),
    ):
        assert article.text == TEXT
    assert read_page(fetched, sandbox).url == "https://gazette.example/toll"


def test_paragraphs_told_by_indentation_or_by_a_short_last_line(sandbox: Sandbox) -> None:
    indented = [
        line(72, 700, 11, "The ferry sails again from Monday, the harbour board said on Friday."),
        line(90, 686, 11, "“We are glad of it,” said Bo Marsh, who has waited for it all winter."),
        line(72, 672, 11, "The first leaves at six. It is"),
        line(72, 658, 11, "free."),
    ]
    assert read_bytes(pdf([drawn(indented)]), "a.pdf", sandbox).text.split("\n\n") == [
        "The ferry sails again from Monday, the harbour board said on Friday.",
        "“We are glad of it,” said Bo Marsh, who has waited for it all winter. The first leaves at six. It is free.",
    ]
    short = [line(72, 700 - 14 * number, 11, words) for number, words in enumerate((
        "The ferry sails again from Monday, the harbour board said on Friday, when",
        "it met.",
        "“We are glad of it,” said Bo Marsh, who has waited for it all of this winter.",
    ))]  # fmt: skip
    assert len(read_bytes(pdf([drawn(short)]), "a.pdf", sandbox).text.split("\n\n")) == 2


def test_what_stands_on_every_page_is_left_out(sandbox: Sandbox) -> None:
    pages = [
        drawn(
            [
                line(72, 760, 9, f"Harbour Gazette, 3 May 2024, sheet {number}"),
                line(72, 700, 11, f"It rained on day {number} of the regatta, said Bo Marsh."),
                line(72, 40, 9, str(number)),
            ]
        )
        for number in range(1, 6)
    ]
    text = read_bytes(pdf(pages), "a.pdf", sandbox).text
    assert "Gazette" not in text
    assert text.split("\n\n")[4] == "It rained on day 5 of the regatta, said Bo Marsh."


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Rain over Tollan", "Rain over Tollan"),
        ("Microsoft Word - rain.docx", None),
        ("untitled", None),
        ("rain.indd", None),
        ("...", None),
    ],
)
def test_a_title_is_taken_if_it_is_one(sandbox: Sandbox, given: str, title: str | None) -> None:
    rain = drawn([line(72, 700, 11, "it rained all day over the harbour, said Bo Marsh.")])
    article = read_bytes(pdf([rain], title=given), "a.pdf", sandbox)
    assert article.title == (title if title is not None else read_bytes(pdf([rain]), "a.pdf", sandbox).title)


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(TOLL))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (locked("secret"), ReadingProblem.PDF_LOCKED),
        (pdf([b"0 0 612 792 re f"] * 3), ReadingProblem.PDF_SCANNED),
        (pdf([b""] * 201), ReadingProblem.PDF_TOO_LONG),
        (b"%PDF-1.7 and nothing else", ReadingProblem.PDF_BROKEN),
        (b"no PDF at all", ReadingProblem.PDF_BROKEN),
        (b"", ReadingProblem.PDF_BROKEN),
        (TOLL[: len(TOLL) // 8], ReadingProblem.PDF_BROKEN),
        (b"%PDF-" + b"a" * MAX_PDF_BYTES, ReadingProblem.TOO_LARGE),
    ],
    ids=lambda value: str(value) if isinstance(value, ReadingProblem) else "",
)
def test_what_cannot_be_read_is_named_with_the_reason(sandbox: Sandbox, data: bytes, problem: ReadingProblem) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "odd.pdf", sandbox)
    assert caught.value.problem is problem
    assert str(caught.value).startswith("odd.pdf: ")


def test_a_file_that_unpacks_to_too_much_is_left(sandbox: Sandbox) -> None:
    bomb = pdf([b"BT " + b"\0" * 100_000_000], packed=True)  # here, for it takes a second to make
    with pytest.raises(ReadingError) as caught:
        read_bytes(bomb, "odd.pdf", sandbox)
    assert caught.value.problem is ReadingProblem.PDF_TOO_MUCH_WORK


def test_a_file_that_takes_too_long_is_left() -> None:
    with Sandbox(seconds=0.001) as hurried, pytest.raises(ReadingError) as caught:
        read_bytes(TOLL, "slow.pdf", hurried)
    assert caught.value.problem is ReadingProblem.PDF_TOO_MUCH_WORK


def test_a_file_that_only_its_owner_may_change_is_read(sandbox: Sandbox) -> None:
    assert read_bytes(locked(""), "toll.pdf", sandbox).text == TEXT


def test_broken_files_are_read_or_refused_and_pypdf_stays_quiet(
    sandbox: Sandbox, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for at in range(0, len(TOLL), len(TOLL) // 12):
        with suppress(ReadingError):
            read_bytes(TOLL[:at] + b"<<[(" + TOLL[at + 9 :], "odd.pdf", sandbox)
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


@settings(max_examples=8)
@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_refused_with_a_reading_error(sandbox: Sandbox, data: bytes) -> None:
    with pytest.raises(ReadingError):
        read_bytes(b"%PDF-1.4\n" + data + zlib.compress(data), "odd.pdf", sandbox)


def _across(*rows: tuple[str, str], top: float = 640, x: float = 320) -> list[Line]:
    """Two columns, a line of each in turn."""
    return [
        line(at, top - 14 * number, 10, words)
        for number, row in enumerate(rows)
        for at, words in zip((72, x), row, strict=True)
        if words
    ]


COLUMNS = (
    ("“The toll is far too high,”", "“We had no choice in it,”"),
    ("said Rhea Olsen, a baker who", "said Mayor Ines Calder, who"),
    ("drives over twice a day.", "voted for the toll in May."),
    ("Her rival, Tam Corr, said", "The board meets again on"),
    ("he would move his shop.", "Friday in the old hall."),
)
READ = [
    "“The toll is far too high,” said Rhea Olsen, a baker who drives over twice a day.",
    "Her rival, Tam Corr, said he would move his shop.",
    "“We had no choice in it,” said Mayor Ines Calder, who voted for the toll in May.",
    "The board meets again on Friday in the old hall.",
]


@pytest.mark.parametrize("one_text", [False, True], ids=["a text each", "one text that moves"])
def test_columns_that_are_drawn_across_are_read_one_after_the_other(sandbox: Sandbox, *, one_text: bool) -> None:
    headline = line(72, 700, 20, "Toll on Tollan Bridge rises again, to the bakers' despair")
    lines = [headline, *_across(*COLUMNS)]
    text = read_bytes(pdf([(moved if one_text else drawn)(lines)]), "a.pdf", sandbox).text
    headline_words, *words = text.split("\n\n")
    assert headline_words == headline[-1]
    assert " ".join(words) == " ".join(READ)


def test_what_runs_across_the_columns_parts_them(sandbox: Sandbox) -> None:
    crosshead = line(72, 560, 10, "All of this was said on Monday evening, at a meeting that the whole town attended.")
    lines = [*_across(*COLUMNS[:3]), crosshead, *_across(*COLUMNS[2:], top=540)]
    text = read_bytes(pdf([drawn(lines)]), "a.pdf", sandbox).text.replace("\n\n", " ")
    assert text.index("voted for the toll in May.") < text.index("All of this") < text.index("drives over", 99)


def test_a_table_is_read_row_by_row(sandbox: Sandbox) -> None:
    rows = [("Ward", "Votes"), ("Harbour", "1,204"), ("Old town", "990"), ("Eastbank", "1,377"), ("Mill lane", "85")]
    text = read_bytes(pdf([drawn(_across(*rows))]), "a.pdf", sandbox).text
    assert "Harbour 1,204" in text


def test_columns_that_cannot_be_told_apart_are_refused(sandbox: Sandbox) -> None:
    lines = []
    for number in range(12):  # each row parts where others run on
        at = 72 + 23 * (number % 6)
        lines += [
            line(at, 700 - 14 * number, 10, "the toll is too high"),
            line(at + 105, 700 - 14 * number, 10, "and the bakers will move"),
        ]
    with pytest.raises(ReadingError) as caught:
        read_bytes(pdf([drawn(lines)]), "odd.pdf", sandbox)
    assert caught.value.problem is ReadingProblem.PDF_COLUMNS


def test_words_that_are_drawn_twice_to_look_bold_are_read_once(sandbox: Sandbox) -> None:
    bold = [line(72 + shift, 700, 20, "Toll on Tollan Bridge rises") for shift in (0, 0.3)]
    rest = [line(72, 660, 11, "It is too high, said Bo Marsh."), line(72, 640, 11, "It is too high, said Cy Dell.")]
    text = read_bytes(pdf([drawn([*bold, *rest])]), "a.pdf", sandbox).text
    assert text.split("\n\n")[0] == "Toll on Tollan Bridge rises"
    assert text.count("It is too high") == 2


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("heard it from a well-", "known baker of the town", "a well-known baker"),
        ("as the harbour state-", "ment of the board had it", "state" + "ment of"),
        ("said Councillor Ada Marsh-", "Lint, who chairs the board", "Ada Marsh-Lint, who"),
        ("the accounts of 2019-", "20 were not yet closed", "2019-20 were"),
        ("asked Ms Vas-", "quez of the harbour board", "Ms Vasquez of"),
    ],
)
def test_a_compound_keeps_its_hyphen_and_a_broken_word_does_not(
    sandbox: Sandbox, before: str, after: str, whole: str
) -> None:
    lines = [line(72, 700, 11, before), line(72, 686, 11, after)]
    assert whole in read_bytes(pdf([drawn(lines)]), "a.pdf", sandbox).text


def test_a_font_that_maps_ranges_of_characters_is_read(sandbox: Sandbox) -> None:
    """Its map needs an encoding that Python loads from a file, and a file is being read where none can be opened."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf([drawn([line(72, 700, 11, "The ferry sails again, said Bo.")])])))
    font = writer.pages[0]["/Resources"]["/Font"]["/F1"].get_object()  # type: ignore[index]
    mapped = DecodedStreamObject()
    mapped.set_data(b"1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange <20> <7E> <20> endbfrange")
    font[NameObject("/ToUnicode")] = mapped
    out = BytesIO()
    writer.write(out)
    assert read_bytes(out.getvalue(), "a.pdf", sandbox).text == "The ferry sails again, said Bo."


def test_a_picture_within_the_words_is_no_trouble(sandbox: Sandbox) -> None:
    words = drawn([line(72, 700, 11, "The ferry sails again, said Bo.")])
    picture = b"q 9 0 0 9 72 500 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n"
    assert read_bytes(pdf([picture + words]), "a.pdf", sandbox).text == "The ferry sails again, said Bo."


def test_words_that_step_back_are_of_another_column(sandbox: Sandbox) -> None:
    lines = [(320, left, right) for left, right in COLUMNS]
    stream = moved([line(at, 700 - 14 * row, 10, words) for row, (x, left, right) in enumerate(lines)
                    for at, words in ((x, right), (72, left))])  # fmt: skip
    assert read_bytes(pdf([stream]), "a.pdf", sandbox).text.replace("\n\n", " ") == " ".join(READ)
