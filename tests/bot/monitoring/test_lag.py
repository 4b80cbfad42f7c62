"""The probe of the event loop, on a real one."""

import asyncio
import threading

from bot.monitoring.metrics import LagProbe


async def test_a_call_waits_as_long_as_the_loop_is_busy() -> None:
    here = threading.current_thread()
    asked = threading.Event()
    told: asyncio.Queue[float] = asyncio.Queue()
    seconds = 100.0

    def clock() -> float:
        now = seconds
        if threading.current_thread() is not here:
            asked.set()
        return now

    probe = LagProbe(told.put_nowait, clock)
    probe.start()
    assert asked.wait(30)  # the loop stands still in here, as it would in work of ours
    seconds += 7.0
    assert await told.get() == 7.0
    assert await told.get() == 0.0
    await probe.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "loop lag"]


async def test_it_ends_where_it_was_never_started() -> None:
    await LagProbe([].append).close()
