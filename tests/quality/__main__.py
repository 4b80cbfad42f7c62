"""Print the quality tables: ``python -m tests.quality [--misses]``, with ../shared beside the repository.

The columns besides ours are those of the workplace's measurements (../shared/eval/README.md). ``--misses`` prints what
is wrong in the dev articles of ordinary news too, a line for each: what, of which kind, where, the right name and ours.
"""

import argparse
from pathlib import Path
from typing import Any

from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from tests.quality.measures import answers, attributions, names, ordinary, own_prose, pages, seed_answers

SHARED = Path(__file__).resolve().parents[3] / "shared"


def main() -> None:
    """Measure and print the tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="what is wrong in ordinary news, a line for each")
    options = parser.parse_args()
    misses: list[tuple[Any, ...]] = []
    console = Console(width=140)
    console.print(attribution_table())
    console.print(ordinary_table(misses))
    console.print(answer_table())
    for miss in sorted(misses, key=str) if options.misses else ():
        console.print(*miss, sep=" | ", markup=False, highlight=False, soft_wrap=True)


def attribution_table() -> Table:
    """Attribution and names on the dev articles."""
    found, named = attributions(SHARED), names(SHARED)
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


def answer_table() -> Table:
    """Answers to the dev, encyclopaedia and seed questions."""
    news = answers(SHARED, "news_dev.jsonl", "news_questions.jsonl")
    wiki = answers(SHARED, "wiki_articles.jsonl", "wiki_questions.jsonl")["all"]
    seed = seed_answers(SHARED)
    silent = news["abstain"]
    return _table(
        ["news_questions.jsonl", "Onrecord", "rank-bm25, stemmed", "MiniLM + BM25"],
        ["hit@1, all", _one(news["all"]["hit1"]), "51.0", "58.7"],
        ["hit@1, said", _one(news["said"]["hit1"]), "50.0", "55.4"],
        ["hit@5, all", _one(news["all"]["hit5"]), "72.4", "79.6"],
        ["MRR", f"{news['all']['mrr']:.3f}", "0.600", "0.680"],
        ["paraphrase hit@5", _one(news["paraphrase"]["hit5"]), "0", "11"],
        ["right and rightly named", _one(news["speaker"]["right"]), "0", "0"],
        ["silent: unanswerable / answerable", f"{_one(silent['abstained'])} / {_one(silent['wrongly'])}", "0 / 0", "-"],
        ["wiki hit@1 / MRR", f"{_one(wiki['hit1'])} / {wiki['mrr']:.3f}", "75.3 / 0.833", "72.0 / 0.807 (MiniLM)"],
        ["seed hit@1 / speaker", f"{_one(seed['all']['hit1'])} / {_one(seed['speaker']['right'])}", "-", "-"],
    )  # fmt: skip


def _one(value: float) -> str:
    return f"{value:.1f}"


def _table(heads: list[str], *rows: list[str]) -> Table:
    table = Table(*heads, box=MARKDOWN)
    for row in rows:
        table.add_row(*row)
    return table


if __name__ == "__main__":
    main()
