"""Whatever was added, changed and removed: a library answers as if just opened, and only from what it has."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from index import (
    Article,
    ArticleNotFoundError,
    Database,
    Filters,
    InvalidRequestError,
    Library,
    Outcome,
    Passage,
    RemovalNotFoundError,
    Silence,
    SilenceReason,
    open_library,
    read_records,
    read_text,
)

SPEAKERS = ["Marta Oduya", "Oduya", "Mayor Ines Calder", "Bo Marsh", "Joost van der Berg", "the harbour board"]
OUTLETS = ["the Tollan Courier", "Tollan Courier", "Radio Tollan"]
TOPICS = ["the toll on the bridge", "the night ferry", "the green pier", "61% of the lorries", "$1.2 million"]
TEMPLATES = [
    "“We are worried about {topic}. It cannot go on,” said {speaker}.",
    "{speaker} told {outlet} that {topic} would change on Monday.",
    "{speaker} hopes that {topic} will be settled.",
    "According to {outlet}, nobody had asked about {topic}.",
    "The talk was all of {topic}.",
]
QUESTIONS = [
    "What did Oduya say about the toll?",
    "Who is worried about the night ferry?",
    "What did Calder tell the Tollan Courier?",
    "When will the green pier change?",
    "How many lorries are there?",
    "toll",
]
NAMES = ["Oduya", "Marta Oduya", "calder", "van der Berg", "the Tollan Courier", "Radio Tollan", "Nobody Atall"]
COMMUNITIES = ["public", "discord-1"]

SENTENCES = st.builds(
    lambda template, speaker, outlet, topic: template.format(speaker=speaker, outlet=outlet, topic=topic),
    st.sampled_from(TEMPLATES),
    st.sampled_from(SPEAKERS),
    st.sampled_from(OUTLETS),
    st.sampled_from(TOPICS),
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=4).map(
    lambda sentences: "\n\n".join(s[0].upper() + s[1:] for s in sentences)
)
IDS = st.sampled_from(["a", "b", "c"])
DAYS = st.sampled_from([None, date(2024, 5, 3), date(2024, 6, 9)])


def said(library: Library) -> list[object]:
    """Everything that a library says, but for the time it took."""
    found: list[object] = [library.articles(), library.people()]
    for question in QUESTIONS:
        answer = library.ask(question)
        found.append((answer.passages, answer.abstained, answer.suggestions))
    for name in NAMES:
        found.append(library.quotes(name))
        found.append(library.quotes(name, about="the night ferry"))
        answers = (
            library.ask("toll ferry pier", Filters(speaker=name)),
            library.ask("toll ferry pier", Filters(outlet=name)),
        )
        found += [(answer.passages, answer.abstained, answer.suggestions) for answer in answers]
    return found


def passages(library: Library) -> Iterator[Passage]:
    for question in QUESTIONS:
        yield from library.ask(question, limit=30).passages
    for name in NAMES:
        yield from library.quotes(name).passages


def find(texts: dict[str, str], identity: str, text: str) -> str | None:
    """The id of an article that one of this id and text is another version of, oldest first."""
    return identity if identity in texts else next((i for i, other in texts.items() if other == text), None)


class Libraries(RuleBasedStateMachine):
    """Two processes' views of one database, several communities, any changes: as a fresh start would have it."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = TemporaryDirectory()
        path = Path(self.directory.name) / "onrecord.db"
        self.one, self.two = open_library(path), open_library(path)
        self.path = path
        self.texts: dict[str, dict[str, str]] = {community: {} for community in COMMUNITIES}
        self.removed: dict[str, dict[str, str]] = {community: {} for community in COMMUNITIES}
        self.changed = COMMUNITIES[0]

    @rule(community=st.sampled_from(COMMUNITIES), identity=IDS, text=TEXTS, day=DAYS, unasked=st.booleans())
    def add(self, community: str, identity: str, text: str, day: date | None, *, unasked: bool) -> None:
        here, gone = self.texts[community], self.removed[community]
        known = find(here, identity, text)
        removed = find(gone, identity, text) if known is None else None
        article = read_text(text, id=identity, title="", published=day)
        addition = self.one.of(community).add(article, unasked=unasked)
        self.changed = community
        assert addition.article.id == (known or removed or identity)
        assert (addition.outcome is Outcome.WITHHELD) == (unasked and removed is not None)
        if addition.outcome is not Outcome.WITHHELD:
            assert (addition.outcome is Outcome.ADDED) == (known is None)
            here[addition.article.id] = text
            gone.pop(removed or "", None)

    @rule(community=st.sampled_from(COMMUNITIES), identity=IDS)
    def remove(self, community: str, identity: str) -> None:
        library = self.two.of(community)
        if identity in self.texts[community]:
            assert library.removals.remove(identity).id == identity
            self.removed[community][identity] = self.texts[community].pop(identity)
        else:
            with pytest.raises(ArticleNotFoundError):
                library.removals.remove(identity)
        self.changed = community

    @rule(community=st.sampled_from(COMMUNITIES), identity=IDS)
    def restore(self, community: str, identity: str) -> None:
        library = self.one.of(community)
        if identity in self.removed[community]:
            assert library.removals.restore(identity).id == identity
            self.texts[community][identity] = self.removed[community].pop(identity)
        else:
            with pytest.raises(RemovalNotFoundError):
                library.removals.restore(identity)
        self.changed = community

    @rule(
        community=st.sampled_from(COMMUNITIES),
        question=st.sampled_from(QUESTIONS),
        speaker=st.sampled_from([*SPEAKERS, None]),
    )
    def correct(self, community: str, question: str, speaker: str | None) -> None:
        self.changed = community
        for shown in self.one.of(community).ask(question).passages[:1]:
            library = self.two.of(community)
            found = library.corrections.add(shown.article_id, shown.span, shown.content, speaker, by="Mo")
            assert (found.text, found.content is None) == (shown.text, False)
            assert (found.speaker is None) == (speaker is None)

    @rule(community=st.sampled_from(COMMUNITIES), first=st.booleans())
    def uncorrect(self, community: str, *, first: bool) -> None:
        self.changed = community
        library = self.one.of(community)
        for correction in library.corrections.list()[0 if first else -1 :][:1]:
            library.corrections.remove(correction.id)
            assert correction.id not in {other.id for other in library.corrections.list()}

    @rule(community=st.sampled_from(COMMUNITIES), places=st.lists(st.integers(0, 3), min_size=2, max_size=2))
    def merge(self, community: str, places: list[int]) -> None:
        self.changed = community
        library = self.two.of(community)
        people = library.people()
        if max(places) < len(people) and places[0] != places[1]:
            name, into = (people[at].name for at in places)
            library.names.merge([name], into)
            assert library.quotes(name).person == library.quotes(into).person

    @rule(community=st.sampled_from(COMMUNITIES), place=st.integers(0, 3))
    def rename_or_split(self, community: str, place: int) -> None:
        self.changed = community
        library = self.one.of(community)
        for person in library.people()[place : place + 1]:
            for alias in person.aliases[:1]:
                library.names.split(person.name, alias)
                assert library.quotes(alias).person != library.quotes(person.name).person
                return
            if all(other.name != "Rua Vint" for other in library.people()):
                library.names.rename(person.name, "Rua Vint")
                assert {p.speaker for p in library.quotes("Rua Vint").passages} == {"Rua Vint"}

    @rule(community=st.sampled_from(COMMUNITIES))
    def forget(self, community: str) -> None:
        self.changed = community
        library = self.two.of(community)
        for known in library.names.list()[:1]:
            library.names.remove(known.id)

    @rule(community=st.sampled_from(COMMUNITIES))
    def keep(self, community: str) -> None:
        self.changed = community
        self.one.of(community).save_reader(at_least=1)
        assert not self.two.of(community).save_reader(at_least=1)

    @invariant()
    def both_answer_as_if_just_opened(self) -> None:
        with open_library(self.path, community=self.changed) as fresh:
            expected = said(fresh)
        assert said(self.one.of(self.changed)) == expected
        assert said(self.two.of(self.changed)) == expected

    @invariant()
    def everything_shown_stands_in_an_article_of_the_community(self) -> None:
        for community, texts in self.texts.items():
            library = self.one.of(community)
            assert {a.id for a in library.articles()} == set(texts)
            for passage in passages(library):
                text = texts[passage.article_id]
                assert text[passage.span.start : passage.span.end] == passage.text
                assert text == library.show(passage.article_id).article.text
                for other in passage.also_in:
                    assert other.article_id in texts

    def teardown(self) -> None:
        self.one.close()
        self.two.close()
        self.directory.cleanup()


