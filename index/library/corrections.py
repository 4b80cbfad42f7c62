"""Corrections: the speaker a moderator names, set wherever the corrected words stand, and stand again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from index.errors import ArticleNotFoundError, CorrectionNotFoundError, InvalidRequestError, RequestProblem
from index.library.limits import NAME, bounded
from index.library.names import person_called
from index.model.answer import Passage
from index.model.article import Act, AnnotatedArticle, Article, Attribution, ContentKind, Span, SpeakerType
from index.model.moderation import Correction
from index.people.identity import parse_name
from index.search.cache import ReaderCache
from index.search.forward import put_article
from index.search.selection import standing
from index.store import Store
from index.store.corrections import correction_of, corrections_of, delete_correction, put_correction
from index.text.folding import fold_name
from index.text.mens_names import MALE
from index.text.womens_names import FEMALE
from index.text.words import FEMALE_PRONOUNS, MALE_PRONOUNS

RULE = "moderator"
"""The `Attribution.rule` of what a moderator corrected."""

_DIRECT = 0.8  # share of a passage inside quotation marks from which it is direct
_SAME = 0.5  # share of two contents, of what either has, from which one is the other newly bounded
_GENDERS = dict.fromkeys(MALE_PRONOUNS, FEMALE) | dict.fromkeys(FEMALE_PRONOUNS, MALE)  # whom it cannot mean
_MOST = 500  # corrections of an article
_WORDS = 20_000  # characters that one correction is about


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom a moderator names, and what that is; None for nobody."""

    speaker: str | None
    type: SpeakerType | None


class Corrections:
    """The corrections of a community's articles. Safe to use from several threads."""

    def __init__(self, store: Store, readers: ReaderCache, community: str, now: Callable[[], datetime]) -> None:
        self._store = store
        self._readers = readers
        self._community = community
        self._now = now

    def add(self, article_id: str, span: Span, content: Span | None, speaker: str | None, *, by: str) -> Passage:
        """Set who said something, for good: also when the article is added, changed or restored later.

        `content` are the bounds of what was said (`Passage.content`); with None the sentences of the passage at
        `span` count as said. `speaker` None means that nobody is named.

        Raises
        ------
        ArticleNotFoundError
            If the article is gone, or now too short to have such spans.
        InvalidRequestError
            If the name is empty or too long, the words are too many, or the article has too many corrections.
        """
        said = self.write(article_id, span, content, self.naming(speaker), by)
        with self._readers.reader(self._community) as reader:
            return standing(reader, article_id, span, said)

    def list(self, article_id: str | None = None) -> tuple[Correction, ...]:
        """Corrections of an article, or of all of them, in the order they were first made."""
        return self._checked(corrections_of(self._store, self._community, article_id))

    def latest(self, *, skip: int, limit: int) -> tuple[Correction, ...]:
        """Some of all corrections, the last first made first, after `skip` of them."""
        found = corrections_of(self._store, self._community)[::-1]
        return self._checked(found[skip : skip + limit])

    def __len__(self) -> int:
        """How many corrections there are."""
        return len(corrections_of(self._store, self._community))

    def _checked(self, found: Sequence[Correction]) -> tuple[Correction, ...]:
        """Corrections with whether each is in force."""
        texts: dict[str, str | None] = {}
        for identity in {correction.article_id for correction in found}:
            annotated = self._store.get(self._community, identity)
            texts[identity] = annotated.article.text if annotated is not None else None

        def stands(correction: Correction) -> bool:
            text = texts[correction.article_id]
            return text is not None and place_of(text, correction.words, correction.occurrence) is not None

        return tuple(replace(correction, active=stands(correction)) for correction in found)

    def remove(self, correction_id: int) -> Correction:
        """Take a correction back: the article says again what was found in it.

        Raises
        ------
        CorrectionNotFoundError
        """
        from index.attribution import annotate  # noqa: PLC0415 -- who only asks does not wait for it

        store = self._store
        while True:
            found = self._get(correction_id)
            before = store.get(self._community, found.article_id)
            found_again = None if before is None else annotate(before.article)
            with store.writing(self._community):
                now = store.get(self._community, found.article_id)
                if (now and now.article) != (before and before.article):
                    continue  # written again while it was annotated
                self._get(correction_id)
                delete_correction(store, self._community, correction_id)
                if found_again is not None:
                    put_article(store, self._community, self.apply(found_again))
                return found

    def _get(self, correction_id: int) -> Correction:
        found = correction_of(self._store, self._community, correction_id)
        if found is None:
            raise CorrectionNotFoundError(correction_id)
        return found

    def apply(self, annotated: AnnotatedArticle) -> AnnotatedArticle:
        """An article as annotated, with the corrections that it has."""
        return corrected(annotated, corrections_of(self._store, self._community, annotated.article.id))

    def naming(self, speaker: str | None) -> Naming:
        """A name as the library spells it, where it has it, and what it is; else a person. Not in a transaction.

        Raises
        ------
        InvalidRequestError
            If it is empty or too long.
        """
        if speaker is None:
            return Naming(None, None)
        name = bounded(speaker, "name", NAME, least=1)
        with self._readers.reader(self._community) as reader:
            found = person_called(reader, name)
        return Naming(name, SpeakerType.PERSON) if found is None else Naming(found[1], found[0].type)

    def write(self, article_id: str, span: Span, content: Span | None, naming: Naming, by: str) -> Span:
        """As `add`; where what was said stands. Shows nothing, for a transaction around it may yet fail."""
        store = self._store
        with store.writing(self._community):
            annotated = store.get(self._community, article_id)
            said = content or span
            if annotated is None or not all(_inside(s, annotated.article.text) for s in (said, span)):
                raise ArticleNotFoundError(article_id)
            if content is None:
                said = _sentences(annotated, span)
            text = annotated.article.text
            words = text[said.start : said.end]
            if len(words) > _WORDS:
                raise InvalidRequestError(
                    "The passage is too long to be corrected as one; correct a shorter one.",
                    RequestProblem.LONG_PASSAGE,
                )
            if len(corrections_of(store, self._community, article_id)) >= _MOST:
                raise InvalidRequestError(
                    f"The article has {_MOST} corrections; take some back first.",
                    RequestProblem.MANY_CORRECTIONS,
                    most=_MOST,
                )
            named = naming.speaker, naming.type, bounded(by, "moderator", NAME)
            correction = Correction(0, article_id, words, occurrence_of(text, said), *named, self._now())
            put_correction(store, self._community, correction)
            put_article(store, self._community, corrected(annotated, (correction,)))
        return said


