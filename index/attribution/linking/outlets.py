"""Cited outlets: to whom it was told or by whom it is reported, beside the speaker.

"X told the Guardian ...", "... , X said in an interview with CNN", "..., X said, the Post reports".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.attribution.blocks import Block, Quoting
from index.attribution.linking.drafts import Link
from index.attribution.linking.media import Media, medium_at, name_at, outlet_at
from index.attribution.linking.venues import venue
from index.attribution.tagger.frames import Reading
from index.model.article import Act, Span
from index.text.cues import cue_acts
from index.text.outlets import DOCUMENTS
from index.text.words import DETERMINERS

_REPORTING = re.compile(
    r"(?:has |have |had |also |first |previously )*"
    r"(?:(?:report|note|write|say|describe|add|observe|quote|cite|reveal|learn|find|publish|confirm)(?:s|es|ed|d|ing)?"
    r"|said|wrote|written|found|learned|learnt|according to|per|via)"
    r"(?: (?:earlier|late|last|this|on) [\w .,]{3,30})?"
)
_VERBS_IN_S = frozenset("says tells writes argues insists warns adds believes explains suggests".split())
_REPORTED = "reported speech"
_SAID = 60  # characters of "the committee said"
_REACH = 12
_ASIDE = 30


def cite(reading: Reading, blocks: Sequence[Block], links: Sequence[Link], media: Media) -> list[Link]:
    """`links` with the outlets they cite, in the same order.

    Where an outlet reports what somebody said, the link becomes the speaker's, with the outlet beside it.
    """
    starts = [block.tokens.start[0] for block in blocks]
    found: list[Link] = []
    for link in links:
        if link.cue is None:
            found.append(link)
            continue
        number = max(0, bisect_right(starts, link.cue.start) - 1)
        found.append(_cited(reading, number, blocks[number], link, link.cue, media))
    return _merged(found)


def _merged(links: Sequence[Link]) -> list[Link]:
    """`links` without those that take "he said" for what an outlet says, or find it once more in what the outlet says;
    whose that is, is said to be of the outlet."""
    saying = {link.cue.start: n for n, link in enumerate(links) if link.cue and link.rule != _REPORTED}
    merged = list(links)
    dropped: set[int] = set()
    for number, link in enumerate(links):
        if link.outlet is None or link.cue is None:
            continue
        if link.rule == _REPORTED:
            said = saying.get(link.cue.start)
        elif len(link.content) == 1 and len(link.content[0]) <= _SAID:
            starts = range(link.content[0].start, link.content[0].end)
            said = next((saying[start] for start in starts if start in saying), None)
        else:
            continue
        if said is not None and said != number and links[said].outlet is None:
            merged[said] = replace(links[said], outlet=link.outlet)
            dropped.add(number)
    return [link for number, link in enumerate(merged) if number not in dropped]


def reported(blocks: Sequence[Block], links: Sequence[Link], media: Media) -> list[Link]:
    """Links for sentences that an outlet is said to report and that `links` leave out: "..., reports the Gazette."."""
    taken = sorted(span for link in links for span in (*link.content, *([link.cue] if link.cue else [])))
    starts = [span.start for span in taken]
    found: list[Link] = []
    for block in blocks:
        first = 0
        for at, stops in enumerate(block.stops):
            if not stops and at + 1 < len(block.stops):
                continue
            while first < at and block.quoting[first] is Quoting.CLOSING:
                first += 1  # the mark that closes the sentence before
            sentence = block.tokens.span(first, at + 1)
            rank = bisect_right(starts, sentence.end)
            if rank == 0 or taken[rank - 1].end <= sentence.start:
                found.extend(_report(block, first, at, media))
            first = at + 1
    return found


def _names_only(link: Link, media: Media) -> bool:
    """Whether a link takes an outlet for what was said: "..., reports [the Gazette]."."""
    return link.mention is None and len(link.content) == 1 and media.known(link.content[0])


def without_names(links: Sequence[Link], media: Media) -> list[Link]:
    """`links` less those that take an outlet's name for what was said."""
    return [link for link in links if not _names_only(link, media)]


def _report(block: Block, first: int, last: int, media: Media) -> list[Link]:
    """The report that ends the sentence of tokens `first` to `last`, if one does."""
    for comma in range(max(first + 3, last - _REACH), last - 1):
        if block.tokens.text[comma] != "," or block.quoting[comma] is not Quoting.OUTSIDE:
            continue
        tail = _tail(block, comma + 1, media)
        if tail is None or tail[1] < last:
            continue
        low, high = block.tokens.range(tail[0])
        first_cue, last_cue = (high, tail[1]) if high < tail[1] else (comma + 1, low)
        while last_cue - first_cue > 1 and block.tokens.text[last_cue - 1].lower() in DETERMINERS:
            last_cue -= 1
        mention = tail[0] if high < tail[1] else block.tokens.span(last_cue, high)
        return [
            Link(
                (block.tokens.span(first, comma),),
                block.tokens.span(first_cue, last_cue),
                _with_article(block, mention),
                tail[0],
                "outlet's report",
            )
        ]
    return []


def _with_article(block: Block, name: Span) -> Span:
    """The name with the article before it."""
    at = block.tokens.index(name.start)
    return Span(block.tokens.start[at - 1], name.end) if at and block.tokens.text[at - 1].lower() == "the" else name


