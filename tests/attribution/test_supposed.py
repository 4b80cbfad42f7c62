"""What nobody has said: what might be said, by you or by anybody, and what things do."""

import pytest

from index.attribution.linking.supposed import is_of_a_thing, is_supposed
from tests.attribution.prose import draft_in, entities_in

SUPPOSED = [
    "<One> {may say} [it was a folly].",
    "<You> {can say} that [you were asleep].",
    "<You> {say}, [“You look great,”] and smile.",
    "<You> have to {suggest} [something to him].",
    "<I>’d {say} [the boat is fun].",
    "<We> {should note} that [the pier leaks].",
    "<Anybody> could {tell} [it leaks].",
    "<No one> {is suggesting} that [she took it].",
    "<Nobody> {asked} [the farmers].",
    "Is <it> fair to {say} that [the pier leaks]?",
    "<It> {would be safe to say} that [the pier leaks].",
    "<Let>’s {say} [it sails twice an hour].",
    "<Let> us {hope} [that the mayor reads it].",
    "Instead of {just saying} [it leaks], mend it.",
    "<She> {left without saying} [whether it leaked].",
    "[Few things go] {according to} <plan>.",
    "[Pupils sit] {according to} <their ability>.",
    "A <feud> that {threatened} [to split the board] ended.",
    "<Vohn>, <whose> {feud threatened} [to split the board], left.",
    "<The storm> {threatens} [to sink the pier].",
    "<Some> {will argue} [that nobody swims].",
    "<Critics> {would say} [the pier leaks].",
    "<Vohn> {should have told} them [that it leaked].",
    "<Vohn> {could have said} [“It leaks”].",
    "If <a neighbour> {tells} you [that it smells], say so.",
    "They blamed the board for the leak, which <the ministry> {denied}[.]",
]
SAID = [
    "<Vohn> {said} [you may leave].",
    "<Vohn> {would say} only [that it leaked].",
    "<Vohn> had this to {say}: [the pier leaks].",
    "<You> {told} her [to set her clock].",
    "<I> {said} [the boat was late].",
    "<I> should {say} that [my father rowed].",
    "<One> {called} [it a folly].",
    "What <we> {will say}, is [that it leaks].",
    "<No 10> {confirmed} [she had left].",
    "<Nobody> {asked}, [“Who is there?”]",
    "She asked if it leaked; <Vohn> {said} [it did].",
    "<The mayor> {said} they should have told [her that it leaked].",
    "<May> {said} [the pier was shut].",
    "<Vohn>, saying nothing, {added} [it leaked].",
    "[It leaked], {according to} <the plan>.",
    "<The union> {threatened} [to strike].",
    "<She> {threatened} [to leave].",
    "[“Let us say it leaks,”] <Vohn> {said}.",
]


@pytest.mark.parametrize(("prose", "supposed"), [(p, True) for p in SUPPOSED] + [(p, False) for p in SAID])
def test_what_is_only_supposed(prose: str, supposed: bool) -> None:
    _, block, draft = draft_in(prose)
    assert is_supposed(block, draft) is supposed


@pytest.mark.parametrize(
    ("prose", "thing"),
    [
        ("<The Lumo> {felt} [that little bit cheaper].", True),
        ("<The Lumo> {sounds} [like a tin drum].", True),
        ("<Tarn Foods> {has recalled} [the train].", True),
        ("<The company> {recalled} [the train], fearing a fire.", True),
        ("<It> {is recalling} [the train because it burns].", True),
        ("<The failures> {underscored} [a shortage of pumps].", True),
        ("<The report> {underscored} [that pumps were few].", False),
        ("<Mara Vohn> {felt} [like a fraud].", False),
        ("<Tarn Foods> {felt} [it had no choice].", False),
        ("<Tarn Foods> {recalled} that [the train was late].", False),
        ("<Tarn Foods> {recalled} [how the train burnt].", False),
        ("<Mara Vohn> {recalled} [the train].", False),
        ("<Tarn Foods> {recalled} [“a bad day”].", False),
    ],
)
def test_what_a_thing_does_is_no_report(prose: str, thing: bool) -> None:
    text, block, draft = draft_in(prose)
    assert is_of_a_thing(block, draft, entities_in(text)) is thing
