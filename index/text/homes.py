"""Homes: countries, states and towns as a description names them, each with all the words that tell of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.text.places import COUNTRIES, PLACES
from index.text.terms import Term, stems_of

Home = frozenset[tuple[str, ...]]
"""Phrases, each as its stems, any of which tells that somebody is of a place."""

PEOPLES = """
afghanistan afghan | albania albanian | algeria algerian | america american u.s.
argentina argentine argentinian | armenia armenian | australia australian aussie | austria austrian
azerbaijan azerbaijani | bangladesh bangladeshi | belarus belarusian | belgium belgian | bolivia bolivian
bosnia bosnian | brazil brazilian | britain british briton u.k. | bulgaria bulgarian | cambodia cambodian
cameroon cameroonian | canada canadian | chile chilean | china chinese | colombia colombian | congo congolese
croatia croatian croat | cuba cuban | cyprus cypriot | denmark danish dane | ecuador ecuadorian | egypt egyptian
england english | estonia estonian | ethiopia ethiopian | europe european | finland finnish finn | france french
georgia georgian | germany german | ghana ghanaian | greece greek | haiti haitian | hungary hungarian
iceland icelandic | india indian | indonesia indonesian | iran iranian | iraq iraqi | ireland irish
israel israeli | italy italian | jamaica jamaican | japan japanese | jordan jordanian | kazakhstan kazakh
kenya kenyan | korea korean | kosovo kosovar | kuwait kuwaiti | latvia latvian | lebanon lebanese | libya libyan
lithuania lithuanian | malaysia malaysian | mali malian | malta maltese | mexico mexican | moldova moldovan
mongolia mongolian | morocco moroccan | mozambique mozambican | myanmar burmese burma | namibia namibian
nepal nepalese nepali | netherlands dutch holland | nigeria nigerian | norway norwegian | pakistan pakistani
palestine palestinian | peru peruvian | philippines filipino philippine | poland polish pole
portugal portuguese | qatar qatari | romania romanian | russia russian kremlin moscow | rwanda rwandan
scotland scottish scot | senegal senegalese | serbia serbian serb | singapore singaporean | slovakia slovak
slovenia slovenian | somalia somali | spain spanish | sudan sudanese | sweden swedish swede | switzerland swiss
syria syrian | taiwan taiwanese | tanzania tanzanian | thailand thai | tunisia tunisian | turkey turkish
uganda ugandan | ukraine ukrainian | uruguay uruguayan | venezuela venezuelan | vietnam vietnamese | wales welsh
yemen yemeni | zambia zambian | zimbabwe zimbabwean | catalonia catalan | kurdistan kurdish kurd
"""
"""Countries and regions, each with its adjective and what its people are called."""
# Names of several words, with what is of there.
_LONG_NAMES = """
costa rica, costa rican | czech republic, czech | el salvador, salvadoran | european union, e.u., european
hong kong, hong konger | ivory coast, ivorian | new zealand, new zealander | north korea, north korean
northern ireland, northern irish | saudi arabia, saudi | south africa, south african | south korea, south korean
south sudan, south sudanese | sri lanka, sri lankan | united arab emirates, emirati | united kingdom, u.k., british
united states, u.s., american
"""
# A country, and where its government is, by which newspapers call that.
_SEATS = """
afghanistan: kabul | argentina: buenos aires, casa rosada | australia: canberra | austria: vienna | belarus: minsk
britain: downing street, number 10, no 10, whitehall, westminster, london | canada: ottawa
china: beijing, zhongnanhai | colombia: bogota | cuba: havana | e.u.: brussels | egypt: cairo | france: paris, elysee
germany: berlin | greece: athens | hungary: budapest | india: delhi, new delhi | indonesia: jakarta | iran: tehran
iraq: baghdad | ireland: dublin | israel: jerusalem | italy: rome | japan: tokyo | kenya: nairobi | lebanon: beirut
mexico: mexico city | nigeria: abuja | north korea: pyongyang | norway: oslo | pakistan: islamabad | peru: lima
philippines: manila | poland: warsaw | portugal: lisbon | qatar: doha | romania: bucharest | russia: kremlin, moscow
saudi arabia: riyadh | scotland: holyrood, edinburgh | serbia: belgrade | south africa: pretoria | south korea: seoul
spain: madrid | sweden: stockholm | syria: damascus | taiwan: taipei | thailand: bangkok | turkey: ankara
u.s.: white house, washington | ukraine: kyiv, kiev | venezuela: caracas | vietnam: hanoi | wales: cardiff
zimbabwe: harare
"""
_LONGEST = 3  # words of a name


@cache
def _homes() -> tuple[dict[tuple[str, ...], Home], dict[tuple[str, ...], Home]]:
    """What tells of each place by the stems of each of its names; and by those of seats of government, what tells of
    the country."""
    groups: list[list[tuple[str, ...]]]
    groups = [[(stem,) for word in group.split() for stem in stems_of(word)] for group in _parts(PEOPLES, "|")]
    groups += [[tuple(stems_of(name)) for name in group.split(",")] for group in _parts(_LONG_NAMES, "|")]
    found: dict[tuple[str, ...], Home] = defaultdict(frozenset)
    for group in groups:
        together = frozenset(group).union(*(found[name] for name in group))
        found |= dict.fromkeys(together, together)
    governed: dict[tuple[str, ...], Home] = {}
    for country, _, seats in (line.partition(":") for line in _parts(_SEATS, "|")):
        home = found[tuple(stems_of(country))]
        names = [tuple(stems_of(seat)) for seat in seats.split(",")]
        found |= dict.fromkeys(home, home.union(names))
        governed |= dict.fromkeys(names, home.union(names))
    for place in PLACES:
        name = tuple(stems_of(place))
        found.setdefault(name, frozenset({name}))
    found[("us",)] = found["u.s",]  # before an office it is no pronoun, as it is in articles
    return dict(found), governed


def _parts(table: str, bar: str) -> list[str]:
    return [part.strip() for line in table.strip().split("\n") for part in line.split(bar)]


def tells_of(home: Home, words: Collection[str]) -> bool:
    """Whether some stems tell of a place."""
    return any(all(stem in words for stem in name) for name in home)


@dataclass(frozen=True, slots=True)
class Others:
    """What tells of other places than one: all names, as stems, those of one word, and those of several by the last."""

    home: Home
    words: frozenset[str]
    names: Mapping[str, Home]

    def tell(self, stems: Collection[str]) -> bool:
        """Whether some stems tell of such a place."""
        if not self.words.isdisjoint(stems):
            return True
        return any(stem in self.names and tells_of(self.names[stem], stems) for stem in stems)


@cache
def others_than(home: Home) -> Others:
    """What tells of other countries, if a place is one of those, else of other states and towns. What may tell of
    several countries is left out: "European"."""
    homes, _ = _homes()
    wide = {name for stem in stems_of("Europe UK") for name in homes[stem,]}
    countries = {name for one in homes.values() if len(one) > 1 for name in one}
    others = countries - wide if home & countries else {tuple(stems_of(place)) for place in PLACES - COUNTRIES}
    others -= home
    names: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in others:
        if len(name) > 1:
            names[name[-1]].add(name)
    words = frozenset(name[0] for name in others if len(name) == 1)
    return Others(frozenset(others), words, {last: frozenset(of) for last, of in names.items()})


def home_in(terms: Sequence[Term], *, governing: bool = False) -> tuple[Home, range] | None:
    """The place that the last name of one among some words tells of, and where it stands; None if there is no such.

    With `governing`, the seat of a government stands for its country: "Beijing" for China.
    """
    homes, seats = _homes()
    stems = [term.stem for term in terms]
    for end in range(len(stems), 0, -1):
        for start in range(max(0, end - _LONGEST), end):
            name = tuple(stems[start:end])
            home = (seats.get(name) if governing else None) or homes.get(name)
            if home is not None:
                return home, range(start, end)
    return None
