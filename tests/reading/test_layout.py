"""What each paragraph of a page is: headline, deck, byline, date line, caption, body, or what the site added."""

from datetime import date
from pathlib import Path

import pytest

from index import Sandbox, read_file, read_text
from index.model.article import Article, ParagraphKind
from index.reading.frontmatter import find_date, read_byline

PAGE = """Storm Closes Tollan Bridge

Ferries to run through the night
By Ada Lint and Bo Marsh,  Harbour Gazette Staff
Posted May 3, 2024 9:15 AM GMT
Waves break over the Tollan Bridge
A lorry is towed from the bridge on Friday, May 3, 2024.   (GP Photo/Ines Calder)

The bridge closed at noon. "Nobody should cross," said Rhea Olsen, the harbour master.

Olsen expects it to open on Sunday. (More storm stories.)

Get the news faster.
Tap to install our app.
Install the Gazette News app
in two easy steps:
1. Tap in your navigation bar.
2. Tap to Add to Home Screen.
"""
BODY, HEADLINE, DECK = ParagraphKind.BODY, ParagraphKind.HEADLINE, ParagraphKind.DECK
BYLINE, DATELINE, CAPTION = ParagraphKind.BYLINE, ParagraphKind.DATELINE, ParagraphKind.CAPTION
BOILERPLATE = ParagraphKind.BOILERPLATE


def kinds(article: Article) -> list[tuple[ParagraphKind, str]]:
    return [(p.kind, article.text[p.span.start : p.span.end][:24]) for p in article.paragraphs]


def test_a_whole_page() -> None:
    article = read_text(PAGE)
    assert article.title == "Storm Closes Tollan Bridge"
    assert article.deck == "Ferries to run through the night"
    assert (article.authors, article.outlet) == (("Ada Lint", "Bo Marsh"), "Harbour Gazette")
    assert article.published == date(2024, 5, 3)
    assert kinds(article) == [
        (HEADLINE, "Storm Closes Tollan Brid"),
        (DECK, "Ferries to run through t"),
        (BYLINE, "By Ada Lint and Bo Marsh"),
        (DATELINE, "Posted May 3, 2024 9:15 "),
        (CAPTION, "Waves break over the Tol"),
        (CAPTION, "A lorry is towed from th"),
        (BODY, 'The bridge closed at noo'),
        (BODY, "Olsen expects it to open"),
        (BOILERPLATE, "(More storm stories.)"),
        (BOILERPLATE, "Get the news faster."),
        (BOILERPLATE, "Tap to install our app."),
        (BOILERPLATE, "Install the Gazette News"),
        (BOILERPLATE, "in two easy steps:"),
        (BOILERPLATE, "1. Tap in your navigatio"),
        (BOILERPLATE, "2. Tap to Add to Home Sc"),
    ]  # fmt: skip


def test_what_is_given_wins_over_what_the_page_says() -> None:
    article = read_text(PAGE, title="Bridge shut", outlet="Courier", authors=("Cy",), published=date(2020, 1, 1))
    assert (article.title, article.outlet, article.authors) == ("Bridge shut", "Courier", ("Cy",))
    assert article.published == date(2020, 1, 1)


def test_the_real_articles_of_the_workplace(sandbox: Sandbox, shared: Path) -> None:
    for path in sorted((shared / "articles").glob("*.txt")):
        article = read_file(path, sandbox)
        found = [kind for kind, _ in kinds(article)]
        assert found[:6] == [HEADLINE, DECK, BYLINE, DATELINE, CAPTION, CAPTION]
        assert found[-7:] == [BOILERPLATE] * 7
        assert article.deck
        assert article.authors
        assert article.outlet
        assert article.published
        assert found.count(BODY) >= 2


def test_fields_between_two_lines_of_dashes_tell_of_the_article() -> None:
    fields = "---\ntitle: Storm closes bridge\nauthor: Ada Lint\ndate: 2024-05-03\noutlet: Harbour Gazette\n"
    body = "The bridge closed at noon.\n\n“Nobody should cross,” said Rhea Olsen.\n"
    article = read_text(f"{fields}url: https://gazette.example/storm\n---\n\n{body}")
    assert (article.title, article.outlet, article.authors) == (
        "Storm closes bridge",
        "Harbour Gazette",
        ("Ada Lint",),
    )
    assert (article.published, article.url) == (date(2024, 5, 3), "https://gazette.example/storm")
    assert kinds(article) == [
        (BOILERPLATE, "---\ntitle: Storm closes "),
        (BODY, "The bridge closed at noo"),
        (BODY, "“Nobody should cross,” s"),
    ]
    given = read_text(f"{fields}---\n{body}", title="", outlet="Courier", authors=("Cy Dale",))
    assert (given.title, given.outlet, given.authors) == ("", "Courier", ("Cy Dale",))


