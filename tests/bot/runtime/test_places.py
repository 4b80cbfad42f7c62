"""Places dealt out by server, and looks that nothing ends."""

import asyncio

import pytest

from bot.runtime.lookout import Lookout
from bot.runtime.places import DealtPlaces


class Street:
    """Who holds a place, in order of arrival, and a door each by which they leave."""

    def __init__(self, places: DealtPlaces) -> None:
        self._places = places
        self.inside: list[str] = []
        self._doors: dict[str, asyncio.Event] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def come(self, *names: str, first: bool = False, alone: bool = False) -> None:
        """Let each wait for a place; the server of "a1" is "a"."""
        for name in names:
            self._doors[name] = asyncio.Event()
            self._tasks[name] = asyncio.create_task(self._stay(name, first=first, alone=alone))
        await settle()

    async def go(self, *names: str) -> None:
        for name in names:
            self._doors[name].set()
        await settle()

    async def give_up(self, name: str) -> None:
        self._tasks[name].cancel()
        await settle()

    async def _stay(self, name: str, *, first: bool, alone: bool) -> None:
        async with self._places.held(name[0], first=first, alone=alone):
            self.inside.append(name)
            await self._doors[name].wait()
            self.inside.remove(name)


async def settle() -> None:
    """Let all tasks go on as far as they can."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_one_server_with_fifty_leaves_places_to_others() -> None:
    street = Street(DealtPlaces(4, each=2))
    await street.come(*(f"a{number}" for number in range(50)))
    assert street.inside == ["a0", "a1"]
    await street.come("b0")
    assert street.inside == ["a0", "a1", "b0"]


async def test_where_all_places_are_taken_another_server_waits_for_the_next_that_is_free() -> None:
    street = Street(DealtPlaces(4, each=2))
    await street.come(*(f"{name}{number}" for number in range(50) for name in "ac"))
    assert street.inside == ["a0", "c0", "a1", "c1"]
    await street.come("b0")
    await street.go("c1")
    assert street.inside == ["a0", "c0", "a1", "b0"]
    await street.go("b0")
    assert street.inside == ["a0", "c0", "a1", "c2"]


async def test_servers_take_turns() -> None:
    street = Street(DealtPlaces(1, each=1))
    await street.come("x0")
    await street.come(*(f"{name}{number}" for name in "abc" for number in range(2)))
    order = []
    while street.inside:
        order += street.inside
        await street.go(*street.inside)
    assert order == ["x0", "a0", "b0", "c0", "a1", "b1", "c1"]


async def test_who_is_first_goes_before_its_own_and_before_others_only_where_it_has_no_place() -> None:
    street = Street(DealtPlaces(2, each=1))
    await street.come("a0", "b0", "a1", "c0", "d0")
    await street.come("a2", first=True)
    await street.come("e0", first=True)
    await street.go("b0")
    assert street.inside == ["a0", "e0"]
    await street.go("a0", "e0")
    await street.go("c0", "a2", "d0", "a1")
    assert street.inside == []


async def test_who_wants_to_be_alone_is_and_keeps_nobody_waiting_who_has_given_up() -> None:
    street = Street(DealtPlaces(3, each=2))
    await street.come("a0")
    await street.come("b0", alone=True)
    await street.come("c0")
    assert street.inside == ["a0"]
    await street.go("a0")
    assert street.inside == ["b0"]
    await street.come("a1")
    assert street.inside == ["b0"]
    await street.go("b0")
    assert street.inside == ["c0", "a1"]
    await street.come("d0", alone=True)
    await street.come("e0")
    await street.give_up("d0")
    assert street.inside == ["c0", "a1", "e0"]


async def test_a_place_granted_to_who_gives_up_in_that_moment_is_free_again() -> None:
    places = DealtPlaces(1, each=1)
    street = Street(places)
    await street.come("a0", "b0")
    street._doors["a0"].set()
    for _ in range(10):
        await asyncio.sleep(0)
        if not street.inside:
            street._tasks["b0"].cancel()
    await street.come("c0")
    assert street.inside == ["c0"]


async def test_a_look_that_fails_is_not_the_last(caplog: pytest.LogCaptureFixture) -> None:
    looks: list[int] = []

    async def look() -> None:
        looks.append(len(looks))
        raise RecursionError

    lookout = Lookout("things", look, 3_600)
    for expected in range(1, 4):
        lookout.wake()
        await settle()
        assert len(looks) == expected
    assert caplog.text.count("things: something failed") == 3
    await lookout.stop()
    lookout.wake()
    await settle()
    assert len(looks) == 3


async def test_a_wake_during_a_look_makes_one_more() -> None:
    doors = [asyncio.Event() for _ in range(3)]
    began: list[int] = []

    async def look() -> None:
        began.append(len(began))
        await doors[len(began) - 1].wait()

    lookout = Lookout("things", look, 3_600)
    for _ in range(5):
        lookout.wake()
        await settle()
    assert len(began) == 1
    doors[0].set()
    await settle()
    assert len(began) == 2
    doors[1].set()
    await settle()
    assert len(began) == 2
    await lookout.stop()
