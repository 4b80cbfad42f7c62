"""The graph of the encoder's file, made of a small network's weights by chance; needs onnx, which else no test does."""

from hashlib import sha256
from math import erf, sqrt
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("onnx", reason="only what makes the encoder's file needs onnx (the extra train)")

from onnxruntime import InferenceSession, SessionOptions

from index.encoder.encoder import made_for
from index.encoder.inputs import FORMAT
from index.encoder.training.graph import exact, write_graph, write_optimised

WIDTH, WIDE, PIECES, LAYERS, HEADS = 48, 96, 50, 2, 12

Weights = dict[str, NDArray[np.float32]]


@pytest.fixture
def weights() -> Weights:
    chance = np.random.default_rng(7)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (PIECES, WIDTH),
        "embeddings.position_embeddings.weight": (512, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    names = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"]
    sizes = {**dict.fromkeys(names, (WIDTH, WIDTH)), "intermediate.dense": (WIDE, WIDTH), "output.dense": (WIDTH, WIDE)}
    for layer in range(LAYERS):
        for name, shape in sizes.items():
            shapes[f"encoder.layer.{layer}.{name}.weight"] = shape
            shapes[f"encoder.layer.{layer}.{name}.bias"] = shape[:1]
    made = {name: chance.normal(scale=0.2, size=shape).astype(np.float32) for name, shape in shapes.items()}
    norms = [f"encoder.layer.{n}.{part}" for n in range(LAYERS) for part in ("attention.output", "output")]
    for name in ("embeddings", *norms):
        made[f"{name}.LayerNorm.weight"] = chance.normal(1, 0.1, WIDTH).astype(np.float32)
        made[f"{name}.LayerNorm.bias"] = chance.normal(0, 0.1, WIDTH).astype(np.float32)
    return made


def reference(weights: Weights, numbers: list[int]) -> NDArray[np.float64]:
    """BERT with mean pooling, of one text, as its paper has it."""

    def linear(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def normed(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
        return x * weights[f"{name}.LayerNorm.weight"] + weights[f"{name}.LayerNorm.bias"]

    def gelu(x: NDArray[np.float64]) -> NDArray[np.float64]:
        return x * 0.5 * (1 + np.vectorize(erf)(x / sqrt(2)))

    x = weights["embeddings.word_embeddings.weight"][numbers].astype(np.float64)
    x += weights["embeddings.position_embeddings.weight"][: len(numbers)]
    x = normed("embeddings", x + weights["embeddings.token_type_embeddings.weight"][0])
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        query, key, value = (
            linear(f"{name}.attention.self.{part}", x).reshape(len(numbers), HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        likeness = np.exp(query @ key.transpose(0, 2, 1) / np.sqrt(WIDTH // HEADS))
        seen = likeness / likeness.sum(-1, keepdims=True) @ value
        attended = linear(f"{name}.attention.output.dense", seen.transpose(1, 0, 2).reshape(len(numbers), WIDTH))
        middle = normed(f"{name}.attention.output", attended + x)
        narrow = linear(f"{name}.output.dense", gelu(linear(f"{name}.intermediate.dense", middle)))
        x = normed(f"{name}.output", narrow + middle)
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


def test_the_graph_computes_the_network_whatever_stands_beside_a_text(weights: Weights) -> None:
    texts = [[2, 7, 9, 3], [2, 30, 31, 32, 33, 3]]
    numbers = np.zeros((2, 6), np.int32)
    for row, text in zip(numbers, texts, strict=True):
        row[: len(text)] = text
    session = InferenceSession(exact(weights).SerializeToString(), providers=["CPUExecutionProvider"])
    (vectors,) = session.run(None, {"numbers": numbers})
    for vector, text in zip(vectors, texts, strict=True):
        assert vector @ reference(weights, text) > 0.9995  # the table of pieces is int8


def test_the_file_is_near_it_and_always_the_same(weights: Weights, tmp_path: Path) -> None:
    write_graph(weights, b"a\nb", tmp_path / "one.onnx")
    write_graph(weights, b"a\nb", tmp_path / "two.onnx")
    assert (tmp_path / "one.onnx").read_bytes() == (tmp_path / "two.onnx").read_bytes()
    options = SessionOptions()
    options.add_session_config_entry("session.x64quantprecision", "1")
    session = InferenceSession(tmp_path / "one.onnx", options, providers=["CPUExecutionProvider"])
    text = [2, *range(10, 30), 3]
    (vectors,) = session.run(None, {"numbers": np.array([text], np.int32)})
    assert vectors[0] @ reference(weights, text) > 0.98


def test_an_optimised_graph_gives_the_same_vectors_and_tells_what_it_was(weights: Weights, tmp_path: Path) -> None:
    plain = exact(weights).SerializeToString()
    write_optimised(plain, b"a\nb", tmp_path / "made.onnx")
    sessions = [InferenceSession(made, providers=["CPUExecutionProvider"]) for made in (plain, tmp_path / "made.onnx")]
    text = {"numbers": np.array([[2, *range(10, 30), 3]], np.int32)}
    (before,), (after,) = (session.run(None, text) for session in sessions)
    assert before.tobytes() == after.tobytes()
    digest = sha256(plain + b"a\nb" + FORMAT.encode()).hexdigest()
    told = sessions[1].get_modelmeta().custom_metadata_map
    assert told == {"digest": digest, "made_for": made_for(b"a\nb")}
