"""Fit the weights of `index.ranking.weights` (first) and of `index.ranking.silence` (then), and tell what they reach.

python -m tests.quality.weights FOLDER {order,silence}

FOLDER keeps the libraries with their vectors between runs. Needs the extra `train`. The figures of the order are
cross-validated by article: no question is ordered by weights that were fitted to a question of the same article. The
encoder has read the answers to our own questions, not those to others.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from index.encoder.encoder import Encoder, shared_encoder
from index.library.library import open_library
from index.model.answer import Filters
from index.model.identifiers import PUBLIC
from index.ranking.parts import MEANT, Part
from index.ranking.scoring import Pool, pool_of, rank
from index.ranking.silence import Grounds
from index.search.answers import Found, Request, Understood, understood
from index.search.cache import ReaderCache
from index.search.reader import Reader
from index.store import Store
from index.store.beside import kept_beside
from index.store.vectors import SavedVectors, put_vectors
from tests.quality.__main__ import SHARED
from tests.quality.questions import Asking, askings, fill

_FOLDS = 5
_SMALL = 1e-3  # of the squares of the weights, that they stay small
_WHOLE, _PARTLY = 2, 0.25  # the grade of what answers, and what counts of what answers in part
_LIBRARIES = ("own", "pages", "asks", "wiki")
_KEPT = 0.985  # share of the questions with an answer that are to be answered
_STRANGE = {"asks": ("wiki",), "wiki": ("asks", "news")}  # libraries, and whose questions are strange to them
_EVERY = 3  # of the strange questions one, so that they are no more than others
_POOL = 150
_FEW = {1: 25, 3: 30, 12: 12}  # articles of a small library -> how many such libraries of each large one
_BESIDE = 2  # questions about other articles that a small library is asked, for each of its own and as many more
# What a question of each group counts: without meaning, and with it; the encoder has read our own.
_COUNTS: Mapping[bool, Mapping[str, float]] = {
    False: {"own": 1.0, "asks": 1.0, "news": 1.0, "wiki": 0.5},
    True: {"own": 0.1, "asks": 1.0, "news": 1.0, "wiki": 0.3},
}
_SHARED_SIZE = 0.6  # of a sentence or an answer, from which they are the same


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the libraries are kept")
    parser.add_argument("what", choices=("order", "silence"))
    options = parser.parse_args()
    options.folder.mkdir(exist_ok=True)
    torch.set_num_threads(1)
    (_fit_order if options.what == "order" else _fit_silence)(options.folder, shared_encoder())


def _asked(folder: Path, encoder: Encoder) -> Iterator[tuple[Asking, Reader, Understood | None]]:
    """Each question with the reader of its library, and what it asks there; None if it was refused at once."""
    for name in _LIBRARIES:
        database = folder / f"{name}.db"
        with open_library(database, encoder=encoder) as library:
            if not len(library):
                fill(library, name, SHARED)
            library.complete()
        readers = ReaderCache(Store(database), encoder=encoder, saves=False)
        yield from _put(readers, _askings(name), encoder)
        readers.close()


def _put(
    readers: ReaderCache, questions: Iterable[Asking], encoder: Encoder
) -> Iterator[tuple[Asking, Reader, Understood | None]]:
    """The questions put to the library that is called public."""
    with readers.reader(PUBLIC) as reader:
        for asking in questions:
            request = Request(asking.question, Filters(), 10, vector=encoder.question(asking.question))
            found = understood(reader, reader.names(), request)
            yield asking, reader, None if isinstance(found, Found) else found


def _asked_of_few(folder: Path, encoder: Encoder) -> Iterator[tuple[Asking, Reader, Understood | None]]:
    """Questions to libraries of few articles, as every library begins: about these, and about others that are not
    there."""
    chance = random.Random(1)  # noqa: S311 -- nothing secret
    for name in _LIBRARIES:
        whole = Store(folder / f"{name}.db")
        revisions = whole.revisions(PUBLIC)
        questions = [asking for asking in askings(SHARED) if asking.library == name and asking.answers]
        for size, count in _FEW.items():
            for _ in range(count):
                homes = chance.sample(sorted(revisions), size)
                few = Store(None)
                for home in homes:
                    _copy(whole, few, home, revisions[home], encoder.digest())
                readers = ReaderCache(few, encoder=encoder, saves=False)
                own = [replace(asking, group=f"of {size}") for asking in questions if asking.home in homes]
                others = [asking for asking in questions if asking.home not in homes]
                beside = chance.sample(others, min(len(others), _BESIDE * (1 + size)))
                own += [replace(asking, group=f"of {size}", answers=(), absent=True) for asking in beside]
                yield from _put(readers, own, encoder)
                readers.close()
                few.close()
        whole.close()


def _copy(whole: Store, few: Store, home: str, revision: int, model: str) -> None:
    """Put an article of one store into another with what `model` made of its sentences."""
    annotated = whole.get(PUBLIC, home)
    assert annotated is not None
    few.put(PUBLIC, annotated)
    content = kept_beside(whole, "vectors", PUBLIC, model, {home: revision})[home]
    put_vectors(few, PUBLIC, home, few.revisions(PUBLIC)[home], SavedVectors(model, "", content))


def _askings(library: str) -> Iterator[Asking]:
    """The questions of a library, and some of others that are strange to it."""
    strange = 0
    for asking in askings(SHARED):
        if asking.library == library:
            yield asking
        elif asking.group in _STRANGE.get(library, ()):
            strange += 1
            if strange % _EVERY == 0:
                yield Asking("strange", library, f"strange {asking.home}", asking.question, (), absent=True)


# The order.


@dataclass(frozen=True, slots=True)
class _Case:
    """A question with its candidates and their grades, (N,), by words alone (False) and with meaning (True)."""

    asking: Asking
    pools: Mapping[bool, Pool]
    grades: Mapping[bool, NDArray[np.float64]]


def _fit_order(folder: Path, encoder: Encoder) -> None:
    cases = []
    for asking, reader, asked in _asked(folder, encoder):
        if asked is None or not any(grade == _WHOLE for *_, grade in asking.answers):
            continue
        pools = {
            meant: pool_of(
                reader.fields, asked.question, asked.subjects, asked.scope, asked.meaning if meant else None, _POOL
            )
            for meant in (False, True)
        }
        grades = {
            meant: np.array([_grade(reader, asking, number) for number in pool.candidates.tolist()])
            for meant, pool in pools.items()
        }
        cases.append(_Case(asking, pools, grades))
    for meant in (False, True):
        parts = tuple(part for part in Part if meant or part not in MEANT)
        print("With meaning:" if meant else "By words alone:")
        for group, figures in _cross_validated(cases, parts, meant=meant).items():
            print(f"{group:5} {len(figures):4}", *_figures(figures))
        weights = _fitted(cases, parts, meant=meant)
        for part, weight in zip(parts, weights, strict=True):
            print(f"        Part.{part.name}: {weight:.2f},")


def _grade(reader: Reader, asking: Asking, number: int) -> float:
    """The grade of an entry as an answer."""
    entry = reader.fields.entries[number]
    identity = reader.fields.article_ids[entry.article]
    wanted = [answer for answer in asking.answers if answer[0] == identity]
    if not wanted or (annotated := reader.article(identity)) is None:
        return 0.0
    span = annotated.sentences[entry.sentence].span
    grades = [
        grade
        for _, start, end, grade in wanted
        if min(end, span.end) - max(start, span.start) >= _SHARED_SIZE * min(end - start, len(span))
    ]
    return float(max(grades, default=0))


def _fitted(cases: Sequence[_Case], parts: Sequence[Part], *, meant: bool) -> NDArray[np.float64]:
    """The weights under which softmax gives most to the sentences that answer (Cao et al. 2007, of one list each)."""
    tables = [_table(case.pools[meant], parts) for case in cases]
    grades = [case.grades[meant] for case in cases]
    kept = [at for at, grade in enumerate(grades) if (grade == _WHOLE).any()]
    scale = np.concatenate([tables[at] for at in kept]).std(0) + 1e-6
    values = torch.zeros(len(kept), max(len(tables[at]) for at in kept), len(parts))
    counts = torch.tensor([_COUNTS[meant][cases[at].asking.group] for at in kept])
    shares = torch.full(values.shape[:2], -torch.inf)
    there = torch.zeros(values.shape[:2], dtype=torch.bool)
    for row, at in enumerate(kept):
        count = len(grades[at])
        values[row, :count] = torch.from_numpy(tables[at] / scale)
        there[row, :count] = True
        share = np.where(grades[at] == _WHOLE, 1.0, np.where(grades[at] > 0, _PARTLY, 1e-12))
        shares[row, :count] = torch.from_numpy(np.log(share))
    weights = torch.zeros(len(parts), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=60, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        scores = (values @ weights).masked_fill(~there, -1e9)
        lost = torch.logsumexp(scores, 1) - torch.logsumexp(scores + shares, 1)
        loss = (lost * counts).sum() / counts.sum() + _SMALL * (weights**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return weights.detach().numpy() / scale


def _table(pool: Pool, parts: Sequence[Part]) -> NDArray[np.float64]:
    nothing = np.zeros(len(pool.candidates))
    return np.stack([pool.parts.get(part, nothing) for part in parts], 1)


def _cross_validated(cases: Sequence[_Case], parts: Sequence[Part], *, meant: bool) -> dict[str, list[int]]:
    """By group the rank of the first answer of each question, 0 where it is not among the first ten."""
    homes = sorted({case.asking.home for case in cases})
    random.Random(0).shuffle(homes)  # noqa: S311 -- nothing secret
    fold = {home: at % _FOLDS for at, home in enumerate(homes)}
    ranks: dict[str, list[int]] = defaultdict(list)
    for number in range(_FOLDS):
        weights = _fitted([case for case in cases if fold[case.asking.home] != number], parts, meant=meant)
        for case in cases:
            if fold[case.asking.home] == number:
                order = np.argsort(-(_table(case.pools[meant], parts) @ weights), kind="stable")[:10]
                hits = np.flatnonzero(case.grades[meant][order] == _WHOLE)
                ranks[case.asking.group].append(int(hits[0]) + 1 if len(hits) else 0)
    return ranks


def _figures(ranks: Sequence[int]) -> list[str]:
    """hit@1, @3 and @5 of 100, and MRR."""
    hits = [100 * sum(0 < rank <= most for rank in ranks) / len(ranks) for most in (1, 3, 5)]
    return [*(f"{hit:.1f}" for hit in hits), f"{sum(1 / rank for rank in ranks if rank) / len(ranks):.3f}"]


# Silence.


def _fit_silence(folder: Path, encoder: Encoder) -> None:
    found: dict[bool, list[tuple[Asking, Grounds]]] = {False: [], True: []}
    asked_in_all: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    for asking, reader, asked in chain(_asked(folder, encoder), _asked_of_few(folder, encoder)):
        asked_in_all[_kind(asking)] += 1
        if asked is None:
            refused[_kind(asking)] += 1
            continue
        for meant, kept in found.items():
            ranking = rank(
                reader.fields,
                asked.question,
                asked.subjects,
                asked.scope,
                reader.dates,
                10,
                asked.meaning if meant else None,
            )
            if ranking.grounds is not None:
                kept.append((asking, ranking.grounds))
    for kind, count in sorted(asked_in_all.items()):
        print(f"{kind:16} {count:4}, refused for a name or its language {refused[kind]}")
    for meant, cases in found.items():
        print("With meaning:" if meant else "By words alone:")
        _decide(cases, asked_in_all)


def _kind(asking: Asking) -> str:
    return f"{asking.group} {'answer' if asking.answers else 'absent' if asking.absent else 'near'}"


def _decide(cases: Sequence[tuple[Asking, Grounds]], asked_in_all: Mapping[str, int]) -> None:
    """A logistic decision between the questions with an answer and those about what no article is about; questions
    that share no word with the library are no cases, and met with silence."""
    table = torch.tensor([astuple(grounds) for _, grounds in cases], dtype=torch.float64)
    scale = table.std(0) + 1e-6
    table /= scale
    wanted = torch.tensor([float(bool(asking.answers)) for asking, _ in cases], dtype=torch.float64)
    judged = torch.tensor([bool(asking.answers) or asking.absent for asking, _ in cases])
    few = torch.tensor([asking.group.startswith("of ") for asking, _ in cases])
    share = torch.zeros(len(cases), dtype=torch.float64)
    for small in (False, True):
        for kind in (0.0, 1.0):
            inside = (wanted == kind) & judged & (few == small)
            share[inside] = 0.25 / inside.sum()
    weights = torch.zeros(table.shape[1], requires_grad=True, dtype=torch.float64)
    bias = torch.zeros(1, requires_grad=True, dtype=torch.float64)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        lost = torch.nn.functional.binary_cross_entropy_with_logits(table @ weights + bias, wanted, reduction="none")
        loss = (lost * share).sum() + _SMALL * (weights**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    scores = (table @ weights).detach().numpy()
    wished = np.sort(scores[((wanted == 1) & ~few).numpy()])
    least = float(wished[int((1 - _KEPT) * len(wished))])
    print("weights", [round(weight, 2) for weight in (weights / scale).tolist()], "least", round(least, 2))
    answered = Counter(_kind(asking) for (asking, _), score in zip(cases, scores, strict=True) if score >= least)
    for kind, count in sorted(asked_in_all.items()):
        print(f"{kind:16} silent {count - answered[kind]} of {count}")


if __name__ == "__main__":
    main()
