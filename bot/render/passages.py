"""One passage as Markdown: the verbatim quotation, who said it, and where it stands."""

import re
from dataclasses import dataclass
from datetime import date

from bot.i18n.wording import Language, Wording
from bot.render.markdown import clean, escape, inline, link, plain, units, visible
from index import Act, Passage, SpeakerType

NAME, TITLE, OUTLET, MENTION = 100, 180, 80, 80
"""Units shown of each at most, before escaping."""

_OTHERS = 3  # other articles named at most
_CONTEXT = 400  # units shown of one sentence of context at most, before escaping
_LEAST = 1_500  # units that the quotation has beside its context at least; it is the context that gives way

_SCANNED = 8_000
"""Code points of a passage looked at: twice what one message can hold."""

SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…]['\"”’»)\]]*(?=\s|$)")
"""Where a sentence may end; after an initial or what may be a title ("Dr.", "Gen.") it is not looked for."""

_WORD_END = re.compile(r"\S(?=\s)")
_ACTS = {Act.THOUGHT: "said-thought", Act.INTENDED: "said-intended"}
_TITLES = frozenset({"a", "an", "the"})
_MASTHEAD = re.compile(
    r"chronicle|courier|dispatch|economist|enquirer|express|gazette|globe|guardian|herald|independent|inquirer"
    r"|journal|ledger|mail|mercury|mirror|monitor|observer|post|press|record|register|review|sentinel|standard"
    r"|star|sun|telegraph|times|tribune",
    re.IGNORECASE,
)
"""Last words of newspaper names that English puts "the" before."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as Markdown.

    Attributes
    ----------
    quoted : str
        The block quotation, which holds nothing but the passage.
    said : str
        Who said it; shown as a text of its own, because a renderer may take the line after a block quotation as a
        part of it, and who said it must not look quoted.
    citation : str
        The article, linked, with its outlet and date, as small print.
    before, after : str
        What stands beside the passage in the article and is needed to understand it, verbatim, as small print, each
        sentence on a line; "" where it is clear alone.
    """

    quoted: str
    said: str
    citation: str
    before: str = ""
    after: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The quotation between its context, in the order of the article, each a text of its own."""
        return tuple(filter(None, (self.before, self.quoted, self.after)))

    @property
    def size(self) -> int:
        """Units of all of them with the line breaks between them."""
        return sum(units(text) + 1 for text in (*self.texts, self.said, self.citation)) - 1


def shown(passage: Passage, limit: int, say: Wording, *, of: str | None = None) -> Shown:
    """Render `passage` in at most `limit` units with two line breaks, in a list of what `of` said if that is given.

    Raises
    ------
    ValueError
        If `limit` leaves no room for the quotation beside its attribution and citation.
    """
    said, where = attribution_line(passage, say, of=of), citation_line(passage, say)
    goes_on = f"-# {say('goes-on')}"
    room = limit - units(said) - units(where) - units(goes_on) - 3
    if room < 100:
        raise ValueError(f"{limit} units leave no room for the quotation")
    before, after = _context(passage)
    taken = sum(units(text) + 1 for text in (before, after) if text)
    if room - taken < _LEAST:
        before = after = ""
        taken = 0
    quoted, whole = block_quotation(passage.text, room - taken)
    return Shown(quoted, said if whole else f"{goes_on}\n{said}", where, before, after)


def _context(passage: Passage) -> tuple[str, str]:
    """The context that stands before the passage and that behind it, as small print."""
    lines: tuple[list[str], list[str]] = [], []
    for span, text in zip(passage.context, passage.context_text, strict=True):
        lines[span.start > passage.span.start].append(f"-# {visible(text, _CONTEXT)}")
    return "\n".join(lines[0]), "\n".join(lines[1])


def block_quotation(text: str, limit: int) -> tuple[str, bool]:
    """Render the longest prefix of `text` that fits `limit` units, and tell whether that is all of it.

    A text that does not fit is cut at the last sentence end that does, else at a word's end, else where
    it must be. Nothing is added inside the quotation.
    """
    scanned = clean(text[:_SCANNED])
    whole = _quoted(scanned)
    if len(text) <= _SCANNED and units(whole) <= limit:
        return whole, True
    for pattern in (SENTENCE_END, _WORD_END):
        ends = [match.end() for match in pattern.finditer(scanned)]
        if ends and (cut := _longest(scanned, ends, limit)):
            return cut, False
    return _longest(scanned, list(range(1, len(scanned) + 1)), limit), False


def _longest(text: str, ends: list[int], limit: int) -> str:
    """Render the longest prefix at one of `ends` (ascending) that fits; "" where none does."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if units(_quoted(text[: ends[middle]])) <= limit:
            low = middle + 1
        else:
            high = middle
    return _quoted(text[: ends[low - 1]]) if low else ""


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in escape(text).split("\n"))


