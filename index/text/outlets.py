"""Outlets: the heads of their names, those that everybody knows, and the documents that speak like them."""

from index.text.words import phrases, words

# Newspapers, agencies, stations and sites end in one of these ("the Upland Post").
OUTLET_HEADS = words(
    """
    times post journal news herald tribune gazette chronicle telegraph guardian observer mail independent mirror
    examiner inquirer enquirer dispatch courier register sentinel star sun standard express echo argus bulletin review
    globe record daily weekly magazine radio television tv press newspaper newspapers record-eagle ledger
    democrat-gazette bee plain-dealer advertiser reporter messenger zeitung pravda today leader press-telegram
    intelligencer clarion vindicator statesman tidings courant news-register wire wireless fm
    """
)
OUTLETS = phrases(
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
    voa | voice of america | daily caller | the nation | the new republic | national geographic
    nature | science | the lancet | lancet | new scientist
    the bmj | new england journal of medicine | variety | hollywood reporter | the athletic
    """
)
# Outlets whose names are words besides.
PLAIN_OUTLETS = words("nature science salon slate wired variety fortune economist")
DOCUMENTS = words(
    """
    poll polls survey surveys report reports study studies analysis analyses review reviews memo memos letter letters
    statement statements article articles story stories piece document documents record records complaint complaints
    lawsuit lawsuits suit filing filings data transcript transcripts rules bylaws brief briefs submission tweet tweets
    post posts ad ads advert adverts book books memoir column columns editorial editorials op-ed essay essays paper
    papers figures statistics census indictment affidavit ruling rulings order verdict bill legislation law constitution
    charter convention treaty release presentation slide slides email emails e-mail e-mails message messages audit
    audits estimate estimates forecast forecasts index assessment assessments inquiry website site blog podcast
    documentary film video footage notice petition research evidence headline newsletter bulletin average tally census
    guidance manifesto platform plan proposal newspaper magazine journal press coverage slideshow note modelling
    modeling polling memorandum log manifest contract agreement sheet testing calculations
    """
)
# Documents whose voice is that of the outlet that made them: "a Gazette analysis".
OWN_WORK = words("analysis tally average review investigation report story article editorial column reporting")
# What somebody says in, so that it is they who speak: "her account", "Ruiz's memoir".
OWN_VOICE = words(
    """
    account testimony statement memoir memoirs autobiography diary diaries book letter letters email emails e-mail
    e-mails tweet tweets post posts blog column essay op-ed speech remarks affidavit message messages note notes
    """
)
