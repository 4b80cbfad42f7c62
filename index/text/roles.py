"""What people are called beside their names: titles, offices, roles, kin, and groups of people."""

import re
from functools import cache

from index.text.folding import fold_name
from index.text.terms import stems_of
from index.text.words import SHORT_TITLES, words

# Before a name, capitalised: "German Chancellor Olaf Scholz".
TITLES = SHORT_TITLES | words(
    """
    miss sir dame lord lady madame monsieur herr frau senor senora don professor reverend senator senators
    representative congressman congresswoman governor governors president presidents premier chancellor minister
    ministers secretary undersecretary ambassador envoy consul chairman chairwoman chair chairperson speaker whip
    leader mayor councilman councilwoman councilor councillor alderman delegate assemblyman assemblywoman
    commissioner sheriff marshal chief deputy superintendent inspector constable detective sergeant officer captain
    colonel major general admiral brigadier lieutenant corporal private commander judge justice magistrate attorney
    prosecutor counsel solicitor king queen prince princess duke duchess earl baron baroness sultan emir sheikh
    sheik shah emperor pope cardinal archbishop bishop rabbi imam ayatollah mullah pastor father sister brother
    abbot vicar canon mp mep msp td ceo cfo coo cto spokesman spokeswoman spokesperson strategist pollster adviser
    advisor aide director manager coach trainer referee quarterback striker midfielder defender goalkeeper forward
    guard pitcher skipper editor columnist correspondent reporter host anchor analyst economist author chairmen
    comptroller treasurer principal provost dean-designate coroner surgeon winger commentator moderator nominee
    candidate rancher prime vice foreign defense defence interior finance
    """
)
# Offices that follow a title: "Secretary of State".
CABINET = words(
    """
    state defense defence treasury interior commerce labor energy education agriculture transportation justice war
    health home homeland staff foreign finance housing veterans culture environment
    """
)
# What stands before a title in the name of an office: "Managing Director".
OFFICE_WORDS = words(
    "managing executive financial operating creative artistic technical technology sporting medical legal scientific "
    "associate assistant senior acting joint group regional national"
)
HONORIFICS = words(
    "mr mrs ms miss mx messrs mme mlle dr sir dame lord lady madame monsieur herr frau senor senora prof professor rev "
    "reverend fr msgr hon"
)
# Folded titles and roles of other languages that stand before names in what members of a chat write.
FOREIGN_TITLES = frozenset(
    fold_name(title)
    for title in words(
        """
    herr frau doktor professorin kapitän kapitänin trainer trainerin minister ministerin kanzler kanzlerin präsident
    präsidentin bürgermeister bürgermeisterin richter richterin sprecher sprecherin chef chefin chefs abgeordnete
    abgeordneter stadtrat stadträtin torwart torhüter stürmer forscher forscherin wissenschaftler wissenschaftlerin
    lehrer lehrerin bauer bäuerin reeder reederin anwalt anwältin zeuge zeugin monsieur madame maire ministre président
    présidente capitaine entraîneur gardien juge señor señora don doña alcalde alcaldesa ministro ministra presidente
    presidenta signor signora sindaco mevrouw meneer burgemeester
    """
    )
)
# Titles that are part of the name when one name follows: "Pope Francis", "Prince Harry".
ROYAL = words("king queen prince princess pope emperor sultan emir saint sheikh sheik lord lady dame sister father")
MALE_WORDS = words(
    """
    mr sir lord herr monsieur senor don king prince duke earl baron sultan emir pope cardinal archbishop rabbi imam
    ayatollah congressman chairman councilman alderman assemblyman spokesman father brother husband son grandfather
    uncle nephew widower actor businessman salesman fisherman policeman fireman cameraman sportsman grandson boyfriend
    man boy gentleman groom monk priest ex-husband stepfather dad fiance waiter host craftsman ombudsman
    """
)
FEMALE_WORDS = words(
    """
    mrs ms miss mme mlle dame lady madame frau senora queen princess duchess baroness congresswoman chairwoman
    councilwoman assemblywoman spokeswoman sister mother wife daughter grandmother aunt niece widow actress
    businesswoman policewoman sportswoman granddaughter girlfriend woman girl nun bride ex-wife stepmother mum mom
    fiancee waitress hostess heroine midwife stewardess craftswoman housewife
    """
)
# Who a person is: heads of appositions and descriptions, singular.
ROLES = words(
    """
    academic accountant activist actor actress administrator adviser advisor advocate agent aide alderman ally
    ambassador analyst anchor apprentice archaeologist archbishop architect artist assemblyman assemblywoman assistant
    astronomer astronaut athlete attorney aunt author banker barber baker bishop biologist blogger bookkeeper boss
    botanist boxer boyfriend breeder brewer broker brother builder businessman businesswoman butcher buyer campaigner
    candidate captain cardinal caretaker carpenter cashier ceo chair chairman chairperson chairwoman champion chancellor
    chef chemist chief clerk climatologist coach co-author co-chair co-chairman co-director co-editor co-founder
    colleague collector colonel columnist comedian commander commentator commissioner composer comptroller conductor
    congressman congresswoman conservationist conservative consultant contractor cook coordinator cop coroner
    correspondent councillor councilman councilor councilwoman counsel counselor cousin creator criminologist critic
    curator cyclist dad dancer daughter dean defender democrat dentist deputy designer detective developer diplomat
    director doctor documentarian driver ecologist economist editor educator electrician engineer entrepreneur envoy
    epidemiologist evangelist ex-husband ex-wife examiner executive expert farmer father fellow filmmaker financier
    firefighter fisherman footballer forecaster forester forward foreman founder friend gardener general geneticist
    geographer geologist girlfriend goalkeeper governor grandfather grandmother guard guide guitarist harbourmaster head
    headmaster headteacher heir historian host hotelier hydrologist husband imam incumbent independent industrialist
    inspector instructor insider intern interpreter inventor investigator investor jockey journalist judge juror justice
    keeper landlord lawmaker lawyer leader lecturer legislator liaison librarian libertarian lieutenant linguist
    lobbyist magistrate manager marshal master mathematician mayor mechanic member merchant meteorologist midfielder
    midwife miner minister moderator mogul mom monk mother mum musician naturalist negotiator neighbor neighbour nephew
    neurologist niece nominee novelist nurse nutritionist observer oceanographer officer official ombudsman operative
    operator organiser organizer owner painter paramedic parent participant partner pastor pathologist patient patriarch
    pediatrician pharmacist philanthropist philosopher photographer physician physicist pianist pilot pioneer planner
    player playwright plumber poet policeman politician pollster pope predecessor premier president presenter priest
    prime-minister prince princess principal producer professor programmer prosecutor protester provost psychiatrist
    psychologist publicist publisher quarterback rabbi rancher ranger realtor receptionist rector referee regulator
    reporter representative republican researcher resident restaurateur retiree reviewer rival runner sailor salesman
    scholar scientist screenwriter sculptor secretary seismologist senator sergeant sheriff shopkeeper singer sister
    skipper sociologist soldier solicitor son songwriter specialist spokesman spokesperson spokeswoman statistician star
    strategist striker student successor superintendent supervisor supporter surgeon surrogate surveyor survivor teacher
    technician teller tenant therapist trader trainer translator treasurer trucker trustee tutor tycoon uncle
    undersecretary veteran veterinarian vet vicar vice-chairman vice-president victim violinist virologist volunteer
    voter warden watchdog weatherman whip whistleblower widow widower wife witness woman worker writer zoologist man
    teenager boy girl billionaire millionaire tourist passenger pensioner shareholder signatory motorist shepherd weaver
    potter sponsor lady frontrunner front-runner running-mate runner-up opponent contender challenger newcomer mp mep
    lawman goalie winger steward sommelier barrister employee trooper adjutant cadet
    recruit superstar co-star pathfinder deportee detainee refugee evacuee trainee attendee escapee amputee devotee
    interviewee appointee returnee migrant immigrant emigrant hostage captive convict inmate classmate teammate roommate
    flatmate housemate pupil graduate undergraduate postgraduate alumnus alumna acquaintance guest client occupant
    inhabitant informant pundit defendant claimant complainant applicant contestant dissident suspect adolescent
    """
)
# Things that end as words for people do.
_THINGS = words(
    """
    paper newspaper letter newsletter poster banner sticker number center centre computer river tower weather order
    chapter charter register folder server browser trailer thriller printer router scanner container freighter tanker
    helicopter chopper tracker monitor sensor sector error mirror motor factor tremor terror horror power winter summer
    quarter offer matter flier flyer filter header footer trigger carrier supplier retailer broadcaster insurer maker
    lender operator manufacturer provider distributor vendor ledger ticker disclaimer reminder answer dinner corner
    paper water fever cover buffer border barrier tender cluster disaster encounter thunder chamber timber rubber lumber
    september october november december list twist mist heist checklist guest-list whitelist blacklist playlist fist
    color colour labor labour honor honour favor favour humor humour harbor harbour rumor rumour behavior behaviour door
    floor interior exterior corridor razor anchor vector meteor tumor tumour flavor flavour murder shelter cancer order
    under over after never ever other rather together another whether either neither here there where per her
    forever however moreover former latter later earlier older younger elder better worse greater lower upper
    inner outer
    """
)
_COMPOUND = words("in of at general chief elect designate large emeritus")
_MAKERS = ("lawmaker", "policymaker", "filmmaker", "film-maker", "dressmaker", "playmaker", "cabinetmaker", "winemaker")
_OF_PEOPLE = ("er", "or", "ist", "man", "woman", "cian", "rian", "stress")
_SHORTEST = 5  # letters of a word made like one for a person
_AGED = re.compile(r"\d{1,3}-year-old")
# Nouns that names stand before as mere descriptions: "Clinton aides".
MODIFIED = words(
    """
    campaign campaigns aide aides adviser advisers supporters team administration spokesman spokeswoman surrogate
    surrogates lawyer lawyers officials staff ally allies government voters camp manager presidency foundation rally
    supporter rallies backers donors strategist fans officers executives shareholders
    """
)
# Who is dealt with by whom: of the two, one description does not mean the other.
COUNTERPARTS = {
    "patient": words("doctor surgeon nurse dentist psychiatrist therapist paramedic midwife pathologist neurologist"),
    "defendant": words("judge prosecutor lawyer juror officer detective inspector sheriff coroner"),
    "suspect": words("judge prosecutor lawyer officer detective inspector sergeant sheriff superintendent constable"),
    "accused": words("judge prosecutor lawyer juror officer detective inspector"),
    "victim": words("judge prosecutor lawyer officer detective inspector sergeant sheriff doctor surgeon coroner"),
    "prisoner": words("judge prosecutor lawyer officer warden guard"),
    "inmate": words("judge prosecutor lawyer officer warden guard"),
    "client": words("lawyer accountant broker therapist"),
    "pupil": words("teacher headteacher headmaster principal tutor"),
    "student": words("teacher headteacher headmaster principal tutor professor dean provost rector"),
    "tenant": words("landlord"),
    "passenger": words("pilot driver captain"),
}  # fmt: skip
# Trades that office holders do not ply at the same time.
TRADES = words(
    """
    journalist editor columnist anchor host moderator analyst strategist pollster lawyer spokesperson professor scholar
    researcher scientist doctor teacher fellow judge officer sergeant detective manager secretary aide adviser
    """
)
# Who deals with people as a trade: "the 22-year-old" is somebody whom they speak of.
AT_WORK = words(
    "judge officer sergeant detective inspector constable superintendent sheriff lawyer prosecutor coroner doctor "
    "spokesperson analyst journalist"
)
# What those hardly are whom a reporter meets at their office: "the driver" is somebody else than the sheriff.
CRAFTS = words(
    "driver trucker motorist cyclist pedestrian passenger baker barber butcher cashier cleaner clerk cook farmer "
    "firefighter fisherman mechanic carpenter electrician plumber nurse paramedic postman shopkeeper teacher waiter "
    "waitress worker neighbor neighbour customer"
)
# Who tells reporters something and is not to be named: a description of nobody whom the article names.
SOURCES = words("source insider pal onlooker bystander eyewitness informant tipster")
# What those are called who teach and do research, whatever their subject.
SCHOLARS = words(
    """
    academic astronomer botanist chemist doctor economist expert fellow geographer historian lecturer mathematician
    oceanographer philosopher physicist professor researcher scholar scientist surgeon virologist
    """
)
# Offices of which there is one at hand, so that "the" needs nobody named before (functional nouns: Löbner 1985).
OFFICES = words(
    """
    mayor vicar pastor priest rabbi imam bishop archbishop coach trainer manager captain skipper referee umpire judge
    magistrate coroner sheriff marshal prosecutor ambassador consul headteacher headmaster principal rector dean provost
    chancellor curator director conductor chair chairman chairwoman chairperson president premier governor speaker
    commissioner superintendent master harbourmaster warden landlord owner treasurer editor chief ceo ombudsman pilot
    publisher receiver auditor registrar
    """
)
# Offices of a country, a state or a town, of which there is one: "the French president" is no other country's.
STATE_OFFICES = words(
    """
    president premier chancellor governor minister prime-minister mayor king queen emperor sultan emir ambassador
    vice-president
    """
)
KIN = words(
    "wife husband ex-wife ex-husband son daughter brother sister father mother widow widower partner cousin niece "
    "nephew grandson granddaughter grandfather grandmother stepson stepdaughter stepfather stepmother mom dad mum "
    "fiance fiancee"
)
# One word for several ways of saying a role.
SAME_ROLE = {
    "justice": "judge", "magistrate": "judge", "attorney": "lawyer", "counsel": "lawyer", "solicitor": "lawyer",
    "barrister": "lawyer", "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
    "congressman": "representative", "congresswoman": "representative", "gov": "governor", "advisor": "adviser",
    "councilor": "councillor", "councilman": "councillor", "councilwoman": "councillor", "candidate": "nominee",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "ceo": "executive", "physician": "doctor", "dr": "doctor", "prof": "professor",
    "reporter": "journalist", "correspondent": "journalist", "premier": "minister", "gen": "general", "vet": "veteran",
    "col": "colonel", "capt": "captain", "sgt": "sergeant", "maj": "major", "adm": "admiral", "lt": "lieutenant",
    "organiser": "organizer", "contender": "nominee", "envoy": "ambassador", "cop": "officer", "policeman": "officer",
    "mom": "mother", "mum": "mother", "dad": "father", "lecturer": "professor", "defence": "defense",
    "businessman": "executive", "tycoon": "executive", "mogul": "executive", "gop": "republican",
    "det": "detective", "cllr": "councillor", "ald": "alderman", "atty": "lawyer", "pres": "president",
    "supt": "superintendent", "insp": "inspector", "const": "constable", "cpl": "corporal", "pvt": "private",
    "pfc": "private", "brig": "brigadier", "cmdr": "commander", "govs": "governor", "boss": "manager",
    "coach": "manager", "trainer": "manager", "skipper": "captain",
}  # fmt: skip
# A role that says of somebody less than these do: "the lawmaker" may be the senator.
WIDER_ROLE = {
    "lawmaker": words("senator representative mp mep legislator assemblyman assemblywoman delegate councillor"),
    "legislator": words("senator representative mp mep assemblyman assemblywoman delegate"),
    "politician": words("senator representative mp mep minister governor mayor president chancellor nominee"),
    "official": words("minister secretary commissioner director administrator mayor spokesperson"),
    "officer": words("sergeant lieutenant captain constable detective"),
    "scientist": words("biologist physicist chemist geologist ecologist astronomer researcher botanist zoologist"),
    "researcher": words("scientist biologist physicist chemist geologist ecologist professor epidemiologist fellow"),
    "academic": words("professor lecturer scholar historian"),
    "diplomat": words("ambassador consul"),
    "executive": words("president chair director founder owner"),
    "journalist": words("editor columnist anchor host"),
    "prosecutor": words("lawyer"),
    "doctor": words("surgeon neurologist pediatrician pathologist epidemiologist virologist psychiatrist"),
    "player": words("striker midfielder defender goalkeeper forward quarterback winger footballer"),
    "footballer": words("striker midfielder defender goalkeeper forward winger"),
    "representative": words("democrat republican"),
    "democrat": words("senator representative governor"),
    "republican": words("senator representative governor"),
}
# People only in the plural, or whatever describes some of them: heads of groups.
GROUPS = words(
    """
    people officials democrats republicans critics experts analysts observers lawmakers leaders authorities residents
    voters supporters opponents members sources aides allies advisers advisors researchers scientists economists
    lawyers attorneys prosecutors investigators witnesses police firefighters rescuers organisers organizers doctors
    parents students teachers workers employees staff executives shareholders investors traders advocates activists
    protesters demonstrators campaigners conservatives liberals progressives independents moderates men women children
    americans mexicans europeans britons germans russians ukrainians chinese japanese canadians australians muslims
    christians jews catholics millennials strategists pollsters operatives surrogates candidates companies businesses
    groups countries nations states governments outlets media historians scholars diplomats senators congressmen
    governors mayors judges jurors ministers delegates donors fans neighbours neighbors relatives friends family others
    many some most few several everyone everybody nobody majority percent half developers proponents detractors
    respondents participants users customers consumers farmers fishermen soldiers troops veterans generals retirees
    spokespeople spokesmen negotiators regulators bankers analysts authors engineers volunteers players coaches
    pensioners landlords tenants commuters passengers drivers campaign team camp administration union unions insiders
    couple pair duo trio brothers sisters twins
    """
)

