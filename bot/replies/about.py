"""Pages about the bot itself: help, about, privacy; and the paragraphs around a passage. Pure."""

from importlib.metadata import version

from bot.replies.pages import MESSAGE_LIMIT, Accent, Block, Page
from bot.replies.passages import block_quotation, source
from bot.replies.text import units
from bot.wording import Wording
from index import ANSWERABLE, AnnotatedArticle, Figures, Paragraph, Span

_AROUND = 1  # paragraphs shown before and after


def about_page(figures: Figures, took_ms: float | None, say: Wording, *, foot: str | None = None) -> Page:
    """Say what the bot is, how large the library is, and how fast it answers."""
    size = " · ".join(
        say(f"count-{name}", number=number)
        for name, number in (
            ("article", figures.articles),
            ("sentence", figures.sentences),
            ("attribution", figures.attributions),
            ("speaker", figures.speakers),
        )
    )
    speed = say("about-speed", milliseconds=f"{took_ms:.1f}") if took_ms is not None else say("about-no-speed")
    lines = f"{say('about-version', version=version('onrecord'))}\n{size}\n{speed}"
    return Page((Block((f"### Onrecord\n{say('about-text')}",)), Block((lines,))), Accent.ANSWER, foot)


def help_page(say: Wording, *, moderator: bool) -> Page:
    """List what can be done, with the moderators' part for those whom it concerns."""
    blocks = [Block((f"### {say('help-heading')}\n{say('help-members')}",))]
    if moderator:
        blocks.append(Block((say("help-moderators"),)))
    return Page(tuple(blocks), Accent.ANSWER)


def privacy_page(say: Wording) -> Page:
    """Say what is stored, of whom, and for how long."""
    return Page((Block((f"### {say('privacy-heading')}\n{say('privacy-text')}",)),), Accent.ANSWER)


def context_page(annotated: AnnotatedArticle, span: Span, say: Wording) -> Page:
    """Show the paragraphs in which a passage stands with those around, verbatim, and the article's name."""
    article = annotated.article
    paragraphs = [p for p in article.paragraphs if p.kind in ANSWERABLE]
    held = [at for at, paragraph in enumerate(paragraphs) if paragraph.span.overlaps(span)]
    first, last = (held[0], held[-1]) if held else (0, 0)
    where = source(article.title, article.outlet, article.published, article.url, say)
    heading = f"### {say('context-heading')}"
    room = MESSAGE_LIMIT - units(heading) - units(where)
    shown = paragraphs[max(0, first - _AROUND) : last + 1 + _AROUND]
    each = room // max(1, len(shown)) - 1
    texts = tuple(_paragraph(annotated, paragraph, each) for paragraph in shown)
    return Page((Block((heading,)), Block((*texts, where))), Accent.ANSWER)


def _paragraph(annotated: AnnotatedArticle, paragraph: Paragraph, limit: int) -> str:
    quoted, whole = block_quotation(annotated.article.text[paragraph.span.start : paragraph.span.end], limit - 2)
    return quoted if whole else f"{quoted}\n…"
