"""What moderators see and decide of a library, beside `index.model.article`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from index.model.article import ArticleSummary, Span, SpeakerType


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the audit: at this time (UTC) `actor` did `act` to `subject`; `detail` may be empty."""

    at: datetime
    actor: str
    act: str
    subject: str
    detail: str


class ReportState(StrEnum):
    """Where a report stands."""

    OPEN = "open"
    CORRECTED = "corrected"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody's doubt about who said a passage.

    Attributes
    ----------
    span : Span
        Where the passage stood when it was reported; `text` are its words.
    content : Span | None
        From the start to the end of what was said; None where nobody was reported to have said it.
    speaker : str | None
        As the passage showed it.
    suggestion : str | None
        Who said it according to `reporter`.
    settled_by : str | None
        None exactly while the report is open.
    waits : bool
        Whether `reporter` is still to be told what comes of it.
    told : ReportState | None
        The state of which whom it concerns have been told; None where they have not been told of the report at all.
    posted : str | None
        Where it stands for moderators to see, as the caller writes that.
    spoken : str
        The language in which `reporter` is told, as the caller writes that; "" where they do not wait.
    """

    id: int
    at: datetime
    reporter: str
    article_id: str
    title: str
    span: Span
    content: Span | None
    text: str
    speaker: str | None
    suggestion: str | None
    note: str
    state: ReportState
    settled_by: str | None
    waits: bool = False
    told: ReportState | None = None
    posted: str | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Who said certain words of an article, as a moderator has it.

    Attributes
    ----------
    words : str
        From the start to the end of what was said, verbatim.
    occurrence : int
        How often the words stand before in the article's text.
    speaker : str | None
        None: nobody is named.
    active : bool
        False while the article has no such words, or is not there.
    """

    id: int
    article_id: str
    words: str
    occurrence: int
    speaker: str | None
    speaker_type: SpeakerType | None
    by: str
    at: datetime
    active: bool = False


@dataclass(frozen=True, slots=True)
class Removal:
    """An article that was removed; once it is not `restorable`, only its id and link are known."""

    article: ArticleSummary
    at: datetime
    by: str
    restorable: bool


class NameRuleKind(StrEnum):
    """What a rule does with names: join them, call them otherwise, or keep one apart."""

    MERGE = "merge"
    RENAME = "rename"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class NameRule:
    """A moderator's word on names; rules apply in the order of their ids.

    Attributes
    ----------
    names : tuple of str
        Those joined, the one renamed, or the one from which another is kept apart.
    into : str
        The name that all of them are shown under, or the one kept apart.
    """

    id: int
    kind: NameRuleKind
    names: tuple[str, ...]
    into: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How much a library holds; `speakers` counts people, organisations and outlets, each once."""

    articles: int
    sentences: int
    attributions: int
    speakers: int
