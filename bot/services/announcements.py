"""What is announced of an article, whether it is, and how: as a server's moderators have set it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.context.preferences import Preferences
from bot.i18n.wording import Wording
from bot.render.announcements import QUOTATIONS, announcement_page
from bot.render.articles import quoted_key
from bot.services.delivery import Parcel
from index import Announcement, Arrival, ArticleSummary, Interest, Library

_SPEAKERS = 100  # counted of an article at most


@dataclass(frozen=True, slots=True)
class Due:
    """An article to be announced.

    Attributes
    ----------
    feed : str | None
        What the feed that brought it is called; None where somebody added it.
    where : str
        As `Announcement.announce_in`.
    begin, settle : callable
        Write down that it is about to be announced, and that nothing is left to announce of it.
    """

    article: ArticleSummary
    feed: str | None
    where: str
    begun: bool
    nonce: str
    begin: Callable[[], None]
    settle: Callable[[], None]

    @classmethod
    def of_feed(cls, library: Library, found: Announcement) -> "Due":
        """Make one of what a feed brought."""
        feeds, item = library.feeds, found.item_id
        settle = partial(feeds.mark_announced, (item,))
        name = found.feed.title or found.feed.url
        begin = partial(feeds.begin_announcement, item)
        return cls(found.article, name, found.announce_in, found.begun, f"onrecord-{item}", begin, settle)

    @classmethod
    def of_arrival(cls, library: Library, found: Arrival, where: str) -> "Due":
        """Make one of what somebody added."""
        arrivals = library.arrivals
        settle = partial(arrivals.mark_announced, (found.id,))
        begin = partial(arrivals.begin_announcement, found.id)
        return cls(found.article, None, where, found.begun, f"onrecord-a{found.id}", begin, settle)


def is_wanted(library: Library, article_id: str, preferences: Preferences) -> bool:
    """Whether a server wants an article announced: of every kind of filter that is set, one of its names must fit."""
    filters = (
        [Interest(person=name) for name in preferences.announce_people],
        [Interest(outlet=name) for name in preferences.announce_outlets],
        [Interest(topic=words) for words in preferences.announce_words],
    )
    return all(any(library.arrivals.holds(article_id, one) for one in some) for some in filters if some)


def parcel_of(library: Library, due: Due, preferences: Preferences, say: Wording) -> Parcel | None:
    """Make the message that announces an article; None if the server does not want it announced."""
    if not is_wanted(library, due.article.id, preferences):
        return None
    found = library.arrivals.highlights((due.article.id,), limit=QUOTATIONS, most_quoted=_SPEAKERS)
    title = due.article.title or say("untitled")
    return Parcel(
        announcement_page(due.article, found, say, feed=due.feed),
        quoted_key(due.article.id),
        due.nonce,
        due.begun,
        thread=title if preferences.announce_thread else None,
        post=title,
        role=preferences.announce_role,
    )
