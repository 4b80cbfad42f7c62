"""``pytest tests/fuzz --hypothesis-profile=long`` looks fifty times as long, and elsewhere every time."""

from hypothesis import settings

from tests.fuzz.effort import LONG

settings.register_profile(LONG, derandomize=False, print_blob=True)
