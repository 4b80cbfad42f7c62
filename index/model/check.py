"""What ``onrecord doctor`` finds: one check each of settings, machine, database or index."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check ended; only a problem keeps the bot from working as it should."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes
    ----------
    name : str
        What was looked at, in a word or two.
    finding : str
        One plain sentence, without secrets.
    cure : str | None
        What to do, in one sentence; None where there is nothing to do.
    """

    name: str
    verdict: Verdict
    finding: str
    cure: str | None = None
