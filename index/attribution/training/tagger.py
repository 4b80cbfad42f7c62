"""Fit the tagger's network, and write it as `index.attribution.tagger.network.load_network` reads it."""

import logging
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, TypeVar, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from index.attribution.tagger.features import SLOTS
from index.attribution.tagger.network import FORMAT, Ints, cue_places
from index.attribution.training.corpus import LabelledArticle
from index.attribution.training.data import Example, FeatureVocabulary, build_vocabulary, load_examples
from index.attribution.training.model import ENCODER_DILATIONS, SECOND_DILATIONS, Blocks, Tagger, TrainedChain

_log = logging.getLogger(__name__)
_BATCH = 6
_WARM_UP = 150  # steps
_DECAY = 0.999  # of the running mean of the weights, each step
_T = TypeVar("_T")
Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained.

    Attributes
    ----------
    epochs : int
    times : int
        How often an article of ordinary news counts beside one of campaign news.
    rate : float
        The highest rate of learning.
    embedding, channels, second : int
        Widths of the embedding, the encoder and the second stage.
    dropout : float
    decoys : float
        As `load_examples`.
    seed : int
    """

    epochs: int = 10
    times: int = 2
    rate: float = 2e-3
    embedding: int = 56
    channels: int = 144
    second: int = 64
    dropout: float = 0.5
    decoys: float = 0.15
    seed: int = 1


def write_tagger(
    path: Path, campaign: Sequence[LabelledArticle], ordinary: Sequence[LabelledArticle], recipe: Recipe
) -> None:
    """Train on both kinds of news and write; the same bytes for the same articles and recipe."""
    torch.set_num_threads(1)  # sums in one order, so that the same command writes the same bytes
    torch.manual_seed(recipe.seed)
    torch.use_deterministic_algorithms(mode=True)
    examples = load_examples(campaign, decoys=recipe.decoys, seed=recipe.seed)
    examples += recipe.times * load_examples(ordinary, decoys=recipe.decoys, seed=recipe.seed)
    vocabulary = build_vocabulary(examples)
    tagger = Tagger(vocabulary.size, recipe.embedding, recipe.channels, recipe.second, recipe.dropout)
    _log.info("%d articles, %d features", len(examples), vocabulary.size)
    averaged = train(tagger, examples, vocabulary, epochs=recipe.epochs, rate=recipe.rate, seed=recipe.seed)
    write(averaged, vocabulary, path)
    _log.info("%s: %d bytes", path, path.stat().st_size)


def train(
    tagger: Tagger,
    examples: Sequence[Example],
    vocabulary: FeatureVocabulary,
    *,
    epochs: int,
    rate: float,
    seed: int,
) -> Tagger:
    """The running mean of what AdamW under a cosine schedule makes of `tagger`, which is changed.

    Words are hidden at random, rare ones more often, so that their shapes, endings and places are learned too.
    """
    random, noise = Random(seed), np.random.default_rng(seed)  # noqa: S311
    rows = vocabulary.encode(examples)
    hidden = _hiding(rows, vocabulary.size)
    optimiser = torch.optim.AdamW(tagger.parameters(), lr=rate, weight_decay=0.01)
    steps = epochs * math.ceil(len(examples) / _BATCH)
    step = 0
    averaged = AveragedModel(tagger, avg_fn=_mean)
    tagger.train()
    for epoch in range(epochs):
        order = sorted(range(len(examples)), key=lambda i: len(rows[i]) + random.random() * 200)
        batches = [order[i : i + _BATCH] for i in range(0, len(order), _BATCH)]
        random.shuffle(batches)
        total = 0.0
        for batch in batches:
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, step / _WARM_UP + 0.02) * 0.5 * (1 + math.cos(math.pi * step / steps))
            step += 1
            loss = _loss(
                tagger,
                [examples[i] for i in batch],
                [_hide(rows[i], hidden, vocabulary, noise) for i in batch],
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 2.0)
            optimiser.step()
            averaged.update_parameters(tagger)
            total += loss.item()
        _log.info("epoch %d: loss %.3f", epoch + 1, total / len(batches))
    return cast(Tagger, averaged.module)


def _mean(mean: Tensor, now: Tensor, updates: Tensor | int) -> Tensor:
    """The exponential moving average, shorter while it is young."""
    decay = min(_DECAY, (1 + int(updates)) / (10 + int(updates)))
    return mean * decay + now * (1 - decay)


def _hiding(rows: Sequence[Ints], size: int) -> Array:
    """How likely each word is hidden, falling with its frequency."""
    counts = np.zeros(size)
    for article in rows:
        np.add.at(counts, article[:, 0], 1)
    return np.minimum(0.5, 0.75 / np.sqrt(np.maximum(counts, 1)))


def _hide(rows: Ints, hidden: Array, vocabulary: FeatureVocabulary, noise: np.random.Generator) -> Ints:
    rows = rows.copy()
    unknown = vocabulary.unknown
    words = (noise.random(len(rows)) < hidden[rows[:, 0]]) & (rows[:, 0] > 0)
    rows[words, 0] = unknown[0]
    parts = words & (noise.random(len(rows)) < 0.5)
    for slot in (SLOTS.index("suffix3"), SLOTS.index("suffix2"), SLOTS.index("prefix3")):
        rows[parts, slot] = unknown[slot]
    return rows


def _loss(tagger: Tagger, examples: Sequence[Example], rows: Sequence[Ints]) -> Tensor:
    """Mean loss a block, of both stages."""
    time = max(map(len, rows))
    padded = np.zeros((len(rows), time, len(SLOTS)), dtype=np.intp)
    for row, article in zip(padded, rows, strict=True):
        row[: len(article)] = article
    encoded = tagger.encode(torch.from_numpy(padded)).flatten(0, 1)
    scores = tagger.output(encoded)
    blocks = [(i * time + first, labels) for i, e in enumerate(examples) for first, labels in e.blocks]
    loss = torch.zeros(())
    for group in _alike(blocks, lambda b: len(b[1])):
        index, labels, mask = _stack(group)
        loss = loss + tagger.chain.loss(scores[index], labels, mask)
    stretches = [(i * time + s.start, s) for i, e in enumerate(examples) for s in e.stretches]
    for alike in _alike(stretches, lambda s: len(s[1].labels)):
        index, labels, mask = _stack([(start, s.labels) for start, s in alike])
        heads = _means(encoded, [(start + s.cue_first, start + s.cue_last) for start, s in alike])
        places = np.zeros(index.shape, dtype=np.intp)
        for row, (_, s) in zip(places, alike, strict=True):
            row[: len(s.labels)] = cue_places(len(s.labels), s.cue_first, s.cue_last)
        keep = mask.float()[..., None]
        second = tagger.tag_cue(encoded[index], heads, torch.from_numpy(places), keep)
        loss = loss + tagger.second_chain.loss(second, labels, mask)
    return loss / len(blocks)


def _means(encoded: Tensor, ranges: Sequence[tuple[int, int]]) -> Tensor:
    """The mean of the rows of each range, in one gather: slices would cost a gradient of all rows for each."""
    first, last = (torch.tensor(ends) for ends in zip(*ranges, strict=True))
    size = last - first
    steps = torch.arange(int(size.max()))
    inside = (steps < size[:, None]).float()[..., None]
    rows = encoded[(first[:, None] + steps).clamp_max(len(encoded) - 1)]
    return (rows * inside).sum(1) / size[:, None]


def _alike(items: Sequence[_T], size: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Items in groups of similar size."""
    group: list[_T] = []
    for item in sorted(items, key=size):
        if group and size(item) > 1.5 * size(group[0]) + 8:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _stack(items: Sequence[tuple[int, Ints]]) -> tuple[Tensor, Tensor, Tensor]:
    """(first row, labels) -> rows, labels and mask, each (batch, time)."""
    shape = (len(items), max(len(labels) for _, labels in items))
    index, stacked, mask = np.zeros(shape, np.intp), np.zeros(shape, np.intp), np.zeros(shape, np.bool_)
    for i, (first, labels) in enumerate(items):
        index[i, : len(labels)] = np.arange(first, first + len(labels))
        stacked[i, : len(labels)] = labels
        mask[i, : len(labels)] = True
    return torch.from_numpy(index), torch.from_numpy(stacked), torch.from_numpy(mask)


