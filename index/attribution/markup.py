"""An annotated article as marked text, so that a maintainer sees in a minute why somebody was given a quote."""

from collections.abc import Iterator

from index.model.article import AnnotatedArticle, Attribution

_OPEN = {"content": "[", "cue": "{", "mention": "<"}
_CLOSE = {"content": "]", "cue": "}", "mention": ">"}


def mark_up(annotated: AnnotatedArticle) -> str:
    """The text with every attribution marked and, under each paragraph, who was named and by which rule.

    ``[1 ...]`` is the content of attribution 1, ``{1 ...}`` its cue, ``<1 ...>`` its mention. Paragraphs that are not
    body text carry their kind in front.
    """
    text = annotated.article.text
    marks = sorted(_marks(annotated.attributions))
    attributions = annotated.attributions
    lines: list[str] = []
    at = told = 0
    for paragraph in annotated.article.paragraphs:
        span = paragraph.span
        pieces: list[str] = [] if paragraph.kind == "body" else [f"({paragraph.kind.value}) "]
        position = span.start
        while at < len(marks) and marks[at][0] <= span.end:
            offset, _, mark = marks[at]
            at += 1
            if offset >= span.start:
                pieces.append(text[position:offset])
                position = offset
                pieces.append(mark)
        pieces.append(text[position : span.end])
        lines.append("".join(pieces))
        while told < len(attributions) and attributions[told].content[0].start < span.end:
            if attributions[told].content[0].start >= span.start:
                lines.append(f"    {told + 1} {_summary(annotated, attributions[told])}")
            told += 1
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _marks(attributions: tuple[Attribution, ...]) -> Iterator[tuple[int, int, str]]:
    """(offset, order, mark): at one offset what ends comes before what starts, and the longer starts first."""
    for number, attribution in enumerate(attributions, 1):
        parts = [("content", span) for span in attribution.content]
        parts += [(name, span) for name, span in (("cue", attribution.cue), ("mention", attribution.mention)) if span]
        for name, span in parts:
            yield span.start, 10_000_000 - len(span), f"{_OPEN[name]}{number} "
            yield span.end, -10_000_000 + len(span), _CLOSE[name]


def _summary(annotated: AnnotatedArticle, attribution: Attribution) -> str:
    text = annotated.article.text
    mention = f"“{text[attribution.mention.start : attribution.mention.end]}”" if attribution.mention else "no mention"
    name = f"{attribution.speaker} ({attribution.speaker_type})" if attribution.speaker else "nobody"
    cue = f"“{text[attribution.cue.start : attribution.cue.end]}”" if attribution.cue else "no cue"
    outlet = f", cited from {attribution.outlet}" if attribution.outlet else ""
    return f"{attribution.kind} {attribution.act}: {mention} is {name}{outlet}; cue {cue}; rule {attribution.rule}"
