"""Whom a description means."""

import pytest

from index.attribution.coreference.bodies import Bodies
from index.attribution.coreference.descriptions import Descriptions, content_words
from index.attribution.coreference.phrases import Phrase, phrase_of
from index.attribution.coreference.salience import SUBJECT, Focus
from index.attribution.entities.find import Entities
from tests.attribution.prose import entities_in, marked


def _described(prose: str) -> tuple[Entities, Focus, Descriptions, Phrase]:
    """What the last marked words of a text describe it with, when all names before them are in focus."""
    text, spans = marked(prose)
    span = spans["<"][0]
    entities = entities_in(text)
    focus = Focus(entities.all)
    for mention in entities.mentions:
        if mention.span.start < span.start:
            focus.move(mention.sentence)
            focus.add(mention.entity, SUBJECT)
    focus.move(entities.sentence_at(span.start))
    phrase = phrase_of(text, span, entities.within(span))
    assert phrase is not None
    return entities, focus, Descriptions(entities, focus), phrase


def _name(entities: Entities, number: int | None) -> str | None:
    return None if number is None else entities.all[number].name


REST = "\n\nIt rained. The hall was cold. Nobody spoke. "
BEARERS = {
    "introduced before": (f"Ana Ruiz, the islands’ ambassador, left.{REST}<The ambassador> wept.", "Ana Ruiz"),
    "another word for it": (f"Ana Ruiz, a lawyer, left.{REST}<The attorney> wept.", "Ana Ruiz"),
    "a wider word": (f"Ana Ruiz, a senator, left.{REST}<The lawmaker> wept.", "Ana Ruiz"),
    "named only later": ("<The harbour master> wept. Ana Ruiz, the harbour master, left.", "Ana Ruiz"),
    "the age": (f"Ana Ruiz, 41, left. Bo Lund (36) left.{REST}<The 36-year-old> wept.", "Bo Lund"),
    "a trade of no list": (f"Ana Ruiz, a basketweaver, left.{REST}<The basketweaver> wept.", "Ana Ruiz"),
    "the end of a compound": (f"Ana Ruiz, a schoolteacher, left.{REST}<The teacher> wept.", "Ana Ruiz"),
    "not the minister's wife": (f"The minister’s wife, Ana Ruiz, left.{REST}<The minister> wept.", None),
    "another role": (f"Ana Ruiz, a baker, left.{REST}<The ambassador> wept.", None),
    "the deputy is not the minister": (f"Ana Ruiz, the deputy minister, left.{REST}<The minister> wept.", None),
    "whom the next paragraph begins with": ("<A Tollan clerk> wept.\n\nAna Ruiz left.\n\nIt rained.", "Ana Ruiz"),
    "whom it begins with has an office": (
        "<Tollan’s tax commissioner> wept.\n\nAna Ruiz left.\n\nIt rained.",
        "Ana Ruiz",
    ),
    "not one who is introduced there": ("<A Tollan clerk> wept.\n\nAna Ruiz, a baker, left.\n\nIt rained.", None),
    "not one who was there": ("Ana Ruiz left. <A Tollan clerk> wept.\n\nAna Ruiz left.\n\nIt rained.", None),
    "not far from the lead": (f"Bo Lund left.{REST}It rained. <A Tollan clerk> wept.\n\nAna Ruiz left.", None),
    "anybody": (f"Ana Ruiz, a baker, left.{REST}<A baker> wept.", None),
}


@pytest.mark.parametrize(("prose", "name"), BEARERS.values(), ids=BEARERS)
def test_the_bearer_of_a_role(prose: str, name: str | None) -> None:
    entities, _, descriptions, phrase = _described(prose)
    assert _name(entities, descriptions.bearer(phrase)) == name


@pytest.mark.parametrize(
    ("prose", "may"),
    [
        ("Ana Ruiz left. <The angry author> spoke.", True),
        ("Ana Ruiz, 41, left. <The 41-year-old> spoke.", False),
        ("Ana Ruiz, a senator, left. <The angry reporter> spoke.", False),
        ("Ana Ruiz left. <The angry businessman> spoke.", False),
        ("Ana Ruiz, a clerk, left. <The harbour master> spoke.", False),
        ("Ana Ruiz, a clerk, left. <The former harbour master> spoke.", True),
        ("Ana Ruiz, master of the harbour, left. <The harbour master> spoke.", True),
        ("Ana Ruiz left. <The harbour master> spoke.", True),
        ("Ana Ruiz left. <The club’s chairwoman> spoke.", False),
        ("Halden Motors left. <The angry author> spoke.", False),
        ("Ana Ruiz left. <The angry regulator> spoke.", False),
    ],
)
def test_what_speaks_against_an_epithet(prose: str, may: bool) -> None:
    _, _, descriptions, phrase = _described(prose)
    assert descriptions.may_be(0, phrase) is may


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("Ana Ruiz met her brother, Bo Ruiz. <Her brother> spoke.", "Bo Ruiz"),
        ("Ana Ruiz met Cora Ruiz. <Her brother> spoke.", None),
        ("Ana Ruiz met Bo Ruiz and Carl Ruiz. <Her brother> spoke.", None),
        ("Ana Ruiz met her brother Bo Ruiz. <Her father> spoke.", None),
        ("Ana Ruiz met Tom Brill and his father, Josef. <Her father> spoke.", None),
    ],
)
def test_a_relative_of_the_family_name(prose: str, name: str | None) -> None:
    entities, _, descriptions, phrase = _described(prose)
    assert _name(entities, descriptions.relative(0, phrase.noun)) == name


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("They asked the Harbour Board. <The board> spoke.", "Harbour Board"),
        ("They asked Halden Motors. <The company> spoke.", "Halden Motors"),
        ("They asked the Transport Ministry. <The company> spoke.", None),
        ("They asked Google. <The firm> spoke.", "Google"),
        ("<The board> spoke. They asked the Harbour Board.", None),
        ("They asked the culture ministry. <The ministry> spoke.", "culture ministry"),
        ("They asked the old ministry. <The ministry> spoke.", None),
        ("They asked Nordkraft. <The health ministry> spoke.", None),
        ("They asked the Ministry of Ports. <The health ministry> spoke.", None),
        ("They asked the Ministry of Health. <The health ministry> spoke.", "Ministry of Health"),
        ("They asked Tollan Council. <The authority> spoke.", "Tollan Council"),
        ("Shares in Novalek fell. <The company> spoke.", "Novalek"),
        ("They asked the RMT. <The union> spoke.", "RMT"),
        ("They asked Tollan Academy. <The school> spoke.", "Tollan Academy"),
        ("They asked the prison agency, Halden Care. <The agency> spoke.", "Halden Care"),
    ],
)
def test_an_organisation_by_its_noun(prose: str, name: str | None) -> None:
    entities, focus, _, phrase = _described(prose)
    found = Bodies(entities, focus).find(phrase)
    assert (found if isinstance(found, str) else _name(entities, found)) == name


def test_the_plural_of_a_family_name() -> None:
    _, _, descriptions, phrase = _described("Ana Ruiz and Bo Marsh left. <The Marshes> spoke.")
    assert descriptions.is_family("marshes")
    assert descriptions.is_family("ruizs")
    assert not descriptions.is_family("marsh")
    assert content_words(phrase) == {"marshes"}
