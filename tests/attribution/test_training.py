"""Annotated articles as examples for training; the network itself needs PyTorch, which tests do without."""

import json
from pathlib import Path

import numpy as np
import pytest

from index.attribution.tagger.features import SLOTS
from index.attribution.tagger.frames import CUE_LABELS, LABELS
from index.attribution.training.data import Example, build_vocabulary, load_examples

TEXT = "“We sail,” said Ana Ruiz."


@pytest.fixture
def example(tmp_path: Path) -> Example:
    spans = {"content": [[0, 10]], "cue": [[11, 15]], "speaker": [[16, 24]]}
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"text": TEXT, "attributions": [spans]}) + "\n", encoding="utf-8")
    (found,) = load_examples(corpus, decoys=0.0, seed=1)
    return found


def test_labels_of_both_stages(example: Example) -> None:
    ((start, labels),) = example.blocks
    assert [LABELS[n] for n in labels] == ["B-CL", "I-CL", "I-CL", "I-CL", "I-CL", "B-Q", "B-SR", "I-SR", "O"]
    (stretch,) = example.stretches
    assert (stretch.start, stretch.cue_first, stretch.cue_last) == (start, 5, 6)
    assert [CUE_LABELS[n] for n in stretch.labels] == ["B-C", "I-C", "I-C", "I-C", "I-C", "O", "B-S", "I-S", "O"]


def test_rare_words_are_unknown_and_breaks_are_blank(example: Example) -> None:
    vocabulary = build_vocabulary([example])
    (rows,) = vocabulary.encode([example])
    assert rows.shape == (len(example.features), len(SLOTS))
    assert not rows[0].any()  # the break before the block
    assert set(rows[1:-1, SLOTS.index("word")]) == {vocabulary.unknown[0]}  # nothing was seen four times
    assert len(np.unique(rows[1:-1, SLOTS.index("quoting")])) == 4
    assert vocabulary.size == rows.max() + 1