TestLibraries = Libraries.TestCase
TestLibraries.settings = settings(max_examples=15, stateful_step_count=12)


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=4, unique=True), st.integers(1, 4))
def test_answers_come_in_order_without_overlaps_and_as_many_as_wanted(texts: list[str], limit: int) -> None:
    with open_library(None) as library:
        for text in texts:
            library.add(read_text(text, title=""))
        for question in QUESTIONS:
            found = library.ask(question, limit=limit).passages
            assert len(found) <= limit
            scores = [round(p.score, 9) for p in found]
            assert scores == sorted(scores, reverse=True)
            for n, passage in enumerate(found):
                for other in found[:n]:
                    assert other.article_id != passage.article_id or not other.span.overlaps(passage.span)
            assert library.ask(question, limit=limit).passages == found
            assert bool(found) == (library.ask(question, limit=limit).abstained is None)
        for name in NAMES:
            whole = library.quotes(name).passages
            assert library.quotes(name, limit=limit).passages == whole[:limit]
        assert library.people(limit=limit) == library.people()[:limit]


@pytest.fixture
def library(database: Database) -> Iterator[Library]:
    with open_library(database) as library:
        yield library


@pytest.mark.parametrize(
    "given_id",
    ["a", "a1", "17", "2024/05/03", "gazette:toll#4", "x" * 100, "Ünïcode-id", "with words", "a.b_c~d@e+f", "../a"],
)
def test_an_id_that_can_be_shown_is_kept(library: Library, given_id: str) -> None:
    assert library.add(read_text("The toll rises.", id=given_id)).article.id == given_id
    assert library.show(given_id).article.text == "The toll rises."
    assert library.add(read_text("The toll falls.", id=given_id)).outcome is Outcome.UPDATED
    assert [a.id for a in library.articles()] == [given_id]


