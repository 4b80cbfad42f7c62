"""Who wrote an article, out of lines of credit."""

import pytest

from index.reading.authors import authors_of, is_job


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Ada Voss, Political Editor", ["Ada Voss"]),
        ("Ada Voss | Lindmouth Courier", ["Ada Voss"]),
        ("Ada Voss, Lindmouth Courier staff", ["Ada Voss"]),
        ("Ada Voss Assistant Sports Editor Follow June 26, 2023", ["Ada Voss"]),
        ("J. P. van der Meer", ["J. P. van der Meer"]),
        ("Lund, Per", ["Per Lund"]),
        ("Okafor, Ada; Lund, Per", ["Ada Okafor", "Per Lund"]),
        ("By Ada Okafor and Per Lund", ["Ada Okafor", "Per Lund"]),
        ("By ADA OKAFOR, PER LUND and BO MARSH Updated 3 May 2024", ["ADA OKAFOR", "PER LUND", "BO MARSH"]),
        ("Analysis by Ada Voss, Courier Editor-at-large", ["Ada Voss"]),
        ("Ada Voss / LINDMOUTH.COM / Sep 2, 2024, 17:07 IST", ["Ada Voss"]),
        ("By Ada Voss and Bo Marsh Monday, November 18, 2024", ["Ada Voss", "Bo Marsh"]),
        ("By Ada Voss, MA ada@courier.example", ["Ada Voss"]),
        ("jean-luc d'Arcy", []),
        ("Jean-Luc d'Arcy", ["Jean-Luc d'Arcy"]),
        ("April Marsh", ["April Marsh"]),
        ("佐藤", ["佐藤"]),
        ("Lindmouth Courier", []),
        ("The Courier", []),
        ("Condé Nast", []),
        ("Lindmouth Harbour Agency", []),
        ("Courier staff reporter", []),
        ("Political Editor", []),
        ("Username", []),
        ("ada-voss", []),
        ("https://courier.example/ada-voss", []),
        ("@adavoss", []),
        ("KWCHLM", []),
        ("Ada Voss is a reporter who covers harbours", []),
    ],
)
def test_people(line: str, people: list[str]) -> None:
    assert authors_of([line], ["Lindmouth Courier"]) == (tuple(people), bool(people))


def test_an_agency_is_an_author_where_nobody_else_is_named_and_it_is_not_the_outlet() -> None:
    assert authors_of(["Reuters in Lindmouth"], ["Lindmouth Courier"]) == (("Reuters",), False)
    assert authors_of(["Reuters"], ["Reuters"]) == ((), False)
    assert authors_of(["Ada Voss, Reuters"], []) == (("Ada Voss",), True)


def test_nobody_is_named_twice() -> None:
    assert authors_of(["J. P. Marsh", "J P Marsh", "j-p-marsh"], []) == (("J. P. Marsh",), True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("(Own correspondent)", True), ("By our political editor", True), ("Ada Voss", False), ("Harbour Gazette", False)],
)
def test_jobs(line: str, expected: bool) -> None:
    assert is_job(line) is expected