def test_a_headline_below_the_fields_is_found_where_they_name_none() -> None:
    article = read_text("---\ndate: 2024-05-03\n---\nStorm closes bridge\nBy Ada Lint\n\nThe bridge closed at noon.")
    assert (article.title, article.authors, article.published) == (
        "Storm closes bridge",
        ("Ada Lint",),
        date(2024, 5, 3),
    )


@pytest.mark.parametrize("speech", ["Lint: Why was it closed?\nOlsen: Nobody should cross.\n", "Olsen: Nobody.\n"])
def test_an_interview_between_two_lines_of_dashes_is_no_fields(speech: str) -> None:
    article = read_text(f"---\n{speech}---\n\nThe bridge closed at noon on Friday.")
    assert BODY in [kind for kind, words in kinds(article) if words.startswith("Olsen")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ada Lint", (("Ada Lint",), None)),
        ("BY ADA LINT AND BO MARSH", (("ADA LINT", "BO MARSH"), None)),
        ("By Ada Lint, senior science correspondent", (("Ada Lint",), None)),
        ("By Ada Lint, Bo Marsh and Cy O’Dell", (("Ada Lint", "Bo Marsh", "Cy O’Dell"), None)),
        ("By Ada Lint | Gazette Staff Writer", (("Ada Lint",), "Gazette")),
        ("by Jean-Luc d'Arcy", (("Jean-Luc d'Arcy",), None)),
        ("By Ada M. Lint, Bo Marsh, and Cy O’Dell", (("Ada M. Lint", "Bo Marsh", "Cy O’Dell"), None)),
        ("By Ada Lint with Bo Marsh", (("Ada Lint", "Bo Marsh"), None)),
        ("By Ada Lint, The Harbour Gazette", (("Ada Lint",), "The Harbour Gazette")),
        ("By The Harbour Gazette", ((), "The Harbour Gazette")),
        ("By Ada Lint of the Harbour Gazette", (("Ada Lint",), "Harbour Gazette")),
        ("By Ada Lint - Gazette Staff", (("Ada Lint",), "Gazette")),
        ("By Ada Lint in Port Ellery", (("Ada Lint",), None)),
        ("By Ada Lint, Ph.D.", (("Ada Lint",), None)),
        ("By Ada St. John Jr. | ada@gazette.example", (("Ada St. John Jr.",), None)),
        ("By Ada Lint | 3 May 2024", (("Ada Lint",), None)),
    ],
)
def test_bylines(line: str, expected: tuple[tuple[str, ...], str | None]) -> None:
    assert read_byline(line) == expected
    article = read_text(f"Storm closes bridge\n\n{line}\n\nThe bridge closed at noon on Friday.")
    assert kinds(article)[1][0] is BYLINE
    assert (article.authors, article.outlet) == expected


@pytest.mark.parametrize("line", ["By noon the bridge was shut.", "By Friday, 300 people had left! Nobody stayed."])
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    article = read_text(f"Storm closes bridge\n\n{line}\n\nIt opens on Sunday.")
    assert kinds(article)[1][0] is BODY
    assert article.authors == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Posted Feb 14, 2022 1:40 PM CST", date(2022, 2, 14)),
        ("Published: 21 November 2025", date(2025, 11, 21)),
        ("Published Sept. 7, 2024", date(2024, 9, 7)),
        ("Updated 9:15 a.m. GMT, May 3, 2024", date(2024, 5, 3)),
        ("Published May 3, 2024, 9:15 a.m. ET. Updated May 4, 2024", date(2024, 5, 3)),
        ("First published on Fri 3 May 2024 09.15 BST", date(2024, 5, 3)),
        ("Sat., Sept. 7, 2024", date(2024, 9, 7)),
        ("Friday, May 3rd, 2024", date(2024, 5, 3)),
        ("2024-05-03T09:15:00Z", date(2024, 5, 3)),
        ("2024/05/03", date(2024, 5, 3)),
        ("Posted 2 hours ago", None),
    ],
)
def test_date_lines(line: str, expected: date | None) -> None:
    article = read_text(f"Storm closes bridge\n\nBy Ada Lint\n{line}\n\nThe bridge closed at noon on Friday.")
    assert kinds(article)[2][0] is DATELINE
    assert article.published == expected


@pytest.mark.parametrize("day", ["Posted May 3, 2024 9:15 AM GMT", "May 3, 2024"])
@pytest.mark.parametrize("above", ["", "Ferries to run through the night\n", "By Ada Lint\n"])
@pytest.mark.parametrize("outlet", ["Harbour Gazette", "The Times of Tollan Daily", "Reuters"])
def test_an_outlet_alone_above_the_day_is_the_article_s(outlet: str, above: str, day: str) -> None:
    article = read_text(f"Storm closes bridge\n{above}{outlet}\n{day}\n\nThe bridge closed at noon on Friday.")
    assert (article.outlet, article.published) == (outlet, date(2024, 5, 3))
    assert kinds(article)[-3:-1] == [(BYLINE, outlet[:24]), (DATELINE, day[:24])]


