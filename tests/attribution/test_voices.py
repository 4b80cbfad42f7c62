"""Passives go to their agents, quotations to whose words they are, and idioms to nobody."""

import pytest

from index.attribution.linking.drafts import LinkDraft
from index.attribution.linking.voices import findings, revoice, worded
from tests.attribution.prose import blocks_in, draft_in, words


@pytest.mark.parametrize(
    ("prose", "mention", "contents"),
    [
        ("[The pier] was {described} by <the Tollan Trust as a waste>.", "the Tollan Trust", ["The pier", "a waste"]),
        ("<Vohn> was {accused} by clerks of [hiding the log].", "clerks", ["hiding the log"]),
        ("[Vohn] was {accused} by <clerks> of [hiding the log].", "clerks", ["hiding the log"]),
        ("<Vohn> has been {told} by doctors that [she must rest].", "doctors", ["she must rest"]),
        ("{Asked} by moderator Tom Abe [how he would pay], Vohn laughed.", "moderator Tom Abe", ["how he would pay"]),
        ("[It] was {announced} by <the ministry> that [the pier would close].",
         "the ministry", ["the pier would close"]),
        ("<The Echo> {quoted} [Mara Vohn] as saying [the pier was unsafe].", "Mara Vohn", ["the pier was unsafe"]),
        ("Vohn was quoted by <the Echo> as {saying} [it leaked].", "Vohn", ["it leaked"]),
        ("[The gap grows], {says} [a report by the board].", "a report by the board", ["The gap grows"]),
        ("[“A lot of fish,”] {chimed} in Piet Holm.", "Piet Holm", ["“A lot of fish,”"]),
        # Not these.
        ("<Vohn> {said} [it was built by Halden Motors].", "Vohn", ["it was built by Halden Motors"]),
        ("<Vohn> was {quoted} by the Echo as saying [it leaked].", "Vohn", ["it leaked"]),
        ("[“It leaks,”] she {told} Plover.", "-", ["“It leaks,”"]),
        ("<The Echo> {quoted} [a letter that said so].", "The Echo", ["a letter that said so"]),
    ],
)  # fmt: skip
def test_who_speaks_in_passives(prose: str, mention: str, contents: list[str]) -> None:
    text, block, draft = draft_in(prose)
    revoice(block, draft)
    assert (words(text, draft.mention), words(text, *draft.contents)) == ([mention], contents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the words of the prosecutor, Mark Tolle, “it was greed.”",
         ("the prosecutor, Mark Tolle", "“it was greed.”")),
        ("In Dr. Vohn’s words, “the pier is a sieve.”", ("Dr. Vohn", "“the pier is a sieve.”")),
        ("It “tells you a lot”, in the words of one broker, Ana Ruiz of Halden Bank.",
         ("one broker, Ana Ruiz", "“tells you a lot”")),
        ("The pier was called “a sieve” by engineer Ana Ruiz.", ("engineer Ana Ruiz", "“a sieve”")),
        ("The pier was called “a sieve” in May.", None),
        ("In other words, “it was greed.”", None),
    ],
)  # fmt: skip
def test_in_whose_words(text: str, expected: tuple[str, str] | None) -> None:
    (block,) = blocks_in(text)
    drafts: list[LinkDraft] = []
    worded(0, block, drafts)
    rows = [(words(text, draft.mention)[0], *words(text, *draft.contents)) for draft in drafts]
    assert rows == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The study found the hull could be made lighter.", ("The study", "the hull could be made lighter")),
        ("And existing research into sleep shows it helps the liver.",
         ("existing research into sleep", "it helps the liver")),
        ("Last year, a poll by Redmond found that few liked the pier.", ("a poll by Redmond", "few liked the pier")),
        ("Minutes of the May meeting, released on Monday, show that the council knew of it.",
         ("Minutes of the May meeting", "the council knew of it")),
        ("Leaked documents have revealed that the clerk knew of it.", ("Leaked documents", "the clerk knew of it")),
        ("Ruiz, whose report was read, found that it leaked.", None),
        ("The report was long and Ruiz found that it leaked.", None),
        ("The study found nothing at all.", None),
        ("“The study found that it leaks badly.”", None),
        ("No", None),
        ("Ruiz found that the study was short.", None),
    ],
)  # fmt: skip
def test_what_documents_find(text: str, expected: tuple[str, str] | None) -> None:
    (block,) = blocks_in(text)
    drafts: list[LinkDraft] = []
    findings(0, block, drafts)
    rows = [(words(text, draft.mention)[0], *words(text, *draft.contents)) for draft in drafts]
    assert rows == ([expected] if expected else [])


def test_what_a_draft_has_is_not_found_again() -> None:
    _, block, draft = draft_in("<The study> {found} that [few liked it at all].")
    drafts = [draft]
    findings(0, block, drafts)
    assert drafts == [draft]
