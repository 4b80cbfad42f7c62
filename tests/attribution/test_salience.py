"""Who is on the reader's mind."""

from dataclasses import replace

import pytest

from index.attribution.coreference.salience import OBJECT, SUBJECT, Focus, Speaker
from index.attribution.entities.find import Entity, Gender
from index.model.article import Span, SpeakerType

ANA = Entity(
    "Ana Ruiz",
    SpeakerType.PERSON,
    Gender.FEMALE,
    (Span(0, 8),),
    (),
    ("ana", "ruiz"),
    vague=False,
    maybe_person=False,
    place=False,
)
BO = replace(ANA, name="Bo Marsh", gender=Gender.MALE)
WILDER = replace(ANA, name="Wilder Thorn", gender=None)
BOARD = replace(ANA, name="Harbour Board", type=SpeakerType.ORGANISATION, gender=None)
TOLLAN = replace(BOARD, name="Tollan", place=True)
GAZETTE = replace(BOARD, name="Gazette", type=SpeakerType.OUTLET)
ALL = (ANA, BO, WILDER, BOARD, TOLLAN, GAZETTE)


@pytest.fixture
def focus() -> Focus:
    return Focus(ALL)


def test_the_most_salient_of_the_gender(focus: Focus) -> None:
    focus.add(ALL.index(ANA), OBJECT)
    focus.add(ALL.index(BO), SUBJECT)
    assert focus.person(Gender.FEMALE, margin=1.1) == ALL.index(ANA)
    assert focus.person(Gender.MALE, margin=1.1) == ALL.index(BO)
    assert focus.person(None, margin=1.1) == ALL.index(BO)


def test_in_doubt_nobody(focus: Focus) -> None:
    focus.add(ALL.index(ANA), SUBJECT)
    focus.add(ALL.index(BO), SUBJECT)
    assert focus.person(None, margin=1.1) is None
    assert focus.person(None, margin=1.0) is not None


def test_everything_fades_from_sentence_to_sentence(focus: Focus) -> None:
    focus.add(ALL.index(ANA), SUBJECT)
    focus.move(1)
    assert focus.weight(ALL.index(ANA)) == SUBJECT / 2
    focus.move(0)  # not back
    assert focus.weight(ALL.index(ANA)) == SUBJECT / 2
    focus.move(9)
    assert focus.weight(ALL.index(ANA)) == 0
    assert focus.person(None, margin=1.0) is None


def test_a_pronoun_teaches_a_gender(focus: Focus) -> None:
    focus.add(ALL.index(WILDER), SUBJECT)
    assert focus.person(Gender.FEMALE, margin=1.1) == ALL.index(WILDER)
    assert focus.gender(ALL.index(WILDER)) is Gender.FEMALE
    assert focus.person(Gender.MALE, margin=1.1) is None


def test_who_is_speaking_is_not_meant(focus: Focus) -> None:
    focus.add(ALL.index(ANA), SUBJECT)
    assert focus.person(Gender.FEMALE, margin=1.1, but="Ana Ruiz") is None


def test_things_apart_from_people_and_places_last(focus: Focus) -> None:
    assert (focus.thing(), focus.outlet()) == (None, None)
    for entity in (ANA, TOLLAN, BOARD, GAZETTE):
        focus.add(ALL.index(entity), OBJECT)
    focus.add(ALL.index(BOARD), OBJECT)
    assert focus.thing() == ALL.index(BOARD)
    assert focus.outlet() == ALL.index(GAZETTE)
    assert sorted(focus.things()) == [ALL.index(e) for e in (BOARD, TOLLAN, GAZETTE)]


def test_who_speaks_is_named_and_comes_to_mind(focus: Focus) -> None:
    assert focus.speak(ALL.index(GAZETTE)) == Speaker("Gazette", SpeakerType.OUTLET)
    assert focus.weight(ALL.index(GAZETTE)) > OBJECT


def test_of_many_only_the_strongest_are_kept() -> None:
    crowd = Focus(tuple(replace(WILDER, name=str(n)) for n in range(100)))
    for number in range(100):
        crowd.add(number, 1 + number / 100)
    assert crowd.weight(0) == 0
    assert crowd.weight(99) > 0
