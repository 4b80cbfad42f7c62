"""How programs end: their exit codes, and no traceback where nobody takes what they write, or Ctrl-C stops them."""

import os
import signal
import sys
from contextlib import suppress
from enum import IntEnum
from typing import NoReturn

import click

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""
INTERRUPTION = "Interrupted; what was not said to be done has not been."


class Code(IntEnum):
    """The exit codes of all commands; in each, the last words on stderr say why."""

    DONE = 0
    NOTHING = 1
    """Nothing was found, or some of what was given failed and the rest was done."""
    USAGE = 2
    FAILED = 3
    """Nothing could be done: a database that is unusable, a disk that is full."""


def run_program(program: click.Command, name: str, *, mute: bool = False) -> NoReturn:
    """Run `program` with the arguments of this process, and end the process.

    A closed pipe, an output that takes no more and Ctrl-C end it without a traceback. Unless it is `mute`, for it has
    work to do that nobody reads of, it needs a standard output.
    """
    if not _open_streams() and not mute:
        _say("error: standard output is closed, so nothing can be shown.")
        sys.exit(Code.FAILED)
    code = _run(program, name)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except OSError as error:
        code = _unwritten(error)
    _quieten()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # all is done: nothing but a traceback would come of it
    sys.exit(code)


def _run(program: click.Command, name: str) -> int:
    """Run what was asked for; its exit code."""
    try:
        code = program(prog_name=name, standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say(INTERRUPTION)
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # the latter is how rich ends where the reader has gone
        return Code.DONE
    except OSError as error:
        return _unwritten(error)
    return code if isinstance(code, int) else Code.DONE


def _unwritten(error: OSError) -> int:
    _say(f"error: what was to be written could not be ({error.strerror or error}).")
    _quieten()  # what still waits could not be written either, and once is enough to say so
    return Code.FAILED


def _say(words: str) -> None:
    """Last words, on stderr if that takes them."""
    with suppress(OSError):
        click.echo(words, err=True)


def _open_streams() -> bool:
    """Write UTF-8 whatever the locale says, and to nobody where who started this wants nothing; tells whether standard
    output is open."""
    is_open = sys.stdout is not None
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the end
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - likewise
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return is_open


def _quieten() -> None:
    """Before the end: what nobody takes, for its reader has gone or its disk is full, is written to nobody."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
