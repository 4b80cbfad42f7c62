"""Export and import: a library moves whole, byte for byte, or not at all."""

import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import (
    ExportError,
    Interest,
    InvalidRequestError,
    Library,
    ReadingError,
    Span,
    article_token,
    open_library,
    read_text,
    sample_articles,
)
from index.model.article import (
    Act,
    AnnotatedArticle,
    Article,
    Attribution,
    ContentKind,
    Paragraph,
    ParagraphKind,
    Sentence,
    SpeakerType,
)
from index.model.feed import ItemState
from index.model.identifiers import given_id
from index.reading.feed import FeedItem
from index.search.cache import ReaderCache
from index.store import Store
from index.store.tables import TABLES
from index.transfer.fields import LONGEST

NOW = datetime(2024, 5, 4, 12, tzinfo=UTC)
FEED = "https://gazette.example/feed.xml"


def pier(number: int) -> str:
    return f"Pier {number} shut\n\n“Pier {number} is shut,” said Rhea Olsen, a baker. Ines Calder denied that it was."


def item(number: int) -> FeedItem:
    return FeedItem(f"key-{number}", f"https://gazette.example/{number}", f"Report {number}", NOW, f"v{number}")


class Clock:
    """A minute later each time it is asked."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


def fixed() -> datetime:
    return NOW


@pytest.fixture
def lived_in(database: Path | str) -> Iterator[Library]:
    """A library in which everything was done that can be done."""
    with open_library(database, community="one", now=Clock()) as library:
        live_in(library)
        yield library


def live_in(library: Library) -> None:
    for number in range(4):
        library.add(
            read_text(pier(number), url=f"https://gazette.example/{number}", published=date(2024, 5, 1 + number))
        )
    library.add(read_text("Short\r\n\r\nNo one spoke\u2028here, \x0b “or” 🜚 there.", id="odd id \\ \" 'x'", title=""))
    library.removals.remove("pier-2-shut", by="7")
    first = library.ask("Is pier 1 shut?").passages[0]
    second = library.ask("Is pier 3 shut?").passages[0]
    library.reports.accept(library.reports.file(first, "8", suggestion="Bo Marsh", note="not she").id, "7", "Bo Marsh")
    library.reports.file(second, "9")
    library.corrections.add(second.article_id, second.span, second.content, None, by="7")
    library.preferences.set("language", "de")
    library.preferences.set("colour", "ä\u2029")
    library.audit.add("7", "remove", "Pier 2", "")
    library.names.merge(("Rhea Olsen",), "Ines Calder")
    library.names.rename("Ines Calder", "Inés Calder")
    library.alerts.add("8", Interest("Rhea Olsen", "pier", "Gazette"), spoken="de")
    library.alerts.add("7", Interest(topic="Übersee"), spoken="en", tell_in="55")
    for name in ("a", "b", "c"):
        feed = library.feeds.add(f"{FEED}?{name}", f"Gazette {name}", announce_in="settings" if name == "c" else None)
        library.feeds.records.read(feed, [item(n) for n in range(3)], NOW, NOW + timedelta(hours=1), '"tag"', None)
    library.feeds.remove(library.feeds.list()[1].id)
    kept = library.feeds.list()[1]
    library.feeds.records.read(kept, [item(n) for n in range(5)], NOW, NOW + timedelta(hours=2), None, "then")
    waiting = library.feeds.entries.work(kept.id, NOW, NOW, 9)[3:]
    for entry, name in zip(waiting, ("pier-1-shut", "pier-3-shut"), strict=True):
        added = replace(entry, state=ItemState.ADDED, article_id=name, read_version=entry.version)
        library.feeds.entries.save(added)
    library.feeds.begin_announcement(library.feeds.pending_announcements()[0].item_id)
    library.feeds.records.failed(kept.id, 1, None, "it is gone")


def exported(library: Library, *, everything: bool = False) -> bytes:
    file = io.BytesIO()
    library.transfer.export(file, everything=everything)
    return file.getvalue()


def moved(data: bytes, *, community: str = "one") -> Library:
    """The library of an export, in memory."""
    library = open_library(None, community=community, now=fixed)
    library.transfer.import_(io.BytesIO(data), "library.jsonl")
    return library


def again(data: bytes) -> bytes:
    """The export of the import of an export, apart from when it was made."""
    with moved(data) as library:
        return exported(library)


def without_time(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines(keepends=True) if not line.startswith(b'{"onrecord"')]


def test_a_library_that_was_lived_in_moves_byte_for_byte(lived_in: Library) -> None:
    data = exported(lived_in)
    kinds = [json.loads(line).get("kind") for line in without_time(data)]
    assert {*kinds} == {
        *("article", "removal", "correction", "name_rule", "preference", "report", "record", "feed", "feed_item"),
        *("alert", None),
    }
    assert without_time(again(data)) == without_time(data)


def test_an_export_of_before_articles_told_whose_their_text_is_moves(lived_in: Library) -> None:
    data = exported(lived_in)
    before = data.replace(b'"from_feed":false,', b"").replace(b'"edited":[],', b"")
    assert b"from_feed" in data
    assert b"edited" in data
    assert b"from_feed" not in before
    assert without_time(again(before)) == without_time(data)


def test_it_moves_from_any_kind_of_database_to_any_other(database: Path | str) -> None:
    with open_library(None, community="one", now=Clock()) as library, open_library(database, now=fixed) as other:
        live_in(library)
        data = exported(library)
        other.transfer.import_(io.BytesIO(data), "library.jsonl")
        assert without_time(exported(other.of("one"))) == without_time(data)


class Meanwhile(io.BytesIO):
    """A file during each of whose writes somebody adds an article and removes another."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def write(self, data: Any) -> int:
        self._library.add(read_text(f"Rain fell {self.tell()} times.", id=f"rain-{self.tell()}"))
        self._library.removals.remove(self._library.articles()[-1].id)
        return super().write(data)


