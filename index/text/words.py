"""Words that the language itself gives: function words, the calendar, abbreviations, and what names are joined by.

Lower case, abbreviations without their final full stop; so are roles, organisations, outlets and places beside. General
knowledge, written for this project; what one list says another is made from.
"""


def words(text: str) -> frozenset[str]:
    """The words of a list set in lines."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a list, which stand in lines or between bars."""
    return frozenset(phrase.strip() for phrase in text.replace("\n", "|").split("|") if phrase.strip())


# Function words.

STOP_WORDS = words(
    """
    a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each few for from further had has have having he her here
    hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off
    on once only or other our ours out over own same she should so some such than that the their theirs them then
    there these they this those through to too under until up very was we were what when where which while who whom
    whose why will with would you your yours yourself
    """
)
DETERMINERS = words("the a an this that these those his her their its my our your")
MALE_PRONOUNS = words("he him his himself")
FEMALE_PRONOUNS = words("she her hers herself")
_OTHER_PRONOUNS = words(
    "they it i we you who which that whom whose them us me their theirs its my our themselves itself this these those "
    "one another each both"
)
PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS | _OTHER_PRONOUNS
BEING = words("is are was were be been being")
FINITE = words("is are was were be has have had can could will would may might must should do does did")
BREAKING = words("that which who whom it he she they and but said says when where")
"""Words with which another clause begins."""
NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
NUMERALS = words("two three four five six seven eight nine ten dozens hundreds thousands millions")
_OPENERS = words(
    """
    others many much several every either neither none nobody everyone everybody someone anyone nothing something
    anything everything even still yet twice today yesterday tomorrow tonight soon later earlier recently currently
    meanwhile however moreover furthermore nevertheless nonetheless therefore thus hence instead otherwise besides
    indeed perhaps maybe probably certainly clearly obviously apparently reportedly allegedly presumably surely finally
    eventually ultimately initially originally previously formerly suddenly unfortunately fortunately sadly hopefully
    importantly similarly likewise notably specifically particularly especially generally typically usually often
    sometimes always never rarely seldom overall elsewhere nearby without within onto upon among amid across along
    around since till throughout toward towards despite unlike like unless although though whereas whether per via plus
    minus near behind beyond beside inside outside according asked told speaking adding citing noting referring
    responding arguing saying calling following including regarding concerning given based compared considering
    depending assuming provided pressed quoting writing appearing talking working standing sitting looking going coming
    taking making using getting seeing hearing knowing thinking done shall may might must let lets make made take took
    get got go went come came see saw say said says know knew think thought want wanted need needed try tried first
    second third last next new old former current ex-vice late long early young big small great good bad best worst
    better less least little large high low top senior junior interim acting fellow longtime veteran retired outgoing
    incoming newly recent several-time half part nearly almost roughly approximately well yes oh ok okay please thank
    thanks sorry why's it's he's she's they're we're i'm i've i'd i'll you're that's there's what's who's don't didn't
    can't won't isn't aren't wasn't weren't doesn't hasn't haven't couldn't wouldn't shouldn't let's here's photo photos
    image file video watch read related updated posted published correction editor's note story stories exclusive
    breaking opinion analysis live report reports reporting poll polls study studies data police officials critics
    experts analysts voters sources news media press people men women children president-elect campaign election
    elections government congress-wide white-house state national international federal local public private political
    social economic financial military foreign domestic global world american-style questioned accused described
    neighbouring neighboring courtesy
    """
)
# Words that open sentences, and others that are never a name by themselves.
COMMON = STOP_WORDS | PRONOUNS | NUMERALS | _OPENERS
# Those of them that open names as well as sentences: "Federal Reserve", "New York".
NAME_OPENERS = words(
    """
    new old great high top low large small good best big young national federal international local public private
    political social economic financial military foreign domestic global world state government campaign election
    elections police news media press people women men children opinion first second third last next two three four
    five seven ten american middle late early long near all one live report data voters white little more
    """
)
# Verbs in the headline present and past that no name contains.
HEADLINE_VERBS = words(
    """
    says said tells told calls called slams hammers blasts warns urges vows wins won loses lost rejects accuses
    claims denies admits asks seeks wants gets gives makes takes goes comes leads backs hits cuts plans plots faces
    fires hires visits meets joins quits resigns dies dead arrested charged accused killed found names named defends
    attacks rips praises mocks slaps sues bars bans blocks opens closes ends starts begins keeps holds pushes pulls
    sets puts launches announces reveals shows sees finds questions doubts challenges demands offers promises
    proposes raises signs unveils weighs may will could should might must is are was were has have had be been being
    over after before amid as at by for from in into of on off out to up with won't can't don't not no but and or
    the a an vs
    """
)

