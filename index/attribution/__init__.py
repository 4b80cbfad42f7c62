"""Who said what: the pipeline from an article to its attributions."""

from index.attribution.document import blocks_of
from index.attribution.kinds import content_kind, cue_act
from index.attribution.linking import link
from index.attribution.network import load_network
from index.attribution.tagger import Reading
from index.segmentation import split_sentences
from index.types import AnnotatedArticle, Article, Attribution


def annotate(article: Article) -> AnnotatedArticle:
    """Split `article` into sentences and attribute them; never raises on odd prose."""
    sentences = split_sentences(article)
    blocks = blocks_of(article)
    if not blocks:
        return AnnotatedArticle(article, sentences, ())
    reading = Reading(load_network(), blocks)
    out = []
    import bisect

    starts = [b.tokens.start[0] for b in blocks]
    for l in link(reading, blocks):
        b = blocks[bisect.bisect_right(starts, l.content[0].start) - 1]
        out.append(
            Attribution(
                l.content,
                l.cue,
                l.mention,
                None,
                None,
                None,
                content_kind(b, l.content),
                cue_act(article.text[l.cue.start : l.cue.end].split()),
                l.rule,
            )
        )
    return AnnotatedArticle(article, sentences, tuple(out))
