"""The unnamed half of an attribution: what was said, the cue, and the words for who said it."""

from dataclasses import dataclass

from index.model.article import Span


@dataclass(frozen=True, slots=True)
class Link:
    """Contents tied to their cue and mention, before anybody is named.

    Attributes
    ----------
    content : tuple of Span
        One or more disjoint spans in order.
    cue : Span | None
    mention : Span | None
    source : Span | None
        The words that name a cited outlet or document ("told *the Guardian*"), where there is one.
    rule : str
        The name of the pattern that tied them together.
    """

    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    source: Span | None
    rule: str
