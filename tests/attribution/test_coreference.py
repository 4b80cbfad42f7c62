"""Who each mention is: prose about invented people, mentions in square brackets, and their names in order."""

import re

import pytest

from index.attribution.coreference.resolve import name_speakers
from index.attribution.coreference.salience import Speaker
from index.attribution.entities.find import Entities, find_entities
from index.attribution.linking.drafts import Link
from index.attribution.quotations import find_quotations
from index.model.article import Span
from index.reading import read_text
from index.text.segmentation import split_sentences

_MARK = re.compile(r"\[([^\]]+)\]")


def _marked(prose: str) -> tuple[str, list[Span]]:
    """The prose without its brackets, and where the bracketed words stand."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(prose):
        text += prose[at : match.start()]
        spans.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + prose[at:], spans


def _entities(text: str) -> Entities:
    article = read_text(text)
    sentences = split_sentences(article)
    return find_entities(article, sentences, find_quotations(article, sentences))


def _speakers(prose: str) -> tuple[Speaker | None, ...]:
    text, spans = _marked(prose)
    links = []
    for span in spans:
        stop = min(x for x in (text.find(".", span.end), text.find("\n", span.end), len(text)) if x >= 0)
        links.append(Link((Span(span.end, max(stop, span.end + 1)),), None, span, None, "test"))
    return name_speakers(_entities(text), links)


def _names(prose: str) -> list[str | None]:
    return [speaker.name if speaker else None for speaker in _speakers(prose)]


FAMILY_NAMES = {
    "surname": (
        "Marta Oduya runs the ferry office. [Oduya] said the boats would sail on Monday.",
        ["Marta Oduya"],
    ),
    "courtesy-title": (
        "The inquiry heard from Callum Reith on Tuesday. [Mr Reith] told it he had seen nothing.",
        ["Callum Reith"],
    ),
    "american-courtesy-title": (
        "Mr. Dunleavy said nothing. The lawyer for Patrick J. Dunleavy filed the papers. [Mr. Dunleavy] denied it.",
        ["Patrick J. Dunleavy"],
    ),
    "full-name-later": (
        "[Halloran] said the bridge was safe.\n\nEngineers who worked with Siobhan Halloran disagreed.",
        ["Siobhan Halloran"],
    ),
    "particle": (
        (
            "Pieter van der Berg, who owns the mill, objected. [Van der Berg] said the wheel would stop. "
            "[Mr van der Berg] said so twice."
        ),
        ["Pieter van der Berg", "Pieter van der Berg"],
    ),
    "lower-case-particle-alone": (
        "Ana de Souza chairs the panel. On Friday, [de Souza] said she would step down.",
        ["Ana de Souza"],
    ),
    "apostrophe-and-hyphen": (
        "Priya D’Souza-Kerr has taught there since 2004. [D’Souza-Kerr] said the roof leaked.",
        ["Priya D’Souza-Kerr"],
    ),
    "accents": (
        "Jorge Castañón, a fisherman, watched the tide. [Castañón] said it was late.",
        ["Jorge Castañón"],
    ),
    "suffix": (
        "The Rev. Lucius Harker Jr. led the service. [Harker] called it a long night.",
        ["Lucius Harker Jr."],
    ),
    "arabic-article": (
        "Karim al-Hadi, the governor, spoke first. [Al-Hadi] said the road was open. [Hadi] thanked the drivers.",
        ["Karim al-Hadi", "Karim al-Hadi"],
    ),
    "family-name-first": (
        "Premier Qin Weiming visited the dam. [Qin] said it would hold. [Mr Qin] left at noon.",
        ["Qin Weiming", "Qin Weiming"],
    ),
    "korean": (
        "Noh Tae-jun, the trade minister, signed first. [Noh] said talks would go on.",
        ["Noh Tae-jun"],
    ),
    "icelandic-first-name": (
        "Sigrún Aldísardóttir is the mayor of the town. [Sigrún] said the harbour would close.",
        ["Sigrún Aldísardóttir"],
    ),
    "spanish-two-surnames": (
        "Ildefonso Barrios Quintana heads the port. [Mr. Barrios Quintana] said the cranes were old. [Barrios] agreed.",
        ["Ildefonso Barrios Quintana", "Ildefonso Barrios Quintana"],
    ),
    "single-name": (
        "The striker Zezinho scored twice. [Zezinho] said his knee had held.",
        ["Zezinho"],
    ),
    "initials": (
        "The poem is by K. R. Tamblyn. [Tamblyn] said it took ten years.",
        ["K. R. Tamblyn"],
    ),
    "headline-only": (
        "Tessa Broadwood Quits Harbour Board\n\nThe chair left on Monday. [Broadwood] said it was time.",
        ["Tessa Broadwood"],
    ),
    "capitals": (
        "Dana Whitlock and Owen Pryce met on television.\n\n[WHITLOCK]: Are you ready?\n\n[PRYCE]: I am.",
        ["Dana Whitlock", "Owen Pryce"],
    ),
    "middle-initial-varies": (
        "Joan Tillery opened the fair. Joan B. Tillery has run it for years. [Tillery] said it rained.",
        ["Joan B. Tillery"],
    ),
    "title-before": (
        "[Swiss Finance Minister Ueli Brandl] said the franc was strong. [Brandl] would not say more.",
        ["Ueli Brandl", "Ueli Brandl"],
    ),
    "long-description-before": (
        "[Longtime dockers’ union organiser Pat Sorrell] said the strike would hold.",
        ["Pat Sorrell"],
    ),
    "description-after": (
        "[Vadim Chirkov, Ruritania’s ambassador to the league,] said the border was quiet.",
        ["Vadim Chirkov"],
    ),
    "description-first": (
        "[A lawyer for the miners, Ruth Abara,] said they would appeal. [Abara] filed on Monday.",
        ["Ruth Abara", "Ruth Abara"],
    ),
    "coordination": (
        "Sens. Lou Tarkington and Abe Velasquez wrote the bill. [Tarkington and Velasquez] said it would pass.",
        ["Lou Tarkington and Abe Velasquez"],
    ),
    "unknown-everywhere": ("[Grimsby Ltd] said sales had doubled.", ["Grimsby Ltd"]),
    "queen": ("The crowd cheered Queen Ingeborg. [The queen] said she was moved.", ["Queen Ingeborg"]),
    "british-apostrophe": (
        "‘It’s dead,’ said Nia Prothero, who keeps the lock. ‘Nobody comes,’ [Prothero] said.",
        ["Nia Prothero"],
    ),
    "scottish": (
        "Fergus MacInnes-Roy, 54, found the boat. [Mr MacInnes-Roy] said its name was gone.",
        ["Fergus MacInnes-Roy"],
    ),
    "given-name": (
        "Amelie Joubert, nine, saw the fox first. “It was huge,” said [Amelie].",
        ["Amelie Joubert"],
    ),
    "turkish": (
        "Deputy Prime Minister Ayşe Güngör spoke in Ankara. [Güngör] said the lira was stable.",
        ["Ayşe Güngör"],
    ),
    "indian": (
        "Venkataraman Iyer, a hydrologist in Pune, read the gauges. [Iyer] said they were wrong.",
        ["Venkataraman Iyer"],
    ),
    "nigerian": (
        "The minister, Chukwuemeka Obiora, flew to Lagos. [Obiora] said fuel was on its way.",
        ["Chukwuemeka Obiora"],
    ),
    "vietnamese": (
        "Nguyen Thi Hoa sells noodles. [Hoa] said nobody had warned her.",
        ["Nguyen Thi Hoa"],
    ),
}

NAMESAKES = {
    "who-has-just-spoken": (
        (
            "Lola Vance, who sings, is ill. Lola Vance will rest. Her sister, [Cora Vance], said so. “It is sad,” "
            "[Vance] said. Lola Vance wept. “I am glad,” [Vance] said."
        ),
        ["Cora Vance", "Cora Vance", "Lola Vance"],
    ),
    "titles-tell": (
        "Harold Finch and his wife, Edith Finch, own a shop. [Mr. Finch] said it would close. [Mrs. Finch] disagreed.",
        ["Harold Finch", "Edith Finch"],
    ),
    "given-names-tell": (
        "The brothers Ivo Kranz and Max Kranz built it. [Ivo] said it was cheap. [Max Kranz] said it was not.",
        ["Ivo Kranz", "Max Kranz"],
    ),
    "only-one-so-far": (
        "Lena Marsh spoke on Monday. [Marsh] said the well was dry.\n\nHer cousin, Tom Marsh, farms next door.",
        ["Lena Marsh"],
    ),
    "nobody-in-doubt": (
        "Lena Marsh and Tom Marsh farm there. [Marsh] said the well was dry.",
        [None],
    ),
    "family": (
        "Harold Finch and Edith Finch own the shop. [The Finches] said it would close.",
        ["the Finches"],
    ),
}

PRONOUNS = {
    "he": ("Callum Reith is the harbour master. “The swell was too high,” [he] said.", ["Callum Reith"]),
    "she-not-he": (
        "Callum Reith met Marta Oduya on the quay. “It is a hard job,” [she] said.",
        ["Marta Oduya"],
    ),
    "he-before-her": (
        "Marta Oduya, the captain, met Callum Reith on the quay. [She] said the boat was sound. [He] doubted that.",
        ["Marta Oduya", "Callum Reith"],
    ),
    "gender-of-a-rarer-name": (
        "Alastair Voss heard Imelda Lund sing. Voss wept for a year. [She] said he was mad.",
        ["Imelda Lund"],
    ),
    "whose-spokesman": (
        "Peter Lund led and Lund won. Otto Voss, who had been ill, was back, [his spokesman] said.",
        ["Otto Voss's spokesman"],
    ),
    "gender-of-title": (
        "Councilwoman Quill Tamarind arrived with Spokesman Ardle Venn. “No,” [she] said. “Yes,” [he] said.",
        ["Quill Tamarind", "Ardle Venn"],
    ),
    "gender-of-role": (
        "Vesna Orlo-Tain, an actress, and Tuvik Brann, a fisherman, were there. [She] said it was dark.",
        ["Vesna Orlo-Tain"],
    ),
    "last-speaker": (
        "Harold Finch said the shop would close. “It breaks my heart,” [he] said of his brother Owen Finch’s debts.",
        ["Harold Finch"],
    ),
    "subject-over-object": (
        "Dana Whitlock criticised Ruth Abara on Friday. [She] said the plan was late.",
        ["Dana Whitlock"],
    ),
    "same-sentence": ("Owen Pryce said the vote was close but [he] believed it would pass.", ["Owen Pryce"]),
    "nobody": ("The road is closed. “It will open soon,” [he] said.", [None]),
    "they-group": (
        "[Residents of the valley] said the smoke was thick. [They] feared a second fire.",
        ["Residents of the valley", "Residents of the valley"],
    ),
    "it-organisation": (
        "[Brackwater Council] said the sirens had failed. [It] promised new ones by June.",
        ["Brackwater Council", "Brackwater Council"],
    ),
    "who-name": ("The bridge is the work of Ana Ruiz, [who] said it would last a century.", ["Ana Ruiz"]),
    "who-aside": (
        "The fire was seen by Ana Ruiz, a nurse from Leigh Street, [who] said it began at dawn.",
        ["Ana Ruiz"],
    ),
    "who-group": (
        "The plan upset local shopkeepers [who] said they had not been asked.",
        ["local shopkeepers"],
    ),
    "which-organisation": (
        "The order came from the Harbour Authority, [which] said the quay was unsafe.",
        ["Harbour Authority"],
    ),
    "i-of-the-author": ("[I] think the tide is turning.", [None]),
    "his-lawyer": (
        "Owen Pryce left by a side door. [His lawyer] said the case was weak.",
        ["Owen Pryce's lawyer"],
    ),
    "his-wife-is-named": (
        "Harold Finch sold the shop to pay debts. Edith Finch wept. [His wife] said it was the end.",
        ["Edith Finch"],
    ),
}

ROLES = {
    "apposition": (
        "Vadim Chirkov, Ruritania’s ambassador to the league, spoke on Monday. “We wait,” [the ambassador] said.",
        ["Vadim Chirkov"],
    ),
    "title": ("Judge Imani Castellan heard the case. [The judge] said it was thin.", ["Imani Castellan"]),
    "lower-case-title": (
        "The harbour master Paola Dreyer closed the quay. [The harbour master] said it was unsafe.",
        ["Paola Dreyer"],
    ),
    "copula": (
        "Sigrid Halvorsen is the mayor of Northby. The town is small. [The mayor] said it would grow.",
        ["Sigrid Halvorsen"],
    ),
    "lead": (
        (
            "[A retired teacher] said on Monday she had found a Roman coin.\n\n"
            "Joan Tillery, a retired teacher from Northby, was digging for potatoes."
        ),
        ["Joan Tillery"],
    ),
    "two-bearers": (
        "Senator Lou Tarkington met Governor Dana Whitlock. [The governor] said no. [The senator] sighed.",
        ["Dana Whitlock", "Lou Tarkington"],
    ),
    "wider-word": ("Sen. Lou Tarkington (R-Iowa) rose. [The lawmaker] said it was time.", ["Lou Tarkington"]),
    "sport": (
        "Manager Ines Calloway changed both wingers. [The manager] said the pitch was heavy.",
        ["Ines Calloway"],
    ),
    "another-office": ("Ana Ruiz, a clerk, came. She wept. [The harbour master] said it was late.", [None]),
    "whom-it-tells": ("Ana Ruiz came. She wept. [The vicar] told her it was late.", [None]),
    "whom-it-does-not-tell": ("Ana Ruiz came. She wept. [The author] told her mother.", ["Ana Ruiz"]),
    "described-in-the-lead": (
        "[Tollan’s tax clerk] said no.\n\nAna Ruiz left.\n\nIt rained. [The clerk] said it again.",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    "nobody-introduced": ("Rain fell all week. [The minister] said the dam would hold.", [None]),
    "ambassador-to-a-place": ("[Rania’s ambassador to Britain Wen Tao] said no.", ["Wen Tao"]),
    "minister-of-two-things": ("[The minister of ports and trade Ana Ruiz] said no.", ["Ana Ruiz"]),
    "office-in-capitals": ("[Roads and Transport MEC Ana Ruiz] said no.", ["Ana Ruiz"]),
    "spokesman-for-a-president": (
        "[A spokesman for President Ana Ruiz] said no.",
        ["a spokesman for President Ana Ruiz"],
    ),
    "ran-on-into-its-clause": ("[Prime Minister Ana Ruiz defended her plan] as she left.", ["Ana Ruiz"]),
    "speaking-to": ("Ana Ruiz left.\n\n[Speaking to the Daily Mail Ruiz] said no.", ["Ana Ruiz"]),
    "nationality": ("Ana Ruiz left the hall. “It rains,” [the Finn] said.", ["Ana Ruiz"]),
    "nationalities-of-governments": (
        "Ana Ruiz left. [The Namibian and Finnish governments] said no.",
        ["the Namibian and Finnish governments"],
    ),
    "trade-of-no-list": ("Ana Ruiz wept. “It rains,” [the basketweaver] said.", ["Ana Ruiz"]),
    "brought-in-without-a-name": (
        "Ana Ruiz called a waitress. “It rains,” [the waitress] said.",
        ["waitress"],
    ),
    "firm": ("Halden, the online mattress firm, fell. It rained. [The firm] said no.", ["Halden"]),
    "not-of-the-other-office": (
        "French President Luc Moreau met the British delegation. [The German president] said nothing had changed.",
        [None],
    ),
}

ORGANISATIONS = {
    "ministry": (
        (
            "Ukraine’s Foreign Ministry answered on Monday. [The ministry] said nothing had changed. "
            "[The Foreign Ministry] repeated it."
        ),
        ["Ukraine’s Foreign Ministry", "Ukraine’s Foreign Ministry"],
    ),
    "acronym-in-brackets": (
        "The Northern Grid Operators’ Association (NGOA) met in May. [NGOA] said demand was falling.",
        ["Northern Grid Operators’ Association"],
    ),
    "acronym-by-initials": (
        "The Federal Bureau of Harbours was founded in 1911. [The FBH] said it was ready.",
        ["Federal Bureau of Harbours"],
    ),
    "dotted-acronym": (
        "The Coastal and Exchange Commission fined the firm. [The C.E.C.] said it was a warning.",
        ["Coastal and Exchange Commission"],
    ),
    "company": (
        "Brackwater Steel Inc. cut 200 jobs on Monday. [The company] said demand was weak.",
        ["Brackwater Steel Inc."],
    ),
    "bank": ("Halden Bank raised its rates. [The bank] said it had no choice.", ["Halden Bank"]),
    "campaign-is-not-the-candidate": (
        "Dana Whitlock spoke on Friday. [Whitlock’s campaign] said the crowd was large.",
        ["Whitlock’s campaign"],
    ),
    "team-is-not-the-person": ("Pat Sorrell is a pollster. [Sorrell’s team] said no.", ["Sorrell’s team"]),
    "of": (
        "[The University of Northby] said it would open. [The university] said so on Monday.",
        ["University of Northby", "University of Northby"],
    ),
    "short-form": (
        "The United Harbours Security Council met at dawn. [The Security Council] said it would act.",
        ["United Harbours Security Council"],
    ),
    "country": ("[Norway] said the talks had failed.", ["Norway"]),
    "club": ("[Brackwater Rovers] said the match was off. [The club] said so at noon.", ["Brackwater Rovers"] * 2),
}

GROUPS = {
    "officials": (
        "[Two officials familiar with the talks] said they had stalled.",
        ["two officials familiar with the talks"],
    ),
    "officials-in": ("[Officials in Moscow] said there was hope.", ["Officials in Moscow"]),
    "critics": ("“Too late,” [critics] say.", ["critics"]),
    "sources": ("[Sources] said the deal was close.", ["Sources"]),
    "a-source": ("[A source] said the deal was close.", ["a source"]),
    "party": ("[Senate Democrats] said they would wait.", ["Senate Democrats"]),
    "aides-of-somebody": ("Dana Whitlock lost. [Whitlock aides] said she slept well.", ["Whitlock aides"]),
    "with-a-name": (
        "Ana Ortiz has four children. [Ortiz and other parents] said the school was full.",
        ["Ana Ortiz and other parents"],
    ),
}

UNNAMED = {
    "pronoun-after": (
        "Petra Lind runs it. [A spokeswoman for the line] said it was late. [She] said fares would be paid back.",
        ["a spokeswoman for the line", "a spokeswoman for the line"],
    ),
    "pronoun-of-the-other-gender": (
        "Petra Lind runs it. [A spokesman for the line] said it was late. [She] said fares would be paid back.",
        ["a spokesman for the line", "Petra Lind"],
    ),
    "somebody-named-since": (
        "[A deckhand] said it was late. Peter Lind shook his head. [He] said it was on time.",
        ["a deckhand", "Peter Lind"],
    ),
    "the-reporter-asks": (
        "Peter Lind spoke on the quay. [A reporter] said it was late. [He] said it was on time.",
        ["a reporter", "Peter Lind"],
    ),
    "source-again": (
        "[A source] told the Upland Post of a row. Peter Lind was there. [The source] said it was loud.",
        ["a source", "a source"],
    ),
    "source-is-nobody-named": (
        "Peter Lind left at noon. According to [the insider], there had been a row. [They] said it was loud.",
        ["insider", "insider"],
    ),
    "only-told-of": (
        "Peter Lind, [a rancher known for his hats], said he would run. [He] said it was time.",
        ["Peter Lind", "Peter Lind"],
    ),
}

BODIES = {
    "ministry-without-its-name": ("They had a machine. [The Ministry] said it was safe.", ["Ministry"]),
    "company-as-before": (
        (
            "Mill owner Oakmere has cut 400 jobs. Trade was slow, [the company] said. Oakmere owns three mills. "
            "Penford Capital, which sold its stake, has left.\n\nThe plant will grow, [the company] said."
        ),
        ["Oakmere", "Oakmere"],
    ),
    "company-far-back": (
        "Shares in Fenrow Foods fell. It rained. Peter Lind sold his. Nobody rang. It was May. [The company] was glad.",
        ["Fenrow Foods"],
    ),
    "company-is-no-town": (
        "A fire broke out in Sandholm at a works run by Fenrow Dyes. [The company] said nobody was hurt.",
        ["Fenrow Dyes"],
    ),
    "company-is-no-product": (
        "The ZX40 is a kettle. Fenrow Kettles sells it, and the ZX40 leaks. [The company] said it would be mended.",
        ["Fenrow Kettles"],
    ),
    "club": (
        "Halden Rovers lost. Peter Lind wept. The rain did not stop and nobody left. [The club] said it was sorry.",
        ["Halden Rovers"],
    ),
    "charity-is-a-trust": (
        "The work was paid for by the Lind Trust. [The charity] said it was glad.",
        ["Lind Trust"],
    ),
    "group-is-a-coalition": (
        "Fenrow cut pay. The Clerks Coalition marched on Fenrow. [The group] said Fenrow was mean.",
        ["Clerks Coalition"],
    ),
    "ministry-without-capitals": (
        "Farmers blocked the agriculture ministry on Friday. [The ministry] said small farms would be paid.",
        ["agriculture ministry"],
    ),
    "owner-is-a-company": (
        "The roof leaks. [Its owner, Crestwood Property Partners], said it would be mended.",
        ["Crestwood Property Partners"],
    ),
    "a-saint's-hospital": (
        "Otto Lund spent May in St Hilda's Hospital. [The hospital] said he was well.",
        ["St Hilda's Hospital"],
    ),
    "whole-names": (
        "[The Journal of Applied Memory] said no. [The Collective for the Republic] said yes.",
        ["Journal of Applied Memory", "Collective for the Republic"],
    ),
    "trade-before-a-company": (
        "[Developer Kestrel Homes] said the plan was good. [Kestrel] said it would appeal.",
        ["Kestrel Homes", "Kestrel Homes"],
    ),
}

OPENINGS = {
    "it-is-the-subject-before": (
        "[An inspection log] shows it was safe. The Rail Safety Bureau sent a team. [It] said it would report.",
        ["inspection log", "Rail Safety Bureau"],
    ),
    "they-are-the-subject-before": (
        "Petra Lind read [a study]. Researchers at Halden University kept bees.\n\n[They] found that bees see heat.",
        ["study", "Researchers at Halden University"],
    ),
    "not-what-the-sentence-is-of": (
        "Bread for the workers was late. [They] said they were hungry.",
        [None],
    ),
    "the-senator-who": (
        "Petra Lind, a senator, spoke first.\n\nRain fell, and the senator, [who] said she was glad of it, went home.",
        ["Petra Lind"],
    ),
}

OTHERWISE_CALLED = {
    "former-trade": (
        "Manager Peter Lind praised his side. [The former Halden defender] said it was a start.",
        ["Peter Lind"],
    ),
    "nationality-of-a-manager": (
        "The Halden coach, Peter Lind, was booked. “It was no penalty,” [the Swede] said.",
        ["Peter Lind"],
    ),
    "professor-by-subject": (
        "Prof Petra Lind doubts it. “Bees see warmth,” [the entomologist] said.",
        ["Petra Lind"],
    ),
    "somebody's-mother": (
        "[Travis Lind’s mum] was there. Donna Lind sang.",
        ["Donna Lind"],
    ),
    "mother-of-two": (
        "Petra Lind, a teacher, was on the bridge. “It swayed,” [the mother of two] said.",
        ["Petra Lind"],
    ),
    "mum-of-two": ("Petra Lind, a teacher, was on the bridge. “It swayed,” [the mum-of-two] said.", ["Petra Lind"]),
    "age-of-a-manager": (
        "The Halden manager, Peter Lind, was booked. “It was no penalty,” [the 53-year-old] said.",
        ["Peter Lind"],
    ),
    "spokesperson-of-another": (
        "Engine fire\n\nIt was well, [a spokesperson for flyhalden] said.\n\nJag Roy, a Tarn spokesperson, said no.",
        ["a spokesperson for flyhalden"],
    ),
    "spokesperson-named-next": (
        "Vote\n\nIt is in May, [a spokesman for the ports ministry] said.\n\nJag Roy, the ministry spokesman, sat.",
        ["Jag Roy"],
    ),
    "no-driver-of-a-sheriff": (
        "Sheriff Peter Lind said the truck was taken while the driver was inside. [The driver] saw it leave.",
        [None],
    ),
    "south-african": (
        "Captain Graeme van Wyk met the press on Sunday. [The South African] said it was hot.",
        ["Graeme van Wyk"],
    ),
    "bride-of-a-lead": (
        "Cows spoil a wedding\n\n[A BRIDE] has told how it rained.\n\nKayleigh Brodie, 28, wept.",
        ["Kayleigh Brodie"],
    ),
    "no-age-of-an-officer": (
        "Sergeant Peter Lind arrested a boy on Monday. [The 19-year-old] said it was a joke.",
        [None],
    ),
}

RELATIVES_OF_NOBODY = {
    "his-sister": (
        "Mayor Ana Ruiz opened the fair. A man of 30 was held. [His sister] said it was wrong.",
        ["his sister"],
    ),
    "his-mother-goes-on": (
        "Head teacher Ana Ruiz wrote. The child, a boy of six, is well. [His mother] said no. “I did not,” [she] said.",
        ["his mother", "his mother"],
    ),
    "a-judge's-husband": (
        "Lena Strand was jailed. Judge Ana Ruiz left. [Her husband] said it was wrong.",
        ["her husband"],
    ),
    "introduced-wife": (
        "Odo Lind met Bo Marsh. Ana Lind, the wife of Odo Lind, wept. Bo Marsh met Odo Lind. [His wife] said no.",
        ["Ana Lind"],
    ),
}

NAMED_BY_THEMSELVES = {
    "another": ("[One buyer] wrote: “Shut it.” [Another] said: “Burn it.”", ["one buyer", "another buyer"]),
    "another-of-nobody": ("It rained. [Another] said: “Burn it.”", ["another"]),
    "name-only-as": (
        "Odo Lind lost his boat. [His neighbour], who gave her name only as Ana, said it sank. “It did,” [she] said.",
        ["Ana", "Ana"],
    ),
    "identified-himself": ("A crowd came. [A man] who identified himself as Tomas said it sank.", ["Tomas"]),
    "by-the-first-name": (
        "A crowd came. [One buyer], asking to be identified only by her first name, Maria, said it sank.",
        ["Maria"],
    ),
}

OUTLETS = {
    "poll": ("[A Halden/Northby poll] found that most would stay.", ["Halden/Northby poll"]),
    "the-report": (
        "The agency wrote a report on the flood by two engineers. [The report] says the wall was thin.",
        ["report on the flood by two engineers"],
    ),
    "study-by": ("[A study by the University of Northby] found less ice.", ["study by the University of Northby"]),
    "paper": (
        "The Upland Post printed it first. [The Post] said the mine would reopen. [The paper] named no source.",
        ["Upland Post", "Upland Post"],
    ),
}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        pytest.param(*case, id=name)
        for cases in (
            FAMILY_NAMES,
            NAMESAKES,
            PRONOUNS,
            ROLES,
            ORGANISATIONS,
            BODIES,
            OPENINGS,
            GROUPS,
            UNNAMED,
            OTHERWISE_CALLED,
            RELATIVES_OF_NOBODY,
            NAMED_BY_THEMSELVES,
            OUTLETS,
        )
        for name, case in cases.items()
    ],
)
def test_mentions_get_the_fullest_name_the_article_gives(prose: str, expected: list[str | None]) -> None:
    assert _names(prose) == expected
