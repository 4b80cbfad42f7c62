"""``python -m index`` is ``onrecord``, and so the console script: Ctrl-C is seen to here before anything is loaded."""

import gc
import signal

SELDOM = 20_000, 10, 10
"""What `gc.set_threshold` is given: all that is loaded stays, and to look through it takes an eighth of a question."""


def main() -> None:
    """Run the command line; until it is loaded, Ctrl-C ends the process at once, for nothing has been done."""
    gc.set_threshold(*SELDOM)
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not in the background of a shell
    if heeded:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from index.cli import main as run  # noqa: PLC0415 -- see above

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
