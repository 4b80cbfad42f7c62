"""Outlets by the frame of a sentence: told to, written in, reported for, and what is none for all its frame."""

import pytest

from index.attribution.coreference.nouns import name_outlets
from index.attribution.linking.venues import venue
from tests.attribution.prose import blocks_in, entities_in, link_in, media_in

OWN = "Quay Courier"
FRAMED = [
    # Whom it was told to.
    ("<Mara Vohn> {told} Plover that [the ferry was late].", "Plover"),
    ("<Mara Vohn> {told} the Sunday Plover [she was tired].", "Sunday Plover"),
    ("<Mara Vohn> {told} QRX [the ferry was late].", "QRX"),
    ("[“It was late,”] <Mara Vohn> {told} KTRN-TV.", "KTRN-TV"),
    ("<Mara Vohn> {told} the Tollan Broadcasting Corporation that [the ferry was late].",
     "Tollan Broadcasting Corporation"),
    ("<Mara Vohn> {told} the state news agency Orbis that [the ferry was late].", "Orbis"),
    ("<Mara Vohn> {told} Barge & Buoy, a trade newsletter, that [the ferry was late].", "Barge & Buoy"),
    ("<Mara Vohn> {told} Plover the [Herons had won].", "Plover"),
    ("<Mara Vohn> {told} QRX harbour correspondent Tom Abe [the ferry was late].", "QRX"),
    ("[“It was late,”] <the pilot> {texted} the Tollan Echo.", "Tollan Echo"),
    ("[“It was late,”] <Mara Vohn> {told} us.", OWN),
    ("[“It was late,”] <Mara Vohn> {told} the newspaper.", OWN),
    ("<Mara Vohn> {told} TQC that [the ferry was late].", OWN),
    ("<Mara Vohn> {told} Tom Abe of the Tollan Echo that [the ferry was late].", "Tollan Echo"),
    # Where it was said or written.
    ("Writing in Plover, <Mara Vohn> {called} [the ferry a wreck].", "Plover"),
    ("In an interview with Plover on Monday, <Mara Vohn> {said} [the ferry was late].", "Plover"),
    ("In a webinar for Plover, <Mara Vohn> {said} [the ferry was late].", "Plover"),
    ("<Mara Vohn> {said} in an e-mail to the Tollan Echo that [the ferry was late].", "Tollan Echo"),
    ("<Mara Vohn> {said} on Radio Tollan on Sunday that [the ferry was late].", "Radio Tollan"),
    ("On his podcast, Slack Water, <Tom Abe> {argued} that [ferries were a tax].", "Slack Water"),
    ("<Tom Abe> {reports} for Plover that [the ferry was late].", "Plover"),
    # By which it came.
    ("[“It leaks,”] <Mara Vohn> {said}, via Tom Abe of the Tollan Echo.", "Tollan Echo"),
    ("[The ferry leaks], {according to} <Tom Abe of the Tollan Echo>.", "Tollan Echo"),
    ("The Tollan Echo {quoted} <Mara Vohn> as saying [the ferry was late].", "Tollan Echo"),
    ("<Mara Vohn> was {quoted} by the Tollan Echo as saying [the ferry was late].", "Tollan Echo"),
    ("[Salt harms eels], {according to} <a study published in the Annals of Salt>.", "Annals of Salt"),
    ("[Salt harms eels], {according to} <a study published in Salt and Eels>.", "Salt and Eels"),
    ("[Salt harms eels], {according to} <a study published in the Lancet and the Argus>.", "Lancet"),
    ("In a May memo obtained by the Tollan Echo, <Mara Vohn> {said} [the ferry was late].", "Tollan Echo"),
    ("<A poll of 900 voters by the Tollan Echo> {found} that [few liked it].", "Tollan Echo"),
    # None.
    ("<Mara Vohn> {told} the court that [she had seen nothing].", None),
    ("<Mara Vohn> {told} police [the door was open].", None),
    ("<Mara Vohn> {told} Parliament [the door was open].", None),
    ("<Mara Vohn> {told} MPs [the door was open].", None),
    ("<Mara Vohn> {told} NATO [the door was open].", None),
    ("<Mara Vohn> {told} Nadia Holt that [the door was open].", None),
    ("<Mara Vohn> {told} Oduya that [the door was open]. Mr. Oduya left.", None),
    ("<Mara Vohn> {told} Halden Motors that [the deal was off].", None),
    ("<Mara Vohn> {said} in Tollan that [the deal was off].", None),
    ("<Mara Vohn> {said} in a post on Facebook that [the deal was off].", None),
    ("[“It is a fine book,”] {says} <the former editor of the Tollan Echo, Tom Abe>.", None),
    ("<Tollan Echo reporter Tom Abe> {called} [a taxi].", None),
    ("<Mara Vohn> {said} to the TV [that she would].", None),
    ("<Members> of the QB-7 program {said} [the ferry was late].", None),
    ("<Mara Vohn>, whose study was printed in May, {said} [the ferry was late].", None),
]  # fmt: skip


@pytest.mark.parametrize(("prose", "expected"), FRAMED)
def test_the_outlet_of_a_sentence(prose: str, expected: str | None) -> None:
    text, link = link_in(prose)
    (block,) = blocks_in(text)
    assert link.cue is not None
    found = venue(block, link, link.cue, media_in(text))
    assert name_outlets(entities_in(text), OWN, [found]) == (expected,)


def test_the_magazine_is_the_one_cited_before() -> None:
    text = "Ana Ruiz told Plover it was late. She told the magazine it leaked. She told this newspaper so."
    spans = [text.index(words) for words in ("Plover", "the magazine", "this newspaper")]
    found = []
    for start, words in zip(spans, ("Plover", "the magazine", "this newspaper"), strict=True):
        _, link = link_in(text[:start] + "{" + words + "}" + text[start + len(words) :])
        found.append(link.cue)
    assert name_outlets(entities_in(text), OWN, found) == ("Plover", "Plover", OWN)
