"""Buttons under a page, as data: what a click does stands in the custom id, so it works after a restart too."""

from dataclasses import dataclass

from bot.i18n.wording import Wording
from bot.render.markdown import safe_url
from index import Passage, article_token

PREFIX = "on"


@dataclass(frozen=True, slots=True)
class Action:
    """A button.

    Attributes
    ----------
    custom_id : str | None
        At most 100 characters; None exactly where `url` is given.
    look : str
        "primary", "secondary", "success" or "danger"; a link has none of its own.
    """

    label: str
    custom_id: str | None = None
    url: str | None = None
    emoji: str | None = None
    look: str = "secondary"


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a menu of passages: its words, its speaker, and the custom id of its place."""

    label: str
    description: str
    value: str


def place(passage: Passage) -> str:
    """Give where a passage and what was said in it stand, as a part of a custom id; the last two are 0 for nothing."""
    content = (passage.content.start, passage.content.end) if passage.content else (0, 0)
    return ":".join(map(str, (article_token(passage.article_id), passage.span.start, passage.span.end, *content)))


def passage_actions(passage: Passage, say: Wording, *, reportable: bool) -> tuple[Action, ...]:
    """Give the buttons of one passage; the report of a wrong speaker only where a server's moderators can act on it."""
    where = place(passage)
    url = safe_url(passage.url)
    article = (Action(say("button-source"), url=url, emoji="🔗"),) if url else ()
    report = (Action(say("button-report"), f"{PREFIX}:report:{where}", emoji="🚩"),) if reportable else ()
    return (
        Action(say("button-context"), f"{PREFIX}:context:{where}", emoji="📄"),
        *article,
        Action(say("button-card"), f"{PREFIX}:card:{where}", emoji="🖼️"),
        *report,
    )
