"""Reading order of mixed-direction lines: the Unicode bidirectional algorithm (UAX 9), as python-bidi has it.

Its steps are called one by one, for they know the levels of which the package gives only the outcome. The explicit
embeddings, overrides and isolates never get here: `bot.render.markdown.clean` drops them.
"""

import unicodedata
from collections.abc import Sequence

from bidi import algorithm


def is_rtl(text: str) -> bool:
    """Whether the first letter of `text` that has a direction reads from right to left."""
    return bool(algorithm.get_base_level(text))


def levels(text: str, rtl: bool) -> list[int]:
    """Give the embedding level of each code point in a line whose paragraph reads right to left if `rtl`.

    Odd levels read from right to left. Joiners, which stand in no order of their own, have the paragraph's.
    """
    storage = algorithm.get_empty_storage()
    storage.update(base_level=int(rtl), base_dir="R" if rtl else "L")
    # python-bidi does not know what no version of Unicode has assigned yet.
    known = "".join(character if unicodedata.bidirectional(character) else "x" for character in text)
    algorithm.get_embedding_levels(known, storage)
    characters = list(storage["chars"])  # the next step leaves out the joiners
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    algorithm.reorder_resolved_levels(storage, debug=False)
    return [character["level"] for character in characters]


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Order runs, given their levels from first to last read, as they stand from left to right."""
    runs = [{"level": level, "place": place} for place, level in enumerate(run_levels)]
    algorithm.reverse_contiguous_sequence(runs, 0, len(runs) - 1, max(run_levels, default=0), 1)
    return [run["place"] for run in runs]
