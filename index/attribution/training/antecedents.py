"""Fit the weights of antecedents: whom "he" and "she" mean where a label names the speaker."""

import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.attribution import links_of
from index.attribution.coreference.discourse import FEATURES, Asked
from index.attribution.coreference.resolve import name_speakers
from index.attribution.entities.find import Entity
from index.attribution.tagger.network import Network
from index.attribution.training.corpus import LabelledArticle
from index.reading.layout import read_text
from index.text.folding import bare
from index.text.segmentation import split_sentences

_log = logging.getLogger(__name__)
_PRONOUNS = frozenset({"he", "she"})
_PENALTY = 1.0  # ridge
_STEPS, _RATE = 600, 0.05  # of gradient descent (Kingma and Ba, Adam, 2015)
_FOLDS = 5

Floats = NDArray[np.float64]
Instance = tuple[int, Floats, list[int]]
"""Number of the article, rows (people, features), and which of the rows are the one meant."""


def write_antecedents(path: Path, articles: Sequence[LabelledArticle], network: Network) -> None:
    """Fit to the pronouns that `network` finds as speakers in `articles`, and write; logs a cross-validation."""
    instances = [instance for number, article in enumerate(articles) for instance in _asked(number, article, network)]
    right = sum(
        _is_right(instance, weights)
        for fold in range(_FOLDS)
        for weights in [_fit([x for x in instances if x[0] % _FOLDS != fold])]
        for instance in instances
        if instance[0] % _FOLDS == fold
    )
    _log.info("%d pronouns: %.1f of 100 right", len(instances), 100 * right / len(instances))
    weights = dict(zip(FEATURES, (round(float(w), 2) for w in _fit(instances)), strict=True))
    path.write_text(json.dumps(weights, indent=0) + "\n", encoding="utf-8")


def _asked(number: int, labelled: LabelledArticle, network: Network) -> Iterator[Instance]:
    article = read_text(labelled.text)
    found = links_of(article, split_sentences(article), network)
    if found is None:
        return
    asked: list[Asked] = []
    name_speakers(found.entities, found.links, asked)
    by_offset = {each.offset: each for each in asked}
    for attribution in labelled.attributions:
        if not attribution.mention or not attribution.name:
            continue
        start, end = attribution.mention[0]
        weighed = by_offset.get(start) if labelled.text[start:end].lower() in _PRONOUNS else None
        if weighed is None:
            continue
        meant = [n for n, p in enumerate(weighed.people) if _is_same(attribution.name, found.entities.all[p])]
        if meant:
            yield number, np.array(weighed.rows), meant


def _is_same(name: str, entity: Entity) -> bool:
    """Whether a name is that of `entity`, or a shorter or longer form of it."""
    words = {bare(word) for word in name.split()}
    return words <= set(entity.keys) or set(entity.keys) <= words


def _fit(instances: Sequence[Instance]) -> Floats:
    """The weights under which those meant are the likeliest."""
    weights = np.zeros(len(FEATURES))
    speed, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        slope = _PENALTY * weights
        for _, rows, meant in instances:
            likely = _likelihoods(rows, weights)
            wanted = np.zeros_like(likely)
            wanted[meant] = likely[meant] / likely[meant].sum()
            slope = slope + rows.T @ (likely - wanted)
        speed = 0.9 * speed + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights = weights - _RATE * (speed / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _likelihoods(rows: Floats, weights: Floats) -> Floats:
    scores = rows @ weights
    likely: Floats = np.exp(scores - scores.max())
    likely /= likely.sum()
    return likely


def _is_right(instance: Instance, weights: Floats) -> bool:
    _, rows, meant = instance
    return int(np.argmax(rows @ weights)) in meant
