"""A library's rules on names: moderators join, rename and part speakers over what the articles say."""

from collections.abc import Sequence

from index.errors import InvalidRequestError, NameRuleNotFoundError, RequestProblem, UnknownNameError
from index.library.limits import NAME, bounded
from index.model.answer import Person
from index.model.moderation import NameRule, NameRuleKind
from index.search.cache import ReaderCache
from index.search.reader import Reader
from index.store import Store
from index.store.corrections import delete_rule, put_rule, rules_of
from index.text.folding import plain_name

_RULES = 1_000  # rules on names of a community


class NameRules:
    """What a community's moderators decide about names. Safe to use from several threads."""

    def __init__(self, store: Store, readers: ReaderCache, community: str) -> None:
        self._store = store
        self._readers = readers
        self._community = community

    def merge(self, names: Sequence[str], into: str) -> None:
        """Take several names for one speaker's, who is shown as `into` from now on.

        Raises
        ------
        UnknownNameError
            If no article has a speaker of such a name.
        InvalidRequestError
            If all of them are one speaker's already, or there are too many rules.
        """
        with self._readers.reader(self._community) as reader:
            whole = _speaker(reader, into)
            others = tuple(dict.fromkeys(_speaker(reader, name) for name in names))
            if all(other == whole for other in others):
                both = ", ".join(names)
                raise InvalidRequestError(
                    f"{into} and {both} are one already.", RequestProblem.ONE_ALREADY, person=into, others=both
                )
            self._add(NameRuleKind.MERGE, tuple(other for other in others if other != whole), whole)

    def rename(self, name: str, to: str) -> None:
        """Show a speaker as `to` from now on.

        Raises
        ------
        UnknownNameError
            If no article has a speaker of that name.
        InvalidRequestError
            If `to` is empty, too long, or another speaker's name: those are merged instead.
        """
        to = bounded(to, "name", NAME, least=1)
        with self._readers.reader(self._community) as reader:
            whole = _speaker(reader, name)
            bearer = person_called(reader, to)
            if bearer is not None and bearer[0].name != whole:
                raise InvalidRequestError(
                    f"{to} is another speaker here; merge the two instead.", RequestProblem.OTHERS_NAME, name=to
                )
            self._add(NameRuleKind.RENAME, (whole,), to)

    def split(self, name: str, alias: str) -> None:
        """Take `alias`, one of a speaker's names, for somebody else's from now on.

        Raises
        ------
        UnknownNameError
            If no article has a speaker called `name`.
        InvalidRequestError
            If `alias` is none of that speaker's other names.
        """
        with self._readers.reader(self._community) as reader:
            whole = _speaker(reader, name)
            canonical = reader.speakers().canonical
            wanted = plain_name(alias)
            mine = sorted(name for name, bearer in canonical.items() if bearer == whole and plain_name(name) == wanted)
            if not mine or (mine[0] == whole and sum(bearer == whole for bearer in canonical.values()) == 1):
                raise InvalidRequestError(
                    f"{alias} is not one of the names of {whole} here.",
                    RequestProblem.NO_ALIAS,
                    alias=alias,
                    person=whole,
                )
            self._add(NameRuleKind.SPLIT, (whole,), mine[0])

    def list(self) -> tuple[NameRule, ...]:
        """The rules, in the order in which they apply."""
        return rules_of(self._store, self._community)

    def remove(self, rule_id: int) -> NameRule:
        """Take a rule back; those that came after it apply without it.

        Raises
        ------
        NameRuleNotFoundError
        """
        with self._store.writing(self._community):
            found = next((rule for rule in self.list() if rule.id == rule_id), None)
            if found is None:
                raise NameRuleNotFoundError(rule_id)
            delete_rule(self._store, self._community, rule_id)
        return found

    def _add(self, kind: NameRuleKind, names: tuple[str, ...], into: str) -> None:
        with self._store.writing(self._community):
            if len(rules_of(self._store, self._community)) >= _RULES:
                raise InvalidRequestError(
                    f"There are {_RULES} rules on names already; take some back first.",
                    RequestProblem.MANY_RULES,
                    most=_RULES,
                )
            put_rule(self._store, self._community, kind, names, into)


def person_called(reader: Reader, name: str) -> tuple[Person, str] | None:
    """The speaker of a name, and that name as the articles spell it; "the" and case aside."""
    wanted = plain_name(name)
    for person in reader.speakers().people:
        for known in (person.name, *person.aliases):
            if plain_name(known) == wanted:
                return person, known
    return None


def _speaker(reader: Reader, name: str) -> str:
    """The name that a speaker is shown under who bears `name`."""
    bearer = person_called(reader, name)
    if bearer is None:
        raise UnknownNameError(bounded(name, "name", NAME), reader.names().nearest(name))
    return bearer[0].name
