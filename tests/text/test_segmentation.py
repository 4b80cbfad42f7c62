"""Sentences: newsroom abbreviations, quotations kept whole, paragraphs never crossed, no text lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import read_text
from index.model.article import ParagraphKind
from index.text.segmentation import split_sentences

PROSE = {
    "titles": ["Mr. Lund met Dr. A. B. Hale and Sen. Ruiz.", "They agreed."],
    "countries": ["The U.S. Senate sat late.", "It rose at 5 p.m. on Friday."],
    "country-ends": ["He flew to the U.S.", "The talks failed."],
    "hour-ends": ["It began at 5 p.m.", "The vote was close."],
    "dates": ["It opened on Feb. 14 and closed on Sept. 3.", "Few came."],
    "decimals": ["Prices rose 4.5 percent to $1.2 million.", "Wages did not."],
    "initials": ["J. K. Marsh and U. N. Owen own it.", "Nobody else does."],
    "company": ["Acme Inc. said so.", "Its rival, Bolt Co., did not."],
    "company-ends": ["She works for Acme Inc.", "He does not."],
    "street": ["They live on St. Mary's Ave. in Tollan.", "The house is old."],
    "number": ["Car No. 7 won.", "It was red."],
    "question-inside": ["“Why?” she asked.", "“Because,” he said."],
    "exclamation-inside": ["“Stop!” cried the guard.", "Nobody did."],
    "closing-mark": ["“It is over.”", "He left."],
    "closing-straight": ['"It is over."', "He left."],
    "closing-single": ["‘It is over.’", "He left."],
    "closing-latex": ["``It is over.''", "He left."],
    "two-inside": ["“It is over.", "Go home,” he said."],
    "ellipsis": ["He waited ... and left.", "Nobody came."],
    "ellipsis-character": ["He waited… and left.", "Nobody came."],
    "bracket": ["It rained.", "(It always does.)", "They stayed."],
    "and-so-on": ["Nets, ropes, etc. were lost.", "The crew was not."],
    "versus": ["Rovers vs. City drew.", "Both were glad."],
    "latin": ["Some fish, e.g. cod, are scarce.", "Others, i.e. eels, are gone."],
    "state": ["He is from Tollan, Calif. and proud of it.", "She is not."],
    "middle-initial": ["Ana R. Reyes spoke.", "Nobody heard."],
    "suffix": ["Bo Marsh Jr. spoke.", "His father did not."],
    "no-final-stop": ["He left.", "She stayed"],
    "spaced-ellipsis": ["“I was . . . late,” he said.", "Nobody came."],
    "joined-initials": ["Mr. and Mrs. J.R. Marsh came.", "They left."],
    "degree-ends": ["She has a Ph.D.", "She teaches."],
    "month-ends": ["The rate fell to 3 percent in Jan.", "The bank was glad."],
    "state-ends": ["They met in St. Louis, Mo.", "They married there."],
    "word-like-an-abbreviation": ["The answer was no.", "Voters left.", "They sat in the sun.", "Rain fell."],
    "quoted-no": ["Was it him?", "“No.”", "She laughed."],
    "letter-ends": ["It holds vitamin C.", "They need it."],
    "initial-before-short-name": ["Min J. So spoke.", "Nobody heard."],
    "circa": ["He was born c. 1920.", "He died in 1999."],
    "ranks": ["Gen. A. Voss and Lt. Col. B. Ray met Rep. C. Dole.", "They agreed."],
    "ranks-in-full": ["Det. Nora Blake and Cllr. Imre Sandoval met Pfc. D. Munk.", "Insp. Roe did not."],
    "ship": ["He was put in the brig.", "The crew slept."],
    "address": ["Visit www.gazette.example.", "It is free."],
    "nested-marks": ["“He told me ‘go.’”", "She left."],
    "question-tagged": ["“Is it safe?” Tilda Marsh asked.", "Nobody stirred."],
    "exclamation-tagged": ["“Never again!” Orrin Pell shouted from the gallery.", "He sat down."],
    "tagged-title": ["“Who pays?” Cllr. J. K. Marsh asked.", "“The town.”"],
    "tagged-age": ["“Who pays?” Marsh, 42, asked the council.", "Nobody knew."],
    "tagged-office": ["“Who pays?” Marsh, the mayor of Lower Mill, asked during the meeting.", "Nobody knew."],
    "tagged-late": ["“Who pays?” Marsh then asked quietly.", "Nobody knew."],
    "tagged-single": ["‘Who pays?’ Marsh asked.", "He sat."],
    "tagged-straight": ['"Who pays?" Marsh asked.', '"We do!" Pell yelled.'],
    "tagged-german": ["„Who pays?“ Marsh asked.", "He sat."],
    "tagged-guillemets": ["« Who pays ? » Marsh asked.", "He sat."],
    "tagged-pronoun": ["“Who pays?” I asked.", "“Who pays?” She asked.", "It rained."],
    "tagged-possessive": ["“Who pays?” Marsh’s lawyer asked.", "He sat."],
    "tagged-said": ["“Who pays?” Marsh said on Monday.", "He sat."],
    "tagged-wanted": ["“Who pays?” Bo Marsh wanted to know.", "He sat."],
    "tagged-ellipsis": ["“I thought ...” Marsh said.", "He sat."],
    "untagged": ["“Who pays?”", "Petrol prices rose."],
    "untagged-crowd": ["“Who pays?”", "The crowd laughed."],
    "untagged-whether": ["“Who pays?”", "Marsh asked whether the town would."],
    "untagged-order": ["“Who pays?”", "Marsh asked the council to resign."],
    "untagged-clause": ["“Who pays?”", "Marsh said the town would pay."],
    "untagged-that": ["“Who pays?”", "Marsh said on Monday that the town would pay."],
    "untagged-answer": ["“Who pays?”", "Marsh answered: “The town.”"],
    "untagged-announced": ["Marsh asked, “Who pays?”", "Pell shouted from the gallery."],
    "untagged-time": ["“Who pays?”", "In May, Marsh asked the town."],
    "untagged-stop": ["“It is over.”", "Marsh said he was glad."],
    "hour-before-noun": ["Doors open at 7 p.m.", "Tickets cost nine pounds."],
    "hour-before-title": ["He left it at 6 P.M.", "Mr. Sward then went to the store."],
    "hour-fronted": ["At 7 p.m. Mayor Tilda Holt opened the doors.", "Few came."],
    "hour-and-day": ["It opens at 7 p.m. Friday and at 9 a.m. Eastern on Sunday.", "Few will come."],
    "hour-and-zone": ["It ends at 9 a.m. E.T. or so.", "Few will stay."],
    "capital-ends": ["They moved to Tollan, D.C.", "Reporters followed them."],
    "state-before-office": ["They met in Tollan, Calif. Mayor Ana Ruiz spoke.", "Few heard."],
    "state-in-name": ["The N.Y. Post reported it.", "Few read it."],
    "state-in-dateline": ["TOLLAN, Ill. (AP) — Officials left.", "Few stayed."],
    "junior-ends": ["It was, of course, Martin Oke Jr.", "Critics loved it."],
    "junior-in-name": ["The Otto Pell Jr. Day parade is on Monday.", "Few will come."],
    "company-before-noun": ["She works at Bolt Inc.", "Critics say it is slow."],
    "company-before-office": ["Bolt Inc. Chief Executive Ana Roe left.", "Few cared."],
    "street-ends": ["They live on Elm St.", "The house is old."],
    "letter-before-noun": ["The coat comes in size M.", "Buyers can return it.", "It was Plan B.", "Voters liked it."],
    "rank-hyphenated": ["Lt.-Col. Dray and Gov.-elect Marsh met Sgt. Maj. Pell.", "They agreed."],
    "article-of-law": ["See Art. 5 and Sec. II of the law.", "It is short."],
    "art-ends": ["She teaches art.", "Pupils love it."],
    "number-said": ["No.", "Voters left.", "No. 5 won.", "“Uh, no.", "I did not.”"],
    "rupees": ["He paid Rs. 500.", "She paid Rs 600."],
    "unlisted": ["The Bldg. Commission met Wdn. Pell.", "It was late."],
    "short-surname": ["She came second to Mr. Ng.", "The crowd cheered."],
    "acronym-like-a-title": ["She has MS.", "He works for RT.", "Viewers like it."],
    "headline-in-capitals": ["DR. MARSH LEFT.", "VOTERS STAYED."],
    "possessive-stop": ["It is Mr. Pell's.", "Despite that, he sold it."],
    "ellipsis-ends": ["He waited...", "The bus came.", "He waited…", "Buses came.", "He waited ...", "Then it rained."],
    "ellipsis-and-stop": ["I never meant that....", "She left the store."],
    "two-dots": ["Costs rose ..", "Then they fell."],
    "ellipsis-stammer": ["“I ... We had no time.”", "“We… We had to go.”"],
    "ellipsis-in-name": ["It was Orrin ... Pell’s brother called.", "Few heard."],
    "ellipsis-between": ["“They lost.", "... We won,” he said."],
    "stop-then-ellipsis": ["He spoke of the pier. ... and left.", "Few heard."],
    "german-marks": ["„Es ist aus.“", "Er ging."],
    "guillemets": ["«It is over.»", "He left.", "»It is over.«", "‹It is over.›", "He left."],
    "spaced-guillemets": ["« It is over. »", "He left."],
    "spaced-straight": ['" It is over . "', "He left .", '" It is not . "'],
    "spaced-curly": ["“ It is over . ”", "He left ."],
    "spaced-question": ['" Who pays ? " Marsh asked .', "He left ."],
    "notes": ["The town rose.[12]", "It fell. [13] [14]", "Few cared."],
    "enumeration": ["1. Introduction of the law.", "It was read."],
    "brand": ["Prices fell.", "iPhone sales rose."],
    "addresses": [
        "Write to ana@tollan.Example or Tollan.Com about Node.js and ASP.NET, e.g. now.",
        "It is free.",
    ],
    "dash": ["“I did not,” he said — then paused — “but they did.”", "She nodded."],
}


@pytest.mark.parametrize("expected", PROSE.values(), ids=PROSE)
def test_prose(expected: list[str]) -> None:
    article = read_text(" ".join(expected), title="")
    assert [article.text[s.span.start : s.span.end] for s in split_sentences(article)] == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["The vote was close.", "Nobody cheered.", " It ended at noon."],
        ["“It ended,” he said.", "Voters left."],
        ["“It ended.”", "He left."],
        ['"It ended."', "He left."],
        ["It ended.", '"He left."'],
        ["It ended.", "“He left.”"],
        ["What happens next?", "The council meets."],
        ["“Who pays?” Marsh asked.", "The council met."],
        ["He said “no.”", "Voters left."],
        ["He met Mr.Pell at St.Mary’s."],
        ["See string.Format(x) and System.Out there."],
        ["The U.S.A won."],
    ],
)
def test_a_space_is_missing(expected: list[str]) -> None:
    article = read_text("".join(expected), title="")
    assert [article.text[s.span.start : s.span.end] for s in split_sentences(article)] == [e.strip() for e in expected]


def test_a_paragraph_ends_a_sentence_whatever_it_ends_with() -> None:
    article = read_text("He said to Mr.\n\nLund that\n\nit was over", title="")
    assert [article.text[s.span.start : s.span.end] for s in split_sentences(article)] == [
        "He said to Mr.",
        "Lund that",
        "it was over",
    ]


def test_a_captions_credit_is_its_own_sentence() -> None:
    text = "Head\n\nBy Ada Lint\nWaves break over the pier on Friday.   (AP Photo/Ines Calder)\n\nIt closed. It opened."
    article = read_text(text)
    found = [(s.kind, article.text[s.span.start : s.span.end]) for s in split_sentences(article)]
    assert found[2:] == [
        (ParagraphKind.CAPTION, "Waves break over the pier on Friday."),
        (ParagraphKind.CAPTION, "(AP Photo/Ines Calder)"),
        (ParagraphKind.BODY, "It closed."),
        (ParagraphKind.BODY, "It opened."),
    ]


WORDS = st.sampled_from(
    ["said", "Mr.", "U.S.", "p.m.", "Feb.", "4.5", "the", "The", "He", ".", "...", "?", "!", "“", "”", '"', "'", "’",
     "‘", "„", "«", "»", "(", ")", "a", "I", "\n", "\n\n", " ", "\u00a0", "é", "—", "Inc.", "…", "asked", "Ana",
     "it.The", "[1]"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_sentences_are_in_order_inside_their_paragraph_and_lose_nothing(text: str) -> None:
    article = read_text(text)
    sentences = split_sentences(article)
    for before, after in pairwise(sentences):
        assert before.span.end <= after.span.start
    for sentence in sentences:
        words = article.text[sentence.span.start : sentence.span.end]
        assert words.strip() == words != ""
        assert any(p.span.holds(sentence.span) and p.kind is sentence.kind for p in article.paragraphs)
    whole = "".join(article.text[p.span.start : p.span.end] for p in article.paragraphs)
    parts = "".join(article.text[s.span.start : s.span.end] for s in sentences)
    assert "".join(parts.split()) == "".join(whole.split())


def test_an_endless_sentence_is_kept() -> None:
    article = read_text("word " * 30_000 + "end.", title="")
    sentences = split_sentences(article)
    assert sum(len(s.span) for s in sentences) >= len(article.text) - len(sentences)