def test_an_export_is_of_one_moment_while_others_write(lived_in: Library, database: Path | str) -> None:
    before = exported(lived_in)
    with open_library(database, community="one") as other:
        file = Meanwhile(other)
        lived_in.transfer.export(file)
        assert without_time(file.getvalue()) == without_time(before)
        assert without_time(exported(other)) != without_time(before)


def test_an_imported_library_is_worked_with_like_the_old_one(lived_in: Library) -> None:
    with moved(exported(lived_in)) as library:
        assert library.articles() == lived_in.articles()
        assert [library.show(a.id) for a in library.articles()] == [lived_in.show(a.id) for a in lived_in.articles()]
        for question in ("Is pier 1 shut?", "Who denied it?", "Pier"):
            assert library.ask(question).passages == lived_in.ask(question).passages
        assert library.people() == lived_in.people()
        assert [r.active for r in library.corrections.list()] == [r.active for r in lived_in.corrections.list()]
        assert library.audit.list() == lived_in.audit.list()
        (report,) = library.reports.list()
        library.reports.accept(report.id, "7", "Bo Marsh")
        assert library.removals.restore("pier-2-shut").title == "Pier 2 shut"
        (first, second) = library.feeds.list()
        assert [(f.url, f.announce_in, f.stopped) for f in (first, second)] == [
            (f"{FEED}?a", None, False),
            (f"{FEED}?c", "settings", True),
        ]
        begun = [announcement.begun for announcement in library.feeds.pending_announcements()]
        assert begun == [announcement.begun for announcement in lived_in.feeds.pending_announcements()]
        assert {*begun} == {True, False}
        library.feeds.remove(first.id)
        assert [feed.title for feed in library.feeds.list()] == ["Gazette c"]
        assert library.add(read_text(pier(1))).article.id == "pier-1-shut"


def test_all_communities_move_together_and_stay_apart(lived_in: Library) -> None:
    lived_in.of("two").add(read_text(pier(7)))
    lived_in.of("three").preferences.set("language", "de")
    lived_in.of("nobody").preferences.set("language", None)
    data = exported(lived_in, everything=True)
    with open_library(None, community="two", now=fixed) as library:
        names = [one.community for one in library.transfer.import_(io.BytesIO(data), "all.jsonl")]
        assert names == ["one", "three", "two"]
        assert [article.id for article in library.articles()] == ["pier-7-shut"]
        assert without_time(exported(library, everything=True)) == without_time(data)


