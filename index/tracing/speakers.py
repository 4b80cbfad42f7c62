"""Whether whom a message names is whom the article names."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from index.model.article import AnnotatedArticle, Article, Attribution, SpeakerType
from index.model.trace import Claim
from index.people.identity import parse_name
from index.people.register import Known
from index.text.english import is_english
from index.text.folding import fold_name, plain_name
from index.text.mens_names import MALE
from index.text.roles import FOREIGN_TITLES, HONORIFICS, TITLES, is_title
from index.text.tokens import words_of
from index.text.womens_names import FEMALE
from index.text.words import FEMALE_PRONOUNS, MALE_PRONOUNS, PRONOUNS, STOP_WORDS

_LETTERS = re.compile(r"(?<=[a-z])(?:,?\s(?:[A-Z]{2,4}))+$")  # after a name: KC, MP, OBE
_BEHIND = re.compile(r"\s(?:of|for|from|in|at)\s")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=[^\W_]|[.,!?…])['’](?!\w)")
_DOUBLE = re.compile(r"[“\"](?=\w)"), re.compile(r"(?<=\S)[”\"]")
_INSIDE = {"“": _SINGLE, '"': _SINGLE, "‘": _DOUBLE, "'": _DOUBLE}  # marks that open and close in what the key opens
_GENDERED = MALE_PRONOUNS | FEMALE_PRONOUNS
_SHORTEST = 3  # letters of a given name that tells one
_RELATIVE = re.compile(r",?\s(?:who|whom|whose|which|that)\b")


def judge(claim: str | None, annotated: AnnotatedArticle, said: Sequence[Attribution], known: Known) -> Claim:
    """Whether `claim` names whoever said the words that the attributions `said` cover; the first of them is shown.

    A family name that two of the article's speakers have is unclear.
    """
    if claim is None:
        return Claim.NONE
    if not said:
        return Claim.UNCLEAR if _is_of_article(claim, annotated.article) else Claim.WRONG
    attribution = said[0]
    role = not _has_capitals(claim)
    if attribution.speaker is None:
        return _judge_mention(claim, annotated, attribution)
    names = known.aliases(attribution.speaker)
    claim = " ".join(_untitled(claim.split()))
    if any(_is_called(claim, name, attribution.speaker_type, known) for name in names):
        return Claim.UNCLEAR if _fits_another(claim, annotated, attribution, known) else Claim.RIGHT
    if _is_described(claim, annotated, attribution):
        return Claim.RIGHT
    if attribution.outlet is not None and set(_plain(claim)) <= set(_plain(attribution.outlet)):
        return Claim.UNCLEAR
    if _is_of_article(claim, annotated.article):
        return Claim.UNCLEAR
    if role and not any(word in known.words for word in _plain(claim)):
        others = {a.speaker: a for a in annotated.attributions if a.speaker not in (None, attribution.speaker)}
        return Claim.WRONG if any(_is_described(claim, annotated, a) for a in others.values()) else Claim.UNCLEAR
    if _plain(claim) and set(_plain(claim)) <= set(_plain(" ".join(names))):
        return Claim.RIGHT if _is_only_one_called(claim, annotated, attribution) else Claim.UNCLEAR
    if attribution.speaker_type is SpeakerType.OUTLET and not _has_capitals(attribution.speaker):
        return Claim.UNCLEAR  # a statement or a letter is somebody's, and the article need not tell there whose
    return Claim.UNCLEAR if _may_be_meant(claim, annotated, attribution, known) else Claim.WRONG


def is_of_another(text: str, attribution: Attribution, first: int, last: int) -> bool:
    """Whether the words from offset `first` to the one at `last` all stand in quotation marks inside what is said, so
    that whoever says them may be quoting."""
    span = next((span for span in attribution.content if span.start <= first < span.end), None)
    if span is None or last >= span.end or text[span.start] not in _INSIDE:
        return False
    opening, closing = _INSIDE[text[span.start]]
    opened = [match.end() for match in opening.finditer(text, span.start + 1, first + 1)]
    closed = [match.start() for match in closing.finditer(text, span.start + 1, span.end - 1)]
    return bool(opened) and any(end > last for end in closed) and not any(opened[-1] <= end <= last for end in closed)


def _judge_mention(claim: str, annotated: AnnotatedArticle, attribution: Attribution) -> Claim:
    """Whether `claim` names whom the article names without telling who it is: a role, or a name that two bear."""
    wanted, named = _plain(claim), _plain(_mention(annotated.article, attribution))
    if wanted and wanted[-1] in named and set(wanted) <= set(named):
        return Claim.RIGHT
    if not (_has_capitals(claim) and _is_bare_name(annotated, attribution)):
        return Claim.UNCLEAR
    if _is_of_article(claim, annotated.article):
        return Claim.UNCLEAR
    fitting = {word for name in _speakers_of(annotated) if named[-1] in _plain(name) for word in _plain(name)}
    return Claim.UNCLEAR if fitting.union(named).intersection(wanted) else Claim.WRONG


def _is_bare_name(annotated: AnnotatedArticle, attribution: Attribution) -> bool:
    """Whether a mention is a name and nothing else, so that nobody without a word of it can be meant."""
    mention = attribution.mention
    parts = _mention(annotated.article, attribution).split()
    if mention is None or not all(
        part[0].isupper() and _plain(part) and not is_title(fold_name(part)) for part in parts
    ):
        return False
    opens = any(sentence.span.start == mention.start for sentence in annotated.sentences)
    return len(parts) > 1 or not (opens and is_english(fold_name(parts[0])))


def _is_only_one_called(claim: str, annotated: AnnotatedArticle, attribution: Attribution) -> bool:
    """Whether one word, a speaker's given name, is in the name of nobody else whom the article quotes or names."""
    wanted = _plain(claim)
    if len(wanted) != 1 or attribution.speaker_type is not SpeakerType.PERSON or len(wanted[0]) < _SHORTEST:
        return False
    own = set(_plain(attribution.speaker or ""))
    others = [_plain(name) for name in _speakers_of(annotated)]
    if any(wanted[0] in name and not own <= set(name) for name in others):  # "Ana Grell and her team" is no other
        return False
    beside = re.compile(rf"\b(?i:{re.escape(claim.rsplit(maxsplit=1)[-1])})\s+([A-Z][\w'’-]*)")
    return all(own.issuperset(_plain(match[1])) for match in beside.finditer(annotated.article.text))


