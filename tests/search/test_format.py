"""The format of saved readers: what stands in one changes only with its number."""

import json
import zlib
from contextlib import closing
from datetime import date
from hashlib import sha256

from index.model.article import (
    Act,
    AnnotatedArticle,
    Article,
    Attribution,
    ContentKind,
    Paragraph,
    ParagraphKind,
    Sentence,
    Span,
    SpeakerType,
)
from index.ranking.storage import from_bytes
from index.search import forward
from index.search.forward import forward_format, put_article
from index.search.snapshot import FORMAT
from index.store import Store
from index.store.beside import kept_beside
from tests.search.saved import NAME, loosened, opened, sealed

DIGESTS = {5: "be4ddefc3c4da32ff87f6a7bac2104ed213561b57eb21c581300c96b5fe5b2e1"}
"""By `FORMAT`: whoever changes what is saved raises the number in `index/search/snapshot.py`, so that readers of before
are built anew, and puts the new digest in place of the old."""

KEPT_DIGESTS = {1: "bb52a27977e2810265b55dbadbf38063dbda52623e0f01b22b5f636bf00b6906"}
"""The same by the `FORMAT` of `index/search/forward.py`, of what is kept of single articles."""

LINES = ("Pier closes early", "“The pier is shut,” said Ada Lind, the mayor.", "Bo Marsk told The Post that it stays.")


def annotated(identity: str, lines: tuple[str, ...], outlet: str | None, day: date | None) -> AnnotatedArticle:
    """An article annotated by hand, so that nothing that attribution learns changes it."""
    text = "\n\n".join(lines)
    spans = [Span(text.index(line), text.index(line) + len(line)) for line in lines]
    kinds = [ParagraphKind.HEADLINE, *(ParagraphKind.BODY for _ in lines[1:])]
    paragraphs = tuple(Paragraph(span, kind) for span, kind in zip(spans, kinds, strict=True))
    sentences = tuple(Sentence(span, kind) for span, kind in zip(spans, kinds, strict=True))
    article = Article(identity, text, lines[0], None, outlet, ("Ida Rook",), day, None, paragraphs)
    return AnnotatedArticle(article, sentences, tuple(said(text, words) for words in lines[1:]))


def said(text: str, line: str) -> Attribution:
    def at(words: str) -> Span:
        low = text.index(words, text.index(line))
        return Span(low, low + len(words))

    if line.startswith("“"):
        name, cue = "Ada Lind", at("said")
        return Attribution((at("The pier is shut,"),), cue, at(name), name, SpeakerType.PERSON, None, *_DIRECT)
    mention = at("Bo Marsk")
    return Attribution((at("it stays"),), at("told"), mention, "Bo Marsk", SpeakerType.PERSON, "The Post", *_INDIRECT)


_DIRECT = ContentKind.DIRECT, Act.SAID, "by-hand"
_INDIRECT = ContentKind.INDIRECT, Act.THOUGHT, "by-hand"


def test_what_is_kept_of_an_article_is_of_the_format_that_it_names() -> None:
    with closing(Store(None)) as store:
        revision = put_article(store, NAME, annotated("pier", LINES, "The Post", date(2024, 5, 3)))
        content = kept_beside(store, "forwards", NAME, forward_format(), {"pier": revision})["pier"]
    digest = sha256(zlib.decompress(content)).hexdigest()
    assert (forward.FORMAT, digest) == (forward.FORMAT, KEPT_DIGESTS[forward.FORMAT])


def test_what_is_saved_is_of_the_format_that_it_names() -> None:
    store = Store(None)
    store.put(NAME, annotated("pier", LINES, "The Post", date(2024, 5, 3)))
    store.put(NAME, annotated("pier-again", LINES[:2], None, None))
    content = opened(store).snapshot().saved().content
    store.close()
    # Not the compressed bytes, which are the library's that compresses; read back, they must be what was meant.
    head, planes = loosened(content)
    packed, facts = from_bytes(content)
    assert packed.article_ids == ["pier", "pier-again"]
    assert facts == json.loads(head)["facts"] == from_bytes(sealed(head, planes))[1]
    digest = sha256(head + planes).hexdigest()
    assert (FORMAT, digest) == (FORMAT, DIGESTS[FORMAT])
