"""Pages about the bot itself: help, about, privacy; and the paragraphs around a passage. Pure."""

from collections.abc import Mapping
from importlib.metadata import version

from bot.i18n.wording import Wording
from bot.render.markdown import units
from bot.render.pages import MESSAGE_LIMIT, Accent, Action, Page, TextBlock
from bot.render.passages import block_quotation, citation
from bot.render.places import PREFIX
from index import ANSWERABLE, AnnotatedArticle, Figures, Paragraph, PersonalPart, Span

_AROUND = 1  # paragraphs shown before and after


def about_page(figures: Figures, took_ms: float | None, say: Wording, *, foot: str | None = None) -> Page:
    """Say what the bot is, how large the library is, and how fast it answers."""
    size = " · ".join(
        say(f"count-{name}", number=number)
        for name, number in (
            ("article", figures.articles),
            ("sentence", figures.sentences),
            ("quotation", figures.attributions),
            ("speaker", figures.speakers),
        )
    )
    speed = say("about-speed", milliseconds=max(1, round(took_ms))) if took_ms is not None else say("about-no-speed")
    lines = f"{say('about-version', version=version('onrecord'))}\n{size}\n{speed}"
    return Page((TextBlock((f"### Onrecord\n{say('about-text')}",)), TextBlock((lines,))), Accent.ANSWER, foot)


def help_page(say: Wording, *, moderator: bool) -> Page:
    """List what can be done, with the moderators' part for those whom it concerns."""
    blocks = [TextBlock((f"### {say('help-heading')}\n{say('help-members')}",))]
    if moderator:
        blocks.append(TextBlock((say("help-moderators"),)))
    return Page(tuple(blocks), Accent.ANSWER)


def privacy_page(own: Mapping[PersonalPart, int], say: Wording, *, days: int, manages: bool) -> Page:
    """Say what is stored, of whom, for how long, and how much of the reader, with the buttons that show and delete it.

    Parameters
    ----------
    days : int
        How long the data of a server is kept after the bot has left it.
    manages : bool
        Whether the reader may delete all that is stored of the server.
    """
    counts = " · ".join(say(f"own-{part}", number=own[part]) for part in PersonalPart if own.get(part))
    you = say("privacy-you", counts=counts) if counts else say("privacy-you-nothing")
    show = Action(say("button-own-data"), f"{PREFIX}:mine:show", emoji="📄")
    forget = Action(say("button-forget"), f"{PREFIX}:mine:delete", emoji="🗑️")
    erase = Action(say("button-erase"), f"{PREFIX}:erase", look="danger")
    actions = (*((show, forget) if counts else ()), *((erase,) if manages else ()))
    text = f"### {say('privacy-heading')}\n{say('privacy-text', days=days)}"
    return Page((TextBlock((text,)), TextBlock((you,))), Accent.ANSWER, actions=actions)


def forget_page(say: Wording) -> Page:
    """Say what deleting the reader's data does, with the button that does it."""
    sure = Action(say("button-forget-sure"), f"{PREFIX}:mine:sure", look="danger")
    return Page((TextBlock((say("forget-text"),)),), Accent.TROUBLE, actions=(sure,))


def context_page(annotated: AnnotatedArticle, span: Span, say: Wording) -> Page:
    """Show the paragraphs in which a passage stands with those around, verbatim, and the article's name."""
    article = annotated.article
    paragraphs = [p for p in article.paragraphs if p.kind in ANSWERABLE]
    held = [at for at, paragraph in enumerate(paragraphs) if paragraph.span.overlaps(span)]
    first, last = (held[0], held[-1]) if held else (0, 0)
    where = citation(article.title, article.outlet, article.published, article.url, say, from_feed=article.from_feed)
    heading = f"### {say('context-heading')}"
    room = MESSAGE_LIMIT - units(heading) - units(where)
    shown = paragraphs[max(0, first - _AROUND) : last + 1 + _AROUND]
    each = room // max(1, len(shown)) - 1
    texts = tuple(_paragraph(annotated, paragraph, each) for paragraph in shown)
    return Page((TextBlock((heading,)), TextBlock((*texts, where))), Accent.ANSWER)


def _paragraph(annotated: AnnotatedArticle, paragraph: Paragraph, limit: int) -> str:
    quoted, whole = block_quotation(annotated.article.text[paragraph.span.start : paragraph.span.end], limit - 2)
    return quoted if whole else f"{quoted}\n…"
