"""Alerts: what one watches for, what it tells, and the list of those that somebody has. Pure."""

from collections.abc import Sequence

from bot.i18n.wording import Wording
from bot.render.announcements import blocks_of, fitted
from bot.render.markdown import inline, label, plain, units, visible
from bot.render.pages import MESSAGE_LIMIT, Accent, Action, Page, TextBlock, packed, stated
from bot.render.passages import NAME
from bot.render.places import PREFIX
from index import Alert, Interest, News

PASSAGES = 5
"""Passages in a message at most."""

_LISTED = 5  # alerts on a page, each with its button
_SERVER, _BUTTON = 100, 60


def subject(interest: Interest, say: Wording) -> str:
    """Say in one line what is watched for."""
    parts = []
    if interest.person is not None:
        parts.append(f"**{visible(interest.person, NAME)}**")
    if interest.topic is not None:
        parts.append(say("alert-topic", topic=f"**{visible(interest.topic, NAME)}**"))
    if interest.outlet is not None:
        parts.append(say("alert-outlet", outlet=f"**{visible(interest.outlet, NAME)}**"))
    return " · ".join(parts)


def plain_subject(interest: Interest, most: int) -> str:
    """Say in at most `most` characters, without Markdown, what is watched for."""
    return plain(" · ".join(filter(None, (interest.person, interest.topic, interest.outlet))), most)


def end_key(alert_id: int, upto: int) -> str:
    """Give the custom id of the button that ends an alert below what it told; no other message has the same."""
    return f"{PREFIX}:alert:{alert_id}:{upto}"


def alert_set_page(alert: Alert, say: Wording, *, known: bool) -> Page:
    """Say that an alert is set, and where it will be told; `known` is whether the library has what it names."""
    told = say("alert-told-alone") if alert.tell_in is None else say("alert-told-in", where=f"<#{alert.tell_in}>")
    lines = [say("alert-set", subject=subject(alert.interest, say)), told]
    if not known:
        lines.append(f"-# {say('alert-unknown')}")
    return Page((TextBlock(("\n".join(lines),)),), Accent.DONE)


def alert_welcome_page(alert: Alert, server: str, say: Wording) -> Page:
    """Say in a direct message what will come there, with the button that ends it."""
    said = say("alert-welcome", subject=subject(alert.interest, say), server=f"**{visible(server, _SERVER)}**")
    return Page((TextBlock((said,)),), Accent.DONE, actions=(_end(alert, alert.told, say),))


def news_page(news: News, server: str, say: Wording) -> Page:
    """Show what an alert tells: each passage verbatim, with who said it and its article."""
    alert = news.alert
    heading = f"### 🔔 {subject(alert.interest, say)}"
    key = "alert-foot" if alert.tell_in is None else "alert-foot-channel"
    small = f"-# {say(key, server=inline(server, _SERVER))}"
    most = f"-# {say('alert-more', number=news.more + len(news.passages))}"
    items = fitted(news.passages, MESSAGE_LIMIT - units(heading) - units(small) - units(most) - 1, say)
    more = news.more + len(news.passages) - len(items)
    foot = f"-# {say('alert-more', number=more)}\n{small}" if more else small
    return Page((TextBlock((heading,)), *blocks_of(items)), Accent.ANSWER, foot, actions=(_end(alert, news.upto, say),))


def alerts_pages(alerts: Sequence[Alert], say: Wording) -> tuple[Page, ...]:
    """List alerts, each with the button that ends it."""
    if not alerts:
        return (stated(say("alerts-none")),)
    heading = f"### {say('alerts')}"
    room = MESSAGE_LIMIT - units(heading)
    groups = packed(alerts, room=room, most=_LISTED, size=lambda alert: units(_line(alert, say)))
    return tuple(
        Page(
            (TextBlock((heading,)), TextBlock(("\n".join(_line(alert, say) for alert in group),))),
            Accent.ANSWER,
            actions=tuple(_end_listed(alert, say) for alert in group),
        )
        for group in groups
    )


def _line(alert: Alert, say: Wording) -> str:
    told = say("alert-to-you") if alert.tell_in is None else say("alert-to-channel", where=f"<#{alert.tell_in}>")
    lines = [subject(alert.interest, say), f"-# {told}"]
    if alert.refused:
        lines.append(f"-# ⚠️ {say('alert-refused' if alert.tell_in is None else 'alert-refused-channel')}")
    return "\n".join(lines)


def _end(alert: Alert, upto: int, say: Wording) -> Action:
    return Action(say("button-end-alert"), end_key(alert.id, upto), emoji="🔕")


def _end_listed(alert: Alert, say: Wording) -> Action:
    name = plain_subject(alert.interest, _BUTTON)
    return Action(label(say("button-end-listed", alert=name)), f"{PREFIX}:alerts:{alert.id}", emoji="🔕")
