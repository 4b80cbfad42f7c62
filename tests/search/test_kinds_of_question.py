"""What members ask in words that articles seldom have: each kind finds the passage that tells it."""

from collections.abc import Iterator

import pytest

from index import Library, open_library, read_text, shared_encoder

ARTICLES = {
    "study": """Mussels hold lead from old boat paint

Mussels in the bay of Sund hold four times as much lead as those of the open coast, a study has found.

“We did not expect it so far from the yards,” said the study's lead author, Ragna Holt, a chemist at the University of
Sund.

Holt thanked Tove Bjerk, 83, on whose pier the team slept. Bjerk rents out 12 boats.

Piet Aalders, who runs the aquarium and was not involved in the study, led a survey of eels in the bay ten years ago.
“The study fits what we saw,” he said.

The team took 900 mussels from 30 piers. They washed 40 litres of mud from each pier.
""",
    "match": """Sund beat Tarn in cup semi-final

Sund beat Tarn 2-1 on Saturday after a match with two red cards.

Ivo Lund scored the equaliser from a corner after an hour. Mats Berge then struck the winning goal in stoppage time.

The match broke down twice while flares were put out. Coach Erna Vik described the lamps as dim. “I am scared for the
pitch,” she said later.
""",
    "ferry": """Ferry strike goes on

Talks between the ferry company and its crews collapsed on Friday over night shifts.

The crews' leader, Bodil Krag, described the offer of the company as thin. “We would like two free nights a week,” Krag
said.

The company's director, Tor Falk, described Krag as stubborn. “I am worried about the islanders,” Falk said.
""",
    "brisk": """Two new cargo bikes tested

The Brisk cargo bike costs 4,100 crowns, and charging it costs 30 crowns a month.
""",
    "tundra": """The Tundra is back

Tundra has made its cargo bike lighter. It now weighs 21 kilograms.

It costs 5,900 crowns in the shops, and running it comes to 45 crowns a month with the insurance.
""",
    "hotel": """Blaze tears through hotel in Ostry

A fire at the Anchor hotel in Ostry has left 17 people with burns and smoke poisoning, rescuers said on Friday.

Four guests lost their lives, the fire chief, Ola Brandt, said. “We found them on the third floor,” he said.

31 people were taken to hospital. Six of them were badly hurt.
""",
    "quake": """Quake shakes the Hallow valley

A quake of magnitude 6.1 shook the Hallow valley at dawn on Monday.

At least 43 people have been injured, among them nine children, the valley's hospital said.

The death toll stands at 12, said the mayor of Hallow, Inga Rost. A further 300 people spent the night in tents.
""",
    "plane": """Small plane comes down in Moss Lake

There were no fatalities when a small plane came down in Moss Lake on Saturday. The pilot and three passengers were
rescued, all with minor injuries. Lamps were lit along the shore, 40 of them.
""",
}


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with open_library(None, encoder=shared_encoder()) as library:
        for identity, text in ARTICLES.items():
            library.add(read_text(text, id=identity))
        library.complete()
        yield library


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("who led the study of the mussels", "lead author, Ragna Holt"),
        ("who scored the winner", "Mats Berge then struck"),
        ("why did the talks break down", "over night shifts"),
        ("what does krag want", "We would like two free nights"),
        ("what does falk fear", "I am worried about the islanders"),
        ("what does vik fear", "I am scared for the"),
        ("how much mud did they wash", "40 litres"),
        ("how old is bjerk", "Tove Bjerk, 83"),
        ("how much does the tundra cargo bike cost to run", "5,900 crowns"),
        ("how much does the brisk cargo bike cost", "4,100 crowns"),
        ("how many people died in the hotel fire", "Four guests lost their lives"),
        ("how many were hurt in the hotel fire", "Six of them were badly hurt"),
        ("how many dead in the earthquake", "The death toll stands at 12"),
        ("how many people got hurt in the quake", "43 people have been injured"),
        ("did anyone die when the plane came down", "no fatalities"),
        ("any injuries when the plane came down", "minor injuries"),
        ("how many passengers were on the plane", "three passengers"),
    ],
)
def test_the_first_passage_tells_it(library: Library, question: str, shown: str) -> None:
    answer = library.ask(question)
    assert answer.passages, answer.abstained
    assert shown in answer.passages[0].text


def test_the_price_of_what_no_article_has(library: Library) -> None:
    assert library.ask("how much does the volvo cost to run").abstained == "No article here mentions volvo."
