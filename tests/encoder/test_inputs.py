"""What the encoder reads of a sentence."""

from index import annotate, read_text
from index.encoder.inputs import sentence_texts

ARTICLE = """Mill to stay shut

Ida Renn, who runs the mill, spoke on Friday. “The wheel is cracked,” Renn said. “It will not turn this year.”

The mill was built in 1802.
"""


def test_a_sentence_is_read_behind_the_name_of_who_said_it() -> None:
    texts = sentence_texts(annotate(read_text(ARTICLE)))
    assert "Ida Renn: “The wheel is cracked,” Renn said." in texts
    assert "Ida Renn: “It will not turn this year.”" in texts
    assert "The mill was built in 1802." in texts


def test_a_name_that_the_sentence_has_is_not_put_before_it() -> None:
    texts = sentence_texts(annotate(read_text("Mill\n\nIda Renn said that the wheel was cracked.")))
    assert "Ida Renn said that the wheel was cracked." in texts
