"""What moderators see: outcomes of adding, and the record of what was done. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.i18n.wording import Wording
from bot.render.articles import article_choice, change_actions, particulars, quoted_action, title_of
from bot.render.markdown import inline, visible
from bot.render.pages import Accent, Action, Choice, Page, TextBlock, list_pages, notice
from bot.render.passages import NAME, TITLE
from index import DELETED_PERSON, Addition, Outcome, Record

_LINES = 10  # outcomes in a message
_DETAIL, _PROBLEM, _TITLE = 80, 300, 80


@dataclass(frozen=True, slots=True)
class Added:
    """The outcome of adding one thing.

    Attributes
    ----------
    name : str
        What it was called when it was given: a file, a link; not escaped.
    addition : Addition | None
        None exactly where there is a problem.
    problem : str | None
        One sentence, not escaped.
    """

    name: str
    addition: Addition | None = None
    problem: str | None = None


def additions_page(done: Sequence[Added], of: int, say: Wording, *, user_id: int) -> Page:
    """Show a line for each thing added so far, and how many are still to come; with what `user_id`, who adds them, can
    do with what is there: one article has buttons, several have a menu."""
    failed = [added for added in done if added.addition is None]
    accent = Accent.TROUBLE if failed and len(failed) == len(done) == of else Accent.DONE
    shown = _shown(done)
    lines = [_line(added, say, alone=of == 1) for added in shown]
    if len(shown) < len(done):
        lines.insert(0, say("adding-others", number=len(done) - len(shown)))
    if of > 1:
        heading = say("adding-done", number=of) if len(done) == of else say("adding", done=len(done), of=of)
        choices = _choices(shown, say, user_id) if len(done) == of else ()
        return Page((TextBlock((f"### {heading}",)), TextBlock(("\n".join(lines) or "…",))), accent, choices=choices)
    actions = _actions(done[0].addition, say, user_id) if done and done[0].addition is not None else ()
    return Page((TextBlock(("\n".join(lines) or say("adding", done=0, of=of),)),), accent, actions=actions)


def _actions(addition: Addition, say: Wording, user_id: int) -> tuple[Action, ...]:
    """What can be done with an article that was just added: only what was not there before can be taken back."""
    if addition.outcome is Outcome.WITHHELD:
        return ()
    identity = addition.article.id
    edit, undo = change_actions(identity, say, owner=user_id, undo=True)
    return (quoted_action(identity, say), edit, *((undo,) if addition.outcome is Outcome.ADDED else ()))


def _choices(done: Iterable[Added], say: Wording, user_id: int) -> tuple[Choice, ...]:
    """The articles that can be opened, each once, those just added by who may take them back."""
    found: dict[str, Choice] = {}
    for addition in (added.addition for added in done):
        if addition is not None and addition.outcome is not Outcome.WITHHELD:
            owner = user_id if addition.outcome is Outcome.ADDED else None
            found.setdefault(addition.article.id, article_choice(addition.article, say, owner=owner))
    return tuple(found.values())


def _shown(done: Sequence[Added]) -> list[Added]:
    """So many outcomes as fit a message: the last ones, but first of all those that failed."""
    if len(done) <= _LINES:
        return list(done)
    failed = [at for at, added in enumerate(done) if added.addition is None][-_LINES:]
    others = [at for at, added in enumerate(done) if added.addition is not None]
    return [done[at] for at in sorted([*failed, *others[len(others) - (_LINES - len(failed)) :]])]


def _line(added: Added, say: Wording, *, alone: bool) -> str:
    """The outcome of one; where several are added, short enough that ten fit a message."""
    if added.addition is None:
        return f"⚠️ {visible(added.problem or added.name, _PROBLEM if alone else _PROBLEM // 2)}"
    article = added.addition.article
    title = title_of(article.title, say) if alone else visible(article.title or say("untitled"), _TITLE)
    outcome = say(f"outcome-{added.addition.outcome}", title=f"**{title}**")
    if alone and added.addition.outcome in {Outcome.ADDED, Outcome.UPDATED}:
        return f"{outcome}\n{particulars(article, say)}"
    return outcome


def records_pages(records: Sequence[Record], say: Wording) -> tuple[Page, ...]:
    """List what moderators did, in the order given."""
    if not records:
        return (notice(say("records-none")),)
    return list_pages(f"### {say('records')}", [_record(record, say) for record in records])


def _record(record: Record, say: Wording) -> str:
    detail = f" ({inline(record.detail, _DETAIL)})" if record.detail else ""
    act = say(f"act-{record.act}") if say.has(f"act-{record.act}") else inline(record.act, NAME)
    return f"{moment(record.at)} {who(record.actor, say)}: {act} **{visible(record.subject, TITLE)}**{detail}"


def who(person: str, say: Wording) -> str:
    """Name somebody who is known by a Discord id, or whose data was deleted."""
    if person == DELETED_PERSON:
        return say("deleted-user")
    return f"<@{person}>" if person.isdigit() else inline(person, NAME)


def moment(when: datetime) -> str:
    """Give an instant as Discord shows it to each reader in their own time."""
    return f"<t:{int(when.timestamp())}:R>"
