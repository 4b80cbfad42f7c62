"""What the encoder costs: ``python -m tests.bench.encoder [SENTENCES [FILE]]`` (default 10,000).

Makes a library of about so many sentences as `tests.bench.cold` does (in FILE, if it is given), with vectors by chance
in place of encoded ones, which take as long to compare. Then fresh processes, one without and one with the encoder, ask
it questions and add articles. Prints milliseconds of the processor of a question (median and 99 of 100), of a sentence
encoded, milliseconds by the clock of an article until it is confirmed (median), and megabytes after the questions.
"""

import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median, quantiles

import numpy as np
from rich.box import MARKDOWN
from rich.console import Console
from rich.table import Table

from index import PUBLIC, open_library, read_text, shared_encoder
from index.ranking.vectors import quantised
from index.store import Store
from index.store.vectors import SavedVectors, lacking, put_vectors
from tests.bench.cold import Prose, _memory, build

ASKED, ADDED, ENCODED = 300, 20, 200
FORMS = (
    "What did {0} say about the {1}?",
    "Who warned of the {1} and the {2}?",
    "How many {1} were {2}?",
    "why was the {1} {2}",
)


def fill(path: Path) -> None:
    """Write vectors by chance for all articles."""
    model, chance = shared_encoder().digest() or "", np.random.default_rng(5)
    with closing(Store(path)) as store, store.writing(PUBLIC):
        for one in lacking(store, PUBLIC, model):
            made = chance.normal(size=(one.sentences, 384)).astype(np.float32)
            content = quantised(made / np.linalg.norm(made, axis=1, keepdims=True)).to_bytes()
            put_vectors(store, PUBLIC, one.article_id, one.revision, SavedVectors(model, "", content))


def measured(path: Path, *, encoded: bool) -> dict[str, float]:
    """The figures of one process."""
    prose, pick = Prose(Random(11)), Random(3)
    asked = [
        pick.choice(FORMS).format(" ".join(prose.person()), prose.word(), prose.word()) for _ in range(ASKED)
    ]  # of words by their frequency
    texts = [f"{prose.clause().capitalize()}, {prose.clause()}." for _ in range(ENCODED)]
    articles = [read_text(prose.article((2 + encoded) * 1_000_000 + number)) for number in range(ADDED)]
    gc.collect()
    encoder = shared_encoder() if encoded else None
    with open_library(path, encoder=encoder) as library:
        library.ask(asked[0])
        times = spent([lambda question=question: library.ask(question) for question in asked[1:]])
        memory = _memory()
        one = spent([lambda: list(encoder.encode(texts))])[0] / ENCODED if encoder is not None else 0.0
        confirmed = []
        for article in articles:
            began = time.perf_counter()
            library.add(article)
            confirmed.append(1000 * (time.perf_counter() - began))
    return {
        "question": median(times),
        "slow": quantiles(times, n=100)[98],
        "sentence": one,
        "confirmed": median(confirmed),
        "memory": memory,
    }


def spent(calls: Sequence[Callable[[], object]]) -> list[float]:
    """Milliseconds of the processor of each call."""
    found = []
    for call in calls:
        began = time.process_time()
        call()
        found.append(1000 * (time.process_time() - began))
    return found


def main() -> None:
    """Make the library, measure in fresh processes and print the table."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(Path(sys.argv[2]), encoded=sys.argv[3] == "with")))
        return
    size = int(sys.argv[1]) if sys.argv[1:] else 10_000
    found = Table(
        "encoder", "question ms", "99 of 100", "sentence ms", "article until confirmed ms", "MB", box=MARKDOWN
    )
    with tempfile.TemporaryDirectory() as directory:
        path = Path(sys.argv[2]) if sys.argv[2:] else Path(directory) / "encoder.db"
        if not path.exists():
            build(path, size)
        fill(path)
        for kind in ("without", "with"):
            run = [sys.executable, "-m", "tests.bench.encoder", "--one", str(path), kind]
            row = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
            found.add_row(
                kind, *(f"{row[name]:.1f}" for name in ("question", "slow", "sentence", "confirmed", "memory"))
            )
    Console(width=120).print(found)


if __name__ == "__main__":
    main()
