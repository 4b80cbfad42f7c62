"""Garbage is collected in steps: what lasts is set aside, and nothing is kept for ever."""

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest

from bot.runtime.gc import Tidier, short_pauses


class Ring:
    """Needs the collector to go: it refers to itself."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def tidier() -> Iterator[Tidier]:
    made = Tidier()
    made.start(0.0)
    yield made
    made.stop()


def is_aside(thing: object) -> bool:
    return not any(found is thing for generation in range(3) for found in gc.get_objects(generation))


def test_young_garbage_goes_and_what_lasts_is_set_aside(tidier: Tidier) -> None:
    kept, lost = Ring(), weakref.ref(Ring())
    tidier.step(10.0, idle=False)
    assert lost() is None
    assert is_aside(kept)
    assert gc.get_freeze_count() > 0


def test_much_at_once_is_set_aside_without_another_look(tidier: Tidier) -> None:
    many = [Ring() for _ in range(400_000)]
    lost = weakref.ref(many.pop())
    many.reverse()
    full = gc.get_stats()[2]["collections"]
    tidier.step(10.0, idle=True)
    assert gc.get_stats()[2]["collections"] == full
    assert is_aside(many[0])
    assert lost() is not None
    del many
    tidier.step(4_000.0, idle=True)
    assert lost() is None


def test_all_is_looked_at_when_nobody_waits_or_at_last_in_any_case(tidier: Tidier) -> None:
    rings = [Ring(), Ring()]
    watched = [weakref.ref(ring) for ring in rings]
    tidier.step(10.0, idle=False)
    rings.pop()
    tidier.step(4_000.0, idle=False)
    assert watched[1]() is not None
    tidier.step(4_010.0, idle=True)
    assert watched[1]() is None
    rings.pop()
    tidier.step(8_000.0, idle=False)
    assert watched[0]() is not None
    tidier.step(4_010.0 + 6 * 3_600, idle=False)
    assert watched[0]() is None


async def test_python_is_left_as_it_was() -> None:
    before = gc.get_threshold(), sys.getswitchinterval()
    async with short_pauses(lambda: True):
        assert (gc.get_threshold(), sys.getswitchinterval()) != before
        assert gc.get_freeze_count() > 0
    assert (gc.get_threshold(), sys.getswitchinterval()) == before
    assert gc.get_freeze_count() == 0
