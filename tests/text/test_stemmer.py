"""Stems are NLTK's, of which no more is loaded than makes them."""

import re
import subprocess
import sys

from index import sample_articles

COMPARED = """
import sys
from index.text.stemmer import english_stem
ours = english_stem()
words = sys.stdin.read().split()
assert ours("sailing") == "sail" and not any(name.split(".")[0] == "nltk" for name in sys.modules)
from nltk.stem.snowball import SnowballStemmer
theirs = SnowballStemmer("english").stem
assert theirs.__func__ is not ours.__func__
print(sum(theirs(word) == ours(word) for word in words), *(word for word in words if theirs(word) != ours(word)))
"""


def test_stems_are_those_of_the_whole_package() -> None:
    words = {word for article in sample_articles() for word in re.findall(r"[^\W\d_]+", article.text.lower())}
    words |= {f"realiz{end}" for end in ("e", "es", "ed", "ing", "ation", "ational", "er", "edly", "ability", "able")}
    ran = subprocess.run(
        [sys.executable, "-c", COMPARED], input=" ".join(sorted(words)), capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"{len(words)}\n"
