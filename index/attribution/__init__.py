"""Who said what: the pipeline from an article to its attributions.

``article -> sentences, quotations -> blocks, entities -> links -> outlets -> speakers -> acts -> attributions``
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from index.attribution.acts import load_acts
from index.attribution.blocks import Block, blocks_of, content_kind, cue_act
from index.attribution.coreference.nouns import name_outlets
from index.attribution.coreference.resolve import name_speakers
from index.attribution.coreference.salience import Speaker
from index.attribution.entities.find import Entities, find_entities
from index.attribution.linking.drafts import Link
from index.attribution.linking.link import link
from index.attribution.linking.media import media_of
from index.attribution.linking.outlets import cite, reported, without_names
from index.attribution.quotations import find_quotations
from index.attribution.tagger.frames import Reading
from index.attribution.tagger.network import Network, load_network
from index.model.article import Act, AnnotatedArticle, Article, Attribution, Sentence, Span
from index.text.composition import Composed, compose
from index.text.segmentation import split_sentences


def annotate(article: Article) -> AnnotatedArticle:
    """Split `article` into sentences and attribute them.

    Deterministic, linear in the length of the text, and never raises on odd prose: it only yields less.
    """
    return attribute(article, split_sentences(article))


def attribute(article: Article, sentences: tuple[Sentence, ...]) -> AnnotatedArticle:
    """Attribute the sentences of `article`, which are all that it has, as `annotate`."""
    composed = compose(article.text)
    if composed is not None:
        return _in_place(article, sentences, attribute(*_composed(article, sentences, composed)), composed)
    found = tied(article, sentences, load_network())
    acts = load_acts()
    settled = (acts.settle(article.text, attribution) for attribution in found.attributions)
    return replace(found, attributions=tuple(attribution for attribution in settled if attribution is not None))


def _composed(
    article: Article, sentences: tuple[Sentence, ...], composed: Composed
) -> tuple[Article, tuple[Sentence, ...]]:
    """The article and its sentences over the composed text."""
    offsets = composed.offsets

    def moved(span: Span) -> Span:
        return Span(bisect_left(offsets, span.start), bisect_left(offsets, span.end))

    paragraphs = tuple(replace(paragraph, span=moved(paragraph.span)) for paragraph in article.paragraphs)
    return (
        replace(article, text=composed.text, paragraphs=paragraphs),
        tuple(replace(sentence, span=span) for sentence in sentences if len(span := moved(sentence.span))),
    )


def _in_place(
    article: Article, sentences: tuple[Sentence, ...], annotated: AnnotatedArticle, composed: Composed
) -> AnnotatedArticle:
    """What was found in the composed text, in the article's own."""
    offsets = composed.offsets

    def moved(span: Span) -> Span:
        return Span(offsets[span.start], offsets[span.end])

    attributions = tuple(
        replace(
            found,
            content=tuple(map(moved, found.content)),
            cue=moved(found.cue) if found.cue else None,
            mention=moved(found.mention) if found.mention else None,
        )
        for found in annotated.attributions
    )
    return AnnotatedArticle(article, sentences, attributions)


def tied(article: Article, sentences: tuple[Sentence, ...], network: Network) -> AnnotatedArticle:
    """As `attribute` by `network`, each attribution with the act that its cue alone tells."""
    found = links_of(article, sentences, network)
    if found is None:
        return AnnotatedArticle(article, sentences, ())
    entities, blocks, links = found.entities, found.blocks, found.links
    speakers = name_speakers(entities, links)
    starts = [block.tokens.start[0] for block in blocks]
    cited = name_outlets(entities, article.outlet, [found.outlet for found in links])
    attributions = tuple(
        _attribution(found, speaker, outlet, entities, blocks[bisect_right(starts, found.content[0].start) - 1])
        for found, speaker, outlet in zip(links, speakers, cited, strict=True)
    )
    return AnnotatedArticle(article, sentences, attributions)


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What is said in an article and by whom, before anybody is named; `links` by their first content."""

    entities: Entities
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


def links_of(article: Article, sentences: tuple[Sentence, ...], network: Network) -> LinkedArticle | None:
    """All that `network` and the rules find said in `article`; None if it holds no text that is attributed."""
    quotations = find_quotations(article, sentences)
    blocks = blocks_of(article, sentences, quotations)
    if not blocks:
        return None
    entities = find_entities(article, sentences, quotations)
    reading = Reading(network, blocks)
    media = media_of(entities)
    links = cite(reading, blocks, without_names(link(reading, blocks, entities), media), media)
    links += reported(blocks, links, media)
    links.sort(key=lambda found: (found.content[0].start, found.cue.start if found.cue else 0))
    return LinkedArticle(entities, blocks, tuple(links))


def _attribution(
    found: Link, speaker: Speaker | None, outlet: str | None, entities: Entities, block: Block
) -> Attribution:
    """The named attribution; `block` holds its first content."""
    cue = found.cue
    words = entities.text[cue.start : cue.end].split() if cue else []
    return Attribution(
        found.content,
        cue,
        found.mention,
        speaker.name if speaker else None,
        speaker.type if speaker else None,
        outlet,
        content_kind(block, found.content),
        cue_act(words) if words else Act.SAID,
        found.rule,
    )
