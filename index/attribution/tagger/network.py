"""The tagger's arithmetic in numpy: embeddings, gated dilated convolutions, and Viterbi decoding.

Two stages share one encoder (dilated convolutions after Strubell et al. 2017, gates after Dauphin et al. 2017,
decoding by a linear-chain CRF after Lafferty et al. 2001). The first tags every token of an article; the second
looks at one cue at a time and tags what it reports and who said it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.attribution.tagger.features import SLOTS

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
Rows = NDArray[np.int32]

FORMAT = 1
REACH = 70  # tokens on either side of a cue that the second stage sees
_NEAR = 24
_FAR = 40
CHUNK = 2048
"""Tokens that are encoded together."""


@dataclass(frozen=True, slots=True)
class Convolution:
    """A residual block: layer norm, a gated convolution of width 3 with `dilation`, and the way around it."""

    scale: Floats
    shift: Floats
    weight: Floats  # (3, channels, 2 * channels)
    bias: Floats
    dilation: int

    def __call__(self, x: Floats, keep: Floats | None = None) -> Floats:
        """`x` (..., time, channels) -> the same shape; `keep` (..., time, 1) is 0 at padding."""
        mean = x.mean(-1, keepdims=True)
        centred = x - mean
        deviation = np.sqrt(np.einsum("...c,...c->...", centred, centred)[..., None] / x.shape[-1] + 1e-5)
        y = centred / deviation * self.scale + self.shift
        if keep is not None:
            y *= keep
        value, gate = np.split(_convolve(y, self.weight, self.bias, self.dilation), 2, axis=-1)
        out: Floats = x + value * (0.5 * np.tanh(0.5 * gate) + 0.5)  # tanh form of the logistic function
        return out if keep is None else out * keep


@dataclass(frozen=True, slots=True)
class Chain:
    """A linear chain over labels: `start` (labels,) and `transitions` (from, to)."""

    start: Floats
    transitions: Floats

    def decode(self, emissions: Sequence[Floats]) -> list[Ints]:
        """Best label sequences (Viterbi), (time,) each, for the `emissions` of some stretches, (time, labels) each.

        All are gone through together, longest first, a token of each at a time: those that are over are the last rows.
        """
        if not emissions:
            return []
        order = sorted(range(len(emissions)), key=lambda i: -len(emissions[i]))
        lengths = np.array([len(emissions[i]) for i in order], dtype=np.intp)
        # Of token t, `rows[t]` stretches have one, and these stand from `at[t]` on.
        rows = np.searchsorted(-lengths, -np.arange(1, lengths.max(initial=0) + 1), side="right").tolist()
        at = np.concatenate([np.zeros(1, np.intp), np.cumsum(rows, dtype=np.intp)])
        scores = np.empty((int(at[-1]), len(self.start)), dtype=np.float32)
        for row, i in enumerate(order):
            scores[at[: lengths[row]] + row] = emissions[i]
        steps = [scores[low:high] for low, high in pairwise(at.tolist())]
        scores[: at[1]] += self.start
        for before, step in pairwise(steps):
            np.add(step, (before[: len(step), :, None] + self.transitions).max(1), out=step)
        labels = np.zeros(int(at[-1]), dtype=np.intp)
        arriving = np.ascontiguousarray(self.transitions.T)
        after = labels[:0]
        for scored, low in zip(reversed(steps), reversed(at[:-1].tolist()), strict=True):
            here = labels[low : low + len(scored)]
            here[: len(after)] = (scored[: len(after)] + arriving[after]).argmax(1)
            here[len(after) :] = scored[len(after) :].argmax(1)
            after = here
        paths: list[Ints] = [labels[:0]] * len(emissions)
        for row, i in enumerate(order):
            paths[i] = labels[at[: lengths[row]] + row]
        return paths


@dataclass(frozen=True, slots=True)
class Network:
    """All parameters, read once from the package."""

    vocabulary: tuple[dict[str, int], ...]  # per slot: feature -> row of `embedding`; "" is the unknown one
    embedding: Floats
    entry: Floats  # (5, embedding, channels)
    entry_bias: Floats
    encoder: tuple[Convolution, ...]
    output: Floats
    output_bias: Floats
    chain: Chain
    here: Floats
    here_bias: Floats
    cue: Floats
    cue_bias: Floats
    place: Floats
    second: tuple[Convolution, ...]
    second_output: Floats
    second_bias: Floats
    second_chain: Chain

    def rows(self, features: Iterable[tuple[str, ...]]) -> Iterator[list[int]]:
        """Rows of the embedding, one list of ``len(SLOTS)`` a token; tokens that are seen alike are looked up once."""
        tables = [(table, table[""]) for table in self.vocabulary]
        known: dict[tuple[str, ...], list[int]] = {}
        for token in features:
            found = known.get(token)
            if found is None:
                pairs = zip(tables, token, strict=True)
                found = known[token] = [table.get(value, unknown) for (table, unknown), value in pairs]
            yield found

    def encode(self, rows: Rows, first: int) -> Floats:
        """Encodings (time, channels) of at most `CHUNK` of the `rows` (time, slots) from `first` on; what stands on
        either side is looked at as far as it tells."""
        halo = 2 + sum(layer.dilation for layer in self.encoder)
        last = min(len(rows), first + CHUNK)
        low, high = max(0, first - halo), min(len(rows), last + halo)
        x: Floats = self.embedding[rows[low:high]].sum(1)
        x = np.maximum(_convolve(x, self.entry, self.entry_bias, 1), 0)
        for layer in self.encoder:
            x = layer(x)
        return x[first - low : last - low].copy()

    def tag(self, encoded: Floats) -> Floats:
        """First-stage label scores (time, labels)."""
        scores: Floats = encoded @ self.output + self.output_bias
        return scores

    def tag_cue(self, encoded: Floats, cues: Floats, places: Ints, lengths: Ints) -> Floats:
        """Second-stage label scores (batch, time, labels) for one cue a row.

        `encoded` (batch, time, channels) is the stretch around each cue, `cues` (batch, channels) the mean over
        its tokens, `places` (batch, time) the distance classes of `cue_places`.
        """
        keep = (np.arange(encoded.shape[1]) < lengths[:, None]).astype(np.float32)[..., None]
        x = encoded @ self.here + self.here_bias + (cues @ self.cue + self.cue_bias)[:, None] + self.place[places]
        x = np.maximum(x, 0) * keep
        for layer in self.second:
            x = layer(x, keep)
        scores: Floats = x @ self.second_output + self.second_bias
        return scores


def cue_places(size: int, first: int, last: int) -> Ints:
    """Distance class of each of `size` tokens from the cue at ``[first, last)``: 0 to 80, 40 at the cue."""
    at = np.arange(size)
    distance = np.where(at < first, at - first, np.where(at < last, 0, at - last + 1))
    size_of = np.abs(distance)
    coarse = np.minimum(_FAR - 1, _NEAR + (size_of - _NEAR) // 6)
    return np.sign(distance) * np.where(size_of <= _NEAR, size_of, coarse) + _FAR


def _convolve(x: Floats, weight: Floats, bias: Floats, dilation: int) -> Floats:
    """Same-length convolution over the last but one axis; `weight` (width, in, out)."""
    width, time = len(weight), x.shape[-2]
    out: Floats = x @ weight[width // 2] + bias
    for tap in range(width):
        shift = (tap - width // 2) * dilation
        if shift < 0 and -shift < time:
            out[..., -shift:, :] += x[..., :shift, :] @ weight[tap]
        elif 0 < shift < time:
            out[..., :-shift, :] += x[..., shift:, :] @ weight[tap]
    return out


@cache
def load_network() -> Network:
    """The trained network that ships with the package; read once, when first needed."""
    return read_network(files("index.attribution") / "model.npz")


def read_network(path: Traversable) -> Network:
    """The network in a file that `index.attribution.training` wrote."""
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        if int(arrays["format"]) != FORMAT:
            raise RuntimeError(f"{path} is of another format; train it again")

        def dense(name: str) -> Floats:
            return np.ascontiguousarray(arrays[name], dtype=np.float32)

        def convolutions(name: str) -> tuple[Convolution, ...]:
            dilations = [int(d) for d in arrays[f"{name}.dilations"]]
            return tuple(
                Convolution(
                    dense(f"{name}.{i}.scale"),
                    dense(f"{name}.{i}.shift"),
                    dense(f"{name}.{i}.weight"),
                    dense(f"{name}.{i}.bias"),
                    dilation,
                )
                for i, dilation in enumerate(dilations)
            )

        vocabulary: list[dict[str, int]] = []
        row = 1  # row 0 stands for the break between paragraphs
        for slot in SLOTS:
            words = bytes(arrays[f"vocabulary.{slot}"]).decode().split("\n")
            vocabulary.append({word: row + i for i, word in enumerate(words)})
            row += len(words)
        return Network(
            tuple(vocabulary),
            arrays["embedding"].astype(np.float32) * arrays["embedding.scale"].astype(np.float32)[:, None],
            dense("entry"),
            dense("entry.bias"),
            convolutions("encoder"),
            dense("output"),
            dense("output.bias"),
            Chain(dense("start"), dense("transitions")),
            dense("here"),
            dense("here.bias"),
            dense("cue"),
            dense("cue.bias"),
            dense("place"),
            convolutions("second"),
            dense("second_output"),
            dense("second_output.bias"),
            Chain(dense("second_start"), dense("second_transitions")),
        )
