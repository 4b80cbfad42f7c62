"""Who said this: quotations posted true, altered, given to the wrong person, and invented, are told apart."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import (
    Change,
    Claim,
    ContentKind,
    InvalidRequestError,
    Library,
    Likeness,
    Trace,
    open_library,
    open_samples,
    read_text,
    sample_articles,
)
from tests.tracing.trace_cases import ARTICLE, FRESH, TUNED, Case

CONFIRMING = {Likeness.EXACT, Likeness.NEAR}


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with open_samples() as library:
        library.add(read_text(ARTICLE))
        yield library


def is_right(case: Case, found: Trace) -> bool:
    if (found.likeness or "") not in case.likenesses or found.claim not in case.claims:
        return False
    return case.speaker == "*" or (found.passage is not None and found.passage.speaker == case.speaker)


def confirms(found: Trace) -> bool:
    return found.likeness in CONFIRMING and found.claim in {Claim.NONE, Claim.RIGHT}


@pytest.mark.parametrize("cases", [TUNED, FRESH], ids=["tuned", "fresh"])
def test_quotations_are_told_apart(library: Library, cases: tuple[Case, ...]) -> None:
    found = [library.trace(case.message)[0] for case in cases]
    wrong = [
        (c.message, f.likeness, f.claim, f.claimed) for c, f in zip(cases, found, strict=True) if not is_right(c, f)
    ]
    assert len(cases) - len(wrong) >= 0.9 * len(cases), wrong


@pytest.mark.parametrize(
    "case", [c for c in (*TUNED, *FRESH) if c.kind in {"invented", "misattributed"}], ids=lambda case: case.message[:40]
)
def test_the_invented_and_misattributed_is_never_confirmed(library: Library, case: Case) -> None:
    assert not any(confirms(found) for found in library.trace(case.message))


def test_whoever_is_quoted_in_the_samples_is_found_for_all_of_it(library: Library) -> None:
    for article in sample_articles():
        for listed in library.articles():
            if listed.title != article.title:
                continue
            for attribution in library.show(listed.id).attributions:
                if attribution.kind is not ContentKind.DIRECT:
                    continue
                words = " ".join(article.text[s.start : s.end].strip('“”"‘’') for s in attribution.content)
                (found,) = library.trace(f"«{words}»")
                assert found.likeness is Likeness.EXACT, words
                assert found.passage is not None
                assert found.passage.speaker == attribution.speaker, words


def test_several_quotations_are_traced_one_by_one(library: Library) -> None:
    found = library.trace('"No timetable is worth a life" - Quarrie\n"They had it in a drawer" - Nowicka')
    assert [(f.quoted, f.likeness, f.claim) for f in found] == [
        ("No timetable is worth a life", Likeness.EXACT, Claim.RIGHT),
        ("They had it in a drawer", Likeness.EXACT, Claim.WRONG),
    ]


def test_what_was_altered_is_shown_word_by_word(library: Library) -> None:
    (found,) = library.trace("He sat on that letter for four weeks")
    assert [(d.change, d.stored, d.posted) for d in found.differences] == [
        (Change.SAME, '"He sat on that letter for', "He sat on that letter for"),
        (Change.REPLACED, "six", "four"),
        (Change.SAME, 'weeks,"', "weeks"),
    ]


def test_a_quotation_split_by_its_reporting_clause_is_one(library: Library) -> None:
    for speaker, claim in (("Nowicka", Claim.RIGHT), ("Weiss", Claim.WRONG)):
        (found,) = library.trace(
            f"“I will not defend the indefensible,” {speaker} said, “but I will not guess either.”"
        )
        assert (found.likeness, found.claim, found.claimed) == (Likeness.EXACT, claim, speaker)


@pytest.mark.parametrize("claimed", ["Winston Churchill, the mayor", "Mayor Winston Churchill", "The minister"])
def test_a_role_does_not_make_a_wrong_name_right(library: Library, claimed: str) -> None:
    (found,) = library.trace(f'{claimed}: "I did not come into this to lock doors"')
    assert (found.likeness, found.claim) in {(Likeness.EXACT, Claim.WRONG), (Likeness.EXACT, Claim.UNCLEAR)}


def test_a_number_with_a_point_is_no_ellipsis(library: Library) -> None:
    (found,) = library.trace("The win is worth 4.6 million crowns to Rovers")
    assert found.likeness is Likeness.ALTERED


@pytest.mark.parametrize(
    "message",
    [
        "sings from a corporate box",
        "it had ignored warnings",
        "We did […] ban autumn",
        "to criticise the referee, who waved",
    ],
)
def test_a_cut_that_turns_the_sense_is_altered(library: Library, message: str) -> None:
    assert library.trace(message)[0].likeness is Likeness.ALTERED


def test_an_empty_library_has_nothing() -> None:
    with open_library(None) as empty:
        (found,) = empty.trace("“No timetable is worth a life” - Ines Quarrie")
    assert (found.likeness, found.passage, found.claimed) == (None, None, "Ines Quarrie")


def test_a_blank_message_is_refused(library: Library) -> None:
    with pytest.raises(InvalidRequestError, match="empty"):
        library.trace(" \n\t ")


def test_only_the_beginning_of_a_long_message_is_looked_at(library: Library) -> None:
    (found,) = library.trace("x " * 2_000 + "“No timetable is worth a life.”")
    assert found.likeness is None


_PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "«", "»", "> ", "\n", "—", "-", "…", "[...]", "**", ":", "?", "said", "Nowicka",
     "not", "I will not defend the indefensible", "steel", "the mayor", "\ud800", "👩‍🌾", "\x00", "61%", "$1.2", "https://x.example"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=25).map(" ".join))
def test_odd_messages_never_raise_and_passages_stay_verbatim(library: Library, message: str) -> None:
    if not message.strip():
        return
    found = library.trace(message)
    assert 1 <= len(found) <= 3
    for trace in found:
        assert (trace.likeness is None) == (trace.passage is None)
        assert (trace.claim is Claim.NONE) == (trace.claimed is None)
        for passage in (*([trace.passage] if trace.passage else []), *trace.also):
            text = library.show(passage.article_id).article.text
            assert text[passage.span.start : passage.span.end] == passage.text
        if trace.passage is not None:
            text = " ".join(library.show(trace.passage.article_id).article.text.split())
            for difference in trace.differences:
                assert all(word in text for word in difference.stored.split())


@pytest.mark.parametrize(
    ("message", "stored"),
    [
        ("Adair: “I didn't come into this to lock doors”", "I did not come into this to lock doors,"),
        ("“No one asked the people who hold the machines”", "Nobody asked the people who hold the machines."),
        ("“I wo not defend the indefensible, but I won't guess either”", None),
    ],
)
def test_a_contraction_is_its_long_form(library: Library, message: str, stored: str | None) -> None:
    (found,) = library.trace(message)
    assert (found.likeness is Likeness.NEAR) is (stored is not None)
    if stored is not None:
        assert [d.change for d in found.differences] == [Change.SAME]
        assert found.differences[0].stored.strip('“”"') == stored


def test_a_contraction_that_turns_is_shown_whole(library: Library) -> None:
    (found,) = library.trace("“They can sleep through a motor, and we mustn't pretend otherwise”")
    assert found.likeness is Likeness.ALTERED
    assert (Change.REPLACED, "cannot", "can") in [(d.change, d.stored, d.posted) for d in found.differences]


def test_a_short_sentence_without_its_first_negation_is_altered() -> None:
    with open_library(None) as own:
        own.add(read_text("“We will see,” said Maren Holt. “Not everyone will succeed.”\n"))
        (found,) = own.trace("Holt: “Everyone will succeed”")
    assert (found.likeness, found.claim) == (Likeness.ALTERED, Claim.RIGHT)


def test_what_is_said_in_another_order_is_altered(library: Library) -> None:
    (found,) = library.trace("“They go to the farms where the deer go, and the deer have gone”")
    assert found.likeness is Likeness.ALTERED


@pytest.mark.parametrize(
    ("message", "speaker"),
    [
        ("pryle reckons she'd be down 14 hours a week unless the school lets her begin at 8", "Wanda Pryle"),
        ("did the judge really say an inexplicable number isn't evidence", "Adaeze Okonjo"),
    ],
)
def test_a_fair_paraphrase_is_only_the_closest(library: Library, message: str, speaker: str) -> None:
    (found,) = library.trace(message)
    assert found.likeness is Likeness.CLOSEST
    assert found.passage is not None
    assert found.passage.speaker == speaker


def test_a_family_name_that_two_bear_is_unclear() -> None:
    with open_library(None) as library:
        library.add(
            read_text("“The boat is ours,” said Ada Merrin.\n\n“The boat is mine,” said her brother, Jon Merrin.\n")
        )
        claims = [
            library.trace(f"{name}: “The boat is ours”")[0].claim for name in ("Merrin", "Ada Merrin", "Jon Merrin")
        ]
    assert claims == [Claim.UNCLEAR, Claim.RIGHT, Claim.WRONG]


def claims_of(article: str, messages: list[str]) -> list[Claim]:
    with open_library(None) as library:
        library.add(read_text(article))
        return [library.trace(message)[0].claim for message in messages]


def test_a_given_name_that_only_one_bears_is_theirs() -> None:
    quoted = "“We sold the last boat in June”"
    alone = f"{quoted}, said Tobias Tesk. Tobias Tesk and his team left.\n\n“It was loud,” said Ana Grell.\n"
    assert claims_of(alone, [f"Tobias: {quoted}", f"Ana: {quoted}", f"Tesk: {quoted}"]) == [
        Claim.RIGHT, Claim.WRONG, Claim.RIGHT
    ]  # fmt: skip
    beside = f"{alone}\nTobias Grimm, a neighbour, came to look.\n"
    assert claims_of(beside, [f"Tobias: {quoted}"]) == [Claim.UNCLEAR]


def test_the_last_word_of_a_family_name_is_enough() -> None:
    first, second = "“We sold the last boat in June”", "“It was loud, and we were glad of it”"
    article = f"{first}, said Senator Ben Tesk.\n\n{second}, said Ida van der Grell, who built it.\n"
    names = ("Tesk", "Senator Tesk", "tesk", "Ida Tesk")
    assert claims_of(article, [f"{name}: {first}" for name in names]) == [Claim.RIGHT] * 3 + [Claim.WRONG]
    names = ("Mrs Grell", "Ida Grell", "grell", "Otto Grell")
    assert claims_of(article, [f"{name}: {second}" for name in names]) == [Claim.RIGHT] * 3 + [Claim.WRONG]


def test_whoever_may_be_meant_by_a_pronoun_is_not_called_wrong() -> None:
    quoted = "“It leaks at night, and I have written that down”"
    opening = "“The lock is safe,” said Oskar Brandis, who built it.\n\nJonas Velt keeps the lock, he said.\n\n"
    ending = f"{quoted}, he said.\n\n“I only swim there,” said Hanna Moll.\n"
    messages = [f"{name}: {quoted}" for name in ("Brandis", "Jonas Velt", "Hanna Moll")]
    either = claims_of(f"{opening}Velt met Brandis in March. {ending}", messages)
    assert {*either[:2]} == {Claim.RIGHT, Claim.UNCLEAR}
    assert either[2] is Claim.WRONG
    assert claims_of(f"{opening}“I do not swim,” said Velt. {ending}", messages)[1] is not Claim.WRONG
    told = claims_of(f"{opening}{ending}".replace("he said.\n\n“I", "Brandis said.\n\n“I"), messages)
    assert told == [Claim.RIGHT, Claim.WRONG, Claim.WRONG]


def test_whoever_may_be_meant_by_a_group_s_pronoun_is_not_called_wrong() -> None:
    quoted = "“No pilot needs leave for a night passage”"
    article = (
        "“We never stopped a boat,” said the Saltmere Harbour Trust.\n\nNow the Trust has written to the Grell Shipping"
        f" Company.\n\n{quoted}, it said.\n\n“We sail on Monday,” said the Grell Shipping Company.\n\n"
        "“I can wait,” said Hanna Moll.\n"
    )
    names = ("Saltmere Harbour Trust", "Grell Shipping Company", "Hanna Moll")
    trust, grell, moll = claims_of(article, [f"{name}: {quoted}" for name in names])
    assert Claim.WRONG not in {trust, grell}
    assert moll is Claim.WRONG


@pytest.mark.parametrize("marks", ["“‘’”", "\"''\"", "‘“”’"], ids=["double", "straight", "single"])
def test_what_a_speaker_quotes_may_be_another_s(marks: str) -> None:
    outer, inner, end, close = marks
    article = (
        f"{outer}My mother told me: {inner}You count boats, you do not sail them.{end} It was a joke for years,{close}"
        f" said Ana Grell.\n\n{outer}I said nothing,{close} said her mother, Jonna Grell.\n"
    )
    inside, beyond = "“You count boats, you do not sail them”", "“you do not sail them. It was a joke for years”"
    messages = [f"{name}: {quoted}" for quoted in (inside, beyond) for name in ("Ana Grell", "Jonna Grell")]
    assert claims_of(article, messages) == [Claim.UNCLEAR, Claim.UNCLEAR, Claim.RIGHT, Claim.WRONG]


def test_whose_a_statement_is_is_left_open() -> None:
    quoted = "“At no point did we stop a boat”"
    article = f"The Saltmere Harbour Trust denied it.\n\n{quoted}, the statement read.\n\n“I swim,” said Hanna Moll.\n"
    assert claims_of(article, [f"Saltmere Harbour Trust: {quoted}"]) == [Claim.UNCLEAR]


def test_somebody_is_named_last_by_a_title_and_a_given_name_as_well() -> None:
    quoted = "“It leaks at night, and I have written that down”"
    article = "“The lock is safe,” said Sir Oskar Brandis.\n\n“No,” said Jonas Velt.\n\n{} disagreed.\n\n{}, he said.\n"
    messages = [f"{name}: {quoted}" for name in ("Oskar Brandis", "Jonas Velt")]
    assert claims_of(article.format("Sir Oskar", quoted), messages)[0] is not Claim.WRONG
    assert claims_of(article.format("Velt", quoted), messages) == [Claim.WRONG, Claim.RIGHT]


def test_a_stranger_to_a_name_that_two_bear_is_wrong() -> None:
    quoted = "“Then let us sell it to the town”"
    article = (
        "“The boat is ours,” said Ada Merrin.\n\n“The boat is mine,” said her brother, Jon Merrin.\n\n"
        f"{quoted}, said Merrin.\n"
    )
    names = ("Winston Churchill", "Ada Merrin", "Jon", "Merrin", "The mayor")
    assert claims_of(article, [f"{name}: {quoted}" for name in names]) == [
        Claim.WRONG, Claim.UNCLEAR, Claim.UNCLEAR, Claim.RIGHT, Claim.UNCLEAR
    ]  # fmt: skip


def test_a_gap_may_leave_out_a_clause_that_denies() -> None:
    with open_library(None) as own:
        own.add(read_text("“The tide came in, as nobody foresaw, and it took the pier with it,” said Maren Holt.\n"))
        (found,) = own.trace("“The tide came in ... and it took the pier with it”")
    assert found.likeness is Likeness.NEAR


def test_a_speaker_is_known_from_the_next_message_on() -> None:
    with open_library(None) as own:
        own.add(read_text("“The channel is closed at night,” said Maren Holt."))
        assert own.trace("vozzek: “The tide will be late on Monday”")[0].claimed is None
        own.add(read_text("“The tide will be late on Monday,” said Ilse Vozzek."))
        (found,) = own.trace("vozzek: “The tide will be late on Monday”")
        assert (found.claimed, found.claim) == ("vozzek", Claim.RIGHT)
