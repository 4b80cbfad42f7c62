"""Of an article without end the beginning is attributed as ever, and the rest yields less; nothing raises."""

from types import ModuleType

import pytest

from index import annotate, read_text
from index.attribution import blocks, quotations
from index.attribution.entities import scan
from index.attribution.linking import link
from index.attribution.tagger import frames
from index.text import segmentation
from tests.fuzz.holding import annotation_holds

PROSE = "\n\n".join(
    f"“Ferry {number} sails at dawn,” said Mara Vohn. She told Ebo Tarn that it was late. It rained."
    for number in range(40)
)


@pytest.mark.parametrize(
    ("module", "bound", "value"),
    [(blocks, "_TOKENS", 300), (quotations, "_MOST", 20), (scan, "_MOST", 20), (link, "_LOOKED", -2_000)],
)
def test_the_beginning_is_attributed_as_ever(
    module: ModuleType, bound: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = read_text(PROSE)
    whole = annotate(article)
    monkeypatch.setattr(module, bound, value)
    if module is link:
        monkeypatch.setattr(link, "_LOOKED_EVERY", 1)
        monkeypatch.setattr(frames, "_ASKED", 0)
    bounded = annotate(article)
    annotation_holds(bounded)
    assert bounded.sentences == whole.sentences
    assert bounded.attributions != whole.attributions
    if module is not link:
        assert bounded.attributions[:10] == whole.attributions[:10]


def test_marks_without_end_are_not_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_text(PROSE)
    whole = annotate(article).sentences
    monkeypatch.setattr(segmentation, "_MARKS", 30)
    bounded = annotate(article)
    annotation_holds(bounded)
    assert bounded.sentences[:30] == whole[:30]
    assert len(bounded.sentences) < len(whole)
