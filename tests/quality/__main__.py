"""Print the quality tables: ``python -m tests.quality [--misses]``, with ../shared beside the repository.

The columns besides ours are those of the workplace's measurements (../shared/eval/README.md). ``--misses`` prints what
is wrong in the dev articles of ordinary news too, a line for each: what, of which kind, where, the right name and ours;
and the members' questions whose first passage is no full answer.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from tests.quality.measures import answers, attributions, members, names, ordinary, own_prose, pages, seed_answers

SHARED = Path(__file__).resolve().parents[3] / "shared"


def main() -> None:
    """Measure and print the tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="what is wrong in ordinary news, a line for each")
    options = parser.parse_args()
    misses: list[tuple[Any, ...]] = []
    console = Console(width=140)
    with TemporaryDirectory() as scratch:
        shelves = Path(scratch)
        console.print(attribution_table(shelves))
        console.print(ordinary_table(misses))
        for miss in sorted(misses, key=str) if options.misses else ():
            console.print(*miss, sep=" | ", markup=False, highlight=False, soft_wrap=True)
        console.print(answer_table(shelves))
        for missed in misses_of_asks(shelves) if options.misses else ():
            console.print(*missed, sep=" | ", markup=False, highlight=False, soft_wrap=True)


def attribution_table(shelves: Path) -> Table:
    """Attribution and names on the dev articles."""
    found, named = attributions(SHARED, shelves), names(SHARED, shelves)
    quotes = found["quotes"]
    return _table(
        ["news_dev.jsonl", "Onrecord", "best published, retrained", "second human"],
        ["attributions F1 (content and mention)", _one(found["attribution"]["f1"]), "52.6", "75.2"],
        ["content tokens F1", _one(found["content"]["f1"]), "71.4", "91.9"],
        [
            "direct quotations found / right mention",
            f"{_one(quotes['recall'])} / {_one(quotes['speaker'])}",
            "66 / 61",
            "99 / 98",
        ],
        ["sentences: right mention", _one(found["sentence"]["speaker"]), "54.7", "86.5"],
        ["names: right / wrong", f"{_one(named['right'])} / {_one(named['wrong'])}", "34 / 28", "-"],
    )


def ordinary_table(misses: list[tuple[Any, ...]]) -> Table:
    """Speakers in ordinary news: the workplace's dev articles, our own, and labelled pages; fills `misses`."""
    news, own, found = ordinary(SHARED, misses), own_prose(SHARED), pages(SHARED)

    def share(of: str, *kinds: str) -> list[str]:
        return [" / ".join(_one(result[of][kind]) for kind in kinds) for result in (news, own)]

    def via(result: dict[str, Any]) -> str:
        cited = result["via"]
        return f"{cited['right']} of {cited['n']}, {cited['wrong']} + {cited['spurious']}"

    return _table(
        ["who said it", "real/dev.jsonl", "our own 150, read in training", "29 pages, read in training"],
        ["right / wrong", *share("all", "right", "wrong"), "-"],
        ["direct right", *share("direct", "right"), "-"],
        ["indirect right", *share("indirect", "right"), "-"],
        ["untagged right", *share("untagged", "right"), "-"],
        ["found", *share("all", "found"), _one(found["found"])],
        ["false, of 100 claims", _one(news["false"]), _one(own["false"]), _one(found["false"])],
        ["cited outlets right, wrong + spurious", via(news), via(own), "-"],
        ["editor", _one(news["editor"]), _one(own["editor"]), "-"],
    )


def answer_table(shelves: Path) -> Table:
    """Answers to members' questions, to those about campaign news and an encyclopaedia, and to the seed article's."""
    seed = seed_answers(SHARED)
    asks = [members(SHARED, shelves, meaning=meaning) for meaning in (True, False)]
    news, wiki = (
        [
            answers(SHARED, shelves, f"{name}.jsonl", f"{asked}_questions.jsonl", meaning=meaning)
            for meaning in (True, False)
        ]
        for name, asked in (("news_dev", "news"), ("wiki_articles", "wiki"))
    )

    return _table(
        ["answers", "Onrecord", "without the encoder", "rank-bm25, stemmed", "MiniLM + BM25"],
        [
            "asks, full: hit@1 / @3 / @5",
            *(" / ".join(map(_one, a.full()[:3])) for a in asks),
            "21.2 / 41.2 / 47.1",
            "-",
        ],
        ["asks, full: MRR", *(f"{a.full()[3]:.3f}" for a in asks), "0.331", "-"],
        ["asks, right speaker, first", *(f"{a.counts['first_ok']} of {a.counts['first']}" for a in asks), "-", "-"],
        [
            "asks silent: absent / confusable / answerable",
            *(" / ".join(str(a.silent[kind][1]) for kind in ("absent", "confusable", "answerable")) for a in asks),
            "-",
            "-",
        ],
        ["news hit@1, all", *(_one(a["all"]["hit1"]) for a in news), "51.0", "58.7"],
        ["news hit@1, said", *(_one(a["said"]["hit1"]) for a in news), "50.0", "55.4"],
        ["news hit@5, all", *(_one(a["all"]["hit5"]) for a in news), "72.4", "79.6"],
        ["news MRR", *(f"{a['all']['mrr']:.3f}" for a in news), "0.600", "0.680"],
        ["news paraphrase hit@5", *(_one(a["paraphrase"]["hit5"]) for a in news), "0", "11"],
        ["news right and rightly named", *(_one(a["speaker"]["right"]) for a in news), "0", "0"],
        [
            "news silent: unanswerable / answerable",
            *(f"{_one(a['abstain']['abstained'])} / {_one(a['abstain']['wrongly'])}" for a in news),
            "0 / 0",
            "-",
        ],
        [
            "wiki hit@1 / MRR",
            *(f"{_one(a['all']['hit1'])} / {a['all']['mrr']:.3f}" for a in wiki),
            "75.3 / 0.833",
            "72.0 / 0.807 (MiniLM)",
        ],
        ["seed hit@1 / speaker", "-", f"{_one(seed['all']['hit1'])} / {_one(seed['speaker']['right'])}", "-", "-"],
    )


def misses_of_asks(shelves: Path) -> Iterator[tuple[Any, ...]]:
    """Members' questions whose first passage is no full answer though there is one: the rank of the first that is,
    the question, and what came first."""
    for meaning in (True, False):
        for rank, question, passage in members(SHARED, shelves, meaning=meaning).missed:
            yield "with meaning" if meaning else "by words", rank, question, passage


def _one(value: float) -> str:
    return f"{value:.1f}"


def _table(heads: list[str], *rows: list[str]) -> Table:
    table = Table(*heads, box=MARKDOWN)
    for row in rows:
        table.add_row(*row)
    return table


if __name__ == "__main__":
    main()