def _cited(reading: Reading, number: int, block: Block, link: Link, cue: Span, media: Media) -> Link:
    named = None if link.mention is None or _is_document(block, link.mention) else media.opening(link.mention)
    if named is not None:
        inner = _inner(reading, number, block, link, named)
        return inner if inner is not None else replace(link, outlet=named)
    if link.mention is not None and block.tokens.text[block.tokens.index(cue.start)].lower() == "according":
        reporter = medium_at(block, block.tokens.index(link.mention.start), media, loose=True)
        inner = None if reporter is None else _inner(reading, number, block, link, reporter)
        if inner is not None:
            return inner
    outlet = venue(block, link, cue, media)
    if outlet is not None:
        return replace(link, outlet=outlet, content=_behind(link.content, outlet))
    aside = _aside(block, link, media)
    return link if aside is None else _beside(link, aside)


def _is_document(block: Block, mention: Span) -> bool:
    """Whether a mention is of what somebody wrote, not of an outlet: "a poll of bakers by the Gazette"."""
    first, last = block.tokens.range(mention)
    return any(word in DOCUMENTS for word in block.tokens.text[first:last])


def _behind(content: Sequence[Span], outlet: Span) -> tuple[Span, ...]:
    """`content` without the words of the outlet's name that it began with; as it is if nothing else were left."""
    cut = (Span(outlet.end + 1, c.end) if outlet.start <= c.start < outlet.end else c for c in content)
    return tuple(c for c in cut if c.start < c.end) or tuple(content)


@dataclass(frozen=True, slots=True)
class _Aside:
    """A clause such as ", the Post reports": where it starts, and the outlet that it names."""

    span: Span
    outlet: Span


def _beside(link: Link, aside: _Aside) -> Link:
    """`link` without the aside in its content; where the aside was its cue, the outlet said it."""
    content = tuple(
        Span(span.start, min(span.end, aside.span.start)) if span.start < aside.span.start else span
        for span in link.content
        if not aside.span.holds(span)
    )
    if not content:
        return link
    own = link.cue is not None and aside.span.holds(link.cue)
    mention = aside.outlet if own and link.mention is None else link.mention
    return replace(link, content=content, mention=mention, outlet=aside.outlet)


def _aside(block: Block, link: Link, media: Media) -> _Aside | None:
    """The outlet of a report that ends the sentence: "..., the Post reports" or "..., according to the BBC"."""
    words = block.tokens.text
    end = max(block.tokens.range(span)[1] for span in (*link.content, *([link.cue] if link.cue else [])))
    if any(block.stops[max(0, end - 2) : end]):
        high = end  # what was said ends its sentence, so nothing can be added to it
    else:
        high = next(
            (i for i in range(end, min(len(words), end + _ASIDE)) if block.stops[i]), min(len(words), end + _ASIDE)
        )
    for at in range(max(0, end - _ASIDE), high):
        if words[at] != "," and not (words[at] in '”"' and words[at - 1] == ","):
            continue
        spoken = link.mention is not None and link.mention.end <= block.tokens.start[at]
        tail = _tail(block, at + 1, media, loose=spoken) if not any(block.stops[at : end - 2]) else None
        if tail is not None and tail[1] >= end - 1:
            return _Aside(block.tokens.span(at, tail[1]), tail[0])
    return None


def _tail(block: Block, at: int, media: Media, *, loose: bool = False) -> tuple[Span, int] | None:
    """An outlet and a verb of reporting, in either order, that end a sentence from `at`; and where it stops."""
    words = block.tokens.text
    stop = at
    while stop < min(len(words), at + _REACH) and not block.stops[stop] and words[stop] != ";":
        stop += 1
    if stop == at or stop - at >= _REACH:
        return None
    name = name_at(block, at)
    if name is not None:
        span = block.tokens.span(name.first, name.last)
        if (media.known(span) or (loose and media.possible(span))) and _REPORTING.fullmatch(
            " ".join(words[name.last : stop]).lower()
        ):
            return span, stop
    for lead in range(at + 1, min(stop, at + 4)):
        if _REPORTING.fullmatch(" ".join(words[at:lead]).lower()):
            found = outlet_at(block, lead, media)
            if found is not None:
                return found, stop
    return None


def _inner(reading: Reading, number: int, block: Block, link: Link, outlet: Span) -> Link | None:
    """Who is reported to have said what an outlet reports: "[X said Y], the Post reports"."""
    acts = cue_acts()
    for content in link.content:
        first, last = block.tokens.range(content)
        for at in range(first + 1, last):
            word = block.tokens.text[at].lower()
            if word.endswith("s") and word not in _VERBS_IN_S:
                continue  # "aired reports": rather a noun
            if block.quoting[at] is Quoting.OUTSIDE and acts.get(block.tokens.text[at].lower()) is Act.SAID:
                frame = reading.ask(number, at)
                if frame.mention is None or not frame.contents or frame.mention.first < first:
                    continue
                spans = [block.tokens.span(r.first, r.last) for r in frame.contents]
                if sum(map(len, spans)) < 0.4 * len(content):
                    continue
                cue, mention = (block.tokens.span(r.first, r.last) for r in (frame.cue, frame.mention))
                return Link(tuple(spans), cue, mention, outlet, _REPORTED)
    return None
