"""The data that flows from bytes to answers: frozen, slotted, named as in the design's vocabulary.

All offsets are half-open ``[start, end)`` in code points of `Article.text`, which never changes once it
is stored, so ``article.text[span.start:span.end]`` is verbatim whatever the span is shown for.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is on the page; only `ANSWERABLE` kinds are ever answered from."""

    BODY = "body"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


ANSWERABLE: frozenset[ParagraphKind] = frozenset(
    {ParagraphKind.BODY, ParagraphKind.HEADLINE, ParagraphKind.DECK, ParagraphKind.CAPTION}
)


class SpeakerType(StrEnum):
    """Who or what a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    GROUP = "group"


class ContentKind(StrEnum):
    """How the content is reported: word for word, paraphrased, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the source is reported to have done with the content: said it, or only thought or meant to do it."""

    SAID = "said"
    THOUGHT = "thought"
    INTENDED = "intended"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Article.text`; ``0 <= start < end``."""

    start: int
    end: int

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of non-blank text between line breaks, without surrounding white space."""

    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one paragraph, without surrounding white space, with that paragraph's kind."""

    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Article:
    r"""One text with its metadata.

    Attributes
    ----------
    id : str
        Unique in its library; "" until the library gives one.
    text : str
        Verbatim, only newlines made ``\n``.
    title : str
        The headline, or "" where there is none.
    deck : str | None
        The line under the headline, where there is one.
    outlet : str | None
        The publication that the article appeared in (not the outlets it cites).
    authors : tuple of str
        As the byline names them, without "By" and without the outlet's "Staff".
    published : date | None
        The day of publication as the article or its source states it.
    url : str | None
        Where it was found; http or https.
    paragraphs : tuple of Paragraph
        Disjoint, in order of appearance; together they hold all non-blank text.
    """

    id: str
    text: str
    title: str
    deck: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, in the words of the article.

    Attributes
    ----------
    content : tuple of Span
        What was said: one or more disjoint spans in order.
    cue : Span | None
        The words that report it.
    mention : Span | None
        The words that name who said it, as the article has them ("she").
    speaker : str | None
        Who that is, under the fullest name the article gives; None when it cannot be told.
    speaker_type : SpeakerType | None
        None exactly when `speaker` is None.
    outlet : str | None
        The outlet or document that the article cites for this ("told the Guardian"), beside the speaker.
    kind : ContentKind
    act : Act
    rule : str
        The name of the pattern that found it.
    """

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    speaker: str | None
    speaker_type: SpeakerType | None
    outlet: str | None
    kind: ContentKind
    act: Act
    rule: str

    @property
    def outer(self) -> Span:
        """From the start to the end of the content."""
        return Span(self.content[0].start, self.content[-1].end)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its sentences (in order) and attributions (by the start of their content)."""

    article: Article
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]

    @property
    def summary(self) -> "ArticleSummary":
        """What a list of articles shows of it."""
        article = self.article
        return ArticleSummary(
            article.id,
            article.title,
            article.outlet,
            article.authors,
            article.published,
            article.url,
            len(self.sentences),
            len(self.attributions),
        )


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list of articles shows of one."""

    id: str
    title: str
    outlet: str | None
    authors: tuple[str, ...]
    published: date | None
    url: str | None
    sentences: int
    attributions: int


class Outcome(StrEnum):
    """What adding an article did."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    WITHHELD = "withheld"  # it was removed before, and nobody asked for it


