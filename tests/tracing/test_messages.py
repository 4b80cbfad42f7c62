"""Sixty members' messages over six articles: as many as an editor would want are judged right, none is accused.

The bot hands on a message's text as it was written, Markdown, mentions and all. What a message should be told is in
messages.jsonl; news/README.md says what its fields mean.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from index import Claim, Library, Likeness, Trace, open_library, read_text, shared_encoder
from index.text.folding import fold_name

HERE = Path(__file__).parent
LIKENESS = {
    "exact": {Likeness.EXACT},
    "near": {Likeness.NEAR},
    "altered": {Likeness.ALTERED},
    "paraphrase": {Likeness.CLOSEST},
    "none": {None, Likeness.CLOSEST},
}
CONFIRMING = {Likeness.EXACT, Likeness.NEAR}
TOLD = {Likeness.EXACT, Likeness.NEAR, Likeness.ALTERED}
"""Likenesses with which it is told whether the claim is right."""

# Of the sixty 34 were judged right before "Who said this?" was changed for them.
FLOORS = {"all": 59, "exact": 10, "harmless": 6, "altered": 8, "misattributed": 7, "denial": 6, "paraphrase": 6}


@dataclass(frozen=True, slots=True)
class Judged:
    """A message, what was found for it, and what is wrong with that; "" where nothing is."""

    message: dict[str, Any]
    found: tuple[Trace, ...]
    fault: str


def is_called(expected: str | None, found: str | None) -> bool:
    """Whether a claimant is told as the message names it, or with less of what describes it beside the name."""
    if expected is None or found is None:
        return expected is found
    return f" {fold_name(found)} " in f" {fold_name(expected)} ".replace(",", "")


def fault_of(expected: dict[str, Any], found: Trace, titles: dict[str, str]) -> str:
    """What an editor would say against what was found; "" for nothing."""
    wanted = LIKENESS[expected["likeness"]]
    if found.likeness not in wanted:
        return f"likeness {found.likeness}"
    if expected["likeness"] == "none":
        return ""
    passage = found.passage
    assert passage is not None
    if titles[passage.article_id] != expected["article"]:
        return "article"
    ends = expected["stored"].split("”")[0], expected["stored"].split("“")[-1]
    if not any(end in passage.text for end in ends) and passage.text.rstrip(".") not in expected["stored"]:
        return f"passage {passage.text}"
    if not (passage.speaker or "").startswith(expected["speaker"]):  # "KC" may follow
        return f"speaker {passage.speaker}"
    if found.likeness in TOLD:
        if found.claim != expected["claim"]:
            return f"claim {found.claim}, claimed {found.claimed}"
        if not is_called(expected["claimed"], found.claimed):
            return f"claimed {found.claimed}"
    return ""


def judged(messages: Sequence[dict[str, Any]], library: Library, titles: dict[str, str]) -> Iterator[Judged]:
    for message in messages:
        found = library.trace(message["message"])
        rest = list(found)
        faults = []
        for expected in message["expected"]:
            words = set(expected["quoted"].split())
            best = max(rest, key=lambda trace: len(words & set(trace.quoted.split())), default=None)
            if best is None:
                faults.append("not looked for")
                continue
            rest.remove(best)
            faults.append(fault_of(expected, best, titles))
        faults += [f"also {trace.quoted}" for trace in rest if trace.likeness is not None]
        yield Judged(message, found, "; ".join(fault for fault in faults if fault))


@pytest.fixture(scope="module", params=["words", "meaning"])
def results(request: pytest.FixtureRequest) -> tuple[Judged, ...]:
    """All sixty, with and without the encoder."""
    messages = [json.loads(line) for line in (HERE / "messages.jsonl").read_text("utf-8").splitlines()]
    with open_library(None, encoder=shared_encoder() if request.param == "meaning" else None) as library:
        news = sorted((HERE / "news").glob("*.txt"))
        titles = {library.add(read_text(path.read_text("utf-8"))).article.id: path.stem for path in news}
        library.complete()
        return tuple(judged(messages, library, titles))


def test_nearly_all_are_judged_as_an_editor_would(results: tuple[Judged, ...]) -> None:
    of, right = Counter[str](), Counter[str]()
    for result in results:
        for kind in (result.message["kind"], "all"):
            of[kind] += 1
            right[kind] += not result.fault
    print(*(f"{kind:15} {right[kind]:2} of {of[kind]}" for kind in of), sep="\n")
    faults = [f"{result.message['id']}: {result.fault}" for result in results if result.fault]
    print(*faults, sep="\n")
    assert len(results) == 60
    assert not {kind: right[kind] for kind, floor in FLOORS.items() if right[kind] < floor}, faults


def test_what_is_rightly_given_is_never_called_wrong(results: tuple[Judged, ...]) -> None:
    for result in results:
        wrong = sum(expected["claim"] == "wrong" for expected in result.message["expected"])
        accused = [trace for trace in result.found if trace.likeness in TOLD and trace.claim is Claim.WRONG]
        assert len(accused) <= wrong, result.message["message"]
        altered = sum(expected["likeness"] == "altered" for expected in result.message["expected"])
        assert sum(trace.likeness is Likeness.ALTERED for trace in result.found) <= altered, result.message["message"]


def test_what_nobody_said_is_never_confirmed(results: tuple[Judged, ...]) -> None:
    for result in results:
        real = sum(expected["likeness"] in {"exact", "near"} for expected in result.message["expected"])
        assert sum(trace.likeness in CONFIRMING for trace in result.found) <= real, result.message["message"]