def occurrence_of(text: str, span: Span) -> int:
    """How often the words at `span` stand before it."""
    return text.count(text[span.start : span.end], 0, span.start)


def place_of(text: str, words: str, occurrence: int) -> Span | None:
    """Where the words stand for that time (from 0), None if they do not."""
    at = -len(words)
    for _ in range(occurrence + 1):
        at = text.find(words, at + len(words))
        if at < 0:
            return None
    return Span(at, at + len(words))


def corrected(annotated: AnnotatedArticle, corrections: Iterable[Correction]) -> AnnotatedArticle:
    """The article with each correction whose words it has; the others lie dormant."""
    for correction in corrections:
        place = place_of(annotated.article.text, correction.words, correction.occurrence)
        if place is not None:
            annotated = _apply(annotated, place, correction)
    return annotated


def _apply(annotated: AnnotatedArticle, place: Span, correction: Correction) -> AnnotatedArticle:
    there = [a for a in annotated.attributions if a.outer == place]
    if not there:
        near = max(annotated.attributions, key=lambda a: _shared(a.outer, place), default=None)
        there = [near] if near is not None and _shared(near.outer, place) >= _SAME else []
    first = there[0] if there else _added(annotated, place)
    # One answer to who said these words: another attribution of them would still show the wrong speaker.
    others = [a for a in annotated.attributions if a not in there]
    mended = replace(
        first,
        mention=first.mention if _fits(annotated.article, first, correction.speaker) else None,
        speaker=correction.speaker,
        speaker_type=correction.speaker_type,
        rule=RULE,
    )
    attributions = sorted([*others, mended], key=lambda a: (a.content[0].start, a.cue.start if a.cue else 0))
    return replace(annotated, attributions=tuple(attributions))


def _shared(one: Span, other: Span) -> float:
    """What two spans share, of what either has."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def _added(annotated: AnnotatedArticle, place: Span) -> Attribution:
    """An attribution of words that had none."""
    from index.attribution.quotations import find_quotations  # noqa: PLC0415 -- who only asks does not wait for it

    quoted = sum(
        max(0, min(q.span.end, place.end) - max(q.span.start, place.start))
        for q in find_quotations(annotated.article, annotated.sentences)
    )
    kind = ContentKind.DIRECT if quoted >= _DIRECT * len(place) else ContentKind.INDIRECT
    return Attribution((place,), None, None, None, None, None, kind, Act.SAID, RULE)


def _fits(article: Article, attribution: Attribution, speaker: str | None) -> bool:
    """Whether the words that name who said it can mean `speaker`: those that have a name only one of that family
    name, "he" and "she" nobody of a given name of the other gender."""
    if attribution.mention is None:
        return False
    if speaker is not None and attribution.speaker == speaker:
        return True
    mention = article.text[attribution.mention.start : attribution.mention.end]
    words = fold_name(mention).split()
    named = parse_name(speaker) if speaker is not None else None
    if named is not None and set(named.family.split()) <= {word.strip(",;:") for word in words}:
        return True
    if any(word[:1].isupper() for word in mention.split()[1:]) or (len(words) == 1 and words[0] not in _GENDERS):
        return False
    if named is None or not named.given or not words or words[0] not in _GENDERS:
        return mention[:1].islower() or (bool(words) and words[0] in {*_GENDERS, "the", "a", "an", "two", "they"})
    return named.given[0] not in _GENDERS[words[0]]


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _sentences(annotated: AnnotatedArticle, span: Span) -> Span:
    """The sentences that share the span, from the first's start to the last's end; itself where there are none."""
    found = [sentence.span for sentence in annotated.sentences if sentence.span.overlaps(span)]
    return Span(found[0].start, found[-1].end) if found else span
