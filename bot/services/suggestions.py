"""Names that may have been meant: each with what is asked instead, kept only where that finds something."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from index import Answer, Filters, Library, Quotes, SilenceReason

_OUTLETS = 3  # offered at most


@dataclass(frozen=True, slots=True)
class Instead:
    """What a suggestion asks in place of what found nothing: a question, or in `words` the name of whose quotations."""

    words: str
    filters: Filters


def instead_of_question(answer: Answer, filters: Filters, name: str) -> Instead | None:
    """Put the name that was meant where the unknown one stood: in the question, or the option; None if in neither."""
    match answer.silence.reason if answer.silence else None:
        case SilenceReason.UNKNOWN_SPEAKER:
            return Instead(answer.question, replace(filters, speaker=name))
        case SilenceReason.UNKNOWN_OUTLET:
            return Instead(answer.question, replace(filters, outlet=name))
        case _:
            meant = answer.meaning(name)
            return Instead(meant, filters) if meant is not None else None


def instead_of_quotes(quotes: Quotes, person: str, filters: Filters, name: str) -> Instead:
    """Put the name that was meant in the place of the outlet or the person that is unknown."""
    if quotes.silence is not None and quotes.silence.reason is SilenceReason.UNKNOWN_OUTLET:
        return Instead(person, replace(filters, outlet=name))
    return Instead(name, filters)


def leading_on(library: Library, answer: Answer, filters: Filters, *, hurried: bool = False) -> Answer:
    """The answer with those of its suggestions alone that lead to passages."""

    def leads(name: str) -> bool:
        asked = instead_of_question(answer, filters, name)
        if asked is None:
            return False
        return bool(library.ask(asked.words, asked.filters, limit=1, hurried=hurried).passages)

    return replace(answer, suggestions=tuple(filter(leads, _meant(library, answer))))


def quoted(library: Library, quotes: Quotes, person: str, about: str | None, filters: Filters) -> Quotes:
    """The quotations, or why there are none with those suggestions alone that lead to some."""

    def leads(name: str) -> bool:
        asked = instead_of_quotes(quotes, person, filters, name)
        return bool(library.quotes(asked.words, about=about, filters=asked.filters, limit=1).passages)

    return replace(quotes, suggestions=tuple(filter(leads, _meant(library, quotes))))


def _meant(library: Library, found: Answer | Quotes) -> Iterable[str]:
    """Names near the unknown one: of outlets where it is one, else of people; none where something was found."""
    if found.passages or found.silence is None:
        return ()
    if found.silence.reason is SilenceReason.UNKNOWN_OUTLET:
        return library.outlets_like(found.silence.subject, _OUTLETS)
    return found.suggestions
