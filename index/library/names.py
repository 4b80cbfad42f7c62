"""A library's rules on names: moderators join, rename and part speakers over what the articles say."""

from collections.abc import Sequence

from index.errors import InvalidRequestError, UnknownNameError
from index.model.article import Person
from index.model.moderation import NameRule, NameRuleKind
from index.search.cache import Part, bounded
from index.search.reader import Community
from index.store import corrections as store_corrections
from index.text.folding import fold_name

_NAME = 100  # characters of a name
_RULES = 1_000  # rules on names of a community


class NameRuling(Part):
    """What moderators decide about names; see `index.library.library.Library`."""

    def merge(self, names: Sequence[str], into: str) -> None:
        """Take several names for one speaker's, who is shown as `into` from now on.

        Raises
        ------
        UnknownNameError
            If no article has a speaker of such a name.
        InvalidRequestError
            If all of them are one speaker's already, or there are too many rules.
        """
        with self._shared.community(self.community) as community:
            whole = _speaker(community, into)
            others = tuple(dict.fromkeys(_speaker(community, name) for name in names))
            if all(other == whole for other in others):
                raise InvalidRequestError(f"{into} and {', '.join(names)} are one already.")
            self._rule(NameRuleKind.MERGE, tuple(other for other in others if other != whole), whole)

    def rename(self, name: str, to: str) -> None:
        """Show a speaker as `to` from now on.

        Raises
        ------
        UnknownNameError
            If no article has a speaker of that name.
        InvalidRequestError
            If `to` is empty, too long, or another speaker's name: those are merged instead.
        """
        to = bounded(to, "name", _NAME, least=1)
        with self._shared.community(self.community) as community:
            whole = _speaker(community, name)
            bearer = _bearer(community, to)
            if bearer is not None and bearer != whole:
                raise InvalidRequestError(f"{to} is another speaker here; merge the two instead.")
            self._rule(NameRuleKind.RENAME, (whole,), to)

    def split(self, name: str, alias: str) -> None:
        """Take `alias`, one of a speaker's names, for somebody else's from now on.

        Raises
        ------
        UnknownNameError
            If no article has a speaker called `name`.
        InvalidRequestError
            If `alias` is none of that speaker's other names.
        """
        with self._shared.community(self.community) as community:
            whole = _speaker(community, name)
            canonical = community.speakers().canonical
            mine = [k for k, bearer in canonical.items() if bearer == whole and _folded(k) == _folded(alias)]
            if not mine or (mine[0] == whole and sum(bearer == whole for bearer in canonical.values()) == 1):
                raise InvalidRequestError(f"{alias} is not one of the names of {whole} here.")
            self._rule(NameRuleKind.SPLIT, (whole,), mine[0])

    def name_rules(self) -> tuple[NameRule, ...]:
        """The rules on names, in the order in which they apply."""
        return store_corrections.rules_of(self._shared.store, self.community)

    def forget_rule(self, rule_id: int) -> None:
        """Take a rule on names back, if it is there."""
        store_corrections.delete_rule(self._shared.store, self.community, rule_id)

    def _rule(self, kind: NameRuleKind, names: tuple[str, ...], into: str) -> None:
        store = self._shared.store
        with store.writing(self.community):
            if len(store_corrections.rules_of(store, self.community)) >= _RULES:
                raise InvalidRequestError(f"There are {_RULES} rules on names already; take some back first.")
            store_corrections.put_rule(store, self.community, kind, names, into)


def person_called(community: Community, name: str) -> tuple[Person, str] | None:
    """The speaker of a name, and that name as the articles spell it; "the" and case aside."""
    wanted = _folded(name)
    for person in community.speakers().people:
        for known in (person.name, *person.aliases):
            if _folded(known) == wanted:
                return person, known
    return None


def _bearer(community: Community, name: str) -> str | None:
    found = person_called(community, name)
    return None if found is None else found[0].name


def _speaker(community: Community, name: str) -> str:
    """The name that a speaker is shown under who bears `name`."""
    bearer = _bearer(community, name)
    if bearer is None:
        raise UnknownNameError(bounded(name, "name", _NAME), community.names().nearest(name))
    return bearer


def _folded(name: str) -> str:
    return fold_name(name).removeprefix("the ")
