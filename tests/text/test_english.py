import gzip
from pathlib import Path

import pytest
from spellchecker import SpellChecker

from index.text import english
from index.text.english import is_english


def test_the_list_is_that_of_the_pinned_package() -> None:
    words = "\n".join(sorted(SpellChecker(language="en").word_frequency.words()))
    # Written by gzip.compress(words.encode(), 9, mtime=0).
    assert gzip.decompress(Path(english.__file__).with_name("english.txt.gz").read_bytes()).decode() == words


@pytest.mark.parametrize(("form", "known"), [
    ("harbor", True), ("Harbor", True), ("harbors", True), ("harbor's", True), ("zürich", True),
    ("ashgrove", False), ("", False), ("s", True), ("harbor harbors", False), ("harb\nour", False),
])  # fmt: skip
def test_words_are_known_in_either_case_and_inflected(form: str, known: bool) -> None:
    assert is_english(form) is known
