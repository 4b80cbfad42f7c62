"""What can be done: the first steps, for a server that has no articles yet or has just let the bot in, and the help.

Pure.
"""

from bot.i18n.wording import Wording
from bot.render.pages import Accent, Action, Page, TextBlock
from bot.render.places import PREFIX


def add_action(say: Wording) -> Action:
    """Give the button that opens the form for an article, for who may add one."""
    return Action(say("button-add"), f"{PREFIX}:add", look="primary", emoji="📰")


def onboarding_page(say: Wording) -> Page:
    """Say that a server has no articles yet, and the three steps from there."""
    blocks = (TextBlock((f"### {say('articles-none')}",)), TextBlock((say("first-steps"),)))
    return Page(blocks, Accent.SILENCE, actions=(add_action(say),))


def welcome_page(say: Wording) -> Page:
    """Introduce the bot to a server that it has just joined, with the three steps."""
    head = f"### {say('welcome')}\n{say('about-text')}"
    foot = f"-# {say('welcome-more')}"
    return Page((TextBlock((head,)), TextBlock((say("first-steps"),))), Accent.ANSWER, foot, actions=(add_action(say),))


def help_page(say: Wording, *, adds: bool, manages: bool) -> Page:
    """List what can be done, with the parts of those who may add articles, and of moderators, for whom they concern."""
    blocks = [TextBlock((f"### {say('help-heading')}\n{say('help-members')}",))]
    if manages:
        blocks.append(TextBlock((say("help-moderators"),)))
    elif adds:
        blocks.append(TextBlock((say("help-adders"),)))
    return Page(tuple(blocks), Accent.ANSWER, actions=(add_action(say),) if adds else ())
