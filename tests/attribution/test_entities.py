"""Whom an article names: each under its fullest name, with what it is."""

import pytest

from index.attribution.entities.find import Gender
from index.model.article import Span, SpeakerType
from tests.attribution.prose import entities_in

PERSON, BODY, OUTLET = SpeakerType.PERSON, SpeakerType.ORGANISATION, SpeakerType.OUTLET
ARTICLES = {
    "a family name": ("Ana Ruiz left. Ruiz did not speak.", [("Ana Ruiz", PERSON, 2)]),
    "a given name": ("Ana Ruiz left. Ana did not speak.", [("Ana Ruiz", PERSON, 2)]),
    "a longer form later": ("Ana Ruiz left. Ana Maria Ruiz is the mayor.", [("Ana Maria Ruiz", PERSON, 2)]),
    "a title makes a person": ("They met Supt. Wilder Thorn. Thorn left.", [("Wilder Thorn", PERSON, 2)]),
    "an age makes a person": ("Wilder Thorn, 41, left the hall.", [("Wilder Thorn", PERSON, 1)]),
    "an apposition makes a person": ("Wilder Thorn, a baker, left the hall.", [("Wilder Thorn", PERSON, 1)]),
    "two of a family": (
        "Ana Ruiz and Bo Ruiz left. Bo Ruiz spoke.",
        [("Ana Ruiz", PERSON, 1), ("Bo Ruiz", PERSON, 2)],
    ),
    "an acronym": (
        "They asked the Harbour Rescue Board (HRB). The HRB said nothing.",
        [("Harbour Rescue Board", BODY, 3)],
    ),
    "initials": ("They asked the Harbour Rescue Board. HRB said nothing.", [("Harbour Rescue Board", BODY, 2)]),
    "a company in short": ("They asked Halden Motors. Halden said nothing.", [("Halden Motors", BODY, 2)]),
    "an owner's ministry": ("They asked Ruritania’s Foreign Ministry.", [("Ruritania", BODY, 1),
                            ("Ruritania’s Foreign Ministry", BODY, 1)]),
    "an outlet in short": ("They read the Harbour Gazette. The Gazette was wrong.", [("Harbour Gazette", OUTLET, 2)]),
    "officers are nobody's name": (
        "Bo Ruiz fled. Officers believe that he hid. Officers say he is ill.",
        [("Bo Ruiz", PERSON, 1)],
    ),
    "no heading in capitals": ("HALDEN FALCON\n\nThey asked Halden Motors. Halden wept.", [("Halden Motors", BODY, 2)]),
    "an attorney's office": ("The Attorney’s Office for Tollan left.", [("Attorney’s Office for Tollan", BODY, 1)]),
    "an office of titles": ("The Office of the Mayor left.", [("Office of the Mayor", BODY, 1)]),
    "a given name that opens": ("Will Moy, the mayor, left. Will Moy leave?", [("Will Moy", PERSON, 2)]),
    "a given name behind a role": ("It rained, planning chief Will Moy said.", [("Will Moy", PERSON, 1)]),
    "an acronym that is a small word": (
        "They met the World Health Organization. WHO says it is rare.", [("World Health Organization", BODY, 2)]),
    "lawyers of a person": ("Lawyers for Ana Ruiz left.", [("Ana Ruiz", PERSON, 1)]),
    "a shouted mother": ("A MUM has left.", []),
    "a pope keeps his title": ("They met Pope Anselm there.", [("Pope Anselm", PERSON, 1)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_entities(text: str, expected: list[tuple[str, SpeakerType, int]]) -> None:
    assert [(e.name, e.type, len(e.mentions)) for e in entities_in(text).all] == expected


PERSON, ORGANISATION, OUTLET = SpeakerType.PERSON, SpeakerType.ORGANISATION, SpeakerType.OUTLET
NAMES = {
    "compound title": ("They met Tarn Gazette Editor-in-Chief Odile Varga.", "Odile Varga", PERSON),
    "role before a particle": ("They met Tarn Insider Bram La Ronde.", "Bram La Ronde", PERSON),
    "post abroad": ("The ambassador to Britain Wen Tao left.", "Wen Tao", PERSON),
    "a place in the name of another": ("They met Britain Wen Tao.", "Britain Wen Tao", ORGANISATION),
    "role that opens a sentence": ("A founder wept. Founder Odile Varga left.", "Odile Varga", PERSON),
    "nickname of two words": ("They met Ron “The Hammer” Hale.", "Ron “The Hammer” Hale", PERSON),
    "letters behind": ("They met Judge Odile Varga KC.", "Odile Varga", PERSON),
    "prince of a place": ("Prince Odo of Harth left.", "Odo of Harth", PERSON),
    "list with its acronym": (
        "They met Fish, Ports and Trade Rania (FPTR).",
        "Fish, Ports and Trade Rania",
        ORGANISATION,
    ),
    "list without": ("They met Fish, Ports and Trade Rania.", "Trade Rania", ORGANISATION),
    "her own": ("Odile Varga was walking her dog.", "Odile Varga", PERSON),
    "its own": ("Zorvan Keld was selling its docks.", "Zorvan Keld", ORGANISATION),
    "given name alone": ("Odile Varga ran the mill. Odile said no. Odile said yes.", "Odile Varga", PERSON),
    "thing that is told": ("They told the newspaper Odile Varga that it rained.", "Odile Varga", OUTLET),
    "owner that says": ("“No,” the owner, Odile Varga, said.", "Odile Varga", PERSON),
    "ampersand": ("They met Odile & Varga.", "Odile & Varga", ORGANISATION),
    "firm behind a given name": ("They met Grace Foods.", "Grace Foods", ORGANISATION),
    "family name of a body": ("“No,” Ben Church said.", "Ben Church", PERSON),
    "firm and quarter": ("They met Halden Motors Q2.", "Halden Motors", ORGANISATION),
    "rival of a firm": ("Rival Halden Motors left.", "Halden Motors", ORGANISATION),
    "particle": ("They met ten Hag.", "ten Hag", PERSON),
    "spokesman of a long name": (
        "A spokesman for the Department of Fish, Ports, Roads and Lighthouses, Odile Varga, left.",
        "Odile Varga",
        PERSON,
    ),
    "groom by a given name": ("A crowd met. Groom Ben, 31, left.", "Ben", PERSON),
    "family name with an apostrophe": ("O’Shea said no.", "O’Shea", PERSON),
    "family name of a son": ("It rained, said MacLeod.", "MacLeod", PERSON),
    "company of a son": ("It rained, said McKinsey.", "McKinsey", ORGANISATION),
    "family name that is a role": ("Kaya Dean left after she had sung.", "Kaya Dean", PERSON),
    "who did not know": ("Eyamba Sowers didn’t know. “No,” said Sowers.", "Eyamba Sowers", PERSON),
    "detective": ("Det Con Odile Varga left.", "Odile Varga", PERSON),
    "neighbouring place": ("Neighbouring Vastia said no.", "Vastia", ORGANISATION),
    "label of a transcript": ("Hello.\n\nAOC: Thank you.\n\nDR PELL: Yes?\n\nAOC: No.", "AOC", PERSON),
    "capitals of a transcript": (
        "Hello.\n\nROSA HALE: I’m Rosa Hale. Who are you?\n\nBO MARSH: Bo.",
        "Rosa Hale",
        PERSON,
    ),
    "company that is traded": ("Novalek shares fell.", "Novalek", ORGANISATION),
    "initials of a person": ("They met Jane Ocasio-Cortez. JOC left.", "Jane Ocasio-Cortez", PERSON),
    "paper of a nationality": ("They told The Namibian that it rained.", "Namibian", ORGANISATION),
}


@pytest.mark.parametrize(("text", "name", "kind"), NAMES.values(), ids=NAMES)
def test_what_is_cut_to_a_name_and_what_that_names(text: str, name: str, kind: SpeakerType) -> None:
    assert (name, kind) in [(e.name, e.type) for e in entities_in(text).all]


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Minister left.",
        "They asked the Finn.",
        "It closed. In April it opened.",
        "The Managing Director left.",
        "They saw ten American homes.",
        "The South African left.",
        "A BRIDE left.",
    ],
)
def test_a_title_a_nationality_and_a_month_are_no_names(text: str) -> None:
    assert entities_in(text).all == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Odo Varga Jr. met his father, Odo Varga. Varga Jr. left.", ["Odo Varga Jr.", "Odo Varga", "Odo Varga Jr."]),
        ("Odo Lind left.\n\nOL: It rained.\n\nBW: It did.", ["Odo Lind", "Odo Lind"]),
        ("Princess Ana of Harth (Ana Luise Kira) left.", ["Ana of Harth", "Ana of Harth"]),
        ("Siri Fonua, 31, left. His sister Teuila stayed. Fonua wept. Teuila Fonua, 30, slept.",
         ["Siri Fonua", "Teuila Fonua", "Siri Fonua", "Teuila Fonua"]),
        ("Hold Ana Ruiz to it. They met Ana Ruiz.", ["Ana Ruiz", "Ana Ruiz"]),
        ("Ana Ruiz left. She was born Ana Kira Marsh in 1931.", ["Ana Ruiz"]),
        ("Ana Ruiz was born Ana Marsh. Ana Marsh sang.", ["Ana Ruiz", "Ana Marsh", "Ana Marsh"]),
    ],
)  # fmt: skip
def test_two_forms_of_a_name_and_two_people(text: str, names: list[str]) -> None:
    entities = entities_in(text)
    assert [entities.all[mention.entity].name for mention in entities.mentions] == names


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ana Ruiz left.", Gender.FEMALE),
        ("Mr. Wilder Thorn left.", Gender.MALE),
        ("Wilder Thorn, a businesswoman, left.", Gender.FEMALE),
        ("Wilder Thorn, 41, left.", None),
    ],
)
def test_gender_by_title_given_name_or_description(text: str, gender: Gender | None) -> None:
    assert entities_in(text).all[0].gender is gender


