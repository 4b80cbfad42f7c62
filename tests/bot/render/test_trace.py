"""What *Who said this?* shows: the verdict, whose words they are, and what differs."""

import pytest

from bot.render.pages import Accent
from bot.render.trace import trace_pages
from index import Change, Claim, Difference, Likeness, Trace
from tests.bot.samples import ENGLISH, GERMAN, passage

WORDS = "We have waited eleven years"


def told(
    likeness: Likeness | None,
    claim: Claim = Claim.NONE,
    claimed: str | None = None,
    differences: tuple[Difference, ...] = (),
    **fields: object,
) -> Trace:
    found = passage(**fields) if likeness is not None else None  # type: ignore[arg-type]
    return Trace(WORDS, likeness, found, claim, claimed, differences, ())


@pytest.mark.parametrize(
    ("trace", "heading", "accent"),
    [
        (told(Likeness.EXACT), "### ✅ Word for word", Accent.DONE),
        (told(Likeness.NEAR, Claim.RIGHT, "Holt"), "### ☑️ Nearly word for word", Accent.DONE),
        (told(Likeness.EXACT, Claim.WRONG, "Brandt"), "### ❌ Somebody else said that", Accent.TROUBLE),
        (told(Likeness.NEAR, Claim.UNCLEAR, "the cook"), "### ❔ The words are there", Accent.SILENCE),
        (told(Likeness.ALTERED, Claim.RIGHT, "Holt"), "### ⚠️ Not in these words", Accent.TROUBLE),
        (
            told(Likeness.CLOSEST, Claim.WRONG, "Brandt"),
            "### 🔎 No article has these words; this comes closest",
            Accent.SILENCE,
        ),
        (told(None, Claim.UNCLEAR, "Brandt"), "### 🤷 Not in the library", Accent.SILENCE),
    ],
)
def test_the_verdict_stands_on_top(trace: Trace, heading: str, accent: Accent) -> None:
    (page,) = trace_pages((trace,), ENGLISH)
    assert page.blocks[0].texts[0].startswith(heading)
    assert f"-# Posted: {WORDS}" in page.blocks[0].texts[0]
    assert page.accent is accent


def test_whose_words_they_are_is_said_but_not_of_what_is_only_close() -> None:
    (wrong,) = trace_pages((told(Likeness.EXACT, Claim.WRONG, "Ilse *Brandt*"),), ENGLISH)
    said = "The message says that this was **Ilse \\*Brandt\\***. The article says that it was **Maren Holt**."
    assert wrong.blocks[1].texts == (said,)
    own = {"speaker": None, "speaker_type": None, "mention": None, "kind": None, "act": None}
    (nobodys,) = trace_pages((told(Likeness.EXACT, Claim.WRONG, "Brandt", **own),), ENGLISH)
    assert "no quotation" in nobodys.blocks[1].texts[0]
    (close,) = trace_pages((told(Likeness.CLOSEST, Claim.RIGHT, "Holt"),), ENGLISH)
    assert "names" not in str([block.texts for block in close.blocks[1:]])


def test_what_differs_is_struck_out_and_bold_and_escaped() -> None:
    differences = (
        Difference(Change.SAME, "We", "We"),
        Difference(Change.REPLACED, "have *waited*", "~~hoped~~"),
        Difference(Change.MISSING, "eleven", ""),
        Difference(Change.ADDED, "", "long"),
        Difference(Change.SAME, "years", "years"),
    )
    (page,) = trace_pages((told(Likeness.ALTERED, differences=differences),), GERMAN)
    shown = page.blocks[1].texts[0].splitlines()[1]
    assert shown == "We ~~\\~\\~hoped\\~\\~~~ **have \\*waited\\*** **eleven** ~~long~~ years"


def test_each_quotation_of_a_message_has_its_page() -> None:
    pages = trace_pages((told(Likeness.EXACT), told(None)), ENGLISH)
    assert len(pages) == 2
    assert [action.label for action in pages[0].actions] == ["Context", "Source", "More"]
    assert pages[1].actions == ()
