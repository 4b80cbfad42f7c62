"""Annotated articles as arrays: features by slot, labels of both stages."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from index.attribution.blocks import Block, blocks_of
from index.attribution.quotations import find_quotations
from index.attribution.tagger.features import SLOTS, block_features
from index.attribution.tagger.frames import CUE_LABELS, LABELS
from index.attribution.tagger.network import REACH, Ints
from index.attribution.training.corpus import Labelled, LabelledArticle, Pairs, cue_of
from index.model.article import Article, Paragraph, ParagraphKind, Span
from index.text.segmentation import split_sentences

# A feature seen less often than this, by slot, is unknown: names and numbers must not be learned by heart.
_RARE = (4, 8, 8, 8, 1, 1, 1)
_NUMBER = {label: i for i, label in enumerate(LABELS)}
_CUE_NUMBER = {label: i for i, label in enumerate(CUE_LABELS)}


@dataclass(frozen=True, slots=True)
class CueStretch:
    """What one cue reports: `labels` of the second stage over tokens ``[start, start + len(labels))``."""

    start: int
    cue_first: int  # counted from `start`
    cue_last: int
    labels: Ints


@dataclass(frozen=True, slots=True)
class Example:
    """One article: token rows with an empty row around every block."""

    features: list[tuple[str, ...] | None]
    blocks: list[tuple[int, Ints]]  # first row and first-stage labels of each block
    stretches: list[CueStretch]


@dataclass(slots=True)
class _Link:
    """One annotated attribution as token ranges of its cue's block."""

    cue: tuple[int, int]
    mention: tuple[int, int] | None
    contents: list[tuple[int, int]]


def load_examples(articles: Iterable[LabelledArticle], *, decoys: float, seed: int) -> list[Example]:
    """Examples of articles in their order.

    `decoys` is the share of words that are cues elsewhere but not here that are added as cues of nothing, so that
    the second stage can refuse.
    """
    random = Random(seed)  # noqa: S311 - sampling, not secrecy
    read: list[tuple[tuple[Block, ...], list[Ints], list[list[_Link]]]] = []
    for labelled in articles:
        article = _plain(labelled.text)
        sentences = split_sentences(article)
        blocks = blocks_of(article, sentences, find_quotations(article, sentences))
        labeller = _Labeller(blocks)
        for attribution in labelled.attributions:
            labeller.add(attribution)
        read.append((blocks, labeller.labels, labeller.links))
    known = _cue_words(read)
    return [_example(*article, known, decoys, random) for article in read]


def _plain(text: str) -> Article:
    """The text with every line a paragraph of its body: the corpus is annotated throughout."""
    lines = (Span(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]*\S)?", text))
    return Article("", text, "", None, None, (), None, None, tuple(Paragraph(s, ParagraphKind.BODY) for s in lines))