@pytest.mark.parametrize(
    "given_id", ["a\nb", "\x1b[31mred", "x" * 101, " padded", "a\u202eb", "\ud83d", "zero\x00byte", "\u200b"]
)
def test_an_id_that_cannot_be_shown_becomes_a_lasting_slug(library: Library, given_id: str) -> None:
    added = library.add(read_text("The toll rises.", id=given_id)).article.id
    assert re.fullmatch(r"[a-z0-9-]{1,60}", added)
    again = library.add(read_text("The toll falls.", id=given_id))
    assert (again.article.id, again.outcome, len(library)) == (added, Outcome.UPDATED, 1)


def test_two_ids_that_cannot_be_shown_stay_two(library: Library) -> None:
    long = "https://gazette.example/" + "toll/" * 30
    added = [
        library.add(read_text(f"The toll is {n}.", id=given_id)).article.id
        for n, given_id in enumerate(["a\nb", "a\tb", long + "1", long + "2"])
    ]
    assert len(set(added)) == len(library) == 4


def test_halves_of_characters_are_stored_without_moving_an_offset(library: Library) -> None:
    line = '{"id": "half", "text": "A \\ud83d toll.\\n\\n“Too high,” said Rhea Olsen.", "outlet": "\\udc00"}'
    (article,) = read_records([line], "upload")
    assert isinstance(article, Article)
    assert library.add(article).outcome is Outcome.ADDED
    found = library.show("half").article
    assert found.text == article.text.replace("\ud83d", "\ufffd")
    assert library.add(article).outcome is Outcome.UNCHANGED
    assert [p.text for p in library.quotes("Rhea Olsen").passages] == ["“Too high,” said Rhea Olsen."]


def test_names_of_removed_articles_are_known_no_more(library: Library) -> None:
    library.add(read_text("“The toll is dear,” said Marta Oduya, a baker, who told Radio Tollan so.", id="toll"))
    library.add(read_text("“The ferry is late,” said Bo Marsh, a sailor.", id="ferry"))
    assert library.ask("Is the toll dear?", Filters(speaker="Marta Oduya")).passages
    library.removals.remove("toll")
    assert (
        library.ask("Is the ferry late?", Filters(speaker="Marta Oduya")).abstained
        == "No article here quotes Marta Oduya."
    )
    assert library.ask("Is the ferry late?", Filters(outlet="Radio Tollan")).silence == Silence(
        SilenceReason.UNKNOWN_OUTLET, "Radio Tollan"
    )
    assert library.quotes("Marta Oduya").person is None


def test_an_outlet_is_found_under_all_its_spellings(library: Library) -> None:
    library.add(read_text("Rhea Olsen told the Tollan Courier that the ferry was late.", id="one"))
    library.add(read_text("Bo Marsh told Tollan Courier that the ferry was early.", id="two"))
    found = library.ask("Was the ferry late or early?", Filters(outlet="Tollan Courier")).passages
    assert {p.article_id for p in found} == {"one", "two"}


@pytest.mark.parametrize("limit", [0, -1])
def test_limits_below_one_are_refused_everywhere(library: Library, limit: int) -> None:
    for call in (
        lambda: library.ask("toll", limit=limit),
        lambda: library.quotes("Rhea Olsen", limit=limit),
        lambda: library.people(limit=limit),
    ):
        with pytest.raises(InvalidRequestError, match="at least 1"):
            call()


def test_an_empty_name_is_refused(library: Library) -> None:
    with pytest.raises(InvalidRequestError, match="empty"):
        library.ask("toll", Filters(speaker=" "))
    with pytest.raises(InvalidRequestError, match="empty"):
        library.ask("toll", Filters(outlet=""))


def test_newer_articles_win_ties_and_then_what_was_added_first(library: Library) -> None:
    old, new = date(2023, 1, 1), date(2024, 1, 1)
    for identity, day in [("undated", None), ("first", old), ("second", old), ("newest", new)]:
        text = f"The toll on the pier is too high.\n\nNobody knows {identity} street."
        library.add(read_text(text, id=identity, title="", published=day))
    (found,) = library.ask("Is the toll on the pier too high?").passages
    assert [found.article_id, *(other.article_id for other in found.also_in)] == [
        "newest",
        "first",
        "second",
        "undated",
    ]


def test_another_article_of_the_same_title_gets_its_own_id(library: Library) -> None:
    for number in range(3):
        library.add(read_text(f"The toll is {number} crowns.", title="Toll rises"))
    assert {a.id for a in library.articles()} == {"toll-rises", "toll-rises-2", "toll-rises-3"}
    library.removals.remove("toll-rises-2")
    assert {a.id for a in library.articles()} == {"toll-rises", "toll-rises-3"}
    assert library.add(read_text("The toll is 9 crowns.", title="Toll rises")).article.id == "toll-rises-2"
