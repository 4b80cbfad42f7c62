"""What is asked of a library, and what it answers: passages with their evidence, or the reason for silence."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.model.article import Act, ContentKind, Span, SpeakerType


@dataclass(frozen=True, slots=True)
class Filters:
    """What passages are kept to; None is any.

    Attributes
    ----------
    article_id : str | None
    speaker : str | None
        Only passages attributed to it.
    outlet : str | None
        Only passages attributed to it, or of the articles that it published.
    since, until : date | None
        Only articles published in these days, both included; one without a day is of none.
    """

    article_id: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def dated(self) -> bool:
        """Whether only articles of some days are wanted."""
        return self.since is not None or self.until is not None


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
    context : tuple of Span
        Sentences of the article beside the passage that it can't be understood without, in the order of the text, none
        of them inside it; most passages are clear alone and have none.
    context_text : tuple of str
        What stands at each of these, verbatim.
    from_feed : bool
        Whether the article's text is its feed's rather than its page's, see `Article`.
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
    context: tuple[Span, ...] = ()
    context_text: tuple[str, ...] = ()
    from_feed: bool = False


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
    NO_QUESTION = "no-question"  # nothing but a greeting, a link, a mention
    OTHER_LANGUAGE = "other-language"  # the question is in another language than the articles


_SENTENCES = {
    SilenceReason.EMPTY_LIBRARY: "There are no articles here yet.",
    SilenceReason.UNKNOWN_SPEAKER: "No article here quotes {}.",
    SilenceReason.UNKNOWN_OUTLET: "No article here cites {} or was published by it.",
    SilenceReason.UNKNOWN_NAME: "No article here mentions {}.",
    SilenceReason.NO_WORDS: "No article here has any of the words of this question.",
    SilenceReason.NO_FIT: "Nothing here answers this question well enough to be shown.",
    SilenceReason.NOT_ABOUT: "{} is not quoted like that here.",
    SilenceReason.NO_DATES: "No article of those days answers that.",
    SilenceReason.NO_QUESTION: "There is no question in that. Ask what somebody said, or what happened.",
    SilenceReason.OTHER_LANGUAGE: "The articles here are in English. Ask in English, or with the names in them.",
}


@dataclass(frozen=True, slots=True)
class Silence:
    """Why there are no passages, for those who word it in another language; `str` is the English sentence."""

    reason: SilenceReason
    subject: str = ""

    def __str__(self) -> str:
        said = _SENTENCES[self.reason].replace("{}", self.subject)
        return said.removesuffix(".") if said.endswith("..") else said  # "No article here quotes Amos Tull Jr."


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

    def meaning(self, name: str) -> str | None:
        """The question with `name`, one of the suggestions, in place of the name that no article has; None where it
        was not refused for a name in it."""
        if self.silence is None or self.silence.reason is not SilenceReason.UNKNOWN_NAME:
            return None
        words = (re.escape(word).replace("'", "['’‘ʼ´`]") for word in self.silence.subject.split())
        subject = r"[\W_]+".join(words)  # typed with whatever between them
        asked, found = re.subn(subject, lambda _: name, self.question, count=1, flags=re.IGNORECASE)
        return asked if found else None


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