def write(tagger: Tagger, vocabulary: FeatureVocabulary, path: Path) -> None:
    """The arrays that `index.attribution.tagger.network.load_network` reads: halves, the embedding in bytes."""
    arrays: dict[str, Array] = {"format": np.array(FORMAT)}

    def half(name: str, values: Tensor) -> None:
        arrays[name] = values.detach().numpy().astype(np.float16)

    def convolutions(name: str, blocks: Blocks, dilations: Sequence[int]) -> None:
        arrays[f"{name}.dilations"] = np.array(dilations)
        for i, (norm, convolution) in enumerate(zip(blocks.norms, blocks.convolutions, strict=True)):
            half(f"{name}.{i}.scale", norm.weight)
            half(f"{name}.{i}.shift", norm.bias)
            half(f"{name}.{i}.weight", convolution.weight.permute(2, 1, 0))
            half(f"{name}.{i}.bias", convolution.bias)

    def chain(prefix: str, module: TrainedChain) -> None:
        start, transitions = module.costs()
        arrays[f"{prefix}start"] = start.detach().numpy()
        arrays[f"{prefix}transitions"] = transitions.detach().numpy()

    for slot, words in zip(SLOTS, vocabulary.words, strict=True):
        arrays[f"vocabulary.{slot}"] = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    weight = tagger.embedding.weight.detach().numpy()
    scale = np.maximum(np.abs(weight).max(1), 1e-6) / 127
    arrays["embedding"] = np.round(weight / scale[:, None]).astype(np.int8)
    arrays["embedding.scale"] = scale.astype(np.float16)
    half("entry", tagger.entry.weight.permute(2, 1, 0))
    half("entry.bias", tagger.entry.bias)
    convolutions("encoder", tagger.encoder, ENCODER_DILATIONS)
    convolutions("second", tagger.second, SECOND_DILATIONS)
    for name in ("output", "here", "cue", "second_output"):
        layer = getattr(tagger, name)
        half(name, layer.weight.T)
        half(f"{name}.bias", layer.bias)
    half("place", tagger.place.weight)
    chain("", tagger.chain)
    chain("second_", tagger.second_chain)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
