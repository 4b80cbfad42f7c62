"""What holds of every article, annotation and answer, however hostile the text."""

from collections.abc import Iterable

from index.errors import ReadingError
from index.model.answer import Answer, Passage
from index.model.article import ANSWERABLE, AnnotatedArticle, Article, Span


def in_order(spans: Iterable[Span], text: str) -> None:
    """Not empty, disjoint, in order, inside the text, and without white space around them."""
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        words = text[span.start : span.end]
        assert words == words.strip()
        end = span.end


def article_holds(article: Article, *, whole: bool = True) -> None:
    """The paragraphs are those of the text; with `whole`, all that is not white space stands in one."""
    in_order((paragraph.span for paragraph in article.paragraphs), article.text)
    if whole:
        at = 0
        for paragraph in article.paragraphs:
            assert not article.text[at : paragraph.span.start].strip()
            at = paragraph.span.end
        assert not article.text[at:].strip()
    assert article.url is None or article.url.startswith(("http://", "https://"))


def annotation_holds(annotated: AnnotatedArticle) -> None:
    """Sentences part the paragraphs; attributions point at words of answerable paragraphs, in order."""
    article, text = annotated.article, annotated.article.text
    in_order((sentence.span for sentence in annotated.sentences), text)
    at = 0
    for paragraph in article.paragraphs:
        inside: list[Span] = []
        while at < len(annotated.sentences) and annotated.sentences[at].span.start < paragraph.span.end:
            assert annotated.sentences[at].kind is paragraph.kind
            inside.append(annotated.sentences[at].span)
            at += 1
        assert all(paragraph.span.holds(span) for span in inside)
        kept = "".join("".join(text[span.start : span.end].split()) for span in inside)
        assert kept == "".join(text[paragraph.span.start : paragraph.span.end].split())
    assert at == len(annotated.sentences)
    answerable = [paragraph.span for paragraph in article.paragraphs if paragraph.kind in ANSWERABLE]
    for attribution in annotated.attributions:
        assert attribution.content
        end = 0
        for span in attribution.content:
            assert end <= span.start < span.end <= len(text)
            end = span.end
        for part in (*attribution.content, attribution.cue, attribution.mention):
            assert part is None or (len(part) > 0 and any(span.holds(part) for span in answerable))
        assert (attribution.speaker is None) == (attribution.speaker_type is None)
        assert attribution.rule
        for name in (attribution.speaker, attribution.outlet):
            assert name is None or name.strip()
    starts = [attribution.content[0].start for attribution in annotated.attributions]
    assert starts == sorted(starts)


def passage_holds(passage: Passage, article: Article) -> None:
    """The passage is the article's own words."""
    assert passage.article_id == article.id
    assert 0 <= passage.span.start < passage.span.end <= len(article.text)
    assert article.text[passage.span.start : passage.span.end] == passage.text
    assert passage.mention is None or passage.mention in article.text
    end = 0
    for span, text in zip(passage.context, passage.context_text, strict=True):
        assert end <= span.start < span.end <= len(article.text)
        assert not span.overlaps(passage.span)
        assert article.text[span.start : span.end] == text
        end = span.end


def answer_holds(answer: Answer) -> None:
    """Passages or a reason, and the best first."""
    assert (answer.abstained is None) == bool(answer.passages)
    scores = [passage.score for passage in answer.passages]
    assert scores == sorted(scores, reverse=True)


def refusal_holds(error: ReadingError, source: str) -> None:
    """The error names what is at fault, and says why."""
    assert error.source == source
    assert error.reason
    assert str(error) == f"{source}: {error.reason}"
