"""Where a quotation comes from: message -> excerpts -> likely places -> alignment -> likeness and claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.model.answer import Passage
from index.model.article import Attribution, ContentKind
from index.model.trace import Claim, Likeness, Trace
from index.people.register import Known
from index.ranking.passages import LONGEST, widen
from index.search.reader import Reader
from index.text.terms import stems_of
from index.text.tokens import GAP, Word, words_of
from index.tracing.alignment import Aligner
from index.tracing.claims import bare_forms, claimed
from index.tracing.likeness import RECOGNISED, Match, compare, differences, turns
from index.tracing.message import Excerpt
from index.tracing.names import Claimant
from index.tracing.places import Place, Places, sentence_at, whole
from index.tracing.relatedness import Relatedness, Vector
from index.tracing.speakers import is_of_another, judge

_RANK = {Likeness.EXACT: 0, Likeness.NEAR: 1, Likeness.ALTERED: 2, Likeness.CLOSEST: 3, None: 4}
_CLAIM = {Claim.RIGHT: 0, Claim.NONE: 0, Claim.UNCLEAR: 1, Claim.WRONG: 2}
_WORDS = 500  # words of an excerpt that are compared
_COVERED = 0.8  # of the matched words, from which they count as one speaker's
_ALSO = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A match, its excerpt, whom that names, and the attributions of the matched words, best first."""

    match: Match
    excerpt: Excerpt
    posted: tuple[Word, ...]
    said: tuple[Attribution, ...]
    claim: Claim
    claimed: str | None
    related: float

    @property
    def order(self) -> tuple[int, int, float, bool]:
        """Lower is better."""
        return _RANK[self.match.likeness], _CLAIM[self.claim], self.match.cost - self.related, not self.said


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is at hand for one message; vectors by the texts of its excerpts."""

    reader: Reader
    known: Known
    places: Places
    aligner: Aligner
    vectors: Mapping[str, Vector]


def trace(reader: Reader, quotations: Sequence[Excerpt], vectors: Mapping[str, Vector]) -> tuple[Trace, ...]:
    """What the library has of each excerpt of a message, see `excerpts`.

    `vectors` has what the encoder makes of their `quoted`, (width,) of length one, as far as that is to be had.
    """
    aligner = Aligner(lambda form: _in_library(reader, form))
    desk = _Desk(reader, reader.known(), Places(reader), aligner, vectors)
    found: list[Trace] = []
    parts: list[Excerpt] = []
    for excerpt in quotations:
        part = excerpt
        alone: Trace | None = None
        if found and excerpt.goes_on:
            first = parts[-1]
            joined = replace(first, quoted=f"{first.quoted} {excerpt.quoted}", after=f"{first.after} {excerpt.after}")
            whole_of = _trace(desk, joined)
            alone = _trace(desk, excerpt)
            if _both_in(whole_of, found[-1], alone):
                found[-1], parts[-1] = whole_of, joined
                continue
            if found[-1].claimed is not None and not claimed(excerpt, desk.known):
                part, alone = replace(excerpt, before=f"{found[-1].claimed}: ", after=""), None
        found.append(_trace(desk, part) if alone is None else alone)
        parts.append(part)
    return tuple(found)


def _both_in(joined: Trace, *parts: Trace) -> bool:
    """Whether quotations are parts of one that the library has as a whole, or one that was altered."""
    if joined.passage is None or joined.likeness is Likeness.CLOSEST:
        return False
    there = joined.passage.article_id, joined.passage.speaker
    return all(part.passage is None or (part.passage.article_id, part.passage.speaker) == there for part in parts)


def _trace(desk: _Desk, excerpt: Excerpt) -> Trace:
    forms = [excerpt] if excerpt.marked else list(bare_forms(excerpt.quoted))
    vector = desk.vectors.get(excerpt.quoted)
    claimants = [claimed(form, desk.known) for form in forms]
    best: list[_Found] = []
    for form, named in zip(forms, claimants, strict=True):
        found = _search(desk, form, named, vector)
        if found and (not best or _reads_better(found[0], best[0])):
            best = found
    if not best:
        named = next((name for name in reversed(claimants) if name is not None), None)
        claim = Claim.NONE if named is None else Claim.UNCLEAR
        quoted = forms[-1].quoted if named else excerpt.quoted
        return Trace(quoted, None, None, claim, named.name if named else None, (), ())
    return _told(desk.reader, best)


def _reads_better(one: _Found, other: _Found) -> bool:
    """Of two ways to read a message, the nearer; of those as near, one that rightly or with fewer changes names
    somebody: "the county had agreed ..." may be the article's own words."""
    if one.order[0] != other.order[0]:
        return one.order[0] < other.order[0]
    if one.claimed is None or (other.claimed is not None and other.match.likeness is not Likeness.ALTERED):
        return False
    if one.claim is Claim.RIGHT or one.match.likeness is Likeness.CLOSEST:
        return True
    return one.match.cost < other.match.cost - 0.5