def test_a_bare_name_that_two_bear_is_nobodys() -> None:
    text = "Ana Ruiz and Bo Ruiz left. Nobody asked Ruiz."
    entities = entities_in(text)
    assert [text[s.start : s.end] for s in entities.ambiguous] == ["Ruiz"]
    assert entities.entity_at(entities.ambiguous[0]) is None


@pytest.mark.parametrize(
    ("text", "subject", "modifier"),
    [
        ("Ana Ruiz left the hall.", True, False),
        ("They met Ana Ruiz, 41.", False, False),
        ("They met Ana Ruiz’s friends, 41 of them.", False, True),
        ("They met Ana Ruiz supporters.", False, True),
        ("They say Ana Ruiz wept.", True, False),
    ],
)
def test_where_a_mention_stands(text: str, subject: bool, modifier: bool) -> None:
    mention = entities_in("Ana Ruiz, the mayor, left early.\n\n" + text).mentions[1]
    assert (mention.subject, mention.modifier) == (subject, modifier)


def test_mentions_are_found_by_their_place() -> None:
    text = "Ana Ruiz met the Harbour Board. Bo Marsh, a baker, did not."
    entities = entities_in(text)
    assert [m.entity for m in entities.within(Span(0, len(text)))] == [0, 1, 2]
    assert entities.within(Span(4, 5)) == entities.mentions[:1]  # in the middle of a name
    assert entities.within(Span(8, 12)) == ()
    body = entities.entity_at(Span(13, 30))
    assert body is not None
    assert body.type is BODY
    assert [entities.all[m.entity].name for m in entities.within(Span(10, 33)) if m.human] == ["Bo Marsh"]
    assert [entities.sentence_at(at) for at in (0, 31, 32, len(text))] == [0, 0, 1, 1]


def test_in_a_headline_only_known_names_are_names() -> None:
    entities = entities_in("Mayor Ruiz Blasts Toll Plan Again\n\nAna Ruiz, the mayor, was angry.", title=None)
    assert [(e.name, len(e.mentions)) for e in entities.all] == [("Ana Ruiz", 2)]
