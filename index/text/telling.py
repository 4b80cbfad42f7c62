"""Phrases in which newspapers tell what is often asked in other words: who led a study, who scored the winner."""

import re

from index.text.terms import stems_of

_TELLING = (
    (
        re.compile(
            r"\bwho\s+(?:led|leads|ran|runs|did|conducted|carried out|wrote|headed|(?:is|was) behind)\s+"
            r"(?:[\w'-]+\s+){0,4}?(?:study|research|paper|survey|trial|review)\b",
            re.IGNORECASE,
        ),
        """lead author | senior author | first author | study author | study leader | principal investigator
        | lead investigator | lead researcher | lead scientist | led by""",
    ),
    (
        re.compile(r"\bwho\s+(?:scored|got|hit|netted|made)\s+the\s+(?:winner|winning\s+\w+)\b", re.IGNORECASE),
        """winning goal | winning run | winning try | winning point | winning basket | winning shot | the winner
        | late winner | decisive goal | match winner""",
    ),
)


def telling(text: str) -> tuple[str, ...]:
    """The stems, joined by a space, of each two words that tell what a question, plainly worded, asks."""
    phrases = (phrase for asked, phrases in _TELLING if asked.search(text) for phrase in phrases.split("|"))
    return tuple(dict.fromkeys(" ".join(stems_of(phrase)) for phrase in phrases))
