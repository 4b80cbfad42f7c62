"""Which library answers where, and every reading call of one kept off the event loop."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from bot.context.asker import Asker
from bot.context.preferences import community_of
from bot.monitoring.current import QuestionKind, asking, found
from bot.render.about import about_page, context_page
from bot.render.articles import article_page, articles_pages
from bot.render.listing import PEOPLE, Listing, quotes_options, quotes_words
from bot.render.menus import people_pages
from bot.render.onboarding import onboarding_page
from bot.render.pages import Action, Page, answer_page, more_page, notice, passage_page
from bot.render.places import PassagePlace, Turning
from bot.render.quotations import quotes_pages
from bot.render.trace import trace_pages
from bot.runtime.workers import ITSELF, Lanes
from bot.services.related import article_of, found_at, others_on, said_by
from bot.services.suggestions import instead_of_question, instead_of_quotes, leading_on, quoted
from index import Answer, ArticleNotFoundError, Filters, Library, SilenceReason

if TYPE_CHECKING:
    from bot.render.card.card import QuoteCard
    from bot.render.card.fonts import Fonts

_T = TypeVar("_T")

_MANY = 8  # questions waiting from which the next is answered by its words alone, which takes a tenth of the time
_PASSAGES, _PEOPLE, _LATEST = 5, 200, 10
"""How much one reply can be paged through."""

_TIMED = 1_000  # answers whose median time is told


class Queries:
    """The bot's reading of the libraries, by server; an asker without one is in a direct message.

    A server's own library answers there, unless it is empty: then, and in direct messages, the public one does.

    Parameters
    ----------
    public : Library
        The operator's library; the caller closes it, after `close`.
    fonts : Fonts | None
        Those of quote cards; without them there are none.
    """

    def __init__(self, public: Library, fonts: "Fonts | None") -> None:
        self._public = public
        self._fonts = fonts
        self.lanes = Lanes()
        self._took_ms: deque[float] = deque(maxlen=_TIMED)

    async def close(self) -> None:
        """Wait a little for calls under way, and take no more."""
        await self.lanes.close()

    async def ask(
        self, asker: Asker, question: str, filters: Filters = Filters(), *, after: PassagePlace | None = None
    ) -> tuple[Page, ...]:
        """Answer a question, asked about the passage that stands at `after` if that is given and still there."""
        asking(QuestionKind.ASK)
        hurried = self.lanes.questions.waiting() > _MANY

        def work(library: Library, foot: str | None) -> tuple[Page, ...]:
            passage = None
            if after is not None:
                with suppress(ArticleNotFoundError):
                    passage = found_at(library, after)
            answer = library.ask(question, filters, limit=_PASSAGES, after=passage, hurried=hurried)
            self._took_ms.append(answer.took_ms)
            found(bool(answer.passages))
            answer = leading_on(library, answer, filters, hurried=hurried)
            return (_answer_page(answer, asker, foot),)

        return await self.read(asker, work)

    async def ask_meaning(self, asker: Asker, question: str, filters: Filters, name: str) -> tuple[Page, ...]:
        """Answer a question that found nobody with the name that was meant, in the place of the unknown one."""
        asking(QuestionKind.ASK)

        def work(library: Library, foot: str | None) -> tuple[Page, ...]:
            answer = library.ask(question, filters, limit=_PASSAGES)
            meant = instead_of_question(answer, filters, name)
            if meant is not None:
                answer = library.ask(meant.words, meant.filters, limit=_PASSAGES)
            found(bool(answer.passages))
            return (_answer_page(answer, asker, foot),)

        return await self.read(asker, work)

    async def quotes(
        self,
        asker: Asker,
        person: str,
        *,
        about: str | None = None,
        filters: Filters = Filters(),
    ) -> tuple[Page, ...]:
        """Show what a person is reported to have said; about a topic, from the oldest to the newest."""
        asking(QuestionKind.QUOTES)

        def work(library: Library, foot: str | None) -> tuple[Page, ...]:
            quotes = said_by(library, person, about, filters)
            found(bool(quotes.passages))
            quotes = quoted(library, quotes, person, about, filters)
            return quotes_pages(person, quotes, asker.say, about=about, foot=foot)

        return await self.read(asker, work)

    async def listed(self, asker: Asker, listing: Listing) -> tuple[Page, ...]:
        """List again what a list shows, as it is now.

        Raises
        ------
        ArticleNotFoundError
            If that is gone, or it is another server's list.
        """
        people = listing.what == PEOPLE
        options = None if people else quotes_options(listing.what)
        if listing.home != asker.home or (options is None and not people):
            raise ArticleNotFoundError(listing.what[0])
        if options is None:
            return await self.people(asker)

        def work(library: Library, foot: str | None) -> tuple[Page, ...]:
            person, about, filters = options
            quotes = said_by(library, person, about, filters)
            return quotes_pages(person, quotes, asker.say, about=about, foot=foot)

        return await self.read(asker, work)

    async def quotes_meaning(
        self, asker: Asker, person: str, about: str | None, filters: Filters, name: str
    ) -> tuple[Page, ...]:
        """Show what somebody said after a search that found nobody, with the name that was meant."""
        asking(QuestionKind.QUOTES)

        def work(library: Library, foot: str | None) -> tuple[Page, ...]:
            missed = library.quotes(person, about=about, filters=filters, limit=1)
            meant = instead_of_quotes(missed, person, filters, name)
            quotes = said_by(library, meant.words, about, meant.filters)
            found(bool(quotes.passages))
            return quotes_pages(meant.words, quotes, asker.say, about=about, foot=foot)

        return await self.read(asker, work)

    async def people(self, asker: Asker) -> tuple[Page, ...]:
        """List who is quoted."""
        return await self.read(
            asker,
            lambda library, foot: people_pages(library.people(limit=_PEOPLE + 1), asker.say, most=_PEOPLE, foot=foot),
        )

    async def trace(self, asker: Asker, message: str) -> tuple[Page, ...]:
        """Say who said what a message quotes."""
        asking(QuestionKind.TRACE)

        def work(library: Library, foot: str | None) -> tuple[Page, ...]:
            traces = library.trace(message)
            found(any(trace.passage is not None for trace in traces))
            return trace_pages(traces, asker.say, foot=foot)

        return await self.read(asker, work)

    async def passage(self, asker: Asker, place: PassagePlace) -> Page:
        """Show one passage with its buttons."""

        def page(library: Library, foot: str | None) -> Page:
            return passage_page(found_at(library, place), asker.say, foot=foot, user_id=asker.user_id)

        return await self.read(asker, page)

    async def turn(self, asker: Asker, turning: Turning, by: int, *, heading: str, user_id: int | None) -> Page:
        """Show the next passage of an answer, or the one before if `by` is -1, that is still there.

        Parameters
        ----------
        asker : Asker
            Who clicked, with the words of the reply.
        heading : str
            What the reply says above the passage.
        user_id : int | None
            Who asked.

        Raises
        ------
        ArticleNotFoundError
            If there is none, or it is another server's answer.
        """

        def work(library: Library, foot: str | None) -> Page:
            left = range(turning.at + by, len(turning.places) if by > 0 else -1, by)
            for at in left if turning.home == asker.home else ():
                with suppress(ArticleNotFoundError):
                    passage = found_at(library, turning.places[at])
                    shown = replace(turning, at=at)
                    return passage_page(passage, asker.say, heading=heading, foot=foot, user_id=user_id, turning=shown)
            raise ArticleNotFoundError(turning.places[turning.at].token)

        return await self.read(asker, work)

    async def more(
        self, asker: Asker, place: PassagePlace, *, heading: str, public: bool, share: bool, delete: Action | None
    ) -> Page:
        """Show what else can be done with a passage."""

        def work(library: Library, foot: str | None) -> Page:
            return more_page(
                found_at(library, place),
                asker.say,
                heading=heading,
                reportable=_is_own(asker, foot),
                public=public,
                share=share,
                delete=delete,
                drawn=self.draws,
            )

        return await self.read(asker, work)

    async def speaker_of(self, asker: Asker, place: PassagePlace) -> str:
        """Give the name of who is reported to have said a passage; "" where that is nobody."""
        return await self.read(asker, lambda library, _: found_at(library, place).speaker or "")

    async def others(self, asker: Asker, place: PassagePlace) -> tuple[Page, ...]:
        """Show what others said about what a passage is about."""

        def work(library: Library, foot: str | None) -> tuple[Page, ...]:
            answer = replace(others_on(library, found_at(library, place), _PASSAGES), question=asker.say("others"))
            return (_answer_page(answer, asker, foot) if answer.passages else notice(asker.say("others-none")),)

        return await self.read(asker, work)

    async def shared(self, asker: Asker, place: PassagePlace, *, heading: str, by: str) -> Page:
        """Show a passage to all, under what its own reply said above it; `by` is small print."""

        def work(library: Library, foot: str | None) -> Page:
            small = "\n".join(filter(None, (foot, by)))
            return passage_page(found_at(library, place), asker.say, heading=heading, foot=small, user_id=asker.user_id)

        return await self.read(asker, work)

    async def context(self, asker: Asker, place: PassagePlace) -> Page:
        """Show the paragraphs around a passage."""
        return await self.read(
            asker,
            lambda library, _: context_page(library.show(article_of(library, place.token)), place.span, asker.say),
        )

    @property
    def draws(self) -> bool:
        """Whether there are quote cards at all."""
        return self._fonts is not None

    async def has_card(self, asker: Asker, place: PassagePlace) -> bool:
        """Whether a picture can show all characters of a passage."""
        if (fonts := self._fonts) is None:
            return False
        from bot.render.card.card import has_card  # noqa: PLC0415 -- needs the extra `cards`, as the fonts do

        return await self.read(asker, lambda library, _: has_card(found_at(library, place), asker.say, fonts))

    async def card(self, asker: Asker, place: PassagePlace, *, shown_to_all: bool) -> "tuple[QuoteCard, Page]":
        """Draw a passage of which there is a card as a picture, with the page to show it on."""
        if (fonts := self._fonts) is None:
            raise ValueError("there are no fonts for cards")
        from bot.render.card.card import card_of  # noqa: PLC0415 -- needs the extra `cards`, as the fonts do

        def work(library: Library, _: str | None) -> "tuple[QuoteCard, Page]":
            by = asker.user_id if shown_to_all else None
            return card_of(found_at(library, place), asker.say, fonts, deletable_by=by)

        return await self.lanes.pictures.run(asker.whose, lambda: work(*self._reading(asker)))

    async def latest(self, asker: Asker) -> tuple[Page, ...]:
        """List the newest articles."""
        say = asker.say
        return await self.read(
            asker,
            lambda library, foot: articles_pages(library.articles()[:_LATEST], say, say("latest-articles"), foot=foot),
        )

    async def show(self, asker: Asker, article_id: str) -> Page:
        """Show one article that answers here, and whom it quotes most."""
        return await self.read(
            asker, lambda library, foot: article_page(library.show(article_id), asker.say, foot=foot)
        )

    async def show_by_token(
        self, asker: Asker, token: str, *, changes: Callable[[str], tuple[Action, ...]] | None = None
    ) -> Page:
        """Show the article of a button; if it is the server's own, with the buttons that `changes` gives for its id."""

        def work(library: Library, foot: str | None) -> Page:
            article_id = article_of(library, token)
            actions = changes(article_id) if changes is not None and _is_own(asker, foot) else ()
            return article_page(library.show(article_id), asker.say, foot=foot, changes=actions)

        return await self.read(asker, work)

    async def quotes_in(self, asker: Asker, person: str, token: str | None) -> tuple[tuple[Page, ...], Listing]:
        """Show what a person said, in the article of `token` alone if given; raises as `found_at`."""
        article_id = await self.read(asker, lambda library, _: article_of(library, token)) if token else None
        filters = Filters(article_id)
        pages = await self.quotes(asker, person, filters=filters)
        return pages, Listing(asker.home, asker.say.language, quotes_words(person, None, filters), menu=True)

    async def about(self, asker: Asker) -> Page:
        """Say what the bot is, how large the library that answers here is, and how fast."""
        took = median(self._took_ms) if self._took_ms else None
        return await self.read(asker, lambda library, foot: about_page(library.figures(), took, asker.say, foot=foot))

    def own(self, guild_id: int) -> Library:
        """Give a server's own library; call it only from a worker."""
        return self._public.of(community_of(guild_id))

    def _reading(self, asker: Asker) -> tuple[Library, str | None]:
        """Give the library that answers, with the small print that a reply from it carries."""
        if asker.guild_id is None:
            return self._public, None
        own = self.own(asker.guild_id)
        return (own, None) if len(own) else (self._public, f"-# {asker.say('public-foot')}")

    async def read(self, asker: Asker, work: Callable[[Library, str | None], _T]) -> _T:
        """Do `work` with the library that answers and the small print."""
        return await self.run(lambda: work(*self._reading(asker)), whose=asker.whose)

    async def run(self, work: Callable[[], _T], *, whose: str = ITSELF) -> _T:
        """Do `work` that does not take long, in turn; raises as `Lane.run`, but never refuses the bot itself."""
        return await self.lanes.questions.run(whose, work, patient=whose == ITSELF)


def _answer_page(answer: Answer, asker: Asker, foot: str | None) -> Page:
    empty = answer.silence is not None and answer.silence.reason is SilenceReason.EMPTY_LIBRARY
    if empty and asker.guild_id is not None:
        return onboarding_page(asker.say)
    return answer_page(answer, asker.say, foot=foot, user_id=asker.user_id, home=asker.home)


def _is_own(asker: Asker, foot: str | None) -> bool:
    """Whether the library that answers is the asker's server's, whose moderators can correct it."""
    return asker.guild_id is not None and foot is None
