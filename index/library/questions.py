"""Questions to a library: checked, put to its reader, and answered with passages or the reason for silence."""

from dataclasses import replace
from time import perf_counter

from index.errors import InvalidRequestError, RequestProblem
from index.library.limits import check_days, check_limit
from index.model.answer import Answer, Explanation, Filters, Passage, Quotes
from index.model.trace import Trace
from index.search.answers import Request, answer, explanations, quotes
from index.search.cache import ReaderCache
from index.store.engine import storable
from index.text.composition import composed

_LONGEST_QUESTION = 2_000
_LONGEST_MESSAGE = 4_000  # characters of a message that are looked at


class Questions:
    """What one community's library is asked. Safe to use from several threads."""

    def __init__(self, readers: ReaderCache, community: str) -> None:
        self._readers = readers
        self._community = community

    def ask(
        self, question: str, filters: Filters, limit: int, after: Passage | None = None, *, hurried: bool = False
    ) -> Answer:
        """The passages that answer a question best, or the reason for silence; if `hurried`, by its words alone.

        With `after`, the passage that it is asked about, a question that means nothing alone ("and what did she say
        then?") takes its speaker and topic from that, and its article first; what was shown is not shown again.

        Raises
        ------
        InvalidRequestError
            On an empty or over-long question, an empty name, days of which the first comes after the last, or a
            `limit` below 1.
        ArticleNotFoundError
            If the filters keep to an article that is not there.
        """
        began = perf_counter()
        request = replace(_request(question, filters, limit), after=after)
        with self._readers.urgent():
            request = self._encoded(request, hurried=hurried)
            with self._readers.reader(self._community) as reader:
                found = answer(reader, request)
        took = 1000 * (perf_counter() - began)
        abstained = None if found.silence is None else str(found.silence)
        return Answer(request.question, found.passages, abstained, found.suggestions, took, found.silence)

    def explain(self, question: str, filters: Filters, limit: int) -> tuple[Explanation, ...]:
        """Why the passages of `ask` stand where they do, in its order; also those that fit too badly to be shown.

        Raises
        ------
        InvalidRequestError, ArticleNotFoundError
            As `ask`.
        """
        request = self._encoded(_request(question, filters, limit))
        with self._readers.reader(self._community) as reader:
            return explanations(reader, request)

    def quotes(self, person: str, about: str | None, filters: Filters, limit: int | None) -> Quotes:
        """What a person or other speaker is reported to have said, sentence by sentence.

        What was said stands before what was thought or meant; then the newest article first, then in the order of
        the text. With `about`, only passages that share a content word with it, best first. The filters' own speaker
        is not looked at.

        Raises
        ------
        InvalidRequestError
            If `person` is empty, `limit` below 1, or the filters' first day comes after the last.
        ArticleNotFoundError
            If the filters keep to an article that is not there.
        """
        if not person.strip():
            raise InvalidRequestError(
                "The name is empty; give the name of somebody whom the articles quote.", RequestProblem.EMPTY_NAME
            )
        check_limit(limit)
        check_days(filters.since, filters.until)
        with self._readers.reader(self._community) as reader:
            found = quotes(reader, person, about, replace(filters, speaker=None))
        return replace(found, passages=found.passages[:limit])

    def trace(self, message: str) -> tuple[Trace, ...]:
        """Where what a message quotes or paraphrases comes from, how near it is, and whether it names the speaker.

        One trace for each quoted stretch, at most 3, in the message's order; one for the whole message when it has
        none. Only the first 4,000 characters are looked at.

        Raises
        ------
        InvalidRequestError
            If there is nothing in the message.
        """
        from index.tracing import trace  # noqa: PLC0415 - a question does not wait for what it does not need
        from index.tracing.message import excerpts  # noqa: PLC0415

        looked_at = composed(storable(message[:_LONGEST_MESSAGE])).strip()
        if not looked_at:
            raise InvalidRequestError("The message is empty; give the words whose speaker you are looking for.")
        quotations = excerpts(looked_at)
        encoder = self._readers.encoder
        with self._readers.urgent():
            made = {each.quoted: encoder.question(each.quoted) for each in quotations} if encoder is not None else {}
            vectors = {text: vector for text, vector in made.items() if vector is not None}
            with self._readers.reader(self._community) as reader:
                return trace(reader, quotations, vectors)

    def _encoded(self, request: Request, *, hurried: bool = False) -> Request:
        """The request with its vector, if there is one to be had; nobody waits for a reader meanwhile."""
        encoder = self._readers.encoder
        if encoder is None:
            return request
        return replace(request, vector=encoder.question(request.question, hurried=hurried))


def _request(question: str, filters: Filters, limit: int) -> Request:
    question = question.strip()
    if not question:
        raise InvalidRequestError(
            "The question is empty; ask what somebody said, or about something in the articles.",
            RequestProblem.EMPTY_QUESTION,
        )
    if len(question) > _LONGEST_QUESTION:
        raise InvalidRequestError(f"The question is too long; ask in at most {_LONGEST_QUESTION:,} characters.")
    check_limit(limit)
    check_days(filters.since, filters.until)
    if any(name is not None and not name.strip() for name in (filters.speaker, filters.outlet)):
        raise InvalidRequestError(
            "The name of the speaker or outlet is empty; give one that the articles have.", RequestProblem.EMPTY_NAME
        )
    return Request(question, filters, limit)
