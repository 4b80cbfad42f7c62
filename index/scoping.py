"""What a question or a person's quotations are kept to, as places and numbers of the index."""

from dataclasses import dataclass
from datetime import date

from index.community import Community
from index.model.article import Silence, SilenceReason
from index.people.identity import fold_name
from index.people.lookup import Names
from index.ranking.scoring import Scope


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; None keeps to nothing. Days are inclusive; an article without a day is of none."""

    article_id: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def dated(self) -> bool:
        """Whether only articles of some days are wanted."""
        return self.since is not None or self.until is not None


def scope_of(community: Community, names: Names, filters: Filters) -> Scope | Silence:
    """The sentences that may answer, or why there can be none; the article, if given, must be there."""
    speakers = outlets = None
    published: frozenset[int] = frozenset()
    if filters.speaker is not None:
        speakers = names.called(filters.speaker)
        if not speakers:
            return Silence(SilenceReason.UNKNOWN_SPEAKER, filters.speaker.strip())
    if filters.outlet is not None:
        outlets = names.called(filters.outlet)
        published = _published_by(community, filters.outlet)
        if not outlets and not published:
            return Silence(SilenceReason.UNKNOWN_OUTLET, filters.outlet.strip())
    entries = community.fields.article_entries(filters.article_id) if filters.article_id is not None else None
    return Scope(entries, speakers, outlets, _of_days(community, filters), published)


def _published_by(community: Community, outlet: str) -> frozenset[int]:
    """Places of the articles whose own outlet is called so, "the" aside."""
    wanted = fold_name(outlet).removeprefix("the ")
    return frozenset(
        at
        for at, publisher in enumerate(community.publishers)
        if publisher is not None and fold_name(publisher).removeprefix("the ") == wanted
    )


def _of_days(community: Community, filters: Filters) -> frozenset[int] | None:
    """Places of the articles published in the days asked for, both ends included; None if none are."""
    if not filters.dated:
        return None
    first = filters.since.toordinal() if filters.since else 1
    last = filters.until.toordinal() if filters.until else date.max.toordinal()
    return frozenset(at for at, day in enumerate(community.dates) if first <= day <= last)
