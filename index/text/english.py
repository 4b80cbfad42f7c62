"""Which words are English."""

from functools import cache

from spellchecker import SpellChecker


@cache
def _english() -> SpellChecker:
    return SpellChecker(language="en", distance=1)


def is_english(form: str) -> bool:
    """Whether it is a common English word, or one inflected."""
    known = _english()
    return form in known or any(form.endswith(tail) and form[: -len(tail)] in known for tail in ("s", "'s"))
