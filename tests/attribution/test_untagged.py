"""Whose a quotation is that has no tag of its own: golden cases by kind, and as many that must not be anybody's."""

from dataclasses import replace

import pytest

from index import annotate, read_text
from index.model.article import ParagraphKind

ANA, OTTO = "Ana Ruiz", "Otto Lind"
CASES = {
    "who was quoted last, past captions": (
        "“It was full,” Ana Ruiz said.\n\nAna Ruiz on the quay\n\n“I had to stand.”\n\nThe quay\n\n“We all did.”",
        [(ANA, ["“It was full,”"]), (ANA, ["“I had to stand.”"]), (ANA, ["“We all did.”"])],
    ),
    "past somebody else": (
        "“The ferry was full,” Ana Ruiz said.\n\nOtto Lind on the quay\n\n“I had to stand.”",
        [(ANA, ["“The ferry was full,”"])],
    ),
    "past a statement": (
        "“It was full,” Ana Ruiz said.\n\nThe club’s first reaction was a statement of nine words.\n\n“We are sorry.”",
        [(ANA, ["“It was full,”"])],
    ),
    "words that are set large": (
        "“It was full, so we had to stand,” Ana Ruiz said.\n\nThe quay\n\n“It was full, so we had to stand.”",
        [(ANA, ["“It was full, so we had to stand,”"])],
    ),
    "left open before the tag": (
        "The board met today.\n\n“The ferry was full.\n\n“The crew was paid.\n\n“So we are content,” Ana Ruiz said.",
        [(ANA, ["“The ferry was full.", "“The crew was paid.", "“So we are content,”"])],
    ),
    "third and later paragraphs": (
        "Ana Ruiz, of the ferry, said: “We are full.\n\n“Every seat has gone.\n\n“Dogs sleep here.\n\n“It must end.”",
        [(ANA, ["“We are full.", "“Every seat has gone.", "“Dogs sleep here.", "“It must end.”"])],
    ),
    "single marks carried on in the middle of a paragraph": (
        "‘I heard them,’ Ana Ruiz said. ‘That was the worst of it.\n\n‘The fall was nothing.’",
        [(ANA, ["‘I heard them,’", "‘That was the worst of it.", "‘The fall was nothing.’"])],
    ),
    "closed by a paragraph that does not open it again": (
        "Ana Ruiz said:\n\n“We are full.\n\nEvery seat has gone.\n\nIt must end.”\n\nThe ferry sails at dawn.",
        [(ANA, ["“We are full.", "Every seat has gone.", "It must end.”"])],
    ),
    "who was introduced without a verb of saying": (
        "Ana Ruiz, 42, was on the bridge.\n\n“It shook for a minute, and I held on.”",
        [(ANA, ["“It shook for a minute, and I held on.”"])],
    ),
    "whom the sentence before is about": (
        "Otto Lind came late. Ana Ruiz, now 80, was careful. “I will say that I polished it.”",
        [(ANA, ["“I will say that I polished it.”"])],
    ),
    "speaks of the person of the sentence before": (
        "Otto Lind joined the club on Monday.\n\n“Otto Lind is a fine captain.”",
        [],
    ),
    "says he of the person of the sentence before": ("Otto Lind won the race.\n\n“He is a fine captain.”", []),
    "the dead say nothing": ("Otto Lind was killed on Monday.\n\n“We shall find who did it.”", []),
    "who was arrested says nothing": ("Police arrested Otto Lind on Monday.\n\n“We shall find the others.”", []),
    "a slogan behind a question": ("What is the slogan of the town?\n\n“Ferries. We’re on it.”", []),
    "a title between sentences": ("Ana Ruiz sang all night. “Salt Road” was the best of it.", []),
    "a heading": ("Ana Ruiz sang all night.\n\n‘MASSIVE RISKS’\n\nThe ferry sails at dawn.", []),
    "told after": (
        "The ferry was late again.\n\n“Did I sleep? No. I sat on it.”\n\nThis was Ana Ruiz, its captain.",
        [(ANA, ["“Did I sleep? No. I sat on it.”"])],
    ),
    "told after in the words": (
        "“They called me and they robbed me.”\n\nWith those words Ana Ruiz lifted her bag from the floor.",
        [(ANA, ["“They called me and they robbed me.”"])],
    ),
    "not told after": ("The ferry was late.\n\n“It had no fuel at all.”\n\nThat was in May, before Ana Ruiz came.", []),
    "an interview": (
        "Ana Ruiz keeps it.\n\nIs the money there?\n\n“It is. They voted.”\n\nAnd the mayor?\n\n“He should ride it.”",
        [(ANA, ["“It is. They voted.”"]), (ANA, ["“He should ride it.”"])],
    ),
    "one question is no interview": ("Otto Lind came.\n\nIs the money there?\n\n“It is there. They voted.”", []),
    "in somebody's words": (
        "In the words of Ana Ruiz, “the ferry is a folly”.",
        [(ANA, ["“the ferry is a folly”"])],
    ),
    "in somebody's words, after it": (
        "The price “tells you what they think”, in the words of Ana Ruiz.",
        [(ANA, ["“tells you what they think”"])],
    ),
    "in other words": ("In other words, “a folly” it is.", []),
    "a tag of no list": ("“I like the view from deck,” Ana Ruiz shared.", [(ANA, ["“I like the view from deck,”"])]),
    "put so, behind an aside": (
        "Ana Ruiz, who is 27 and plays on two bad wrists, put it this way: “The kid won.”",
        [(ANA, ["“The kid won.”"])],
    ),
    "the writer goes on behind the quotation": (
        "Ana Ruiz told the board, “I quit,” as police arrived.",
        [(ANA, ["“I quit,”"])],
    ),
    "the speaker goes on behind the quotation": (
        "Ana Ruiz said, “I quit,” and that she would not come back.",
        [(ANA, ["“I quit,” and that she would not come back"])],
    ),
    "closed with a mark of another style": (
        '“They will be paid,” Ana Ruiz said. “We will sell to others."',
        [(ANA, ["“They will be paid,”", '“We will sell to others."'])],
    ),
    "closed with two single marks": (
        "“It was wrong,’’ Ana Ruiz said. “It was a lie.”",
        [(ANA, ["“It was wrong,’’", "“It was a lie.”"])],
    ),
    "question and answer in turn": (
        "Ana Ruiz asked him whether he had the key.\n\n“I do,” Otto Lind said.\n\n“And the rope?”\n\n“At home.”",
        [(ANA, ["whether he had the key"]), (OTTO, ["“I do,”"]), (ANA, ["“And the rope?”"]), (OTTO, ["“At home.”"])],
    ),
    "who is asked answers": (
        "Otto Lind said the ferry was safe.\n\n“Have you sailed on it?” Ana Ruiz asked.\n\n“Not since May.”",
        [(OTTO, ["the ferry was safe"]), (ANA, ["“Have you sailed on it?”"]), (OTTO, ["“Not since May.”"])],
    ),
    "one's own question answered": (
        "“Is the ferry safe?” Ana Ruiz said.\n\n“It has been safe for years.”",
        [(ANA, ["“Is the ferry safe?”", "“It has been safe for years.”"])],
    ),
    "a heading below a quotation": (
        "“The ferry is full,” Ana Ruiz said.\n\n‘There is only one berth for Otto’\n\nThe ferry sails at dawn.",
        [(ANA, ["“The ferry is full,”"])],
    ),
    "carried on below a post": (
        'Ana Ruiz said: "The ferry is full.\n\nNew ferry\n\n— Tarn Lines (@tarn) May 3, 2025\n\n"It sails at dawn."',
        [(ANA, ['"The ferry is full.', '"It sails at dawn."'])],
    ),
    "an excerpt of a speech": (
        'Ana Ruiz opened the ferry. This is an excerpt from her speech:\n\n"It was mud.\n\n"It is a ferry."',
        [(ANA, ['"It was mud.', '"It is a ferry."'])],
    ),
    "an excerpt of somebody's letter": (
        'The board read out Ana Ruiz’s farewell letter:\n\n"It was mud. It is a ferry."',
        [(ANA, ['"It was mud. It is a ferry."'])],
    ),
    "a statement read out on somebody's behalf": (
        "The club met Ana Ruiz.\n\nHer lawyer Otto Lind read a statement on behalf of Ana Ruiz:\n\n“I am glad to go.”",
        [(ANA, ["“I am glad to go.”"])],
    ),
    "who had the note besides": (
        "“The crew will go,” Ana Ruiz said in a note, which was seen by the Gazette. “There will be fewer boats.”",
        [(ANA, ["“The crew will go,”", "“There will be fewer boats.”"])],
    ),
    "who is accused, not who was robbed": (
        "A pilot accused of flying low over the homes of two judges said he had been lost.",
        [("a pilot", ["he had been lost"])],
    ),
    "behind an idiom": (
        "That said, Ana Ruiz says that the ferry “is the only way in” and that “nobody should panic”.",
        [(ANA, ["the ferry “is the only way in” and that “nobody should panic”"])],
    ),
    "where it was said": (
        "Tarn Lines says on its website that dogs travel free.",
        [("Tarn Lines", ["dogs travel free"])],
    ),
    "a verdict": ("Ana Ruiz's verdict: “It has had its chance.”", [(ANA, ["“It has had its chance.”"])]),
    "advice": ("Ana Ruiz sails. Her advice to the board is simple: “Go.”", [(ANA, ["“Go.”"])]),
    "a few words that are put so": (
        "As Ana Ruiz put it, the board “did well”.",
        [(ANA, ["“did well”"])],
    ),
    "who is quoted as saying": (
        "The Gazette quoted Ana Ruiz as saying the board would go.",
        [(ANA, ["the board would go"])],
    ),
    "letters to an adviser": (
        "DEAR MARA: My ferry is late.\n\nDEAR LATE: Sail with another line.\n\nDEAR MARA: My boat has sunk.",
        [],
    ),
    "who is asked for a word": (
        "Otto Lind has called it “a bathtub”. Asked for a word, Ana Ruiz smiled. “I have called him worse.”",
        [(OTTO, ["it “a bathtub”"]), (ANA, ["“I have called him worse.”"])],
    ),
    "who is named in an aside": (
        "Ana Ruiz, named locally as the captain, told them that there was “a small matter”.",
        [(ANA, ["there was “a small matter”"])],
    ),
    "who agrees with the writer": ("Otto Lind waved the ferry on. The board agreed.", []),
    "a heading of quotations": (
        "What they said\n\nAna Ruiz, ferry manager: “It was late.”",
        [(ANA, ["“It was late.”"])],
    ),
    "what the sentence goes on to tell behind the tag": (
        "“I said I'd rather swim,” said Ana Ruiz, and for the first time that day she smiled.",
        [(ANA, ["“I said I'd rather swim,”"])],
    ),
    "what says otherwise": ("The records of the board say otherwise.", []),
    "a word in quotation marks of what others say": (
        "Otto Lind recognizes that asking for a “skinny” deal is not a very good idea for the ferry, Ana Ruiz said.",
        [(ANA, ["Otto Lind recognizes that asking for a “skinny” deal is not a very good idea for the ferry"])],
    ),
    "a slogan before a colon": (
        "“It is full,” Ana Ruiz said.\n\n‘Salt. We’re on it.’: the slogan of the ferry\n\nIt sails at dawn.",
        [(ANA, ["“It is full,”"])],
    ),
    "what is told of the speaker behind the tag": (
        "“It was the wind,” Ana Ruiz said of the ferry's late arrival.",
        [(ANA, ["“It was the wind,”"])],
    ),
    "what the speaker does behind the tag": (
        "“It was the wind,” Ana Ruiz told the board as she cut the ham.",
        [(ANA, ["“It was the wind,”"])],
    ),
    "the title of a programme": (
        "Ana Ruiz said on Sunday on “Face the Day” that the ferry was full.",
        [(ANA, ["the ferry was full"])],
    ),
    "marks with spaces": ('" We will not go , " the minister Ana Ruiz said .', [(ANA, ['" We will not go , "'])]),
    "verbs with one subject": (
        "Ana Ruiz denied on Friday that the ferry was late, and accused a rival of spreading rumours.",
        [(ANA, ["the ferry was late"]), (ANA, ["a rival of spreading rumours"])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_whose_it_is(text: str, expected: list[tuple[str, list[str]]]) -> None:
    article = read_text(text, title="")
    found = [a for a in annotate(article).attributions if a.act == "said"]
    said = [(a.speaker, [text[span.start : span.end].removeprefix("that ") for span in a.content]) for a in found]
    assert said == expected


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Ferry Strike: “We Will Sail Again”", []),
        ("Review: “The Long Ferry” is a quiet triumph", []),
        ("Ana Ruiz’s plum cake: “Don’t be shy with the butter”", []),
        ("Letters: The ferry that never comes", []),
        ("Poll: Most want the ferry back", ["Poll"]),
        ("Ana Ruiz’s husband: “She will sail again”", ["Ana Ruiz’s husband"]),
        ("Otto Lind: “We Will Sail Again”", [OTTO]),
    ],
)
def test_what_a_headline_is_about_says_nothing(headline: str, speakers: list[str]) -> None:
    article = read_text(f"{headline}\n\nThe ferry lies at the quay. Its crew went home, and Otto Lind went too.")
    assert [a.speaker for a in annotate(article).attributions] == speakers


def test_a_caption_is_not_the_last_speaker_s() -> None:
    text = "Ana Ruiz said the board had a duty to remind the owners.\n\n“The ferry is full. It is late.”"
    article = read_text(text, title="")
    caption = replace(article.paragraphs[1], kind=ParagraphKind.CAPTION)
    captioned = replace(article, paragraphs=(article.paragraphs[0], caption))
    assert len(annotate(article).attributions) == 2
    assert len(annotate(captioned).attributions) == 1