# Whoever speaks for an organisation, by what one calls it.
SPEAKING_FOR = {
    "government": words("minister secretary spokesperson official president chancellor commissioner"),
    "administration": words("secretary spokesperson official adviser"),
    "police": words("officer constable inspector sergeant detective superintendent sheriff commander lieutenant"),
    "council": words("councillor mayor alderman"),
    "city": words("mayor councillor council"),
    "town": words("mayor councillor council"),
    "company": words("executive founder owner chair director manager spokesperson"),
    "bank": words("governor executive economist chair spokesperson"),
    "court": words("judge"),
    "opposition": words("leader"),
    "union": words("secretary president organizer representative"),
    "army": words("general colonel major commander spokesperson"),
    "military": words("general colonel major commander spokesperson"),
    "hospital": words("doctor surgeon nurse director spokesperson"),
    "school": words("headteacher principal teacher headmaster"),
    "university": words("professor provost president"),
    "newspaper": words("editor journalist"),
    "defense": words("lawyer"),
    "prosecution": words("prosecutor"),
    "team": words("manager captain coach"),
    "club": words("manager chair captain"),
    "church": words("bishop archbishop pastor vicar priest"),
    "family": KIN,
}


def is_title(key: str) -> bool:
    """Whether a word set before a name is a title, simple or compound: "Editor-in-Chief", "Secretary-General"."""
    parts = key.split("-")
    return key in TITLES or (
        len(parts) > 1 and all(part in TITLES or part in ROLES or part in _COMPOUND for part in parts)
    )


def is_aged(noun: str) -> bool:
    """Whether a noun tells somebody's age: "29-year-old"."""
    return _AGED.fullmatch(noun) is not None


def role_of(stem: str) -> str:
    """The role of that stem; "" if there is none."""
    return _roles_by_stem().get(stem, "")


@cache
def _roles_by_stem() -> dict[str, str]:
    return {stem: role for role in sorted(ROLES, reverse=True) for stem in stems_of(role) if "-" not in role}


def names_person(noun: str) -> bool:
    """Whether a folded noun is a word for one person: a role, or made like one ("beekeeper", "29-year-old",
    "mum-of-two")."""
    if noun in ROLES or is_aged(noun) or noun.rpartition("-")[2] in ROLES or noun.partition("-of-")[0] in ROLES:
        return True
    if len(noun) < _SHORTEST or noun in _THINGS or noun in GROUPS or (noun.endswith("maker") and noun not in _MAKERS):
        return False
    return noun in MALE_WORDS or noun in FEMALE_WORDS or noun.endswith(_OF_PEOPLE)