def _speakers_of(annotated: AnnotatedArticle) -> set[str]:
    return {attribution.speaker for attribution in annotated.attributions if attribution.speaker is not None}


def _may_be_meant(claim: str, annotated: AnnotatedArticle, attribution: Attribution, known: Known) -> bool:
    """Whether the article tells who speaks only by a pronoun or not at all, and last names the claimed one of those
    whom it quotes, or has named it at all where the pronoun is any group's: then it may as well be that one."""
    mention = [word.form for word in words_of(_mention(annotated.article, attribution))]
    if not PRONOUNS.issuperset(mention):
        return False
    for other in annotated.attributions:
        if other.speaker is None or other.speaker == attribution.speaker:
            continue
        if not _is_called(claim, other.speaker, other.speaker_type, known):
            continue
        if _contradicts(mention, other.speaker):
            continue
        of_any = bool(mention) and not _GENDERED.intersection(mention)
        if _is_named_last(other.speaker, annotated, attribution, ever=of_any):
            return True
    return False


def _contradicts(mention: list[str], name: str) -> bool:
    """Whether a given name is none of those who are called "he", or "she"."""
    given = parse_name(name).given[:1]
    others = FEMALE if MALE_PRONOUNS.intersection(mention) else MALE if FEMALE_PRONOUNS.intersection(mention) else ()
    return any(part in others for part in given)


def _is_named_last(name: str, annotated: AnnotatedArticle, attribution: Attribution, *, ever: bool) -> bool:
    """Whether the words before what is said name somebody, by any name ("Sir Keir"), no earlier than the speaker, or
    `ever`."""
    theirs, mine = set(_plain(name)), set(_plain(attribution.speaker or ""))
    start = attribution.content[0].start
    for sentence in reversed(annotated.sentences):
        if sentence.span.start < start:
            there = set(_plain(annotated.article.text[sentence.span.start : min(start, sentence.span.end)]))
            if there & (theirs - mine):
                return True
            if there & (mine - theirs) and not ever:
                return False
    return False


def _untitled(words_of_claim: list[str]) -> list[str]:
    """A claim without titles of other languages before it."""
    while len(words_of_claim) > 1 and fold_name(words_of_claim[0]) in FOREIGN_TITLES:
        words_of_claim = words_of_claim[1:]
    return words_of_claim