class _Labeller:
    """Gives labels to the tokens of an article's blocks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.starts = [block.tokens.start[0] for block in blocks]
        self.labels = [np.zeros(len(block.tokens), dtype=np.intp) for block in blocks]
        self.links: list[list[_Link]] = [[] for _ in blocks]

    def add(self, attribution: Labelled) -> None:
        """Label the content, cue and mention of an attribution, as far as no other has labelled their tokens."""
        given = attribution.cue
        cue_span = Span(given[0][0], given[-1][1]) if given else cue_of(self.blocks, self.starts, attribution)
        if cue_span is None:
            for place, content in self._stretches(attribution.content):
                self._put(place, content, "CR")  # a quotation that stands alone
            return
        home = self._home(cue_span.start)
        tokens = self.blocks[home].tokens
        cue = tokens.range(cue_span)
        if cue[0] >= cue[1]:
            return
        self._put(home, cue, "Q")
        found = _Link(cue, None, [])
        for place, content in self._stretches(attribution.content):
            self._put(place, content, "CL" if (place, content[0]) < (home, cue[0]) else "CR")
            if place == home and content[0] < content[1]:
                found.contents.append(content)
        if attribution.mention:
            span = Span(attribution.mention[0][0], attribution.mention[-1][1])
            mention = tokens.range(span)
            if mention[0] < mention[1] and self.starts[home] <= span.start:
                self._put(home, mention, "SL" if mention[0] < cue[0] else "SR")
                found.mention = mention
        self.links[home].append(found)

    def _home(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _put(self, place: int, tokens: tuple[int, int], label: str) -> None:
        first, last = tokens
        labels = self.labels[place]
        if first < last and not labels[first:last].any():
            labels[first] = _NUMBER[f"B-{label}"]
            labels[first + 1 : last] = _NUMBER[f"I-{label}"]

    def _stretches(self, pairs: Pairs) -> Iterator[tuple[int, tuple[int, int]]]:
        """Number of the block and tokens in it of each part of each pair."""
        for start, end in pairs:
            for place in range(self._home(start), len(self.blocks)):
                if self.starts[place] >= end:
                    break
                yield place, self.blocks[place].tokens.range(Span(start, end))


def _cue_words(articles: Sequence[tuple[tuple[Block, ...], list[Ints], list[list[_Link]]]]) -> frozenset[str]:
    """Single words that are a cue at least four times."""
    counts: Counter[str] = Counter()
    for blocks, _, links in articles:
        for block, found in zip(blocks, links, strict=True):
            counts.update(block.tokens.text[x.cue[0]].lower() for x in found if x.cue[1] == x.cue[0] + 1)
    return frozenset(word for word, count in counts.items() if count >= 4)


def _example(
    blocks: tuple[Block, ...],
    labels: list[Ints],
    links: list[list[_Link]],
    known: frozenset[str],
    decoys: float,
    random: Random,
) -> Example:
    features: list[tuple[str, ...] | None] = []
    rows: list[tuple[int, Ints]] = []
    stretches: list[CueStretch] = []
    for block, block_labels, found in zip(blocks, labels, links, strict=True):
        features.append(None)
        start = len(features)
        rows.append((start, block_labels))
        features.extend(block_features(block))
        size = len(block.tokens)
        cues = set[int]()
        for each in found:
            stretches.append(_stretch(start, size, each))
            cues.update(range(*each.cue))
        for at, word in enumerate(block.tokens.text):
            if at not in cues and word.lower() in known and random.random() < decoys:
                stretches.append(_stretch(start, size, _Link((at, at + 1), None, [])))
    features.append(None)
    return Example(features, rows, stretches)


def _stretch(start: int, size: int, found: _Link) -> CueStretch:
    low, high = max(0, found.cue[0] - REACH), min(size, found.cue[1] + REACH)
    labels = np.zeros(high - low, dtype=np.intp)
    marked = [(content, "C") for content in found.contents] + ([(found.mention, "S")] if found.mention else [])
    for (start_at, end_at), label in marked:
        first, last = max(start_at, low) - low, min(end_at, high) - low
        if first < last:
            labels[first] = _CUE_NUMBER[f"B-{label}"]
            labels[first + 1 : last] = _CUE_NUMBER[f"I-{label}"]
    return CueStretch(start + low, found.cue[0] - low, found.cue[1] - low, labels)


@dataclass(frozen=True, slots=True)
class FeatureVocabulary:
    """Features worth a row of the embedding, by slot; row 0 is the break between blocks."""

    words: tuple[tuple[str, ...], ...]  # "" first: the unknown feature of the slot

    @property
    def size(self) -> int:
        """Rows of the embedding."""
        return 1 + sum(map(len, self.words))

    @property
    def unknown(self) -> list[int]:
        """The row of each slot's unknown feature."""
        sizes = [len(words) for words in self.words]
        return [1 + sum(sizes[:slot]) for slot in range(len(sizes))]

    def encode(self, examples: Sequence[Example]) -> list[Ints]:
        """Rows (time, slots) of each example."""
        tables: list[dict[str, int]] = []
        for first, words in zip(self.unknown, self.words, strict=True):
            tables.append({word: first + i for i, word in enumerate(words)})
        blank = [0] * len(SLOTS)
        return [
            np.array(
                [
                    blank if token is None else [t.get(w, t[""]) for t, w in zip(tables, token, strict=True)]
                    for token in example.features
                ],
                dtype=np.intp,
            )
            for example in examples
        ]


def build_vocabulary(examples: Sequence[Example]) -> FeatureVocabulary:
    """Every feature seen often enough, most frequent first, ties in alphabetical order."""
    counts: list[Counter[str]] = [Counter() for _ in SLOTS]
    for example in examples:
        for token in example.features:
            if token is not None:
                for slot, value in enumerate(token):
                    counts[slot][value] += 1
    words = []
    for count, rare in zip(counts, _RARE, strict=True):
        kept = sorted((w for w, n in count.items() if n >= rare), key=lambda w, count=count: (-count[w], w))  # type: ignore[misc]
        words.append(("", *kept))
    return FeatureVocabulary(tuple(words))
