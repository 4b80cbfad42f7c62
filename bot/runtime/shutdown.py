"""Stopping: what people wait for is finished first, and the process is gone in time whatever is left."""

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Awaitable
from threading import Timer

log = logging.getLogger(__name__)

FINISH = 2.5
"""Seconds that commands under way have to be finished."""

LEAVE = 0.75
"""Seconds that each other thing has to be closed."""

LIMIT = 4.5
"""Seconds from the signal after which the process ends, whatever is left: containers are killed later than that."""

# By which discord.py calls the tasks in which commands, buttons, forms and messages are handled.
_HANDLERS = (
    "CommandTree-invoker",
    "discord-ui-view-dispatch-",
    "discord-ui-dynamic-item-",
    "discord-ui-modal-dispatch-",
    "discord.py: on_message",
)


async def finish_handlers() -> None:
    """Wait for what people are waiting for; give up what takes longer than `FINISH`.

    What has been given up may go on in a thread: it is one transaction, which is committed whole or not at all.
    """
    under_way = handlers()
    if under_way:
        log.info("Finishing %s things under way", len(under_way))
        await asyncio.wait(under_way, timeout=FINISH)
    left = handlers()
    for task in left:
        task.cancel()
    if left:
        log.warning("Gave up %s things under way that took too long", len(left))
        await asyncio.wait(left, timeout=LEAVE)


async def within(closing: Awaitable[None], what: str) -> None:
    """Close something, but wait for it no longer than `LEAVE`."""
    task = asyncio.ensure_future(closing)
    done, _ = await asyncio.wait({task}, timeout=LEAVE)
    if done:
        task.result()
    else:
        log.warning("Left %s as it was, for it took too long to close", what)


def end_in_time() -> Timer:
    """Make sure that the process ends within `LIMIT` with exit code 0; cancel the timer where it does not end by it.

    A database that is in the middle of a write takes that back when it is opened the next time.
    """
    timer = Timer(LIMIT, _end, ("Stopping with something under way: it is taken back", 0))
    timer.daemon = True
    timer.start()
    return timer


def end_now(number: int) -> None:
    """End the process at once, as the signal of that number does by itself."""
    _end("Asked to stop again: stopping at once", 128 + number)


def _end(words: str, code: int) -> None:
    log.warning(words)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def handlers() -> set[asyncio.Task[object]]:
    """What people are waiting for, on the running loop."""
    return {task for task in asyncio.all_tasks() if task.get_name().startswith(_HANDLERS)}
