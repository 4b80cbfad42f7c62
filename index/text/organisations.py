"""What organisations are called: the heads of their names, the nouns for them, and those that everybody knows."""

from index.text.words import phrases, words

# Names of organisations end, or begin with "of" or "for" after them, in one of these.
ORG_HEADS = words(
    """
    academy administration agency airlines airways alliance army assembly associates association associations
    authority bank board bureau cabinet caucus center centers centre centres chamber charity church circuit club
    clinic coalition college command commission committee commons company conference confederation congress
    constabulary consortium cooperative co-op corp corporation corps council court courts department directorate
    division education embassy endowment enterprises exchange executive federation fellowship firm force forces
    forum foundation fund government group guard hospital house inc industries initiative institute institution
    institutes international investments investigations labs laboratory laboratories league legislature limited llc
    llp lords ltd ministry mission mosque motors movement museum nations navy network office orchestra organisation
    organization pac parliament partners partnership party patrol plc police project program programme registry
    republic research school schools secretariat senate service services society studio studios syndicate systems
    task team temple theatre tribunal trust union unions united university workshop watch zoo gmbh ag sa nv ab oy
    spa technologies holdings bancorp hotels railways railroad dragons rovers wanderers rangers athletic solutions
    airport brigade regiment works library trustees inspectorate observatory survey ombudsman commissioner's
    treasury pentagon kremlin capital energy pharma pharmaceuticals foods stores brewery dairy farms winery homes
    haulage paving logistics insurance construction engineering developments properties estates interactive software
    robotics ventures freight shipping textiles chemicals plastics petroleum renewables telecom telecoms
    communications networks semiconductors biotech biosciences therapeutics diagnostics healthcare minerals metals
    aluminium cement furniture cosmetics entertainment productions distillery distilleries cruises analytics
    electronics oil gas coal mining collective
    """
)
# What one calls an organisation without its name: "the company", "the ministry".
ORG_NOUNS = ORG_HEADS | words(
    "retailer carmaker automaker airline manufacturer maker lender bank startup insurer utility union regulator "
    "watchdog thinktank think-tank nonprofit campaign bloc charity operator brewer supermarket chain publisher "
    "broadcaster newspaper paper magazine station website site outlet network agency daily weekly tabloid panel giant"
)
COMPANY_NOUNS = words(
    "company firm retailer carmaker automaker airline manufacturer maker lender startup insurer utility corporation "
    "operator brewer supermarket chain giant business group bank carrier brokerage supplier"
)
PUBLIC_NOUNS = words("agency department ministry bureau office regulator watchdog authority commission")
# What stands before the noun for a body that goes by no name of its own: "the health ministry", "the county council".
PORTFOLIOS = words(
    """
    agriculture farming culture defence defense education energy environment environmental finance foreign health
    housing home interior justice labour labor tourism trade transport transportation water industry economy fisheries
    forestry mines mining sports science social planning police fire electoral election city county town village parish
    district borough state federal regional provincial national local municipal central public school university
    hospital harbour harbor port prison customs tax border human rights
    """
)
BODY_NOUNS = words(
    "ministry department commission council agency authority office board committee court bank service government union"
)
# Words of a name that what a noun calls may have in place of that noun.
CALLED_ALSO = {
    "group": words(
        "coalition alliance association network movement society federation campaign league rescue collective "
        "consortium partnership front forum foundation"
    ),
    "charity": words("trust foundation society fund appeal hospice mission rescue association"),
    "organisation": words("association federation institute foundation council alliance league society trust network"),
    "organization": words("association federation institute foundation council alliance league society trust network"),
    "body": words("association federation council authority committee union board institute"),
    "club": words("rovers wanderers rangers athletic albion hotspur dragons united fc afc rfc cc mariners"),
    "force": words("police constabulary"),
    "authority": words("council borough"),
    "hospital": words("infirmary clinic"),
    "school": words("academy college primary"),
    "institution": words("university college museum school hospital library gallery"),
    "party": words("democrats conservatives greens labour labor republicans liberals"),
}
# Last words of companies' and clubs' names; short, a company goes by what stands before, a club by this.
COMPANY_HEADS = words(
    """
    inc ltd llc llp plc corp corporation co company group holdings technologies solutions labs industries partners
    motors foods energy airlines airways pharma pharmaceuticals gmbh ag sa nv ab oy spa stores hotels works
    enterprises international investments capital farms dairy brewery winery associates systems services homes
    haulage paving logistics insurance construction engineering developments properties estates interactive software
    robotics ventures freight shipping textiles chemicals plastics petroleum renewables telecom telecoms
    communications networks semiconductors biotech biosciences therapeutics diagnostics healthcare minerals metals
    aluminium cement furniture cosmetics entertainment productions distillery distilleries cruises analytics
    electronics oil gas coal mining
    """
)
CLUBS = words("rovers wanderers rangers athletic albion hotspur dragons united")
# Organisations whose words do not tell that they are: "Wells Fargo".
KNOWN_ORGANISATIONS = frozenset(
    tuple(name.split())
    for name in phrases(
        """
        morgan stanley | charles schwab | eli lilly | john deere | calvin klein | aston martin | wells fargo
        goldman sachs | jpmorgan chase | white house | downing street | scotland yard | capitol hill
        planned parenthood | black lives matter | general motors | general electric | red cross | johnson & johnson
        wall street | silicon valley | homeland security | west wing | lehman brothers | amnesty international
        real madrid | manchester united | aston villa | crystal palace | supreme court | social democrats
        super pac | islamic state | boko haram | al-qaeda | hamas | hezbollah | taliban | pentagon | kremlin
        congress | parliament | senate | treasury | google | apple | facebook | twitter | microsoft | amazon
        boeing | airbus | toyota | volkswagen | samsung | sony | tesla | uber | netflix | interpol | europol
        unicef | opec | greenpeace | oxfam | walmart | starbucks | whitehall | holyrood | bundestag | knesset
        duma | youtube
        """
    )
)
# Short names that a known organisation or outlet goes by when the article does not spell them out.
KNOWN_SHORT = {
    "eu": "european union", "un": "united nations", "us": "united states", "usa": "united states",
    "uk": "united kingdom", "gop": "republican party", "dnc": "democratic national committee",
    "rnc": "republican national committee", "ap": "associated press", "washpost": "washington post",
    "wapo": "washington post", "wsj": "wall street journal", "nyt": "new york times", "ft": "financial times",
    "america": "united states", "britain": "united kingdom", "fed": "federal reserve",
}  # fmt: skip
# Institutions that everybody knows by their initials, so that no article spells them out.
KNOWN_ACRONYMS = words(
    """
    nato nasa esa eu un uk us usa uae who imf wto opec asean unicef unesco unhcr unrwa iaea oecd icc icj ecb fifa uefa
    fia ioc nfl nba mlb nhl ncaa fbi cia nsa dea atf ice dhs doj fema fda cdc nih epa irs sec fcc ftc faa ntsb noaa
    usda gop dnc rnc nra aclu afl nhs bma rspca rspb tuc cbi mod nypd lapd rcmp ibm bp snp dup aipac peta
    """
)
# What well-known organisations are called without their names.
KNOWN_NOUNS = {
    "nato": ("alliance",), "european union": ("bloc", "union"), "eu": ("bloc", "union"), "e.u": ("bloc", "union"),
    "fbi": ("bureau", "agency"), "cia": ("agency",), "nsa": ("agency",), "epa": ("agency",),
    "fda": ("agency", "regulator"),
    "nasa": ("agency",), "fema": ("agency",), "imf": ("fund",), "opec": ("cartel", "group"),
    "federal reserve": ("bank",),
    "ecb": ("bank",), "asean": ("bloc",), "african union": ("bloc",), "un": ("organization", "organisation"),
    "united nations": ("organization", "organisation"), "unicef": ("agency",),
    "unhcr": ("agency",), "iaea": ("agency", "watchdog"), "sec": ("agency", "regulator", "commission"),
    "unite": ("union",), "unison": ("union",), "aslef": ("union",), "rmt": ("union",), "gmb": ("union",),
    "nasuwt": ("union",), "teamsters": ("union",), "uaw": ("union",), "bma": ("union", "association"),
    "google": ("company", "firm", "giant"), "apple": ("company", "firm", "giant"), "facebook": ("company", "network"),
    "twitter": ("company", "network"), "microsoft": ("company", "firm"), "amazon": ("company", "retailer"),
    "wells fargo": ("bank",), "goldman sachs": ("bank",), "morgan stanley": ("bank",), "jpmorgan": ("bank",),
    "jpmorgan chase": ("bank",), "hsbc": ("bank",), "barclays": ("bank",), "citigroup": ("bank",),
    "toyota": ("company", "carmaker", "automaker"), "volkswagen": ("company", "carmaker", "automaker"),
    "boeing": ("company", "manufacturer"), "airbus": ("company", "manufacturer"), "tesla": ("company", "carmaker"),
}  # fmt: skip
