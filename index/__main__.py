"""``python -m index`` is ``onrecord``, and so the console script: Ctrl-C is seen to here before anything is loaded."""

import gc
import signal

_YOUNG = 20_000  # objects that come, less those that go, until the new ones are searched for cycles


def main() -> None:
    """Run the command line; until it is loaded, Ctrl-C ends the process at once, for nothing has been done."""
    gc.set_threshold(_YOUNG, 10, 10)  # all that is loaded stays, and to look through it takes an eighth of a question
    heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not in the background of a shell
    if heeded:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from index.cli import main as run  # noqa: PLC0415 -- see above

    if heeded:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