def test_the_samples_move(database: Path | str) -> None:
    with open_library(database, community="one", now=fixed) as library:
        for article in sample_articles()[:6]:
            library.add(article)
        data = exported(library)
    assert again(data) == data


# Libraries as no newspaper would make them: every field is whatever it may be.

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=30)
WORDS = st.text("ab “”.,\n\u2028ä🜚", min_size=4, max_size=60)


@st.composite
def spans(draw: st.DrawFn, length: int, most: int = 4) -> list[Span]:
    ends = sorted(draw(st.sets(st.integers(0, length), max_size=2 * most)))
    return [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]


@st.composite
def articles(draw: st.DrawFn) -> AnnotatedArticle:
    text = draw(WORDS)
    kind = st.sampled_from(ParagraphKind)

    def span() -> Span | None:
        return next(iter(draw(spans(len(text), 1))), None)

    def attribution(content: Span) -> Attribution:
        speaker = draw(st.none() | TEXT)
        return Attribution(
            (content,),
            span(),
            span(),
            speaker,
            None if speaker is None else draw(st.sampled_from(SpeakerType)),
            draw(st.none() | TEXT),
            draw(st.sampled_from(ContentKind)),
            draw(st.sampled_from(Act)),
            draw(TEXT),
        )

    article = Article(
        given_id(draw(TEXT.filter(bool))),
        text,
        draw(TEXT),
        draw(st.none() | TEXT),
        draw(st.none() | TEXT),
        tuple(draw(st.lists(TEXT, max_size=2))),
        draw(st.none() | st.dates()),
        draw(st.none() | TEXT),
        tuple(Paragraph(one, draw(kind)) for one in draw(spans(len(text)))),
        draw(st.booleans()),
    )
    return AnnotatedArticle(
        article,
        tuple(Sentence(one, draw(kind)) for one in draw(spans(len(text)))),
        tuple(attribution(one) for one in draw(spans(len(text)))),
    )


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    clock = iter(draw(st.lists(st.datetimes(timezones=st.just(UTC)), min_size=1, max_size=9)) * 99)
    with ExitStack() as given_up:  # by hypothesis, in the middle of a draw
        store = given_up.enter_context(closing(Store(None)))
        library = Library(store, ReaderCache(store), "one", lambda: next(clock))
        for article in draw(st.lists(articles(), max_size=5)):
            store.put("one", article)
        for number in range(draw(st.integers(0, 3))):
            library.preferences.set(f"{number}{draw(TEXT)}", draw(TEXT))
            library.audit.add(draw(TEXT), draw(TEXT), draw(TEXT), draw(TEXT))
        for summary in library.articles():
            match draw(st.integers(0, 3)):
                case 0:
                    library.removals.remove(summary.id, by=draw(TEXT))
                case 1:
                    library.reports.file(library.passage_at(summary.id, Span(1, 3)), "8", note=draw(TEXT))
                case 2:
                    library.reports.accept(
                        library.reports.file(library.passage_at(summary.id, Span(0, 2)), "8").id, "7", "Bo Marsh"
                    )
        given_up.pop_all()
    return library


@settings(max_examples=60)
@given(libraries())
def test_any_library_moves_byte_for_byte(library: Library) -> None:
    with library:
        library.preferences.set("there is", "something")
        data = exported(library)
        assert without_time(again(data)) == without_time(data)


# Files that no export wrote.

Spoil = Callable[[dict[str, Any]], object]


def article_line() -> dict[str, Any]:
    with open_library(None, now=fixed) as library:
        library.add(read_text(pier(1)))
        return dict(json.loads(exported(library).splitlines()[1]))


