"""Readers over a store, and what they answer."""

import json
import zlib
from collections.abc import Sequence

from index.model.article import AnnotatedArticle, Article, Paragraph, ParagraphKind, Sentence, Span
from index.ranking.postings import Postings
from index.ranking.query import understand
from index.ranking.scope import Scope
from index.ranking.scoring import rank
from index.ranking.segments import HALF
from index.search.reader import Reader
from index.store import Store

NAME = "one"
QUESTIONS = (
    "Who said that the pier would close?",
    "What did the mayor warn of?",
    "harbour storm toll",
    "Ada Lind pier",
    "How many years did the harbour stand?",
)


def opened(store: Store) -> Reader:
    """The reader as a process that has just started has it."""
    reader = Reader(NAME, store)
    reader.catch_up()
    return reader


def loosened(content: bytes) -> tuple[bytes, bytes]:
    """The head of a saved index, and its planes one after the other, all as long as they are."""
    end = 12 + int.from_bytes(content[4:12], "little")
    head = json.loads(zlib.decompress(content[12:end]))
    planes = []
    for _name, _kind, numbers, sizes in head["arrays"]:
        for at, size in enumerate(sizes):
            plane, end = content[end : end + size], end + size
            planes.append(plane if size == numbers else zlib.decompress(plane))
            sizes[at] = numbers
    return json.dumps(head, sort_keys=True).encode(), b"".join(planes)


def sealed(head: bytes, planes: bytes) -> bytes:
    """A saved index of what was `loosened`, with a right check sum."""
    pressed = zlib.compress(head)
    content = len(pressed).to_bytes(8, "little") + pressed + planes
    return zlib.crc32(content).to_bytes(4, "little") + content


def answers(reader: Reader) -> list[object]:
    """Everything that answering rests on, scores to the last bit."""
    found: list[object] = []
    fields = reader.fields
    for question in QUESTIONS:
        understood = understand(question, fields.sentences.knows)
        asked = reader.names().asked(understood)
        ranking = rank(fields, understood, asked, Scope(), reader.dates, 20)
        found.append(ranking.grounds)
        for hit in ranking.hits:
            entry = fields.entries[hit.entry]
            found.append((fields.article_ids[entry.article], entry.sentence, hit.score, ranking.parts_of(hit)))
    names = sorted(name for name in fields.names if name in reader.speakers().canonical)
    said = [fields.entries.said_by([fields.name_number(name)]).tolist() for name in names]
    living = [[number for number in numbers if fields.is_alive(number)] for numbers in said]
    places = [[(fields.article_ids[e.article], e) for e in map(fields.entries.__getitem__, some)] for some in living]
    found.append([[(identity, e.sentence, e.number, e.time, e.display) for identity, e in some] for some in places])
    words = fields.vocabulary.words
    single = sorted(words[key] for key in keys_in(fields.sentences))
    double = sorted(" ".join(words[half] for half in divmod(key, 1 << HALF)) for key in keys_in(fields.bigrams))
    found.append((names, reader.speakers(), single, double))
    known = zip(fields.article_ids, reader.dates, reader.outlets, strict=True)
    published = [one for at, one in enumerate(known) if fields.articles.holds(at)]
    found.append(published)
    return found


def keys_in(index: Postings) -> list[int]:
    """The numbers of all terms that some document has."""
    (part,) = index.packed().compacted().parts
    numbers: list[int] = part.keys.tolist()
    return numbers


def long_article(identity: str, words: Sequence[str]) -> AnnotatedArticle:
    """An article of a sentence for each word, in one paragraph, of which nothing is attributed."""
    lines = [f"The {word} stood beside the {word} harbour for 20 years." for word in words]
    text = " ".join(lines)
    ends = [sum(len(line) + 1 for line in lines[: n + 1]) - 1 for n in range(len(lines))]
    spans = [Span(end - len(line), end) for line, end in zip(lines, ends, strict=True)]
    whole = (Paragraph(Span(0, len(text)), ParagraphKind.BODY),)
    article = Article(identity, text, f"On {identity}", None, "The Post", (), None, None, whole)
    return AnnotatedArticle(article, tuple(Sentence(span, ParagraphKind.BODY) for span in spans), ())
