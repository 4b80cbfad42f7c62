"""What crosses module edges about telling of articles as they come: what is watched for, alerts, and what is new."""

from dataclasses import dataclass
from datetime import datetime

from index.model.answer import Passage
from index.model.article import ArticleSummary


@dataclass(frozen=True, slots=True)
class Interest:
    """What somebody wants to hear of: passages that all that is given holds for; at least one of the three is.

    Attributes
    ----------
    person : str | None
        Who said it, under any of the names that the library has for them.
    topic : str | None
        Words that stand in the passage, in any form and order, or in its article's headline.
    outlet : str | None
        Who published the article, or is cited for the passage.
    """

    person: str | None = None
    topic: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """Somebody's wish to be told. All moments are in UTC.

    Attributes
    ----------
    id : int
        Unique over all communities.
    owner : str
        Who set it.
    tell_in : str | None
        Where it is told, in words that only the caller understands; None to its owner alone.
    spoken : str
        The language of its messages, by its two letters.
    told : int
        The number of the last arrival that it has been told of, or that was nothing to it.
    begun : int | None
        The last arrival of a message that somebody began to send and has not told how that ended.
    refused : bool
        Whether its last message could not be delivered.
    """

    id: int
    community: str
    at: datetime
    owner: str
    tell_in: str | None
    spoken: str
    interest: Interest
    told: int
    begun: int | None
    refused: bool


@dataclass(frozen=True, slots=True)
class News:
    """What an alert is to be told: passages, best first within an article, the articles in order of arrival.

    Attributes
    ----------
    upto : int
        The number of the last arrival that was looked at.
    more : int
        How many more passages there are.
    """

    alert: Alert
    upto: int
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that was added for the first time, and when.

    Attributes
    ----------
    begun : bool
        Whether somebody began to announce it and has not told how that ended.
    """

    id: int
    article: ArticleSummary
    at: datetime
    begun: bool


@dataclass(frozen=True, slots=True)
class DigestState:
    """How far a community's digests are: up to which day one was sent, and that of one that somebody began to send and
    has not told how that ended. Days as year-month-day."""

    community: str
    sent: str
    begun: str | None


@dataclass(frozen=True, slots=True)
class Highlights:
    """What some articles are worth reading for.

    Attributes
    ----------
    passages : tuple of Passage
        The most telling quotations, best first, each of another speaker where there are enough.
    quoted : tuple of (str, int)
        Who is quoted, and how often, most often first.
    articles : int
        How many articles these are.
    """

    passages: tuple[Passage, ...]
    quoted: tuple[tuple[str, int], ...]
    articles: int
