"""What a newsroom knows of names: titles, roles, heads of organisations, outlets, countries, kinds of documents.

Lower case throughout, without full stops; general knowledge, written for this project.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.replace("\n", "|").split("|") if phrase.strip())


# Before a name, capitalised: "German Chancellor Olaf Scholz".
TITLES = _words(
    """
    mr mrs ms miss mx dr sir dame lord lady madame monsieur herr frau senor senora don prof professor rev reverend fr
    sen sens senator senators rep reps representative congressman congresswoman gov govs governor governors lt
    president presidents premier chancellor minister ministers secretary undersecretary ambassador envoy consul
    chairman chairwoman chair chairperson speaker whip leader mayor councilman councilwoman councilor councillor
    alderman delegate assemblyman assemblywoman commissioner sheriff marshal chief deputy superintendent inspector
    constable detective sergeant sgt officer captain capt colonel col major maj general gen admiral adm brigadier
    lieutenant corporal private pvt commander cmdr judge justice magistrate attorney prosecutor counsel solicitor
    king queen prince princess duke duchess earl baron baroness sultan emir sheikh sheik shah emperor pope cardinal
    archbishop bishop rabbi imam ayatollah mullah pastor father sister brother abbot vicar canon mp mep msp td
    ceo cfo coo cto spokesman spokeswoman spokesperson strategist pollster adviser advisor aide director manager
    coach trainer referee quarterback striker midfielder defender goalkeeper forward guard pitcher skipper
    editor columnist correspondent reporter host anchor analyst economist author chairmen comptroller treasurer
    principal provost dean-designate coroner surgeon midfielder winger commentator moderator nominee candidate rancher
    prime vice foreign defense defence interior finance
    """
)
# Offices that follow a title: "Secretary of State".
CABINET = _words(
    """
    state defense defence treasury interior commerce labor energy education agriculture transportation justice war
    health home homeland staff foreign finance housing veterans culture environment
    """
)
HONORIFICS = _words(
    "mr mrs ms miss mx dr sir dame lord lady madame monsieur herr frau senor senora prof professor rev reverend fr"
)
# Titles that are part of the name when one name follows: "Pope Francis", "Prince Harry".
ROYAL = _words("king queen prince princess pope emperor sultan emir saint sheikh sheik lord lady dame sister father")
MALE_WORDS = _words(
    """
    mr sir lord herr monsieur senor don king prince duke earl baron sultan emir pope cardinal archbishop rabbi imam
    ayatollah congressman chairman councilman alderman assemblyman spokesman father brother husband son grandfather
    uncle nephew widower actor businessman salesman fisherman policeman fireman cameraman sportsman grandson boyfriend
    man boy gentleman groom monk priest ex-husband stepfather dad fiance waiter host craftsman ombudsman
    """
)
FEMALE_WORDS = _words(
    """
    mrs ms miss dame lady madame frau senora queen princess duchess baroness congresswoman chairwoman councilwoman
    assemblywoman spokeswoman sister mother wife daughter grandmother aunt niece widow actress businesswoman
    policewoman sportswoman granddaughter girlfriend woman girl nun bride ex-wife stepmother mum mom fiancee waitress
    hostess heroine midwife stewardess craftswoman housewife
    """
)
# Who a person is: heads of appositions and descriptions, singular.
ROLES = _words(
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
    midwife miner minister moderator mogul monk mother musician naturalist negotiator neighbor neighbour nephew
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
    lawman goalie winger
    """
)
# Nouns that names stand before as mere descriptions: "Clinton aides".
MODIFIED = _words(
    """
    campaign campaigns aide aides adviser advisers supporters team administration spokesman spokeswoman surrogate
    surrogates lawyer lawyers officials staff ally allies government voters camp manager presidency foundation rally
    supporter rallies backers donors strategist fans officers executives shareholders
    """
)
# Trades that office holders do not ply at the same time.
TRADES = _words(
    """
    journalist editor columnist anchor host moderator analyst strategist pollster lawyer spokesperson professor scholar
    researcher scientist doctor teacher fellow judge officer sergeant detective manager secretary aide adviser
    """
)
KIN = _words(
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
    "det": "detective", "boss": "manager", "coach": "manager", "trainer": "manager", "skipper": "captain",
}  # fmt: skip
# A role that says of somebody less than these do: "the lawmaker" may be the senator.
WIDER_ROLE = {
    "lawmaker": _words("senator representative mp mep legislator assemblyman assemblywoman delegate councillor"),
    "legislator": _words("senator representative mp mep assemblyman assemblywoman delegate"),
    "politician": _words("senator representative mp mep minister governor mayor president chancellor nominee"),
    "official": _words("minister secretary commissioner director administrator mayor spokesperson"),
    "officer": _words("sergeant lieutenant captain constable detective"),
    "scientist": _words("biologist physicist chemist geologist ecologist astronomer researcher botanist zoologist"),
    "researcher": _words("scientist biologist physicist chemist geologist ecologist professor epidemiologist fellow"),
    "academic": _words("professor lecturer scholar historian"),
    "diplomat": _words("ambassador consul"),
    "executive": _words("president chair director founder owner"),
    "journalist": _words("editor columnist anchor host"),
    "prosecutor": _words("lawyer"),
    "doctor": _words("surgeon neurologist pediatrician pathologist epidemiologist virologist psychiatrist"),
    "player": _words("striker midfielder defender goalkeeper forward quarterback winger footballer"),
    "footballer": _words("striker midfielder defender goalkeeper forward winger"),
    "representative": _words("democrat republican"),
    "democrat": _words("senator representative governor"),
    "republican": _words("senator representative governor"),
}
# People only in the plural, or whatever describes some of them: heads of groups.
GROUPS = _words(
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
# Names of organisations end, or begin with "of" or "for" after them, in one of these.
ORG_HEADS = _words(
    """
    academy administration agency airlines airways alliance army assembly associates association associations authority
    bank board bureau cabinet caucus center centre chamber charity church circuit club clinic coalition college
    command commission committee commons company conference confederation congress constabulary consortium
    cooperative co-op corp corporation corps council court courts department directorate division education embassy
    endowment enterprises exchange executive federation fellowship firm force forces forum foundation fund government
    group guard hospital house inc industries initiative institute institution institutes international investments
    investigations labs laboratory laboratories league legislature limited llc llp lords ltd ministry mission
    mosque motors movement museum nations navy network office orchestra organisation organization pac parliament
    partners partnership party patrol plc police project program programme registry republic research school schools
    secretariat senate service services society studio studios syndicate systems task team temple theatre tribunal trust
    union unions united university workshop watch zoo gmbh ag sa nv ab oy spa technologies holdings bancorp hotels
    railways railroad dragons rovers wanderers rangers athletic solutions airport brigade regiment works library
    trustees inspectorate observatory survey ombudsman commissioner's treasury pentagon kremlin capital energy pharma
    pharmaceuticals foods stores brewery dairy farms winery
    """
)
# What one calls an organisation without its name: "the company", "the ministry".
ORG_NOUNS = ORG_HEADS | _words(
    "retailer carmaker automaker airline manufacturer maker lender bank startup insurer utility union regulator "
    "watchdog thinktank think-tank nonprofit campaign bloc charity operator brewer supermarket chain publisher "
    "broadcaster newspaper paper magazine station website site outlet network agency daily weekly tabloid panel giant"
)
COMPANY_NOUNS = _words(
    "company firm retailer carmaker automaker airline manufacturer maker lender startup insurer utility corporation "
    "operator brewer supermarket chain giant business group bank"
)
PUBLIC_NOUNS = _words("agency department ministry bureau office regulator watchdog authority commission")
# Newspapers, agencies, stations and sites end in one of these ("the Upland Post").
OUTLET_HEADS = _words(
    """
    times post journal news herald tribune gazette chronicle telegraph guardian observer mail independent mirror
    examiner inquirer enquirer dispatch courier register sentinel star sun standard express echo argus bulletin review
    globe record daily weekly magazine radio television tv press newspaper newspapers record-eagle ledger
    democrat-gazette bee plain-dealer advertiser reporter messenger zeitung pravda today leader press-telegram
    """
)
OUTLETS = _phrases(
    """
    cnn | bbc | bbc news | abc | abc news | cbs | cbs news | nbc | nbc news | msnbc | cnbc | npr | pbs | fox | fox news
    fox business | espn | c-span | itv | itv news | sky news | channel 4 | channel 4 news | al jazeera | rt | tass | afp
    agence france-presse | ap | associated press | the associated press | reuters | bloomberg | bloomberg news | upi
    dpa | xinhua | kyodo | interfax | ria novosti | ansa | efe | press association | pa | press trust of india | yonhap
    new york times | washington post | wall street journal | usa today | los angeles times | boston globe
    chicago tribune | guardian | the guardian | the times | the sunday times | financial times | the independent
    the economist | economist | the telegraph | daily mail | the sun | the mirror | der spiegel | le monde | le figaro
    die zeit | el pais | la repubblica | corriere della sera | asahi shimbun | south china morning post
    politico | buzzfeed | buzzfeed news | huffpost | huffington post | breitbart | breitbart news | vox | axios
    the hill | the daily beast | daily beast | the atlantic | the new yorker | new yorker | newsweek | time magazine
    national review | mother jones | slate | salon | propublica | the intercept | vice news | the verge | wired
    techcrunch | business insider | forbes | fortune | barron's | rolling stone | vanity fair | people magazine
    politifact | factcheck.org | snopes | real clear politics | realclearpolitics | fivethirtyeight | gallup
    pew research center | quinnipiac | rasmussen | yougov | ipsos | telemundo | univision | deutsche welle | nhk
    haaretz | the globe and mail | toronto star | cbc | cbc news | rte | stv | lbc | newsnight | kyiv independent
    moscow times | japan times | times of india | the hindu | hindustan times | the age | sydney morning herald
    daily caller | the nation | the new republic | national geographic | nature | science | the lancet | lancet
    new scientist | the bmj | new england journal of medicine | variety | hollywood reporter | the athletic
    """
)
# Organisations whose words do not tell that they are: "Wells Fargo".
KNOWN_ORGANISATIONS = frozenset(
    tuple(name.split())
    for name in _phrases(
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
# Outlets whose names are words besides.
PLAIN_OUTLETS = _words("nature science salon slate wired variety fortune economist")
# Short names that a known organisation or outlet goes by when the article does not spell them out.
KNOWN_SHORT = {
    "eu": "european union", "un": "united nations", "us": "united states", "usa": "united states",
    "uk": "united kingdom", "gop": "republican party", "dnc": "democratic national committee",
    "rnc": "republican national committee", "ap": "associated press", "washpost": "washington post",
    "wapo": "washington post", "wsj": "wall street journal", "nyt": "new york times", "ft": "financial times",
    "america": "united states", "britain": "united kingdom", "fed": "federal reserve",
}  # fmt: skip
DOCUMENTS = _words(
    """
    poll polls survey surveys report reports study studies analysis analyses review reviews memo memos letter letters
    statement statements article articles story stories piece document documents record records complaint complaints
    lawsuit lawsuits suit filing filings data transcript transcripts rules bylaws brief briefs submission tweet tweets
    post posts ad ads advert adverts book books memoir column columns editorial editorials op-ed essay essays paper
    papers figures statistics census indictment affidavit ruling rulings order verdict bill legislation law constitution
    charter convention treaty release presentation slide slides email emails e-mail e-mails message messages audit
    audits estimate estimates forecast forecasts index assessment assessments inquiry website site blog podcast
    documentary film video footage notice petition research evidence headline newsletter bulletin average tally census
    guidance manifesto platform plan proposal newspaper magazine journal press coverage
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
    "google": ("company", "firm", "giant"), "apple": ("company", "firm", "giant"), "facebook": ("company", "network"),
    "twitter": ("company", "network"), "microsoft": ("company", "firm"), "amazon": ("company", "retailer"),
    "wells fargo": ("bank",), "goldman sachs": ("bank",), "morgan stanley": ("bank",), "jpmorgan": ("bank",),
    "jpmorgan chase": ("bank",), "hsbc": ("bank",), "barclays": ("bank",), "citigroup": ("bank",),
    "toyota": ("company", "carmaker", "automaker"), "volkswagen": ("company", "carmaker", "automaker"),
    "boeing": ("company", "manufacturer"), "airbus": ("company", "manufacturer"), "tesla": ("company", "carmaker"),
}  # fmt: skip
# Last words of companies' and clubs' names; short, a company goes by what stands before, a club by this.
COMPANY_HEADS = _words(
    """
    inc ltd llc llp plc corp corporation co company group holdings technologies solutions labs industries partners
    motors foods energy airlines airways pharma pharmaceuticals gmbh ag sa nv ab oy spa stores hotels works enterprises
    international investments capital farms dairy brewery winery associates systems services
    """
)
CLUBS = _words("rovers wanderers rangers athletic albion hotspur dragons united")
# Documents whose voice is that of the outlet that made them: "a Gazette analysis".
OWN_WORK = _words("analysis tally average review investigation report story article editorial column reporting")
COUNTRIES = _phrases(
    """
    afghanistan | albania | algeria | angola | argentina | armenia | australia | austria | azerbaijan | bahrain
    bangladesh | belarus | belgium | bolivia | bosnia | botswana | brazil | britain | bulgaria | cambodia | cameroon
    canada | chile | china | colombia | congo | costa rica | croatia | cuba | cyprus | czech republic | denmark
    ecuador | egypt | el salvador | england | eritrea | estonia | ethiopia | finland | france | georgia | germany
    ghana | greece | guatemala | haiti | honduras | hong kong | hungary | iceland | india | indonesia | iran | iraq
    ireland | israel | italy | ivory coast | jamaica | japan | jordan | kazakhstan | kenya | kosovo | kuwait | laos
    latvia | lebanon | liberia | libya | lithuania | luxembourg | malaysia | mali | malta | mexico | moldova
    mongolia | montenegro | morocco | mozambique | myanmar | namibia | nepal | netherlands | new zealand | nicaragua
    niger | nigeria | north korea | northern ireland | norway | oman | pakistan | palestine | panama | paraguay | peru
    philippines | poland | portugal | qatar | romania | russia | rwanda | saudi arabia | scotland | senegal | serbia
    singapore | slovakia | slovenia | somalia | south africa | south korea | south sudan | spain | sri lanka | sudan
    sweden | switzerland | syria | taiwan | tanzania | thailand | tunisia | turkey | uganda | ukraine
    united arab emirates | united kingdom | united states | united states of america | uruguay | uzbekistan | vatican
    venezuela | vietnam | wales | yemen | zambia | zimbabwe | america | european union | u.s | u.k | us | uk | eu
    u.s.a
    """
)
PLACES = COUNTRIES | _phrases(
    """
    alabama | alaska | arizona | arkansas | california | colorado | connecticut | delaware | florida | hawaii | idaho
    illinois | indiana | iowa | kansas | kentucky | louisiana | maine | maryland | massachusetts | michigan
    minnesota | mississippi | missouri | montana | nebraska | nevada | new hampshire | new jersey | new mexico
    new york | north carolina | north dakota | ohio | oklahoma | oregon | pennsylvania | rhode island | south carolina
    south dakota | tennessee | texas | utah | vermont | virginia | washington | west virginia | wisconsin | wyoming
    puerto rico | ontario | quebec | british columbia | alberta | new south wales | queensland | london | paris
    berlin | moscow | beijing | tokyo | kyiv | kiev | brussels | geneva | madrid | rome | vienna | warsaw | athens
    ankara | istanbul | cairo | tehran | baghdad | kabul | delhi | new delhi | mumbai | karachi | islamabad | dhaka
    seoul | pyongyang | shanghai | sydney | melbourne | canberra | wellington | auckland | ottawa | toronto | montreal
    vancouver | chicago | los angeles | san francisco | boston | houston | dallas | miami | atlanta | philadelphia
    detroit | seattle | denver | phoenix | san diego | las vegas | new york city | manhattan | brooklyn | baltimore
    cleveland | st. louis | new orleans | hollywood | silicon valley | wall street | main street | capitol hill
    west bank | gaza | jerusalem | tel aviv | crimea | damascus | aleppo | beirut | dublin | belfast | edinburgh
    glasgow | cardiff | manchester | liverpool | birmingham | leeds | africa | asia | europe | middle east
    latin america | north america | south america | lagos | nairobi | johannesburg | cape town | mexico city
    buenos aires | rio de janeiro | sao paulo | stockholm | oslo | copenhagen | helsinki | reykjavik | lisbon
    amsterdam | prague | budapest | bucharest | sofia | arctic | antarctica | pacific | atlantic | mediterranean
    baltic | balkans | caucasus | scandinavia | hamburg | munich
    """
)
PLACE_HEADS = _words(
    """
    county city river street avenue road lane island islands beach valley mountain mountains lake bridge square park
    airport bay sea ocean peninsula province state coast building hotel hall tower stadium arena station plaza canyon
    forest desert gulf cape port harbour harbor hill hills heights drive boulevard highway village town borough
    act law award prize cup medal day week month year war amendment deal agreement accord treaty pact code bill
    championship championships olympics games open derby festival series bowl road pier theater gallery
    """
)
NATIONALITIES = _words(
    """
    american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian
    danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian serbian croatian
    slovenian bosnian albanian greek turkish cypriot russian ukrainian belarusian moldovan georgian armenian azerbaijani
    israeli palestinian lebanese syrian jordanian iraqi iranian saudi yemeni qatari emirati kuwaiti egyptian libyan
    tunisian algerian moroccan sudanese ethiopian kenyan ugandan tanzanian rwandan congolese nigerian ghanaian
    senegalese african european asian indian pakistani bangladeshi nepalese afghan chinese taiwanese japanese korean
    vietnamese thai cambodian burmese malaysian indonesian filipino australian canadian mexican cuban haitian
    colombian venezuelan brazilian argentine chilean peruvian bolivian jewish muslim christian catholic protestant
    republican democratic gop democrat labour labor conservative liberal tory federal estonian latvian lithuanian
    kazakh uzbek western eastern northern southern arab kurdish hispanic latino african-american asian-american
    """
)
# Capitalised without being part of a name.
CALENDAR = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter thanksgiving ramadan
    """
)
# Words that open sentences, and others that are never a name by themselves.
COMMON = _words(
    """
    a an the this that these those it its he she they we i you who whom whose which what when where why how there here
    his her their our my your him them us me himself herself themselves itself one another other others some any many
    much most few several all both each every either neither none no not nobody everyone everybody someone anyone
    nothing something anything everything such same only even also just still yet again once twice now then today
    yesterday tomorrow tonight soon later earlier recently currently meanwhile however moreover furthermore nevertheless
    nonetheless therefore thus hence instead otherwise besides indeed perhaps maybe probably certainly clearly obviously
    apparently reportedly allegedly presumably surely finally eventually ultimately initially originally previously
    formerly suddenly unfortunately fortunately sadly hopefully importantly similarly likewise notably specifically
    particularly especially generally typically usually often sometimes always never rarely seldom overall elsewhere
    nearby in on at by for from of to with without within into onto upon over under above below between among amid
    against across along around about after before during since until till through throughout toward towards despite
    unlike like as if unless because although though while whereas whether than so but and or nor per via plus minus
    near off out up down behind beyond beside inside outside according asked told speaking adding citing noting
    referring responding arguing saying calling following including regarding concerning given based compared
    considering depending assuming provided pressed quoting writing appearing talking working standing sitting looking
    going coming taking making using having being getting seeing hearing knowing thinking be is are was were been am do
    does did done has have had will would shall should can could may might must let lets make made take took get got go
    went come came see saw say said says know knew think thought want wanted need needed try tried first second third
    last next new old former current ex-vice late long early young big small great good bad best worst better more less
    least little large high low top senior junior interim acting fellow longtime veteran retired outgoing incoming newly
    recent several-time two three four five six seven eight nine ten dozens hundreds thousands millions half part nearly
    almost roughly approximately well yes no oh ok okay please thank thanks sorry why's it's he's she's they're we're
    i'm i've i'd i'll you're that's there's what's who's don't didn't can't won't isn't aren't wasn't weren't doesn't
    hasn't haven't couldn't wouldn't shouldn't let's here's photo photos image file video watch read more related
    updated posted published correction editor's note story stories exclusive breaking opinion analysis live report
    reports reporting poll polls study studies data police officials critics experts analysts voters sources news media
    press people men women children president-elect campaign election elections government congress-wide white-house
    state national international federal local public private political social economic financial military foreign
    domestic global world american-style asked questioned accused described
    """
)
# Those of them that open names as well as sentences: "Federal Reserve", "New York".
NAME_OPENERS = _words(
    """
    new old great high top low large small good best big young national federal international local public private
    political social economic financial military foreign domestic global world state government campaign election
    elections police news media press people women men children opinion first second third last next two three four five
    seven ten american middle late early long near all one live report data voters white little more
    """
)
# Verbs in the headline present and past that no name contains.
HEADLINE_VERBS = _words(
    """
    says said tells told calls called slams hammers blasts warns urges vows wins won loses lost rejects accuses claims
    denies admits asks seeks wants gets gives makes takes goes comes leads backs hits cuts plans plots faces fires hires
    visits meets joins quits resigns dies dead arrested charged accused killed found names named defends attacks rips
    praises mocks slaps sues bars bans blocks opens closes ends starts begins keeps holds pushes pulls sets puts
    launches announces reveals shows sees finds questions doubts challenges demands offers promises proposes raises
    signs unveils weighs may will could should might must is are was were has have had be been being over after before
    amid as at by for from in into of on off out to up with won't can't don't not no but and or the a an vs
    """
)
PARTICLES = _words(
    "de da di do du des dos das del della van von der den ter ten zu zum zur af av bin ibn bint ben al el la le abu"
)
SUFFIXES = _words("jr sr ii iii iv phd md esq jnr snr")
