"""What only looks like a report, and what is one."""

import pytest

from index.attribution.linking.unsaid import says_nothing
from tests.attribution.prose import draft_in

NOTHING = [
    "<That> {said}, [the pier needs paint].",
    "<All> {told}, [it is a neat tale].",
    "<Note>{:} [these boats are the harbour’s].",
    "{Asked} [whether it leaked], <Vohn> shrugged.",
    "When {asked} [why it leaked], <Vohn> shrugged.",
    "<The leaders> {asked} [each other questions].",
    "<Vohn> never {said} [that it was safe].",
    "<Vohn> {did not say} [whether it was safe].",
    "<Vohn> {is said} [to have left].",
    "<Vohn> {said} [goodbye to his sons].",
    "<She> {said} [something about bachelors].",
    "[That’s] {according to} <the board>.",
    "<Vohn> {added} [25 points and Abe had 15].",
    "<Vohn> {said} [so in a letter to the board].",
    "<Vohn> had {said} [as much on Friday].",
    "Vohn left when {asked} [what it cost].",
    "<Vohn> {called off} [the tour].",
    "<Vohn> has {called off} [all of her “Small Hours” tour].",
    "<Vohn> {laughed} [when it was read to her].",
    "<A clerk>, who {asked} [not to be named], left.",
    "<A clerk> {asked} [for anonymity].",
    "<A clerk> {did not want} [to be named].",
    "<Vohn>, {asked} [whether it leaked, shrugged].",
    "{Asked about} [the “golden” gate], Vohn shrugged.",
    "<Fires> {continued} [to burn all night].",
    "[A leak] was {reported} in <Tollan>.",
    "<Vohn> is {accused} of [hiding the log].",
    "It {is said} that [the pier is haunted].",
    "Read [what] <the board> {said} about [the pier].",
    "<The board> {reports} as [it awaits the vote].",
    "Vohn built a set {called} [the “Master Builder Series”].",
    "<Vohn> {was said} [to be “furious” about it].",
    "[Asked whether it leaked], <she> {laughed}.",
    "After {hitting} [“Salt in the Streets,”] Vohn left.",
    "Ask <Dr Vohn>{:} [why does it leak?]",
    "<Verdict>{:} [this boat is the harbour’s].",
]
SOMETHING = [
    "<Vohn, a clerk>, {asked} [whether it leaked].",
    "[“It is the worst,”] <she> {continued}, [“since the flood.”]",
    "<Vohn> {said} that [it was safe].",
    "<Vohn> {said} [nothing has been done].",
    "<Vohn>{:} [I left because nobody listened].",
    "{Asked} by <Vohn> [whether it leaked], Abe shrugged.",
    "<Vohn> {denied} [that it leaked].",
    "<Vohn> {added} [25 people had left].",
    "<Vohn> {asked} [whether it leaked].",
    "[“I never said that,”] <Vohn> {said}.",
    "<Vohn> {said} [“Nothing.”]",
    "<Vohn> {is said} by clerks [to have left].",
    "<Vohn> {said} [so many came that it sank].",
    "<Vohn> {said} [when she was young it was dry].",
    "<Vohn> {asked} [when it would open].",
    "<Vohn> {asked} [to be paid].",
    "<Vohn> {called} [the tour a waste].",
    "[A leak] was {reported} by <the board>.",
    "<The board> {said} as Vohn left [that it leaked].",
    "Vohn lives by a pier {called} [“a disgrace to Tollan”].",
    "<Vohn> {called} it [“The Pier of Tears”].",
    "<Vohn> {answered}, [“Salt in the Streets.”]",
]


@pytest.mark.parametrize(("prose", "nothing"), [(p, True) for p in NOTHING] + [(p, False) for p in SOMETHING])
def test_what_is_no_speech(prose: str, nothing: bool) -> None:
    _, block, draft = draft_in(prose)
    assert says_nothing(block, draft) is nothing