@dataclass(frozen=True, slots=True)
class Addition:
    """The article as it now stands in the library, and what adding it did."""

    article: ArticleSummary
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another article in which nearly the same passage stands."""

    article_id: str
    title: str
    article_outlet: str | None
    url: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Passage:
    """What an answer shows: verbatim text with its best-fitting attribution and its article.

    Attributes
    ----------
    span : Span
        Where `text` stands: ``article.text[span.start:span.end] == text``, always.
    mention : str | None
        The words of the article that name the speaker; None when there are none.
    kind : ContentKind | None
        None when nobody is reported to have said this.
    score : float
        Comparable only within one answer; higher is better.
    also_in : tuple of Elsewhere
        Other articles that have nearly the same passage, said by the same speaker; best first.
    content : Span | None
        From the start to the end of what was said; None when nobody is reported to have said this.
    """

    article_id: str
    title: str
    article_outlet: str | None
    authors: tuple[str, ...]
    url: str | None
    published: date | None
    span: Span
    text: str
    speaker: str | None
    speaker_type: SpeakerType | None
    mention: str | None
    outlet: str | None
    kind: ContentKind | None
    act: Act | None
    score: float
    also_in: tuple[Elsewhere, ...] = ()
    content: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A part of a passage's score: what was looked at, which terms (stems) of the question were there, and how much
    it added, negative where it took away."""

    part: str
    terms: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a passage stands where it does; the evidence, heaviest first, adds up to its score."""

    passage: Passage
    evidence: tuple[Evidence, ...]


class SilenceReason(StrEnum):
    """Why there are no passages; `Silence.subject` is who or what it is about where the comment says so."""

    EMPTY_LIBRARY = "empty-library"
    UNKNOWN_SPEAKER = "unknown-speaker"  # the speaker asked for
    UNKNOWN_OUTLET = "unknown-outlet"  # the outlet asked for
    UNKNOWN_NAME = "unknown-name"  # a name in the question
    NO_WORDS = "no-words"
    NO_FIT = "no-fit"
    NOT_ABOUT = "not-about"  # the person who is quoted, but not on this
    NO_DATES = "no-dates"


_SENTENCES = {
    SilenceReason.EMPTY_LIBRARY: "There are no articles here yet.",
    SilenceReason.UNKNOWN_SPEAKER: "No article here quotes {}.",
    SilenceReason.UNKNOWN_OUTLET: "No article here cites {} or was published by it.",
    SilenceReason.UNKNOWN_NAME: "No article here mentions {}.",
    SilenceReason.NO_WORDS: "No article here has any of the words of this question.",
    SilenceReason.NO_FIT: "No passage here fits this question well enough to be shown as its answer.",
    SilenceReason.NOT_ABOUT: "{} is not quoted like that here.",
    SilenceReason.NO_DATES: "No article of those days answers that.",
}


@dataclass(frozen=True, slots=True)
class Silence:
    """Why there are no passages, for those who word it in another language; `str` is the English sentence."""

    reason: SilenceReason
    subject: str = ""

    def __str__(self) -> str:
        return _SENTENCES[self.reason].replace("{}", self.subject)


@dataclass(frozen=True, slots=True)
class Answer:
    """The passages that answer a question, best first, or the reason for silence.

    Attributes
    ----------
    abstained : str | None
        A plain sentence exactly when `passages` is empty, else None.
    suggestions : tuple of str
        Names in the library near to what was asked for, best first; may be empty.
    took_ms : float
        Wall-clock time in milliseconds.
    silence : Silence | None
        What `abstained` says; None exactly when there are passages.
    """

    question: str
    passages: tuple[Passage, ...]
    abstained: str | None
    suggestions: tuple[str, ...]
    took_ms: float
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of a library.

    Attributes
    ----------
    name : str
        The fullest name that the library's articles give.
    quotes : int
        Attributions with this speaker; `articles` counts the articles they stand in.
    latest : date | None
        The newest publication date among those articles.
    aliases : tuple of str
        Other names under which articles have this speaker, sorted.
    """

    name: str
    type: SpeakerType
    quotes: int
    articles: int
    latest: date | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """What one person is reported to have said: what was said first, then newest articles, then text order.

    `person` is None when the library knows nobody by that name; `abstained` is a plain sentence, and `silence` what it
    says, exactly when there are no passages.
    """

    person: Person | None
    passages: tuple[Passage, ...]
    abstained: str | None
    suggestions: tuple[str, ...]
    silence: Silence | None = None