HEADER = {"onrecord": 1, "community": "one", "exported": "2024-05-04T12:00:00+00:00"}
LINES: dict[str, dict[str, Any]] = {
    "preference": {"kind": "preference", "name": "language", "value": "de"},
    "correction": {
        "kind": "correction",
        "article": "a",
        "words": "so",
        "occurrence": 0,
        "speaker": "Bo Marsh",
        "speaker_type": "person",
        "by": "7",
        "at": "2024-05-04T12:00:00+00:00",
    },
    "name_rule": {"kind": "name_rule", "rule": "merge", "names": ["Bo"], "into": "Bo Marsh"},
    "removal": {
        "kind": "removal",
        "id": "gone",
        "url": None,
        "digest": "0" * 64,
        "at": "2024-05-04T12:00:00+00:00",
        "by": "7",
        "article": None,
    },
    "record": {
        "kind": "record",
        "at": "2024-05-04T12:00:00+00:00",
        "actor": "7",
        "act": "add",
        "subject": "x",
        "detail": "",
    },
    "report": {
        "kind": "report",
        "at": "2024-05-04T12:00:00+00:00",
        "reporter": "8",
        "article": "a",
        "title": "A",
        "start": 0,
        "end": 2,
        "content_start": None,
        "content_end": None,
        "text": "so",
        "speaker": None,
        "suggestion": None,
        "note": "",
        "state": "open",
        "settled_by": None,
    },
    "alert": {
        "kind": "alert",
        "at": "2024-05-04T12:00:00.000000+00:00",
        "owner": "8",
        "tell_in": None,
        "spoken": "en",
        "person": None,
        "topic": "pier",
        "outlet": None,
    },
    "feed": {
        "kind": "feed",
        "url": FEED,
        "title": "Gazette",
        "announce_in": None,
        "added": "2024-05-04T12:00:00.000000+00:00",
        "checked": None,
        "next_check": None,
        "etag": None,
        "last_modified": None,
        "failures": 0,
        "last_error": None,
    },
}


def file_of(*lines: dict[str, Any], header: dict[str, Any] = HEADER, end: dict[str, Any] | None = None) -> bytes:
    whole = (header, *lines, {"end": len(lines)} if end is None else end)
    return b"".join(json.dumps(line).encode() + b"\n" for line in whole)


def refused(data: bytes, words: str) -> None:
    with open_library(None, community="one", now=fixed) as library:
        with pytest.raises(ReadingError, match=words):
            library.transfer.import_(io.BytesIO(data), "library.jsonl")
        with pytest.raises(ExportError, match="nothing in any library"):
            library.transfer.export(io.BytesIO(), everything=True)


def test_the_lines_that_are_spoilt_below_are_good() -> None:
    data = file_of(article_line(), *LINES.values())
    assert without_time(again(data))


def test_nobody_is_told_of_a_report_of_an_export_from_before_anybody_was() -> None:
    with open_library(None, community="one", now=fixed) as library:
        library.transfer.import_(io.BytesIO(file_of(LINES["report"])), "library.jsonl")
        (report,) = library.reports.list()
        assert (library.reports.untold(), report.waits, report.posted) == ((), False, None)


