"""What people see: passages, people and articles as rich text; plain when not on a terminal."""

import re
from collections.abc import Sequence
from datetime import date

from rich.text import Text

from index.model.answer import Explanation, Passage, Person
from index.model.article import Act, AnnotatedArticle, ArticleSummary, ContentKind

_KINDS = {
    ContentKind.DIRECT: "direct quotation",
    ContentKind.INDIRECT: "indirect quotation",
    ContentKind.MIXED: "partly quoted",
}
_ACTS = {Act.THOUGHT: "reported to think this", Act.INTENDED: "reported to intend this"}
# What a terminal would obey rather than show: control characters and marks that turn the direction of writing.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(words: str) -> str:
    """`words` without what a terminal would obey, on as many lines as they have."""
    return _CONTROL.sub("", words)


def many(number: int, thing: str, things: str | None = None) -> str:
    """So many things, in words; "s" makes most of them several."""
    return f"{number} {thing if number == 1 else things or f'{thing}s'}"


def plain(words: str) -> str:
    """The same, white space made single: fit to be shown on a line."""
    return " ".join(printable(words).split())


def passage_text(passage: Passage) -> Text:
    """The passage with its context around it, then who said it, then where it stands, one line each."""
    text = Text()
    context = list(zip(passage.context, map(plain, passage.context_text), strict=True))
    for beside, words in context:
        if beside.start < passage.span.start:
            text.append(f"  {words}\n", style="dim")
    text.append(plain(passage.text), style="bold")
    for beside, words in context:
        if beside.start > passage.span.start:
            text.append(f"\n  {words}", style="dim")
    text.append("\n  — ")
    if passage.kind is None:
        text.append("the article's own words, not a quotation", style="dim")
    else:
        text.append(_speaker(passage), style="cyan")
        act = _ACTS.get(passage.act) if passage.act else None
        text.append(f", {act or _KINDS[passage.kind]}")
        if passage.outlet is not None and passage.outlet != passage.speaker:
            text.append(f", reported by {plain(passage.outlet)}")
    text.append("\n  ")
    text.append(_place(passage.title, passage.article_outlet, passage.published, passage.url), style="dim")
    for other in passage.also_in:
        place = _place(other.title, other.article_outlet, other.published, other.url)
        text.append(f"\n  also in {place}", style="dim")
    return text


def explanation_text(explanation: Explanation) -> Text:
    """The passage, then a line for each part of its score, heaviest first."""
    text = passage_text(explanation.passage)
    text.append(f"\n  {explanation.passage.score:7.2f}  in all", style="bold")
    for evidence in explanation.evidence:
        terms = f": {', '.join(map(plain, evidence.terms))}" if evidence.terms else ""
        text.append(f"\n  {evidence.score:7.2f}  {evidence.part}{terms}")
    return text


def _speaker(passage: Passage) -> str:
    mention = plain(passage.mention) if passage.mention else None
    if passage.speaker is None:
        return f"“{mention}” (the article does not say who)" if mention else "an unnamed speaker"
    name = plain(passage.speaker)
    if mention is None or name.casefold() in mention.casefold() or mention.casefold() in name.casefold():
        return name
    return f"{name} (“{mention}”)"


def _place(title: str, outlet: str | None, published: date | None, url: str | None) -> str:
    parts = [plain(title) or "Untitled article"]
    if outlet:
        parts.append(plain(outlet))
    if published:
        parts.append(f"{published.day} {published:%B %Y}")
    if url:
        parts.append(plain(url))
    return " · ".join(parts)


def did_you_mean(names: Sequence[str]) -> str:
    """The question whether one of the names was meant, behind a sentence; nothing where there are none."""
    return f" Did you mean {' or '.join(map(plain, names))}?" if names else ""


def person_text(person: Person) -> Text:
    """A speaker on a line."""
    text = Text.assemble((plain(person.name), "cyan"))
    aliases = f"; also {', '.join(plain(a) for a in person.aliases)}" if person.aliases else ""
    text.append(
        f"  {person.type.value}, {many(person.quotes, 'quotation')} in {many(person.articles, 'article')}{aliases}",
        style="dim",
    )
    return text


def size_text(summary: ArticleSummary) -> str:
    """How much an article has."""
    return f"{many(summary.sentences, 'sentence')}, {many(summary.attributions, 'attribution')}"


def summary_text(summary: ArticleSummary) -> Text:
    """An article on two lines: its id, then what it is."""
    text = Text.assemble((summary.id, "cyan"))
    text.append(f"\n  {_place(summary.title, summary.outlet, summary.published, summary.url)}")
    if summary.from_feed:
        text.append(" · its feed's text", style="dim")
    text.append(f" · {size_text(summary)}", style="dim")
    return text


def annotated_text(annotated: AnnotatedArticle) -> Text:
    """The title of an article, a line for each attribution, and an empty one."""
    article = annotated.article
    text = Text.assemble((plain(article.title) or article.id or "Untitled article", "bold"))
    for attribution in annotated.attributions:
        content = " … ".join(plain(article.text[c.start : c.end]) for c in attribution.content)
        outlet = f", cited from {plain(attribution.outlet)}" if attribution.outlet else ""
        text.append("\n  ")
        text.append(plain(attribution.speaker) if attribution.speaker else "somebody", style="cyan")
        text.append(f" ({attribution.kind} {attribution.act}{outlet}): {content}")
    return text.append("\n" if annotated.attributions else "\n  nobody is reported to say anything\n")


def explained(annotated: AnnotatedArticle) -> Text:
    """The article with everything that was found marked, as `mark_up` has it."""
    from index.attribution.markup import mark_up

    lines = mark_up(annotated).splitlines()
    return Text("\n".join(line[: len(line) - len(line.lstrip())] + plain(line) for line in lines))
