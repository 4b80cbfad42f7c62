"""What is stored of people and of communities that the bot has left."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PersonalPart(StrEnum):
    """How somebody is in the database."""

    ACT = "act"
    REPORT = "report"
    SETTLED = "settled"
    CORRECTION = "correction"
    REMOVAL = "removal"
    ALERT = "alert"


@dataclass(frozen=True, slots=True)
class PersonalCount:
    """How often somebody is in one community's data as `part`."""

    community: str
    part: PersonalPart
    number: int


@dataclass(frozen=True, slots=True)
class PersonalLine:
    """One thing that is stored under somebody's id.

    Attributes
    ----------
    at : datetime
        In UTC; of a report that somebody settled, when it was made.
    act : str
        What was done; of a report, its state.
    subject : str
        To what: a name, or an article's title or id.
    words : str
        The detail of an act; of reports and corrections the words of the article that they are about; of an alert its
        topic.
    suggestion, note : str | None
        What the person typed into a report.
    waits : bool | None
        Of a report of theirs, whether they are to be told what comes of it.
    """

    community: str
    part: PersonalPart
    at: datetime
    act: str
    subject: str
    words: str
    suggestion: str | None = None
    note: str | None = None
    waits: bool | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """A community that the bot has left, and when, in UTC."""

    community: str
    at: datetime
