"""Questions that describe whose words they want find them in the article that says who that is."""

import pytest

from index import Library, open_library, read_text

ARTICLES = {
    "toll": """The toll on Tollan Bridge

Traders want the toll on Tollan Bridge gone. Mayor Rhea Olsen said on Monday that drivers could pay it easily.

“It pays for the paint,” Olsen added. Bo Marsh, the harbour master, said the mayor was wrong about the paint.

Cato Flint, a lawyer for the traders, promised a lawsuit over the toll.
""",
    "fair": """The fair at Ostry

The mayor of Ostry, Tam Weld, said the fair would have no fireworks this year.

“They frighten the geese,” he said. The father of the teenager who was hurt last year, Ilan Dray, said he was glad.

Wool & Sons, which ran the fair, did not reply. The company said later that it was sorry for the smoke.
""",
}


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did the mayor say about the toll?", "Rhea Olsen"),
        ("what did the mayor say about fireworks at the fair", "Tam Weld"),
        ("What did the harbour master say about paint?", "Bo Marsh"),
        ("what did the traders' lawyer promise", "Cato Flint"),
        ("what did the attorney say about the toll", "Cato Flint"),
        ("What did the father of the teenager say?", "Ilan Dray"),
        ("what did Rhea Olsen's harbour master say about the paint", "Bo Marsh"),
        ("did the teenager's dad say anything about the fair", "Ilan Dray"),
    ],
)
def test_whom_a_question_describes(library: Library, question: str, speaker: str) -> None:
    assert library.ask(question).passages[0].speaker == speaker


def test_a_name_within_another_is_nobody_asked() -> None:
    with open_library(None) as library:
        library.add(read_text("The pier\n\nLena Grey said the pier would close. The Grey House was silent.", id="pier"))
        library.add(read_text("The park\n\nThe Grey House said the park would stay open for the pier.", id="park"))
        assert library.ask("Did the Grey House respond about the pier?").passages[0].speaker == "Grey House"


def test_an_article_may_call_a_trade_by_a_wider_name() -> None:
    geese = read_text(
        "Geese on the marsh\n\nThe council of Ostry found that the geese eat the reeds of the marsh.\n\n"
        "The researchers found that the geese left the marsh in May. The reeds grew back.",
        id="geese",
    )
    with open_library(None) as library:
        library.add(geese)
        found = library.ask("what did the biologists find about the geese in the reeds of the marsh").passages
    assert found[0].speaker == "the researchers"