def test_the_fields_of_a_line_stand_in_any_order() -> None:
    whole = file_of(article_line(), *LINES.values())
    turned = [dict(reversed(json.loads(line).items())) for line in whole.splitlines()]
    assert again(b"".join(json.dumps(line).encode() + b"\n" for line in turned)) == again(whole)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda a: a.update(paragraphs=[[0, 10_000, "body"]]), '"paragraphs" has a span outside the text'),
        (lambda a: a.update(paragraphs=[[-1, 2, "body"]]), '"paragraphs" has a span outside'),
        (lambda a: a.update(paragraphs=[[2, 2, "body"]]), '"paragraphs" has a span outside'),
        (lambda a: a.update(paragraphs=[[0, 9, "body"], [8, 12, "body"]]), '"paragraphs" has parts that overlap'),
        (lambda a: a.update(sentences=[[0, 2, "limerick"]]), '"sentences" is none of body, boilerplate'),
        (lambda a: a.update(sentences=[[0, True, "body"]]), '"sentences" has a span that is not'),
        (lambda a: a.update(sentences=[[0, 2.0, "body"]]), '"sentences" has a span that is not'),
        (lambda a: a.update(sentences={"0": 2}), '"sentences" is no list'),
        (lambda a: a.update(sentences=[[0, 2]]), '"sentences" has a part that is not'),
        (lambda a: a["attributions"][0].update(content=[]), '"attributions" "content" is empty'),
        (lambda a: a["attributions"][0].update(content=[[4, 6], [2, 3]]), '"attributions" "content" .* out of order'),
        (lambda a: a["attributions"][0].update(cue=[0, 10_000]), '"attributions" "cue" has a span outside'),
        (lambda a: a["attributions"][0].update(speaker=None), '"speaker" and "speaker_type" do not go together'),
        (lambda a: a["attributions"][0].update(act="sang"), '"attributions" "act" is none of'),
        (lambda a: a["attributions"][0].pop("rule"), '"attributions" "rule" is missing'),
        (lambda a: a.update(attributions=[7]), '"attributions" has something in it that is no attribution'),
        (lambda a: a.update(text="half \ud83d of it"), '"text" has half a character'),
        (lambda a: a.update(text=None), '"text" is no text'),
        (lambda a: a.update(id=""), '"id" is empty'),
        (lambda a: a.update(id="two\nlines"), '"id" is no id'),
        (lambda a: a.update(id="x" * 101), '"id" is no id'),
        (lambda a: a.update(authors="Ada Lint"), '"authors" is no list'),
        (lambda a: a.update(authors=[7]), '"authors" is no text'),
        (lambda a: a.update(published="20240503"), '"published" is no day'),
        (lambda a: a.update(published="yesterday"), '"published" is no day'),
        (lambda a: a.pop("deck"), '"deck" is missing'),
        (lambda a: a.update({"colour\ud83d": "red"}), "is no field of this kind"),
        (lambda a: a.update(kind="poem"), "it is of no kind that this version knows"),
        (lambda a: a.pop("kind"), "it is of no kind that this version knows"),
        (lambda a: a.update(kind=["article"]), "it is of no kind that this version knows"),
    ],
)
def test_an_article_that_cannot_be_one_is_refused(spoil: Spoil, words: str) -> None:
    line = article_line()
    spoil(line)
    refused(file_of(LINES["preference"], line), rf"line 3 of library\.jsonl: .*{words}")


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("preference", "name", "", "is empty"),
        ("preference", "value", 7, "is no text"),
        ("correction", "occurrence", -1, "is no whole number"),
        ("correction", "occurrence", 2**80, "is no whole number"),
        ("correction", "occurrence", True, "is no whole number"),
        ("correction", "words", "", "is empty"),
        ("correction", "speaker_type", None, "do not go together"),
        ("correction", "at", "2024-05-04T12:00:00", "is no time in UTC"),
        ("correction", "at", "2024-05-04T14:00:00+02:00", "is no time in UTC"),
        ("correction", "at", "noon", "is no time in UTC"),
        ("name_rule", "rule", "forget", "is none of merge, rename, split"),
        ("name_rule", "names", "Bo", "is no list"),
        ("name_rule", "names", ["Bo\ud800"], "has half a character"),
        ("removal", "digest", "0", "is no digest"),
        ("removal", "article", {}, '"id" is missing'),
        ("removal", "article", "all of it", "is no article"),
        ("record", "detail", None, "is no text"),
        ("alert", "topic", None, "do not go together"),
        ("alert", "person", "", "is empty"),
        ("report", "end", 0, "do not go together"),
        ("report", "content_start", 0, "do not go together"),
        ("report", "settled_by", "7", "do not go together"),
        ("report", "state", "lost", "is none of corrected, dismissed, open"),
        ("report", "told", "lost", "is none of"),
        ("feed", "added", "2024-05-04T12:00:00+00:00", "is no time in UTC"),
        ("feed", "failures", None, "is no whole number"),
    ],
)
def test_a_field_that_cannot_be_is_refused(kind: str, field: str, value: object, words: str) -> None:
    refused(file_of(article_line(), {**LINES[kind], field: value}), rf"line 3 of library\.jsonl: .*{words}")


def test_a_removal_of_another_article_is_refused() -> None:
    article = article_line()
    del article["kind"]
    line = {**LINES["removal"], "id": article["id"], "article": article}
    refused(file_of(line), "line 2 .* another than its id and digest say")


