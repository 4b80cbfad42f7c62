"""People, articles and outlets for what was typed of a name so far: likely ones first, misspellings forgiven."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import TypeVar

from rapidfuzz import fuzz, process

from index.model.answer import Person
from index.model.article import ArticleSummary, SpeakerType
from index.text.folding import fold_name
from index.text.mastheads import plain_outlet

_T = TypeVar("_T")

_NEAR = 74  # rapidfuzz score (0 to 100) from which what was typed may be a misspelt name
_HALF_LIFE = 90  # days after which a quotation counts half
_UNDATED = 0.25  # of the weight, where no article of a person has a day
_SHORTEST = 3  # letters from which a misspelling is looked for


def people_like(people: Sequence[Person], typed: str, limit: int) -> tuple[Person, ...]:
    """The first `limit` people, groups left out, whose name or alias has a word that begins as typed, then those whose
    name is near it; of equals who is quoted often and lately, counted back from the newest of them all."""
    named = [person for person in people if person.type is not SpeakerType.GROUP]
    newest = max((person.latest for person in named if person.latest), default=None)
    named.sort(key=lambda person: (-_weight(person, newest), fold_name(person.name), person.name))
    return _like(named, lambda person: (person.name, *person.aliases), typed, limit)


def _weight(person: Person, newest: date | None) -> float:
    """How often a person is quoted, halved for every `_HALF_LIFE` days since the last time."""
    if newest is None:
        return float(person.quotes)
    if person.latest is None:
        return _UNDATED * float(person.quotes)
    return person.quotes * float(0.5 ** ((newest - person.latest).days / _HALF_LIFE))


def _like(things: Sequence[_T], names: Callable[[_T], Sequence[str]], typed: str, limit: int) -> tuple[_T, ...]:
    """The first `limit` things of which a name has a word that begins as typed, then those whose first name looks like
    it or has a word that does, nearest first."""
    wanted = fold_name(typed)
    found = [thing for thing in things if any(f" {wanted}" in f" {fold_name(name)}" for name in names(thing))]
    if len(found) < limit and len(wanted) >= _SHORTEST:
        rest = [(_likeness(wanted, fold_name(names(thing)[0])), thing) for thing in things if thing not in found]
        found += [thing for score, thing in sorted(rest, key=lambda pair: -pair[0]) if score >= _NEAR]
    return tuple(found[:limit])


def _likeness(typed: str, name: str) -> float:
    """How like a name, or one of its words, what was typed is, from 0 to 100; a beginning of a word counts as it."""
    words = (name, *name.split())
    return max(max(fuzz.ratio(typed, word), fuzz.ratio(typed, word[: len(typed)])) for word in words)


def articles_like(articles: Sequence[ArticleSummary], typed: str, limit: int) -> tuple[ArticleSummary, ...]:
    """The first `limit` articles, in the order given, whose title or id has what was typed, then those of which each
    word of it begins one of title, outlet and day, then those whose title is near it."""
    wanted = fold_name(typed)
    held = [a for a in articles if not wanted or wanted in fold_name(a.title) or wanted in fold_name(a.id)]
    if len(held) < limit:
        words = [f" {word}" for word in wanted.split()]
        held += [a for a in articles if a not in held and _begins_in(a, words)]
    if len(held) < limit and len(wanted) >= _SHORTEST:
        rest = [a for a in articles if a not in held]
        found = process.extract(
            wanted,
            [a.title for a in rest],
            scorer=fuzz.partial_ratio,
            processor=fold_name,
            score_cutoff=_NEAR,
            limit=limit,
        )
        held += [rest[at] for _, _, at in found]
    return tuple(held[:limit])


def _begins_in(article: ArticleSummary, words: Sequence[str]) -> bool:
    """Whether each of `words`, with a space before it, stands in an article's title, outlet or day, written somehow."""
    day = article.published
    days = f"{day} {day.day}.{day.month}.{day.year} {day:%d %B %Y}" if day else ""
    particulars = f" {fold_name(' '.join((article.title, article.outlet or '', days)))}"
    return all(word in particulars for word in words)


def outlets_like(published: Iterable[str | None], cited: Collection[str], typed: str, limit: int) -> tuple[str, ...]:
    """The first `limit` outlets that begin as typed or are near it: those that published most first, then those cited,
    by name."""
    counts = Counter(name for name in published if name)
    names = [*(name for name, _ in counts.most_common()), *sorted(set(cited) - counts.keys(), key=fold_name)]
    unlike: dict[str, str] = {}
    for name in names:
        unlike.setdefault(plain_outlet(name), name)
    return _like(list(unlike.values()), lambda name: (name,), typed, limit)
