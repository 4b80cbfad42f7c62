"""Frames: each cue of an article with the words it reports and the words for who said them, as learned."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

import numpy as np

from index.attribution.blocks import Block
from index.attribution.tagger.features import SLOTS, block_features
from index.attribution.tagger.network import CHUNK, REACH, Floats, Ints, Network, cue_places

# Labels of the first stage: content and mention are split by the side of their cue on which they stand.
LABELS = ("O", "B-CL", "I-CL", "B-CR", "I-CR", "B-Q", "I-Q", "B-SL", "I-SL", "B-SR", "I-SR")
# Labels of the second stage.
CUE_LABELS = ("O", "B-C", "I-C", "B-S", "I-S")

_BATCH = 64
_ASKED, _ASKED_EVERY = 60, 1024  # cues asked for one by one at most: so many, and one more every so many tokens
_A = TypeVar("_A", Floats, Ints)
_WINDOW = 8 * CHUNK  # tokens whose blocks are tagged and linked together
_HELD = 10  # chunks whose encodings are in memory, a window's and what may be asked of its neighbours


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Half-open range of tokens of one block."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One cue with its contents (in order) and its mention, as ranges of tokens of block `block`."""

    block: int
    cue: Range
    mention: Range | None
    contents: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the first stage says of a block: its cues, contents and mentions, each in order."""

    cues: tuple[Range, ...]
    contents: tuple[Range, ...]
    mentions: tuple[Range, ...]


class Reading:
    """An article as the network sees it: encoded window by window, and asked about as many cues as needed.

    Only the last windows asked about are in memory, so that an article costs as much of it as those, whatever its
    length; whoever goes through the blocks in order has each window encoded once.
    """

    def __init__(self, network: Network, blocks: Sequence[Block]) -> None:
        self._network = network
        self._blocks = blocks
        self._offsets: list[int] = []
        # Between two blocks there is a gap.
        self._rows = np.zeros((1 + sum(len(block.tokens) + 1 for block in blocks), len(SLOTS)), dtype=np.int32)
        rows = network.rows(chain.from_iterable(map(block_features, blocks)))
        at = 1
        for block in blocks:
            self._offsets.append(at)
            self._rows[at : at + len(block.tokens)] = list(islice(rows, len(block.tokens)))
            at += len(block.tokens) + 1
        self._encoded: OrderedDict[int, Floats] = OrderedDict()
        self._asked: dict[tuple[int, int], Frame] = {}

    def windows(self) -> Iterator[range]:
        """The numbers of all blocks in order, so many at a time as should be tagged and linked together."""
        first = 0
        for number, offset in enumerate(self._offsets):
            if offset // _WINDOW > self._offsets[first] // _WINDOW:
                yield range(first, number)
                first = number
        yield range(first, len(self._blocks))

    def tagged(self, numbers: range) -> tuple[Tagged, ...]:
        """First-stage tags of some blocks, one each."""
        scores = [self._network.tag(self._encoding(n, 0, len(self._blocks[n].tokens))) for n in numbers]
        return tuple(map(_collect, self._network.chain.decode(scores)))

    def ask(self, block: int, at: int) -> Frame:
        """The frame of a cue at one token that the first stage passed over; an empty one where an article asks for far
        more of them than prose does."""
        frame = self._asked.get((block, at))
        if frame is None:
            cue = Range(at, at + 1)
            if len(self._asked) >= _ASKED + len(self._rows) // _ASKED_EVERY:
                return Frame(block, cue, None, ())
            frame = self._asked[block, at] = self.frames([(block, cue)])[0]
        return frame

    def frames(self, cues: Sequence[tuple[int, Range]]) -> list[Frame]:
        """The frame of each cue, given as (block, range), in the order given; contents may be empty."""
        windows = [self._around(block, cue) for block, cue in cues]
        scores: dict[int, Floats] = {}
        for places in _by_length([high - low for low, high in windows]):
            stretches: list[Floats] = []
            heads: list[Floats] = []
            distances: list[Ints] = []
            for i in places:
                (block, cue), (low, high) = cues[i], windows[i]
                stretch = self._encoding(block, low, high)
                stretches.append(stretch)
                heads.append(stretch[cue.first - low : cue.last - low].mean(0))
                distances.append(cue_places(high - low, cue.first - low, cue.last - low))
            lengths = np.array([len(s) for s in stretches], dtype=np.intp)
            found = self._network.tag_cue(_pad(stretches), np.stack(heads), _pad(distances), lengths)
            for i, stretch_scores, length in zip(places, found, lengths, strict=True):
                scores[i] = stretch_scores[:length]
        paths = self._network.second_chain.decode([scores[i] for i in range(len(cues))])
        return [
            _frame(block, cue, low, path) for (block, cue), (low, _), path in zip(cues, windows, paths, strict=True)
        ]

    def looked_at(self, block: int, cue: Range) -> int:
        """How many tokens the second stage looks at for a cue, which is what its frame costs."""
        low, high = self._around(block, cue)
        return high - low

    def _around(self, block: int, cue: Range) -> tuple[int, int]:
        return max(0, cue.first - REACH), min(len(self._blocks[block].tokens), cue.last + REACH)

    def _encoding(self, block: int, first: int, last: int) -> Floats:
        """The encodings of tokens `first` up to, not including, `last` of a block."""
        low, high = self._offsets[block] + first, self._offsets[block] + last
        parts = [
            self._chunk(number)[max(0, low - number * CHUNK) : high - number * CHUNK]
            for number in range(low // CHUNK, (high - 1) // CHUNK + 1)
        ]
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def _chunk(self, number: int) -> Floats:
        """The encodings of so many rows, from memory if they were asked for lately."""
        encoded = self._encoded.get(number)
        if encoded is None:
            encoded = self._encoded[number] = self._network.encode(self._rows, number * CHUNK)
            if len(self._encoded) > _HELD:
                self._encoded.popitem(last=False)
        else:
            self._encoded.move_to_end(number)
        return encoded


def _by_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places in batches of similar length, so that little is padded."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == _BATCH or lengths[i] > 1.3 * lengths[batch[0]] + 16):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _pad(stretches: Sequence[_A]) -> _A:
    longest = max(len(s) for s in stretches)
    padded = np.zeros((len(stretches), longest, *stretches[0].shape[1:]), dtype=stretches[0].dtype)
    for row, stretch in zip(padded, stretches, strict=True):
        row[: len(stretch)] = stretch
    return padded


def _ranges(path: Iterable[int], labels: Sequence[str]) -> list[tuple[str, Range]]:
    """BIO labels -> (label without its prefix, range), in order."""
    found: list[tuple[str, Range]] = []
    open_label, first = "", 0
    at = -1
    for at, number in enumerate(path):
        label = labels[number]
        if open_label and label != f"I-{open_label}":
            found.append((open_label, Range(first, at)))
            open_label = ""
        if label.startswith("B-"):
            open_label, first = label[2:], at
    if open_label:
        found.append((open_label, Range(first, at + 1)))
    return found


def _collect(path: Ints) -> Tagged:
    found = _ranges(path.tolist(), LABELS)
    return Tagged(
        tuple(r for label, r in found if label == "Q"),
        tuple(r for label, r in found if label[0] == "C"),
        tuple(r for label, r in found if label[0] == "S"),
    )


def _frame(block: int, cue: Range, low: int, path: Ints) -> Frame:
    found = [(label, Range(r.first + low, r.last + low)) for label, r in _ranges(path.tolist(), CUE_LABELS)]
    mentions = [r for label, r in found if label == "S"]
    nearest = min(mentions, key=lambda r: min(abs(r.first - cue.last), abs(cue.first - r.last)), default=None)
    return Frame(block, cue, nearest, tuple(r for label, r in found if label == "C"))