@pytest.mark.parametrize("kind", ["preference", "correction", "removal", "feed"])
def test_the_same_thing_twice_is_refused(kind: str) -> None:
    refused(file_of(LINES[kind], LINES["record"], LINES[kind]), r"line 4 of library\.jsonl: there is one of the same")


def test_the_same_article_twice_is_refused() -> None:
    refused(file_of(article_line(), article_line()), "line 3 of .*there is an article 'pier-1-shut' before it")


@pytest.mark.parametrize("number", [0, 2, -1])
def test_an_entry_of_no_feed_is_refused(number: int) -> None:
    entry = {
        "kind": "feed_item",
        "feed": number,
        "key": "k",
        "url": "u",
        "published": None,
        "seen": "2024-05-04T12:00:00.000000+00:00",
        "version": "1",
        "read_version": None,
        "state": "waiting",
        "attempts": 0,
        "next_check": "2024-05-04T12:00:00.000000+00:00",
        "checked": None,
        "etag": None,
        "last_modified": None,
        "article": None,
        "article_url": None,
        "announced": "no",
    }
    refused(file_of(LINES["feed"], entry), 'line 3 of .*"feed" is')


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ({**HEADER, "onrecord": 2}, "newer version of Onrecord .format 2, this one knows 1.; upgrade"),
        ({**HEADER, "onrecord": True}, "does not begin an export"),
        ({**HEADER, "onrecord": "1"}, "does not begin an export"),
        ({"text": "An article."}, "does not begin an export"),
        ({**HEADER, "community": ""}, '"community" is empty'),
        ({**HEADER, "community": "x" * 101}, '"community" is no name'),
        ({**HEADER, "exported": "lately"}, '"exported" is no time'),
        ({"onrecord": 1}, '"community" is missing'),
    ],
)
def test_a_first_line_that_is_none_is_refused(header: dict[str, Any], words: str) -> None:
    refused(file_of(LINES["preference"], header=header), rf"line 1 of library\.jsonl: .*{words}")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"\n", "line 1 .*no JSON in UTF-8"),
        (b"[" * 100_000, "line 1 .*no JSON in UTF-8"),
        (b'{"onrecord": 1' + b"0" * 5_000 + b"}", "line 1 .*no JSON in UTF-8"),
        (b'{"onrecord": "\xff"}', "line 1 .*no JSON in UTF-8"),
        (b"[1]\n", "line 1 .*no JSON object"),
        (b"\x1f\x8b\x08\x00", "line 1 .*no JSON in UTF-8"),
    ],
)
def test_what_is_no_export_at_all_is_refused(data: bytes, words: str) -> None:
    refused(data, words)


def test_a_second_section_of_a_community_is_refused() -> None:
    refused(file_of(LINES["preference"]) * 2, r"line 4 of library\.jsonl: it begins the community 'one' a second time")


@pytest.mark.parametrize("end", [{"end": 0}, {"end": 2}, {"end": 1, "more": 1}, {"end": "1"}])
def test_a_last_line_that_does_not_fit_is_refused(end: dict[str, Any]) -> None:
    refused(file_of(LINES["preference"], end=end), "line 3 .*lines are missing")


@settings(max_examples=40)
@given(st.data())
def test_a_file_that_was_cut_off_is_refused_whole(data: st.DataObject) -> None:
    whole = file_of(*LINES.values()) + file_of(LINES["preference"], header={**HEADER, "community": "two"})
    first = len(file_of(*LINES.values()))
    cut = data.draw(st.integers(0, len(whole) - 2).filter(lambda at: at not in (first, first - 1)))
    refused(whole[:cut], "library.jsonl")


def paths(value: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(inner, (*at, key))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=60)
@given(st.data())
def test_junk_in_any_place_is_refused_or_harmless(data: st.DataObject) -> None:
    lines = json.loads(json.dumps([article_line(), *LINES.values()]))
    *above, last = data.draw(st.sampled_from([path for path in paths(lines) if path]))
    place: Any = lines
    for key in above:
        place = place[key]
    place[last] = data.draw(JUNK)
    with open_library(None, community="one", now=fixed) as library:
        try:
            library.transfer.import_(io.BytesIO(file_of(*lines)), "library.jsonl")
        except ReadingError:
            return
        whole = exported(library)
        assert without_time(again(whole)) == without_time(whole)
        library.ask("Is pier 1 shut?")
        library.people()
        library.reports.list()
        library.removals.list()
        assert [library.article_of(article_token(a.id)) for a in library.articles()]


