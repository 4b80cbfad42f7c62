"""Work counted, not timed: lines of our own code that are run, the same number every time on every machine."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import index

_OURS = str(Path(index.__file__).parent)

Lines = Counter[str]


def lines_run(work: Callable[[], object]) -> Lines:
    """How often `work` runs each line of the index, those of comprehensions and generators each time anew."""
    found: Counter[tuple[str, int]] = Counter()

    def each(frame: FrameType, event: str, _argument: object) -> object:
        if event == "line":
            found[frame.f_code.co_filename, frame.f_lineno] += 1
        return each

    def frame_of_ours(frame: FrameType, _event: str, _argument: object) -> object:
        return each if frame.f_code.co_filename.startswith(_OURS) else None

    before = sys.gettrace()
    sys.settrace(frame_of_ours)
    try:
        work()
    finally:
        sys.settrace(before)
    return Counter({f"{Path(name).relative_to(_OURS)}:{line}": count for (name, line), count in found.items()})
