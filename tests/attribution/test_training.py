"""Annotated articles as examples for training; the network itself needs PyTorch, which tests do without."""

import json
from pathlib import Path

import numpy as np
import pytest

from index.attribution.coreference.discourse import FEATURES
from index.attribution.tagger.features import SLOTS
from index.attribution.tagger.frames import CUE_LABELS, LABELS
from index.attribution.tagger.network import load_network
from index.attribution.training.acts import write_acts
from index.attribution.training.antecedents import write_antecedents
from index.attribution.training.corpus import Labelled, LabelledArticle, ordinary, polnear
from index.attribution.training.data import Example, build_vocabulary, load_examples
from index.model.article import Act

TEXT = "“We sail,” said Ana Ruiz."


@pytest.fixture
def example(tmp_path: Path) -> Example:
    spans = {"content": [[0, 10]], "cue": [[11, 15]], "speaker": [[16, 24]]}
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"text": TEXT, "attributions": [spans]}) + "\n", encoding="utf-8")
    (found,) = load_examples(polnear(corpus), decoys=0.0, seed=1)
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


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A workplace and a folder of our own, with one article in each of their files."""
    said = "Ana Ruiz, who sails, said that the pier leaks. Bo likes it."
    content, mention = [said.index("the pier"), said.index(". Bo")], [0, 8]
    record = {
        "id": "a",
        "text": said,
        "attributions": [{"content": [content], "speaker": [mention], "name": "Ana Ruiz"}],
    }
    stance = {"content": [[said.index("it."), len(said) - 1]], "speaker": [[said.index("Bo"), said.index("Bo") + 2]]}
    stance["cue"] = [[said.index("likes"), said.index("likes") + 5]]
    shared, own = tmp_path / "shared", tmp_path / "own"
    page = {"id": "p", "title": "Piers", "body": TEXT}
    label = {"content": [[7, 17]], "speaker": [[23, 31]], "act": "thought"}
    files = {
        shared / "eval" / "real" / "train.jsonl": [record],
        shared / "eval" / "pages.jsonl": [page, {**page, "id": "unlabelled"}],
        own / "labels.jsonl": [{"file": "pages.jsonl", "id": "p", "attributions": [label]}],
        own / "stances.jsonl": [{"file": "prose/x.jsonl", "id": "a", "attributions": [stance]}],
        own / "prose" / "x.jsonl": [record],
    }
    for path, records in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return shared, own


def test_articles_of_ordinary_news(folders: tuple[Path, Path]) -> None:
    real, page, prose = ordinary(*folders)
    assert page.text == f"Piers\n\n{TEXT}"
    assert [a.act for a in page.attributions] == [Act.THOUGHT]
    assert len(real.attributions) == 1
    assert [a.act for a in prose.attributions] == [Act.SAID, Act.THOUGHT]
    assert prose.attributions[0].name == "Ana Ruiz"


def test_the_cue_of_a_label_that_names_none(folders: tuple[Path, Path]) -> None:
    (real, *_) = load_examples(ordinary(*folders), decoys=0.0, seed=1)
    ((_, labels),) = real.blocks
    assert "B-Q" in [LABELS[n] for n in labels]


def test_what_is_fitted_is_written(tmp_path: Path) -> None:
    texts = [f"Bo Marsh left. “It leaks,” {'he' if n % 2 else 'Ana Ruiz'} said. He called a taxi." for n in range(10)]
    articles = [
        LabelledArticle(
            text,
            (Labelled([[15, 26]], [[27, 29 if n % 2 else 35]], None, Act.SAID, "Bo Marsh" if n % 2 else "Ana Ruiz"),),
        )
        for n, text in enumerate(texts)
    ]
    write_acts(tmp_path / "acts.json", articles, load_network())
    write_antecedents(tmp_path / "antecedents.json", articles, load_network())
    assert {"bias", "said", "something", "weights"} == json.loads((tmp_path / "acts.json").read_text()).keys()
    assert set(FEATURES) == json.loads((tmp_path / "antecedents.json").read_text()).keys()
