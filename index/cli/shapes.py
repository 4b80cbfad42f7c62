"""The JSON objects of the command line, as DESIGN.md settles them; fields may be added, never renamed."""

import json
import re

from index.model.answer import Answer, Explanation, Passage, Person, Quotes
from index.model.article import AnnotatedArticle, ArticleSummary
from index.model.codec import attribution_to_json
from index.model.trace import Trace

Json = dict[str, object]

_ATTRIBUTION = ("content", "cue", "speaker", "name", "type", "outlet", "kind", "act", "rule")
"""What the command line calls the fields of an `Attribution`, in their order."""

_HALF = re.compile(r"[\ud800-\udfff]")


def dump(value: Json) -> str:
    """One line of JSON; halves of characters, which UTF-8 cannot hold, are escaped as they came."""
    return _HALF.sub(lambda half: f"\\u{ord(half.group()):04x}", json.dumps(value, ensure_ascii=False))


def annotated_shape(annotated: AnnotatedArticle) -> Json:
    """An annotated article."""
    article = annotated.article
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "sentences": [{"start": s.span.start, "end": s.span.end, "kind": s.kind.value} for s in annotated.sentences],
        "attributions": [
            dict(zip(_ATTRIBUTION, attribution_to_json(found), strict=True)) for found in annotated.attributions
        ],
    }


def passage_shape(passage: Passage) -> Json:
    """A passage."""
    return {
        "article_id": passage.article_id,
        "title": passage.title,
        "article_outlet": passage.article_outlet,
        "authors": list(passage.authors),
        "url": passage.url,
        "published": passage.published.isoformat() if passage.published else None,
        "start": passage.span.start,
        "end": passage.span.end,
        "text": passage.text,
        "speaker": passage.speaker,
        "speaker_type": passage.speaker_type.value if passage.speaker_type else None,
        "mention": passage.mention,
        "outlet": passage.outlet,
        "kind": passage.kind.value if passage.kind else None,
        "act": passage.act.value if passage.act else None,
        "score": round(passage.score, 4),
        "also_in": [
            {
                "article_id": other.article_id,
                "title": other.title,
                "article_outlet": other.article_outlet,
                "url": other.url,
                "published": other.published.isoformat() if other.published else None,
            }
            for other in passage.also_in
        ],
    }


def explanation_shape(explanation: Explanation) -> Json:
    """A passage, and what made its score."""
    evidence = [{"part": e.part, "terms": list(e.terms), "score": round(e.score, 4)} for e in explanation.evidence]
    return {**passage_shape(explanation.passage), "evidence": evidence}


def answer_shape(answer: Answer) -> Json:
    """An answer."""
    return {
        "question": answer.question,
        "passages": [passage_shape(p) for p in answer.passages],
        "abstained": answer.abstained,
        "suggestions": list(answer.suggestions),
        "took_ms": round(answer.took_ms, 3),
    }


def person_shape(person: Person) -> Json:
    """A speaker of the library."""
    return {
        "name": person.name,
        "type": person.type.value,
        "quotes": person.quotes,
        "articles": person.articles,
        "latest": person.latest.isoformat() if person.latest else None,
        "aliases": list(person.aliases),
    }


def quotes_shape(quotes: Quotes) -> Json:
    """What one speaker said."""
    return {
        "person": person_shape(quotes.person) if quotes.person else None,
        "passages": [passage_shape(p) for p in quotes.passages],
        "abstained": quotes.abstained,
        "suggestions": list(quotes.suggestions),
    }


def summary_shape(summary: ArticleSummary) -> Json:
    """An article in a list."""
    return {
        "id": summary.id,
        "title": summary.title,
        "outlet": summary.outlet,
        "authors": list(summary.authors),
        "published": summary.published.isoformat() if summary.published else None,
        "url": summary.url,
        "sentences": summary.sentences,
        "attributions": summary.attributions,
    }


def trace_shape(trace: Trace) -> Json:
    """Where a posted quotation comes from."""
    return {
        "quoted": trace.quoted,
        "likeness": trace.likeness.value if trace.likeness else None,
        "claim": trace.claim.value,
        "claimed": trace.claimed,
        "passage": passage_shape(trace.passage) if trace.passage else None,
        "differences": [[d.change.value, d.stored, d.posted] for d in trace.differences],
    }
