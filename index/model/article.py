"""Articles and what is found in them: frozen, slotted, named as in the design's vocabulary.

All offsets are half-open ``[start, end)`` in code points of `Article.text`, which never changes once it
is stored, so ``article.text[span.start:span.end]`` is verbatim whatever the span is shown for.
"""

from bisect import bisect_right
from collections import defaultdict
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


class Particular(StrEnum):
    """What is said of an article beside its text, and can be edited; the names are those of `Article`'s fields."""

    TITLE = "title"
    OUTLET = "outlet"
    PUBLISHED = "published"
    URL = "url"


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
    """What the speaker is reported to have done with the content: said it, or only thought or meant to do it."""

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
        The day of publication as the article or its feed states it.
    url : str | None
        Where it was found; http or https.
    paragraphs : tuple of Paragraph
        Disjoint, in order of appearance; together they hold all non-blank text.
    from_feed : bool
        Whether the text is the one that a feed has, because the page at `url` is not to be had.
    edited : tuple of Particular
        What moderators have set, in the order of `Particular`: that holds when the article is added again.
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
    from_feed: bool = False
    edited: tuple[Particular, ...] = ()


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

    def attributions_by_sentence(self) -> dict[int, list[int]]:
        """Place of a sentence -> places of the attributions whose content it shares, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        ends = [sentence.span.end for sentence in self.sentences]
        for number, attribution in enumerate(self.attributions):
            for content in attribution.content:
                at = bisect_right(ends, content.start)
                while at < len(ends) and self.sentences[at].span.start < content.end:
                    if number not in found[at]:
                        found[at].append(number)
                    at += 1
        return found

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
            article.from_feed,
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
    from_feed: bool = False


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