def _search(desk: _Desk, excerpt: Excerpt, named: Claimant | None, vector: Vector | None) -> list[_Found]:
    """Where the words of an excerpt stand, best first; empty where nothing is even related."""
    posted = tuple(words_of(excerpt.quoted)[:_WORDS])
    spoken = [at for at, word in enumerate(posted) if word.form != GAP]
    if not spoken:
        return []
    posted = posted[spoken[0] : spoken[-1] + 1]
    least = RECOGNISED * sum(word.form != GAP for word in posted)
    relatedness = Relatedness(desk.reader, excerpt.quoted, vector)
    found = []
    likely = [*desk.places.of(posted, excerpt.quoted, relatedness.nearest())]
    alignments = desk.aligner.align(posted, [place.words for place in likely], least)
    for place, alignment in zip(likely, alignments, strict=True):
        match = compare(posted, place, alignment) if alignment is not None else Match(place, None, (), 0.0, ())
        related = 0.0
        if match.likeness is None:
            related = relatedness.of(place)
            if not related:
                continue
            match = Match(place, Likeness.CLOSEST, (), 0.0, ())
        said, whole_of = _said(desk.reader, place, match)
        if match.likeness is Likeness.ALTERED and not excerpt.marked and _is_report(said) and not turns(match, posted):
            match = Match(place, Likeness.CLOSEST, match.matched, match.cost, ())
        claim = judge(named.name if named else None, place.annotated, said, desk.known)
        if claim is Claim.WRONG and named is not None and not named.sure:
            claim = Claim.UNCLEAR
        if claim is Claim.RIGHT and match.likeness is not Likeness.CLOSEST and not whole_of:
            claim = Claim.UNCLEAR
        if claim is not Claim.NONE and said and match.matched:
            ends = match.matched[0].start, match.matched[-1].start
            claim = Claim.UNCLEAR if is_of_another(place.annotated.article.text, said[0], *ends) else claim
        found.append(_Found(match, excerpt, posted, said, claim, named.name if named else None, related))
    return sorted(found, key=lambda item: item.order)


def _is_report(said: Sequence[Attribution]) -> bool:
    """Whether the article itself gives the words as somebody's only in its own."""
    return bool(said) and said[0].kind is ContentKind.INDIRECT


def _in_library(reader: Reader, form: str) -> bool:
    return all(reader.fields.sentences.knows(stem) for stem in stems_of(form))


def _said(reader: Reader, place: Place, match: Match) -> tuple[tuple[Attribution, ...], bool]:
    """The attributions of the matched words, that of most of them first, and whether it is of nearly all."""
    if not match.matched:
        said = reader.said_in(place.annotated, place.sentence)
        return tuple(sorted(said, key=lambda a: a.kind is ContentKind.INDIRECT)[:1]), True
    covered: list[tuple[float, Attribution]] = []
    first, last = (sentence_at(place.annotated, word.start) for word in (match.matched[0], match.matched[-1]))
    seen = {id(a): a for at in range(first, last + 1) for a in reader.said_in(place.annotated, at)}
    for attribution in seen.values():
        inside = sum(any(s.start <= w.start < s.end for s in attribution.content) for w in match.matched)
        if inside:
            around = [s for s in (attribution.cue, attribution.mention) if s is not None]
            beside = sum(any(s.start <= w.start < s.end for s in around) for w in match.matched)
            covered.append(((inside + beside) / len(match.matched), attribution))
    covered.sort(key=lambda item: (-item[0], item[1].kind is not ContentKind.DIRECT))
    if not covered or covered[0][0] < 0.5:
        return (), True
    speaker = covered[0][1].speaker
    whole_of = sum(part for part, a in covered if a.speaker == speaker) >= _COVERED
    return tuple(a for _, a in covered), whole_of


def _told(reader: Reader, found: Sequence[_Found]) -> Trace:
    best = found[0]
    shown = _passage(reader, best)
    also: list[Passage] = []
    if best.match.likeness is not Likeness.CLOSEST:
        for other in found[1:]:
            there = _passage(reader, other)
            same = other.match.likeness is best.match.likeness and abs(other.match.cost - best.match.cost) < 1e-2
            clash = any(p.article_id == there.article_id and p.span.overlaps(there.span) for p in (shown, *also))
            if same and not clash and len(also) < _ALSO:
                also.append(there)
    changed = differences(best.posted, best.excerpt.quoted, best.match)
    return Trace(best.excerpt.quoted, best.match.likeness, shown, best.claim, best.claimed, changed, tuple(also))


def _passage(reader: Reader, found: _Found) -> Passage:
    """The passage with all matched words, if it is not too long; else the sentence with the first of them."""
    place, match = found.match.place, found.match
    attribution = found.said[0] if found.said else None
    at = sentence_at(place.annotated, match.matched[0].start) if match.matched else place.sentence
    span = widen(place.annotated, at, attribution)
    if match.matched:
        last = sentence_at(place.annotated, match.matched[-1].start)
        wide = whole(place.annotated, min(at, sentence_at(place.annotated, span.start)), last)
        if not span.holds(wide) and len(wide) <= LONGEST:
            span = wide
    return reader.passage(place.annotated, span, attribution, place.score)