def _fits_another(claim: str, annotated: AnnotatedArticle, attribution: Attribution, known: Known) -> bool:
    """Whether a bare family name is that of somebody else, too, whom the article quotes."""
    if attribution.speaker_type is not SpeakerType.PERSON or len(_plain(claim)) > 1:
        return False
    mine = known.canonical.get(attribution.speaker or "", attribution.speaker)
    others = {
        other.speaker
        for other in annotated.attributions
        if other.speaker is not None and other.speaker_type is SpeakerType.PERSON
    }
    return any(
        known.canonical.get(other, other) != mine
        and parse_name(other).given
        and fold_name(claim) == parse_name(other).family
        for other in others
    )


def _has_capitals(claim: str) -> bool:
    words = claim.split()
    if words and words[0].lower() in ("the", "a", "an", "our"):
        words = words[1:]
    return any(word[:1].isupper() for word in words)


def _mention(article: Article, attribution: Attribution) -> str:
    mention = attribution.mention
    return article.text[mention.start : mention.end] if mention else ""


def _plain(text: str) -> list[str]:
    """Folded words that name something."""
    words = [fold_name(word.form) for word in words_of(text)]
    return [word.removesuffix("'s") for word in words if word and word not in STOP_WORDS]


def _is_called(claim: str, name: str, kind: SpeakerType | None, known: Known) -> bool:
    if plain_name(claim) == plain_name(name):
        return True
    if kind is not SpeakerType.PERSON:
        wanted, having = _plain(claim), _plain(name)
        part = wanted in (having[: len(wanted)], having[-len(wanted) :])
        return len(wanted) > 1 and part
    mine, theirs = parse_name(_LETTERS.sub("", claim)), parse_name(_LETTERS.sub("", name))
    given = tuple(part for part in mine.given if part not in TITLES and part not in HONORIFICS)
    family = mine.family
    if theirs.family.endswith(f" {family}"):  # "Berg" for "van der Berg"
        return not given or any(first in theirs.given for first in given)
    if not _same_word(family, theirs.family, known):
        return False
    if not given or not theirs.given:
        return True
    first, other = given[-1] if given[-1] in theirs.given else given[0], theirs.given[0]
    if first in theirs.given or _same_word(first, other, known):
        return True
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return first not in known.words and _is_title(claim, first)


def _is_title(claim: str, word: str) -> bool:
    """Whether the claim has words before the name that are no given names: "Transport Minister Nowicka"."""
    from_lexicon = TITLES | HONORIFICS
    parts = fold_name(claim).split()
    return word in parts and any(part in from_lexicon for part in parts[parts.index(word) : -1])


def _same_word(one: str, other: str, known: Known) -> bool:
    """Whether a name is the other, or a slip for it that is nobody else's name."""
    if one == other:
        return True
    if one in known.words or min(len(one), len(other)) < 4:
        return False
    reach = 1 + (len(other) >= 6)
    return OSA.distance(one, other, score_cutoff=reach) <= reach


def _is_described(claim: str, annotated: AnnotatedArticle, attribution: Attribution) -> bool:
    """Whether the article describes the speaker, where it mentions it, with all words of the claim."""
    wanted = _plain(claim)
    if not wanted or (
        attribution.speaker_type is SpeakerType.PERSON and wanted[-1] in _plain(attribution.speaker or "")
    ):
        return False
    described: set[str] = set()
    for other in annotated.attributions:
        if other.speaker == attribution.speaker and other.mention is not None:
            described.update(_plain(_RELATIVE.split(_mention(annotated.article, other))[0]))
    speaker = attribution.speaker or ""
    behind = _BEHIND.search(claim)  # "the mayor of Skerra", whom an article about Skerra calls the mayor
    if behind is not None and not set(wanted) <= described:
        head, tail = _plain(claim[: behind.start()]), _plain(claim[behind.end() :])
        return bool(head) and set(head) <= described and set(tail) <= set(_plain(annotated.article.text))
    return set(wanted) <= described and not all(word in _plain(speaker)[:-1] for word in wanted)


def _is_of_article(claim: str, article: Article) -> bool:
    """Whether the claim names the article's outlet or one of its authors."""
    wanted = set(_plain(claim))
    return any(wanted and wanted <= set(_plain(name)) for name in (article.outlet or "", *article.authors))