# The calendar.

MONTHS = {
    month: number
    for number, month in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# Of the time of day.
ZONES = words("et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest ist aest")
# Capitalised without being part of a name.
CALENDAR = WEEKDAYS | MONTHS.keys() | SHORT_MONTHS.keys() | words("christmas easter thanksgiving ramadan")

# Abbreviations.

# Before a person's name.
SHORT_TITLES = words(
    """
    mr mrs ms mx dr prof rev fr msgr hon messrs mme mlle sen sens rep reps gov govs pres cllr ald atty gen brig col maj
    capt lt sgt cpl pvt pfc adm cmdr supt insp det const asst pte ssgt msgt lcpl cdr lcdr vadm radm
    coun cr pc dc ds dcs dci mec pm
    """
)
SUFFIXES = words("jr sr ii iii iv phd md esq jnr snr")
# Those of them that tell father and son apart, by one word each.
GENERATIONS = {"jr": "jr", "jnr": "jr", "sr": "sr", "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
# Behind a name, no part of it: "Ana Ruiz KC".
POSTNOMINALS = words("kc qc sc mp obe mbe cbe kbe dbe msp mep mla td frs dl")
_COMPANY = words("inc co corp ltd bros cos llc plc")
_BEFORE_PLACES = words("st ste mt ft")
# These come before what they belong to, so no sentence ends with them.
LEADING = (
    SHORT_TITLES
    | _BEFORE_PLACES
    | words("no nos vs v approx est e.g i.e cf viz dep amb cst spc ens cwo rt ven sra srta secy commr hr adv adj")
)
# So do these, but only before a number: "Art. 5".
NUMBERED = words("no nos art arts sec secs fig figs vol vols p pp ch chap para paras cl op ex bk pt v rs")
HOURS = words("a.m p.m")
# What follows the place or the person that they belong to, and does not describe what comes next.
TRAILING = _COMPANY | words("jr sr jnr snr esq etc ph.d m.d b.a m.a b.c a.d ave blvd rd hwy r.i.p d.c")
STATES = words(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev n.h n.j n.m n.y
    n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo ont que d.c
    """
)
SHORT_WEEKDAYS = words("mon tue tues wed thu thur thurs fri sat sun")
ABBREVIATIONS = (
    LEADING
    | NUMBERED
    | HOURS
    | TRAILING
    | STATES
    | SHORT_MONTHS.keys()
    | SHORT_WEEKDAYS
    | words("u.s u.k u.n e.u u.s.a l.a al dept univ assn")
)
# Written small these are plain words, so they end a sentence: "The answer was no. Voters left."
PLAIN_ABBREVIATIONS = (
    (STATES | NUMBERED | SHORT_MONTHS.keys() | SHORT_WEEKDAYS) - words("d.c n.y p pp v vol vols para paras nos figs")
) | words("const brig hon est adj adv rep reps rt")
# Those that stand inside a name with their full stop: "Det. Nora Blake", "St. Mary", "Acme Inc."
NAME_ABBREVIATIONS = SHORT_TITLES | _BEFORE_PLACES | words("jr sr inc co corp ltd bros")

# Small words of people's names: "van der Berg".
PARTICLES = words(
    "de da di do du des dos das del della van von der den ter ten zu zum zur af av bin ibn bint ben al el la le abu"
)
