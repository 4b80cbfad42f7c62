"""Prose made ready for one step of attribution, and links marked in it as `index.mark_up` marks them."""

import re

from index.attribution.blocks import Block, blocks_of
from index.attribution.entities.find import Entities, find_entities
from index.attribution.linking.drafts import Link, LinkDraft
from index.attribution.linking.media import Media, media_of
from index.attribution.quotations import find_quotations
from index.attribution.tagger.frames import Reading
from index.attribution.tagger.network import load_network
from index.model.article import Span
from index.reading import read_text
from index.text.segmentation import split_sentences


def blocks_in(text: str) -> tuple[Block, ...]:
    """The blocks of a text without a headline."""
    article = read_text(text, title="")
    sentences = split_sentences(article)
    return blocks_of(article, sentences, find_quotations(article, sentences))


def entities_in(text: str, *, title: str | None = "") -> Entities:
    """Whom a text names."""
    article = read_text(text, title=title)
    sentences = split_sentences(article)
    return find_entities(article, sentences, find_quotations(article, sentences))


def media_in(text: str) -> Media:
    """What a text has of outlets."""
    return media_of(entities_in(text))


def reading_of(blocks: tuple[Block, ...]) -> Reading:
    """The blocks as the network sees them."""
    return Reading(load_network(), blocks)


def marked(prose: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its marks, and the spans of each mark: [content], {cue}, <mention>."""
    text, spans = "", {mark: list[Span]() for mark in "[{<"}
    for part in re.split(r"(\[[^\]]*\]|\{[^}]*\}|<[^>]*>)", prose):
        inner = part[1:-1] if part[:1] in spans else part
        if inner is not part:
            spans[part[0]].append(Span(len(text), len(text) + len(inner)))
        text += inner
    return text, spans


def draft_in(prose: str) -> tuple[str, Block, LinkDraft]:
    """The one block of marked prose, and the draft that its marks make."""
    text, spans = marked(prose)
    (block,) = blocks_in(text)
    mention = spans["<"][0] if spans["<"] else None
    return text, block, LinkDraft(0, spans["{"][0], mention, spans["["], "frame")


def link_in(prose: str) -> tuple[str, Link]:
    """The link that the marks of some prose make."""
    text, spans = marked(prose)
    cue, mention = (spans[mark][0] if spans[mark] else None for mark in "{<")
    return text, Link(tuple(spans["["]), cue, mention, None, "frame")


def words(text: str, *spans: Span | None) -> list[str]:
    """What stands at each span; "-" for none."""
    return ["-" if span is None else text[span.start : span.end] for span in spans]