class Endless(io.RawIOBase):
    """A line without end."""

    given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        buffer[:] = b"[" * len(buffer)
        self.given += len(buffer)
        return len(buffer)


def test_an_endless_line_is_refused_when_it_is_too_long() -> None:
    endless = Endless()
    file: BinaryIO = io.BufferedReader(endless)
    with open_library(None) as library, pytest.raises(ReadingError, match="line 1 of it: it is longer than 32 MB"):
        library.transfer.import_(file, "it")
    assert endless.given < LONGEST + 100_000


def test_an_article_that_is_too_long_for_a_line_is_not_exported() -> None:
    text = "x" * LONGEST
    store = Store(None)
    store.put("one", AnnotatedArticle(Article("long", text, "", None, None, (), None, None, ()), (), ()))
    with (
        closing(Library(store, ReaderCache(store), "one", fixed)) as library,
        pytest.raises(ExportError, match="The article 'long' of the library 'one' has over 32 MB"),
    ):
        library.transfer.export(io.BytesIO())


@pytest.mark.parametrize("live", [lambda one: one.preferences.set("x", "y"), lambda one: one.add(read_text("Rain."))])
def test_a_library_that_is_there_is_not_mixed_with_another(live: Callable[[Library], object]) -> None:
    with open_library(None, community="two", now=fixed) as library:
        live(library)
        before = exported(library)
        data = file_of(LINES["preference"]) + file_of(LINES["preference"], header={**HEADER, "community": "two"})
        with pytest.raises(InvalidRequestError, match="The library 'two' is not empty"):
            library.transfer.import_(io.BytesIO(data), "library.jsonl")
        assert exported(library, everything=True) == before


def test_an_empty_library_is_not_exported() -> None:
    with open_library(None) as library, pytest.raises(ExportError, match="nothing in the library 'public'"):
        library.transfer.export(io.BytesIO())


def test_a_library_that_answers_already_hears_of_an_import(database: Path | str) -> None:
    with open_library(database, community="one") as library:
        assert library.ask("Is pier 1 shut?").passages == ()
        with open_library(database) as other:
            other.transfer.import_(io.BytesIO(file_of(article_line())), "library.jsonl")
        assert library.ask("Is pier 1 shut?").passages[0].speaker == "Rhea Olsen"


def test_every_table_and_column_is_exported(tmp_path: Path) -> None:
    """A migration that adds one has to add it to the export, or to what is known from the rest here."""
    known = {table.name: {*table.columns} for table in TABLES}
    counted = {"id", "community"}
    database = tmp_path / "onrecord.db"
    open_library(database).close()
    with closing(sqlite3.connect(database)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith("sqlite_")
        ]
        columns = {
            name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} - counted for name in names
        }
    article = {*article_line()} - {"kind", "id"} | {"digest", "sentence_count", "attribution_count", "revision"}
    assert columns == {
        "calendar": {"counted", "clock", "leapt"},  # each database counts its own time
        "communities": {"revision"},
        "articles": article,
        "forwards": {"article_id", "revision", "made_by", "content"},  # made of the article
        "arrivals": {"article_id", "at", "announced"},  # what came before a move is no news after it
        "digests": {"sent", "begun"},  # nor is it in a digest
        "departures": {"at"},  # another bot sees by itself which servers it is in
        "erasures": {"revision"},  # another database's counters have nothing to be above
        "indexes": {"made_by", "revision", "articles", "content"},  # made again from the articles
        "vectors": {"article_id", "revision", "model", "texts", "content"},  # so are these
        **{name: found - counted for name, found in known.items()},
        "alerts": known["alerts"] | {"since", "told", "begun", "told_at", "refused"},  # the numbers of arrivals
        "feeds": known["feeds"] | {"begun", "crashes", "limited"},  # what became of polls in this bot's processes
    }