@pytest.mark.parametrize(
    "line", ["Ferries to run through the night", "Council to close its radio", "Ferries Run. So Does the Daily Mail."]
)
def test_a_deck_above_the_day_is_no_outlet(line: str) -> None:
    article = read_text(f"Storm closes bridge\n{line}\nPosted May 3, 2024\n\nThe bridge closed at noon on Friday.")
    assert article.outlet is None


@pytest.mark.parametrize(
    "line",
    ["Filed under oath. The letter of May 3, 2024 named nobody.", "Updated maps were drawn on May 3, 2024."],
)
def test_a_sentence_that_begins_like_a_date_line_is_none(line: str) -> None:
    article = read_text(f"Storm closes bridge\n\nBy Ada Lint\n{line}\n\nThe bridge closed at noon on Friday.")
    assert kinds(article)[2][0] is BODY
    assert article.published is None


@pytest.mark.parametrize(
    "credit",
    ["(AP Photo/Ines Calder)", "(Photo: Ines Calder)", "Photo by Ines Calder", "(Getty Images)", "(File photo)"],
)
def test_a_line_with_a_credit_is_a_caption_at_the_top_and_in_the_middle(credit: str) -> None:
    caption = f"A lorry is towed from the bridge.   {credit}"
    body = f"The bridge closed at noon on Friday.\n\n{caption}\n\nIt opens on Sunday."
    article = read_text(f"Storm closes bridge\nBy Ada Lint\n{caption}\n\n{body}")
    assert [kind for kind, _ in kinds(article)] == [HEADLINE, BYLINE, CAPTION, BODY, CAPTION, BODY]


def test_a_credit_of_two_names_makes_a_caption_only_at_the_top() -> None:
    line = "A lorry is towed from the bridge. (Ines Calder/Harbour Gazette)"
    article = read_text(f"Storm closes bridge\nBy Ada Lint\n{line}\n\nThe bridge closed at noon on Friday.\n\n{line}")
    assert [kind for kind, _ in kinds(article)] == [HEADLINE, BYLINE, CAPTION, BODY, BODY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Posted Feb 14, 2022 1:40 PM CST", date(2022, 2, 14)),
        ("14 February 2022", date(2022, 2, 14)),
        ("the 3rd of March, 2021", date(2021, 3, 3)),
        ("Sept. 9th, 2019", date(2019, 9, 9)),
        ("2022-02-14T10:00:00Z", date(2022, 2, 14)),
        ("updated 2021-01-02, first 3 April 2020", date(2021, 1, 2)),
        ("February 30, 2022", None),
        ("Monday, February 14", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: date | None) -> None:
    assert find_date(text) == expected


def test_an_agency_dateline_names_the_agency() -> None:
    article = read_text("Ships held\n\nPORT ELLERY, Marrow Islands (AFP) — All ships stayed in port on Monday.")
    assert article.outlet == "Agence France-Presse"
    assert kinds(article)[-1][0] is BODY


def test_hard_wrapped_prose_is_one_paragraph_and_a_list_of_lines_is_not() -> None:
    wrapped = (
        "The harbour board met for most of Tuesday night and heard from\nforty people, nearly all of whom had come to"
        " oppose the toll on\nlorries that the town council had asked for in the spring.\n"
    )
    article = read_text(wrapped, title="")
    assert len(article.paragraphs) == 1
    article = read_text("He spoke first.\nShe spoke next.\nNobody else did.", title="")
    assert len(article.paragraphs) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our morning newsletter and get it in your inbox today",
        "Follow Ada Lint on Twitter @adalint",
        "Read more: The bridge that never opened, and why it matters",
        "Share Tweet Email",
        "Advertisement",
        "© 2024 The Harbour Gazette",
        "All rights reserved.",
        "Story continues below",
    ],
)
def test_what_sites_add_is_no_answer(line: str) -> None:
    article = read_text(f"Storm closes bridge\n\nThe bridge closed at noon on Friday.\n\n{line}\n\nIt opens on Sunday.")
    assert [kind for kind, words in kinds(article) if words == line[:24]] == [BOILERPLATE]


@pytest.mark.parametrize(
    "line",
    [
        "“Share it,” she said.",
        "Read the report, the judge told them, and then come back to me.",
        "Get the boats out, he shouted, and nobody moved for a full minute.",
        "More people came than in any year before, and stories were told until dawn.",
    ],
)
def test_prose_that_resembles_an_advert_stays(line: str) -> None:
    article = read_text(f"Storm closes bridge\n\nThe bridge closed at noon on Friday.\n\n{line}\n\nIt opens on Sunday.")
    assert [kind for kind, words in kinds(article) if words == line[:24]] == [BODY]