def attribution_line(passage: Passage, say: Wording, *, of: str | None = None) -> str:
    """Say who said it and how that is known; where nobody is reported to have, say whose text it is.

    Who said it is left out where it is `of`, whose words alone are shown.
    """
    if passage.kind is None:
        outlet = f" ({inline(passage.article_outlet, OUTLET)})" if passage.article_outlet else ""
        return say("said-nobody", outlet=outlet)
    key = _ACTS.get(passage.act, "said") if passage.act is not None else "said"
    kind = say(f"kind-{passage.kind}")
    reported = reported_by(passage, say, inline(passage.outlet or "", OUTLET))
    if key == "said" and of is not None and passage.speaker == of:
        mention = f"“{inline(passage.mention, MENTION)}”, " if passage.mention and _was_resolved(passage) else ""
        return say("said-in-list", mention=mention, kind=kind, reported=reported)
    return say(key, speaker=_speaker(passage, say), kind=kind, reported=reported)


def _speaker(passage: Passage, say: Wording) -> str:
    mention = f"“{inline(passage.mention, MENTION)}”" if passage.mention else ""
    if passage.speaker is None:
        return say("speaker-mention-only", mention=mention) if mention else say("speaker-unnamed")
    name = f"**{visible(passage.speaker, NAME)}**"
    return f"{name} ({mention})" if mention and _was_resolved(passage) else name


def _was_resolved(passage: Passage) -> bool:
    """Whether the mention is other than the name or a part of it, so that the reader should see both."""
    name, mention = _words(passage.speaker or ""), _words(passage.mention or "")
    return not (mention <= name or name <= mention)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", plain(text, NAME).casefold())) - _TITLES


def reported_by(passage: Passage, say: Wording, outlet: str) -> str:
    """Say by whom it was reported, `outlet` being the cited outlet's name made safe; "" where by nobody else."""
    if passage.outlet is None:
        return ""
    if passage.speaker_type is SpeakerType.OUTLET and passage.speaker is not None:
        named, cited = _words(passage.speaker), _words(passage.outlet)
        if named <= cited or cited <= named:
            return ""
    words = plain(passage.outlet, OUTLET).split()
    masthead = words and _MASTHEAD.fullmatch(words[-1]) and words[0].casefold() not in _TITLES
    article = "the " if masthead and say.language is Language.ENGLISH else ""
    return say("reported-by", outlet=f"{article}{outlet}")


def citation_line(passage: Passage, say: Wording) -> str:
    """Name the article, linked, with its outlet and date, and others that have nearly the same, as small print."""
    where = citation(
        passage.title, passage.article_outlet, passage.published, passage.url, say, from_feed=passage.from_feed
    )
    if not passage.also_in:
        return where
    others = [
        link(other.article_outlet or other.title or say("another-article"), other.url, OUTLET)
        for other in passage.also_in
    ]
    more = len(others) - _OTHERS
    listed = ", ".join(others[:_OTHERS])
    also = say("also-in-more", others=listed, more=more) if more > 0 else say("also-in", others=listed)
    return f"{where}\n-# {also}"


def citation(
    title: str, outlet: str | None, published: date | None, url: str | None, say: Wording, *, from_feed: bool = False
) -> str:
    """Name an article as small print: title linked to `url`, outlet, day of publication, whether its feed's text."""
    parts = [link(title if plain(title, TITLE) else say("untitled"), url, TITLE)]
    if outlet:
        parts.append(inline(outlet, OUTLET))
    if published:
        parts.append(say.day(published))
    if from_feed:
        parts.append(say("from-feed"))
    return f"-# {' · '.join(parts)}"
