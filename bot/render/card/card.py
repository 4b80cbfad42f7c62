"""A passage as a picture: its words laid out for the card, and the page it is shown on."""

from dataclasses import dataclass

from bot.i18n.wording import Wording
from bot.render.buttons import PREFIX, Action
from bot.render.card import CardText, Fonts, alt_text, draw_card
from bot.render.markdown import plain, safe_url
from bot.render.pages import Accent, Page, TextBlock
from bot.render.passages import NAME, OUTLET, TITLE, citation, reported_by
from index import Act, Passage

_FILE = "quote.png"
_ACTS = {Act.THOUGHT: "card-thought", Act.INTENDED: "card-intended"}


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A picture with the words that are in it."""

    png: bytes
    text: CardText


def card_text(passage: Passage, say: Wording) -> CardText:
    """Word a passage for its card."""
    outlet = [plain(passage.article_outlet, OUTLET)] if passage.article_outlet else []
    when = [say.day(passage.published)] if passage.published else []
    return CardText(
        passage.text,
        _speaker(passage, say),
        _said(passage, say),
        plain(passage.title, TITLE) or say("untitled"),
        " · ".join(outlet + when),
        safe_url(passage.url) or "",
    )


def _speaker(passage: Passage, say: Wording) -> str:
    if passage.kind is None:
        return say("card-nobody")
    if passage.speaker is not None:
        return plain(passage.speaker, NAME)
    mention = f"“{plain(passage.mention, NAME)}”" if passage.mention else ""
    return say("speaker-mention-only", mention=mention) if mention else say("speaker-unnamed")


def _said(passage: Passage, say: Wording) -> str:
    if passage.kind is None:
        return say("card-no-quotation")
    kind = say(_ACTS[passage.act]) if passage.act in _ACTS else say(f"kind-{passage.kind}")
    return f"{kind}{reported_by(passage, say, plain(passage.outlet or '', OUTLET))}"


def card_of(passage: Passage, say: Wording, fonts: Fonts, *, deletable_by: int | None) -> tuple[QuoteCard, Page]:
    """Draw a passage, and make the page that shows the picture with a link to its article."""
    text = card_text(passage, say)
    where = citation(passage.title, passage.article_outlet, passage.published, passage.url, say)
    delete = Action(say("button-delete"), f"{PREFIX}:delete:{deletable_by}", emoji="🗑️")
    actions = (delete,) if deletable_by is not None else ()
    page = Page((TextBlock((where,)),), Accent.ANSWER, actions=actions, picture=_FILE, picture_text=alt_text(text))
    return QuoteCard(draw_card(text, fonts), text), page
