"""Runs of capitalised words, the pieces that they are cut into, and pronouns."""

import pytest

from index.attribution.entities.pieces import NameKind, family_key, pieces_of, titles_before
from index.attribution.entities.scan import scan
from index.attribution.quotations import find_quotations
from index.reading import read_text
from index.text.segmentation import split_sentences

RUNS = {
    "a name with its title": ("Then Det. Nora Blake left.", ["Det. Nora Blake"]),
    "particles": ("They met Piet van der Berg and Omar bin Salim.", ["Piet van der Berg", "Omar bin Salim"]),
    "an opener is no name": ("Yesterday nobody saw Ana Ruiz.", ["Ana Ruiz"]),
    "a weekday is no name": ("They met Ana Ruiz on Monday.", ["Ana Ruiz"]),
    "a month that is a name": ("They met Ana May in May.", ["Ana May"]),
    "joined by of": ("She runs the Bank of Halden.", ["Bank of Halden"]),
    "joined by for": ("Nobody had asked the group Citizens for Fair Fares about it.", ["Citizens for Fair Fares"]),
    "joined by and": ("It told the Securities and Exchange Commission so.", ["Securities and Exchange Commission"]),
    "two charges": ("The Ministry of Fisheries and Ports knew.", ["Ministry of Fisheries and Ports"]),
    "two people": ("Then Ana Ruiz and Bo Marsh left.", ["Ana Ruiz", "Bo Marsh"]),
    "a possessive goes on": ("It told the Farmers’ Union so.", ["Farmers’ Union"]),
    "a possessive ends": ("It told Halden’s Ana Ruiz so.", ["Halden", "Ana Ruiz"]),
    "an ampersand": ("They asked Marsh & Lund again.", ["Marsh & Lund"]),
    "a suffix": ("They asked Bo Marsh, Jr. again.", ["Bo Marsh, Jr."]),
    "no names": ("They left the hall at noon.", []),
}


def _scan(text: str, title: str | None = ""):
    article = read_text(text, title=title)
    sentences = split_sentences(article)
    quotations = [quotation.span for quotation in find_quotations(article, sentences)]
    return scan(article.text, sentences, quotations, frozenset(text.split()))


@pytest.mark.parametrize(("text", "names"), RUNS.values(), ids=RUNS)
def test_runs(text: str, names: list[str]) -> None:
    assert [text[run.start : run.end] for run in _scan(text)[0]] == names


def test_a_nickname_is_left_out_of_the_name_around_it() -> None:
    (run,) = _scan("They asked William “Bill” Tran again.")[0]
    assert run.keys == ("william", "tran")


def test_what_a_run_says_of_its_place() -> None:
    first, second, third = _scan("Halden rose. The vote “pleased Tollan” and the Bolt group.")[0]
    assert (first.initial, first.quoted, first.definite, first.sentence) == (True, False, False, 0)
    assert (second.initial, second.quoted, second.definite, second.sentence) == (False, True, False, 1)
    assert (third.initial, third.quoted, third.definite) == (False, False, True)


def test_pronouns_know_whether_they_are_quoted() -> None:
    pronouns = _scan("He left. “She will too,” said his brother of hers.")[1]
    assert [(p.key, p.sentence, p.quoted) for p in pronouns] == [
        ("he", 0, False),
        ("she", 1, True),
        ("his", 1, False),
        ("hers", 1, False),
    ]


PIECES = {
    "title and name": ("They met Det. Nora Blake there.", [("Nora Blake", "det", NameKind.PERSON)]),
    "two titles": ("They met Lt. Col. Nora Blake there.", [("Nora Blake", "lt col", NameKind.PERSON)]),
    "an office": (
        "They met Halden Council President Ana Ruiz there.",
        [("Halden Council", "", NameKind.ORGANISATION), ("Ana Ruiz", "president", NameKind.PERSON)],
    ),
    "a charge": (
        "They met the director of Public Works Eva-Marie Blake there.",
        [("Public", "", NameKind.UNKNOWN), ("Eva-Marie Blake", "works", NameKind.PERSON)],
    ),
    "roles of several": (
        "There Singer-guitarists Tom Blake left.",
        [("Tom Blake", "singer-guitarists", NameKind.PERSON)],
    ),
    "a position in a list": (
        "Rovers: F Nora Blake missed it.",
        [("Rovers", "", NameKind.UNKNOWN), ("Nora Blake", "f", NameKind.PERSON)],
    ),
    "an initial": ("There F Nora Blake missed it.", [("F Nora Blake", "", NameKind.UNKNOWN)]),
    "a player's position": (
        "They met Halden GK Nora Blake there.",
        [("Halden", "", NameKind.UNKNOWN), ("Nora Blake", "gk", NameKind.PERSON)],
    ),
    "a secretary of": (
        "They met Secretary of State Ana Ruiz there.",
        [("Ana Ruiz", "secretary of state", NameKind.PERSON)],
    ),
    "a newspaper": ("They read the Harbour Gazette there.", [("Harbour Gazette", "", NameKind.OUTLET)]),
    "a ministry": ("They asked the Transport Ministry there.", [("Transport Ministry", "", NameKind.ORGANISATION)]),
    "a place": ("They met in Lower Valley then.", [("Lower Valley", "", NameKind.PLACE)]),
    "an acronym": ("They asked HRB about it.", [("HRB", "", NameKind.ORGANISATION)]),
    "who knows": ("They asked Nora Blake about it.", [("Nora Blake", "", NameKind.UNKNOWN)]),
}


@pytest.mark.parametrize(("text", "expected"), PIECES.values(), ids=PIECES)
def test_pieces(text: str, expected: list[tuple[str, str, NameKind]]) -> None:
    found = [piece for run in _scan(text)[0] for piece in pieces_of(run, text)]
    assert [(text[p.start : p.end], " ".join(p.titles), p.kind) for p in found] == expected


@pytest.mark.parametrize(
    ("keys", "family"),
    [(("ana", "ruiz"), "ruiz"), (("bo", "marsh", "jr"), "marsh"), (("omar", "al-salim"), "salim"), (("jr",), "jr")],
)
def test_the_family_name(keys: tuple[str, ...], family: str) -> None:
    assert family_key(keys) == family


def test_titles_stand_right_before_a_name() -> None:
    assert titles_before(("the", "acting", "police", "chief", "det", "blake"), 5) == ("chief", "det")
    assert titles_before(("blake",), 0) == ()
