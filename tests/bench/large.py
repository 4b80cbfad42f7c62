"""The largest articles: ``python -m tests.bench.large [--only WORD] [--largest BYTES]``.

Adds articles of 2 MB to a file, each in a process of its own, and prints for each what it has, the seconds of the
processor that adding takes, and the peak of memory of that whole process; or why it is refused. Then what is asked for
with "Who said this?", 4,000 characters each, over the articles of ../shared/eval/news_dev.jsonl: the seconds of one
look, the first aside.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from index import OnrecordError, open_library, read_text
from tests.fuzz.families import FAMILIES, MESSAGES, Family

DEV = Path(__file__).resolve().parents[3] / "shared" / "eval" / "news_dev.jsonl"
LARGEST = 2_000_000  # bytes of an article that may be added
_INNER = "--inner"
_MESSAGE = 4_000


def _news() -> list[str]:
    with DEV.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def _prose(size: int) -> str:
    return ("\n\n".join(_news()) * (size // 300_000 + 1))[:size]


def _numbered(form: str, times: int) -> Family:
    """A form with a number, or in place of "@" a name of its own, so many times; then words without end."""

    def grow(size: int) -> str:
        names = FAMILIES["names"](30 * times).split()[1::2]
        parts = (form.replace("#", str(number)).replace("@", names[number]) for number in range(times))
        return "".join(parts)[:size]

    return grow


CASES: dict[str, Family] = {
    "news": _prose,
    "news, in one paragraph": lambda size: " ".join(_prose(size).split()),
    "80,000 lines": _numbered("Ferry # sails.\n\n", 80_000),
    "20,000 lines that report": _numbered("“Ferry # sails at dawn and comes back,” Mara Vohn said.\n\n", 20_000),
    "20,000 names in lines": _numbered("The @ Company and Mara @ said that they had told them so.\n\n", 20_000),
    "20,000 names in one": _numbered("“We sail,” Mara @ said. ", 12_400),
    "40,000 names": _numbered("Mara @, ", 40_000),
    "headings": _numbered("The Ferry # Sails\n\nIt sails at dawn.\n\n", 10_000),
    "25,000 short sentences": _numbered("He said. So it is. ", 12_400),
    **{name: FAMILIES[name] for name in (
        "straight marks", "straight words", "curly marks", "nested marks", "single marks", "cues", "said", "names",
        "he said she said", "he said. she said.", "she said, in one", "few names said", "stops apart", "initials",
        "tiny paragraphs", "short lines", "one word", "digits", "questions", "Chinese",
    )},
}  # fmt: skip


def _cut(text: str, size: int) -> str:
    return text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore")


def _add(name: str, size: int) -> str:
    article = read_text(_cut(CASES[name](size), size))
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "onrecord.db") as library:
        began = time.process_time()
        try:
            added = library.add(article).article
            words = f"{added.sentences:>7} sentences {added.attributions:>7} attributions"
        except OnrecordError as error:
            words = str(error).partition(": ")[2]
        taken = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bytes_of = len(article.text.encode("utf-8", "replace"))
    return f"{bytes_of / 1e6:5.2f} MB {len(article.paragraphs):>7} paragraphs {taken:6.1f} s {peak:5.0f} MB {words}"


def _trace(only: str) -> None:
    texts = _news()
    longest = max(texts, key=len)
    messages = {name: grow(_MESSAGE) for name, grow in MESSAGES.items()}
    messages["news"] = longest[:_MESSAGE]
    messages["news, three quotations"] = " he said, ".join(
        f"“{longest[at : at + 1_290].replace('“', '').replace('”', '')}”" for at in (0, 2_000, 4_000)
    )
    messages["words of the news"] = " ".join(dict.fromkeys(" ".join(texts).lower().split()))[:_MESSAGE]
    with open_library(None) as library:
        for text in texts:
            library.add(read_text(text))
        library.trace("“We sail,” she said.")
        for name, message in messages.items():
            if only in name:
                library.trace(message)
                print(f"trace {name:28} {_seconds(lambda said=message: library.trace(said)):6.3f} s", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    took = []
    for _ in range(3):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--largest", type=int, default=LARGEST)
    parser.add_argument(_INNER, default="", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inner:
        print(_add(asked.inner, asked.largest))
        return
    for name in CASES:
        if asked.only in name:
            inner = [sys.executable, "-m", "tests.bench.large", _INNER, name, "--largest", str(asked.largest)]
            done = subprocess.run(inner, capture_output=True, text=True, check=False)
            print(f"add {name:26} {done.stdout.strip() or done.stderr.strip()[-200:]}", flush=True)
    _trace(asked.only)


if __name__ == "__main__":
    main()
