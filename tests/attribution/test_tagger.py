"""The first stage: what the network sees, its arithmetic, and the frames that it finds."""

from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest

from index.attribution.linking.link import link
from index.attribution.tagger import frames, network
from index.attribution.tagger.features import SLOTS, block_features
from index.attribution.tagger.frames import Frame, Range
from index.attribution.tagger.network import Chain, cue_places, load_network
from tests.attribution.prose import blocks_in, entities_in, reading_of


def _slots(text: str, word: str) -> dict[str, str]:
    (block,) = blocks_in(text)
    return dict(zip(SLOTS, block_features(block)[block.tokens.text.index(word)], strict=True))


@pytest.mark.parametrize(
    ("text", "word", "slot", "value"),
    [
        ("The mayor said so.", "said", "word", "said"),
        ("The mayor said so.", "said", "cue", "said"),
        ("The mayor hopes so.", "hopes", "cue", "intended"),
        ("The mayor said so.", "mayor", "cue", "-"),
        ("The mayor said so.", "mayor", "suffix3", "yor"),
        ("The mayor said so.", "The", "shape", "Xx^"),
        ("It rained. Then she left.", "Then", "shape", "Xx^"),
        ("It rained on Det. Blake.", "Blake", "shape", "Xx"),
        ("It rained. “Then we left.”", "Then", "shape", "Xx^"),
        ("It began in 1994.", "1994", "shape", "year"),
        ("It began in 1994.", "1994", "word", "<4>"),
        ("It has 12,500 rooms.", "12,500", "word", "00,000"),
        ("«We sail,» she said.", "«", "word", "<open>"),
        ("``We sail,'' she said.", "''", "word", "<close>"),
        ("“We sail,” she said.", "sail", "quoting", "in"),
    ],
)
def test_what_the_network_sees_of_a_token(text: str, word: str, slot: str, value: str) -> None:
    assert _slots(text, word)[slot] == value


def test_a_chain_takes_the_best_whole_path() -> None:
    never = -100.0
    chain = Chain(np.array([0.0, never], np.float32), np.array([[0.0, never], [0.0, 0.0]], np.float32))
    emissions = np.array([[0.0, 0.0], [0.0, 5.0], [0.0, 5.0]], np.float32)
    # The second label scores more, but nothing may lead to it.
    assert [path.tolist() for path in chain.decode([emissions])] == [[0, 0, 0]]
    free = Chain(np.zeros(2, np.float32), np.zeros((2, 2), np.float32))
    assert free.decode([emissions])[0][1:].tolist() == [1, 1]


def test_stretches_of_any_lengths_are_decoded_together_each_by_itself() -> None:
    chance = np.random.default_rng(7)
    chain = Chain(*(chance.normal(size=shape).astype(np.float32) for shape in (3, (3, 3))))
    stretches = [chance.normal(size=(length, 3)).astype(np.float32) for length in (2, 5, 1, 5, 4)]

    def worth(path: tuple[int, ...], emissions: np.ndarray) -> float:
        moves = sum(chain.transitions[one, other] for one, other in pairwise(path))
        return float(chain.start[path[0]] + moves + sum(emissions[t, label] for t, label in enumerate(path)))

    best = [max(product(range(3), repeat=len(s)), key=lambda path, s=s: worth(path, s)) for s in stretches]
    assert [tuple(path.tolist()) for path in chain.decode(stretches)] == best
    assert chain.decode([]) == []


def test_places_are_counted_from_the_cue() -> None:
    assert cue_places(7, 3, 5).tolist() == [37, 38, 39, 40, 40, 41, 42]
    far = cue_places(1_000, 500, 501)
    assert (far.min(), far.max()) == (1, 79)


def test_encoding_in_chunks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tagger = load_network()
    (block,) = blocks_in("“The ferry sails at dawn,” said Mara Vohn, who owns it. " * 20)
    rows = np.array(list(tagger.rows(block_features(block))), dtype=np.int32)
    whole = tagger.encode(rows, 0)
    assert len(whole) == len(rows)
    monkeypatch.setattr(network, "CHUNK", 50)
    parts = [tagger.encode(rows, first) for first in range(0, len(rows), 50)]
    assert np.allclose(np.concatenate(parts), whole, atol=1e-5)


def test_an_article_is_encoded_once_and_little_of_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    encoded: Counter[int] = Counter()
    encode = network.Network.encode

    def counted(tagger: network.Network, rows: network.Rows, first: int) -> network.Floats:
        encoded[first] += 1
        return encode(tagger, rows, first)

    text = "“The ferry sails at dawn,” said Mara Vohn, who owns it. She told Ebo Tarn so.\n\n" * 60
    blocks, entities = blocks_in(text), entities_in(text)
    whole = link(reading_of(blocks), blocks, entities)
    monkeypatch.setattr(network.Network, "encode", counted)
    for module in (network, frames):
        monkeypatch.setattr(module, "CHUNK", 40)
    monkeypatch.setattr(frames, "_WINDOW", 160)
    monkeypatch.setattr(frames, "_HELD", 6)
    reading = reading_of(blocks)
    assert [reading.tagged(numbers) for numbers in reading.windows()]
    encoded.clear()
    reading = reading_of(blocks)
    assert link(reading, blocks, entities) == whole
    assert len(encoded) > 4 * frames._HELD
    assert set(encoded.values()) == {1}
    assert len(reading._encoded) <= frames._HELD


def _frames(text: str) -> list[tuple[str, str, list[str]]]:
    blocks = blocks_in(text)
    reading = reading_of(blocks)

    def words(block: int, place: Range | None) -> str:
        return "-" if place is None else " ".join(blocks[block].tokens.text[place.first : place.last])

    def row(frame: Frame) -> tuple[str, str, list[str]]:
        block = frame.block
        return words(block, frame.cue), words(block, frame.mention), [words(block, c) for c in frame.contents]

    cues = [(number, cue) for number, tagged in enumerate(reading.tagged(range(len(blocks)))) for cue in tagged.cues]
    return [row(frame) for frame in reading.frames(cues)]


@pytest.mark.parametrize(
    ("text", "cue", "mention", "contents"),
    [
        ("“The ferry sails at dawn,” said Mara Vohn.", "said", "Mara Vohn", ["“ The ferry sails at dawn , ”"]),
        ("Mara Vohn said the ferry was late.", "said", "Mara Vohn", ["the ferry was late"]),
        ("The ferry was late, according to Mara Vohn.", "according to", "Mara Vohn", ["The ferry was late"]),
    ],
)
def test_a_plain_sentence_is_one_frame(text: str, cue: str, mention: str, contents: list[str]) -> None:
    assert _frames(text) == [(cue, mention, contents)]


def test_a_sentence_that_reports_nothing_has_no_frame() -> None:
    assert _frames("The ferry left the quay at noon and came back at dusk.") == []


def test_asking_twice_gives_the_same_frame() -> None:
    blocks = blocks_in("Mara Vohn said the ferry was late.")
    reading = reading_of(blocks)
    at = blocks[0].tokens.text.index("said")
    assert reading.ask(0, at) is reading.ask(0, at)
    assert reading.ask(0, at).mention == Range(0, 2)
