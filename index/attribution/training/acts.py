"""Fit the model of acts to articles in which all that was said is labelled."""

import json
import logging
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.attribution import tied
from index.attribution.acts import features
from index.attribution.tagger.network import Network
from index.attribution.training.corpus import LabelledArticle
from index.model.article import Act, Attribution, Span
from index.reading.layout import read_text
from index.text.segmentation import split_sentences

_log = logging.getLogger(__name__)
_RARE = 4  # times that a feature must be seen
_SHARE = 0.2  # of a claim that must be in what was said, as score_real.py counts
_PENALTY = 1.5  # ridge
_SAID, _SOMETHING = 0.5, 0.05
_FOLDS = 5

Floats = NDArray[np.float64]


def write_acts(path: Path, articles: Sequence[LabelledArticle], network: Network) -> None:
    """Fit to what `network`, which must not have read them, finds in `articles`, and write; logs a cross-validation."""
    rows: list[tuple[int, frozenset[str], bool]] = []
    for number, labelled in enumerate(articles):
        article = read_text(labelled.text)
        attributions = tied(article, split_sentences(article), network).attributions
        said = [Span(*pair) for a in labelled.attributions if a.act is Act.SAID for pair in a.content]
        rows += [(number, frozenset(features(labelled.text, a)), _is_said(a, said)) for a in attributions]
    _report(rows)
    names, weights = _fit(rows)
    given = {name: round(float(w), 2) for name, w in zip(names, weights, strict=False)}
    shape = {"bias": round(float(weights[-1]), 3), "said": _SAID, "something": _SOMETHING, "weights": given}
    path.write_text(json.dumps(shape, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def _is_said(found: Attribution, said: Sequence[Span]) -> bool:
    """Whether enough of what was found is in what was said."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in found.content for b in said)
    return shared >= _SHARE * sum(map(len, found.content))


def _fit(rows: Sequence[tuple[int, frozenset[str], bool]]) -> tuple[list[str], Floats]:
    """Names of the features and their weights, the bias behind them: ridge logistic regression by Newton's method."""
    counts = Counter(name for _, found, _ in rows for name in found)
    names = sorted(name for name, times in counts.items() if times >= _RARE)
    table, said = _table(rows, names)
    weights = np.zeros(table.shape[1])
    ridge = np.full(len(weights), _PENALTY)
    ridge[-1] = 1e-6
    for _ in range(25):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - said) + ridge * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-5:
            break
    return names, weights


def _table(rows: Sequence[tuple[int, frozenset[str], bool]], names: Sequence[str]) -> tuple[Floats, Floats]:
    column = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for row, (_, found, _) in zip(table, rows, strict=True):
        row[[column[name] for name in found if name in column]] = 1
    return table, np.array([said for _, _, said in rows], dtype=float)


def _report(rows: Sequence[tuple[int, frozenset[str], bool]]) -> None:
    """Cross-validation by article: of what is taken as said how much is not, and of what was said how much is lost."""
    taken = lost = false = said = 0
    for fold in range(_FOLDS):
        names, weights = _fit([row for row in rows if row[0] % _FOLDS != fold])
        held = [row for row in rows if row[0] % _FOLDS == fold]
        table, truth = _table(held, names)
        likely = 1 / (1 + np.exp(-table @ weights)) >= _SAID
        taken += int(likely.sum())
        false += int((likely & (truth == 0)).sum())
        lost += int((~likely & (truth == 1)).sum())
        said += int(truth.sum())
    shares = 100 * false / taken, 100 * lost / said
    _log.info("%d claims: %.1f of 100 taken as said are not, %.1f of 100 said are lost", len(rows), *shares)
