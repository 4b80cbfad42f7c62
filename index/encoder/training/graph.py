"""BERT with mean pooling as an ONNX graph: numbers of pieces -> unit vectors.

The weights of all products are int8 with a scale for each column (one for all loses a tenth of what the cosines
tell), those of the pieces int8 with a scale for each piece. The network's own numbers are rounded while it runs.
"""

import math
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, load_model_from_string, numpy_helper, save
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic

from index.encoder.encoder import made_for
from index.encoder.inputs import FORMAT

Weights = Mapping[str, NDArray[np.float32]]
"""By their names in the published model, as ``encoder.layer.0.attention.self.query.weight``."""

LONGEST = 128
"""Pieces of a text that have a place."""

_HEADS = 12
_EPSILON = 1e-12
_OPSET = 20


class _Graph:
    """Nodes and weights, in the order in which they run."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def weight(self, name: str, values: NDArray[Any]) -> str:
        """Keep an array; its name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def run(self, operation: str, *inputs: str, outputs: int = 1, **settings: Any) -> Any:
        """Add a node; the name of what it gives, or the names of several."""
        at = len(self.nodes)
        names = [f"{operation}_{at}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(operation, inputs, names, f"{operation}_{at}", **settings))
        return names[0] if outputs == 1 else names


def _embedded(graph: _Graph, weights: Weights, numbers: str) -> str:
    """The layer under all others: piece, place and kind of text, (texts, pieces, width)."""
    table = weights["embeddings.word_embeddings.weight"]
    scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-9) / 127
    rows = graph.weight("pieces", np.rint(table / scales).astype(np.int8))
    scale = graph.weight("pieces.scale", scales.astype(np.float32))
    gathered = graph.run("Cast", graph.run("Gather", rows, numbers), to=TensorProto.FLOAT)
    words = graph.run("Mul", gathered, graph.run("Gather", scale, numbers))
    places = weights["embeddings.position_embeddings.weight"][:LONGEST]
    standing = graph.weight("places", places + weights["embeddings.token_type_embeddings.weight"][0])
    one, two = (graph.weight(f"number.{n}", np.array([n], np.int64)) for n in (1, 2))
    zero = graph.weight("number.0", np.array([0], np.int64))
    length = graph.run("Slice", graph.run("Shape", numbers), one, two)
    return _normed(
        graph, weights, "embeddings.LayerNorm", graph.run("Add", words, graph.run("Slice", standing, zero, length))
    )


def _normed(graph: _Graph, weights: Weights, name: str, inputs: str) -> str:
    scale, shift = (graph.weight(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return str(graph.run("LayerNormalization", inputs, scale, shift, axis=-1, epsilon=_EPSILON))


def _linear(graph: _Graph, name: str, inputs: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
    product = graph.run("MatMul", inputs, graph.weight(f"{name}.weight", weight.T))
    return str(graph.run("Add", product, graph.weight(f"{name}.bias", bias)))


def _layer(graph: _Graph, weights: Weights, number: int, inputs: str, mask: str) -> str:
    """One layer: attention of 12 heads, then two products, each with the way around it."""

    def of(part: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        name = f"encoder.layer.{number}.{part}"
        return weights[f"{name}.weight"], weights[f"{name}.bias"]

    asked, asked_bias = of("attention.self.query")
    width = asked.shape[0]
    share = math.sqrt(width / _HEADS)
    parts = [(asked / share, asked_bias / share), of("attention.self.key"), of("attention.self.value")]
    together = [np.concatenate(column) for column in zip(*parts, strict=True)]
    joined = _linear(graph, f"{number}.attention", inputs, together[0], together[1])
    apart = graph.weight(f"{number}.heads", np.array([0, 0, 3 * _HEADS, width // _HEADS], np.int64))
    heads = graph.run("Transpose", graph.run("Reshape", joined, apart), perm=[0, 2, 1, 3])
    query, key, value = graph.run("Split", heads, outputs=3, axis=1, num_outputs=3)
    likeness = graph.run("MatMul", query, graph.run("Transpose", key, perm=[0, 1, 3, 2]))
    seen = graph.run("MatMul", graph.run("Softmax", graph.run("Add", likeness, mask), axis=-1), value)
    whole = graph.weight(f"{number}.whole", np.array([0, 0, width], np.int64))
    gathered = graph.run("Reshape", graph.run("Transpose", seen, perm=[0, 2, 1, 3]), whole)
    attended = _linear(graph, f"{number}.attended", gathered, *of("attention.output.dense"))
    name = f"encoder.layer.{number}"
    middle = _normed(graph, weights, f"{name}.attention.output.LayerNorm", graph.run("Add", attended, inputs))
    wide = graph.run("Gelu", _linear(graph, f"{number}.wide", middle, *of("intermediate.dense")))
    narrow = _linear(graph, f"{number}.narrow", wide, *of("output.dense"))
    return _normed(graph, weights, f"{name}.output.LayerNorm", graph.run("Add", narrow, middle))


def exact(weights: Weights) -> ModelProto:
    """The model in float32, without rounding of its products: numbers (texts, pieces), 0 after the last -> vectors."""
    graph = _Graph()
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    width = weights["embeddings.LayerNorm.weight"].shape[0]
    none = graph.weight("none", np.array(0, np.int32))
    there = graph.run("Cast", graph.run("Not", graph.run("Equal", "numbers", none)), to=TensorProto.FLOAT)
    first, last = (graph.weight(f"axes.{n}", np.array(axes, np.int64)) for n, axes in enumerate(([1, 2], [2])))
    absent = graph.run("Sub", there, graph.weight("one", np.array(1, np.float32)))
    mask = graph.run("Mul", graph.run("Unsqueeze", absent, first), graph.weight("far", np.array(1e4, np.float32)))
    hidden = _embedded(graph, weights, "numbers")
    for number in range(layers):
        hidden = _layer(graph, weights, number, hidden, mask)
    axis = graph.weight("axis", np.array([1], np.int64))
    total = graph.run("ReduceSum", graph.run("Mul", hidden, graph.run("Unsqueeze", there, last)), axis, keepdims=0)
    # The mean has the same direction as the sum: dividing by the count changes nothing once the length is one.
    graph.nodes.append(helper.make_node("LpNormalization", [total], ["vectors"], "unit", axis=-1, p=2))
    body = helper.make_graph(
        graph.nodes,
        "encoder",
        [helper.make_tensor_value_info("numbers", TensorProto.INT32, ["texts", "pieces"])],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", width])],
        graph.weights,
    )
    return helper.make_model(
        body, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=10, producer_name="onrecord"
    )


def write_graph(weights: Weights, vocabulary: bytes, file: Path) -> None:
    """Write the model with int8 products, for these pieces; the same bytes for the same weights and versions."""
    with TemporaryDirectory() as scratch:
        source, rounded = Path(scratch) / "exact.onnx", Path(scratch) / "rounded.onnx"
        save(exact(weights), source)
        quantize_dynamic(
            source, rounded, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"]
        )
        write_optimised(rounded.read_bytes(), vocabulary, file)


def write_optimised(content: bytes, vocabulary: bytes, file: Path) -> None:
    """Write a model as onnxruntime would make it anew whenever it is loaded, which takes longer than all else of that.

    It carries the digest of how it was, by which vectors of the one count as the other's, for they are the same. What
    onnxruntime does for some processors alone is left to where it is loaded.
    """
    model = load_model_from_string(content)
    digest = sha256(content + vocabulary + FORMAT.encode()).hexdigest()
    helper.set_model_props(model, {"digest": digest, "made_for": made_for(vocabulary)})
    options = SessionOptions()
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(file)
    InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
