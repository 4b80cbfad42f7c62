"""Pairing of quotation marks: every style, apostrophes, nesting, and quotations left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution.quotations import find_quotations
from index.reading import read_text
from index.text.segmentation import split_sentences

MARKS = "“”‘’\"'`«»„ \n.,?!—abs1"


def quoted(text: str) -> list[str]:
    article = read_text(text, title="")
    return [article.text[q.span.start : q.span.end] for q in find_quotations(article, split_sentences(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” she said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," she said. "Two."', ['"One,"', '"Two."']),
        ("``One,'' she said. ``Two.''", ["``One,''", "``Two.''"]),
        ("«Un», dit-elle.", ["«Un»"]),
        ("‘It’s the workers’ day,’ he said.", ["‘It’s the workers’ day,’"]),
        ("'It's the workers' day,' he said.", ["'It's the workers' day,'"]),
        ("The workers’ union and the boss’s son met in ’98.", []),
        ("Rock 'n' roll's kings don't stop 'em.", []),
        ("“He told me, ‘Go,’ and I went,” she said.", ["“He told me, ‘Go,’ and I went,”"]),
        ("‘He told me, “Go,” and I went,’ she said.", ["‘He told me, “Go,” and I went,’"]),
        ("“What he calls “hell” is my street,” she said.", ["“What he calls “hell” is my street,”"]),
        ('The plank was 5" wide and 6" long.', []),
        ("He said “go away. Then he left. “Why?” she asked.", ["“go away. Then he left.", "“Why?”"]),
        ("It ended badly.“ “So it did.“", ["“So it did.“"]),
        ('A "kit and two stoves. Nothing more.', ['"kit and two stoves.']),
        ("(“Inside,” he said)", ["“Inside,”"]),
        ("„Wir gehen“, sagte er. „Nein.“ Sie blieb.", ["„Wir gehen“", "„Nein.“"]),
        ("„Er rief ‚geh‘ und ging“, sagte sie.", ["„Er rief ‚geh‘ und ging“"]),
        ("‚Geh‘, sagte er.", ["‚Geh‘"]),
        ("»Wir gehen«, sagte er. »Nein.« Sie blieb.", ["»Wir gehen«", "»Nein.«"]),
        ("‹We go›, he said. ›We stay‹, she said.", ["‹We go›", "›We stay‹"]),
        ("« We go », he said. « We say “no” now. »", ["« We go »", "« We say “no” now. »"]),
        ("«We say «no» now», he said.", ["«We say «no» now»"]),
        ("“ We go , ” he said . “ We stay . ”", ["“ We go , ”", "“ We stay . ”"]),
        ("‘ We go , ’ he said . ‘ We stay . ’", ["‘ We go , ’", "‘ We stay . ’"]),
        ("The workers ’ day and the boss ’s son met.", []),
        ("Home › News › Tollan. Read more »", []),
        ("She called it—“a farce”—twice.", ["“a farce”"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    article = read_text("“One. Two.\n\n“Three.” He left.", title="")
    first, second = find_quotations(article, split_sentences(article))
    assert (first.open, first.continues) == (True, False)
    assert (second.open, second.continues) == (False, True)


def test_a_quotation_left_open_goes_on_in_no_other_post() -> None:
    article = read_text("“One. Two.\n\n12:41\n\n“Three.” He left.\n\n12:50\n\nFour.\n\n12:58\n\nFive.", title="")
    assert [q.continues for q in find_quotations(article, split_sentences(article))] == [False, False]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quoted("“One and two\n\nThree and four.\n\nFive.") == ["“One and two"]


@given(st.text(alphabet=MARKS, max_size=200))
def test_quotations_are_disjoint_and_inside_their_paragraphs(text: str) -> None:
    article = read_text(text, title="")
    end = 0
    for quotation in find_quotations(article, split_sentences(article)):
        assert end <= quotation.span.start < quotation.span.end
        assert article.paragraphs[quotation.paragraph].span.holds(quotation.span)
        end = quotation.span.end
