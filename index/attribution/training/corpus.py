"""The labelled articles that the tagger learns from, and the cues of those whose labels name none.

PolNeAR and the labels made for the workplace are read in place, beside the repository; articles of our own about
invented people, labels over pages of the workplace and stances (what people think, like, fear: attributions for
PolNeAR, but no statements) stand in a folder of our own, of the workplace's texts offsets only.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.attribution.blocks import Block, Quoting
from index.model.article import Act, Span
from index.text.cues import cue_acts

Pairs = list[list[int]]

_AUXILIARIES = frozenset(
    "has have had was were is are been be did does do will would could can may might not n't ’t 't also never later "
    "then".split()
)
_WRONG_ACT, _COLON, _STOP = 3.0, 4.0, 15.0  # what speaks against a word as the cue, in tokens of distance
_FARTHEST = 14.0
_NEARER = 0.7  # weight of a token between cue and content, beside one between cue and mention


@dataclass(frozen=True, slots=True)
class Labelled:
    """An attribution as labelled: pairs of offsets; `cue` is None where the labels name no cues, `name` "" where they
    name no speaker."""

    content: Pairs
    mention: Pairs
    cue: Pairs | None
    act: Act
    name: str


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """A text with everything that is said, thought or meant in it."""

    text: str
    attributions: tuple[Labelled, ...]


def polnear(path: Path) -> Iterator[LabelledArticle]:
    """The articles of a file of PolNeAR's, in its order; an attribution without a cue counts as none."""
    for record in _records(path):
        yield LabelledArticle(
            record["text"],
            tuple(
                Labelled(a["content"], a["speaker"], a["cue"], Act.SAID, "") for a in record["attributions"] if a["cue"]
            ),
        )


def ordinary(shared: Path, own: Path) -> Iterator[LabelledArticle]:
    """Articles of all kinds of news: those of ``shared/eval/real/train.jsonl``, the pages labelled, and our own.

    `own` is the folder with ``labels.jsonl``, ``stances.jsonl`` and ``prose``.
    """
    labels = _by_article(own / "labels.jsonl")
    stances = _by_article(own / "stances.jsonl")

    def article(file: str, id_: str, text: str, attributions: Sequence[dict[str, Any]]) -> LabelledArticle:
        labelled = tuple(_labelled(a, a.get("act") or Act.SAID) for a in attributions)
        return LabelledArticle(text, labelled + tuple(_labelled(a, Act.THOUGHT) for a in stances.get((file, id_), ())))

    for record in _records(shared / "eval" / (file := "real/train.jsonl")):
        more = labels.get((file, record["id"]), [])
        yield article(file, record["id"], record["text"], [*record["attributions"], *more])
    for record in _records(shared / "eval" / (file := "pages.jsonl")):
        if (file, record["id"]) in labels:
            text = "\n\n".join(filter(None, (record["title"], record["body"])))
            yield article(file, record["id"], text, labels[file, record["id"]])
    for path in sorted((own / "prose").glob("*.jsonl")):
        for record in _records(path):
            yield article(f"prose/{path.name}", record["id"], record["text"], record["attributions"])


def _by_article(path: Path) -> dict[tuple[str, str], list[dict[str, Any]]]:
    return {(record["file"], record["id"]): record["attributions"] for record in _records(path)}


def _labelled(given: dict[str, Any], act: str) -> Labelled:
    return Labelled(given["content"], given["speaker"], given.get("cue"), Act(act), given.get("name") or "")


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def cue_of(blocks: Sequence[Block], starts: Sequence[int], found: Labelled) -> Span | None:
    """The words that report an attribution whose labels name no cue: the reporting word nearest to its mention and
    content in the mention's block, with its auxiliaries; None if there is none near."""
    contents = [Span(*pair) for pair in found.content]
    mention = Span(*found.mention[0]) if found.mention else None
    home = max(0, bisect_right(starts, (mention or contents[0]).start) - 1)
    block = blocks[home]
    tokens, words = block.tokens, [word.lower() for word in block.tokens.text]
    told = [tokens.range(span) for span in contents]
    told = [(first, last) for first, last in told if first < last]
    named = tokens.range(mention) if mention else None
    taken = {at for first, last in [*told, *([named] if named else [])] for at in range(first, last)}
    best: tuple[float, int, int] | None = None
    for at, word in enumerate(words):
        if at in taken:
            continue
        last = at + 2 if word == "according" and words[at + 1 : at + 2] == ["to"] else at + 1
        cost = _cost(word, found.act) if last == at + 1 else 0.0
        if cost is None:
            continue
        cost += _between(at, last, named) if named else 0
        cost += _NEARER * min((_between(at, last, content) for content in told), default=6)
        if named:
            low, high = min(at, named[0]), max(last, named[1])
            cost += _STOP * sum(
                block.stops[k] and k not in taken and block.quoting[k] is Quoting.OUTSIDE for k in range(low, high)
            )
        if best is None or cost < best[0]:
            best = cost, at, last
    if best is None or best[0] > _FARTHEST:
        return None
    _, first, last = best
    while first and first - 1 not in taken and words[first - 1] in _AUXILIARIES:
        first -= 1
    return tokens.span(first, last)


def _cost(word: str, act: Act) -> float | None:
    """What speaks against a word as a cue of `act`; None where it is no cue."""
    if word == ":":
        return _COLON
    known = cue_acts().get(word)
    if known is None:
        return None
    return 0.0 if (known is Act.SAID) == (act is Act.SAID) else _WRONG_ACT


def _between(first: int, last: int, other: tuple[int, int]) -> int:
    return max(0, other[0] - last, first - other[1])
