"""Who said what: the pipeline from an article to its attributions.

``article -> sentences, quotations -> blocks, entities -> frames -> links -> cited outlets -> speakers -> attributions``
"""

from bisect import bisect_right

from index.attribution.blocks import Block, blocks_of, content_kind, cue_act
from index.attribution.coreference.nouns import name_outlet
from index.attribution.coreference.resolve import name_speakers
from index.attribution.coreference.salience import Speaker
from index.attribution.entities.find import Entities, find_entities
from index.attribution.linking.drafts import Link
from index.attribution.linking.link import link
from index.attribution.linking.outlets import cite, reported, without_names
from index.attribution.quotations import find_quotations
from index.attribution.tagger.frames import Reading
from index.attribution.tagger.network import load_network
from index.model.article import Act, AnnotatedArticle, Article, Attribution, Sentence, Span, SpeakerType
from index.text.segmentation import split_sentences


def annotate(article: Article) -> AnnotatedArticle:
    """Split `article` into sentences and attribute them.

    Deterministic, linear in the length of the text, and never raises on odd prose: it only yields less.
    """
    return attribute(article, split_sentences(article))


def attribute(article: Article, sentences: tuple[Sentence, ...]) -> AnnotatedArticle:
    """Attribute the sentences of `article`, which are all that it has, as `annotate`."""
    quotations = find_quotations(article, sentences)
    blocks = blocks_of(article, sentences, quotations)
    if not blocks:
        return AnnotatedArticle(article, sentences, ())
    entities = find_entities(article, sentences, quotations)
    reading = Reading(load_network(), blocks)

    def is_outlet(span: Span) -> bool:
        kind = entities.type_at(span)
        return kind is SpeakerType.OUTLET or (kind is SpeakerType.ORGANISATION and _is_station(entities.text, span))

    links = cite(reading, blocks, without_names(link(reading, blocks), is_outlet), is_outlet)
    links += reported(blocks, links, is_outlet)
    links.sort(key=lambda found: (found.content[0].start, found.cue.start if found.cue else 0))
    speakers = name_speakers(entities, links)
    starts = [block.tokens.start[0] for block in blocks]
    attributions = tuple(
        _attribution(found, speaker, entities, blocks[bisect_right(starts, found.content[0].start) - 1])
        for found, speaker in zip(links, speakers, strict=True)
    )
    return AnnotatedArticle(article, sentences, attributions)


def _is_station(text: str, span: Span) -> bool:
    """Whether what is named says so in front: "Radio Meridian", "Channel 9"."""
    return text[span.start : span.end].startswith(("Radio ", "Channel ", "TV "))


def _attribution(found: Link, speaker: Speaker | None, entities: Entities, block: Block) -> Attribution:
    """The named attribution; `block` holds its first content."""
    cue = found.cue
    words = entities.text[cue.start : cue.end].split() if cue else []
    return Attribution(
        found.content,
        cue,
        found.mention,
        speaker.name if speaker else None,
        speaker.type if speaker else None,
        name_outlet(entities, found.outlet) if found.outlet else None,
        content_kind(block, found.content),
        cue_act(words) if words else Act.SAID,
        found.rule,
    )
