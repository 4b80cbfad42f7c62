"""*Who said this?* as pages: how near a message comes to what an article has, and whose words they are. Pure."""

from collections.abc import Sequence

from bot.i18n.wording import Wording
from bot.render.markdown import clean, escape, inline, units, visible
from bot.render.pages import MESSAGE_LIMIT, Accent, Page, TextBlock, passage_actions
from bot.render.passages import NAME, shown
from index import Change, Claim, Difference, Likeness, Trace

_POSTED, _CHANGES = 300, 1_200  # units
_CONFIRMED = frozenset({Likeness.EXACT, Likeness.NEAR})


def trace_pages(traces: Sequence[Trace], say: Wording, *, foot: str | None = None) -> tuple[Page, ...]:
    """Show where a message's words come from: one page for each quotation in it, in the order given."""
    return tuple(_page(trace, say, foot) for trace in traces) or (_unknown("", say, foot),)


def _page(trace: Trace, say: Wording, foot: str | None) -> Page:
    passage, likeness = trace.passage, trace.likeness
    if passage is None or likeness is None:
        return _unknown(trace.quoted, say, foot)
    changes = _changes(trace, say)
    heading = f"### {_verdict(trace, say)}"
    if changes is None:  # which have what was posted too
        heading += f"\n-# {say('trace-posted', posted=inline(trace.quoted, _POSTED))}"
    remarks = [remark for remark in (_claim(trace, say), changes) if remark]
    room = MESSAGE_LIMIT - units(heading) - sum(units(remark) for remark in remarks) - units(foot or "")
    found = shown(passage, room, say)
    blocks = [
        TextBlock((heading,)),
        *([TextBlock(tuple(remarks))] if remarks else []),
        TextBlock((found.quoted, f"{found.said}\n{found.citation}")),
    ]
    return Page(tuple(blocks), _accent(trace), foot, passage_actions(passage, say))


def _unknown(posted: str, say: Wording, foot: str | None) -> Page:
    heading = f"### {say('trace-none')}"
    if posted:
        heading += f"\n-# {say('trace-posted', posted=inline(posted, _POSTED))}"
    return Page((TextBlock((heading,)), TextBlock((say("trace-none-more"),))), Accent.SILENCE, foot)


def _verdict(trace: Trace, say: Wording) -> str:
    """Word the verdict: whose words they are weighs more than how near they are."""
    if trace.likeness in _CONFIRMED and trace.claim is Claim.WRONG:
        return say("trace-wrong-speaker")
    if trace.likeness in _CONFIRMED and trace.claim is Claim.UNCLEAR:
        return say("trace-unclear-speaker")
    return say(f"trace-{trace.likeness}")


def _accent(trace: Trace) -> Accent:
    if trace.likeness is Likeness.CLOSEST:
        return Accent.SILENCE
    if trace.claim is Claim.WRONG or trace.likeness is Likeness.ALTERED:
        return Accent.TROUBLE
    confirmed = trace.likeness in _CONFIRMED and trace.claim is not Claim.UNCLEAR
    return Accent.DONE if confirmed else Accent.SILENCE


def _claim(trace: Trace, say: Wording) -> str | None:
    """Say whether the message names the right speaker; nothing of a passage that is only the closest."""
    passage = trace.passage
    if passage is None or trace.likeness is Likeness.CLOSEST or not trace.claimed or trace.claim is Claim.NONE:
        return None
    claimed = f"**{visible(trace.claimed, NAME)}**"
    if passage.kind is None:
        return say("trace-claim-nobody", claimed=claimed)
    speaker = f"**{visible(passage.speaker, NAME)}**" if passage.speaker else say("nobody")
    return say(f"trace-claim-{trace.claim}", claimed=claimed, speaker=speaker)


def _changes(trace: Trace, say: Wording) -> str | None:
    """Show the words that differ, in place: struck out what was posted, bold what the article has."""
    if trace.likeness not in {Likeness.NEAR, Likeness.ALTERED}:
        return None
    if all(difference.change is Change.SAME for difference in trace.differences):
        return None
    text = ""
    for difference in trace.differences:
        piece = _difference(difference)
        if units(text) + units(piece) > _CHANGES:
            text += " …"
            break
        text += piece if not text or text.endswith(" ") else f" {piece}"
    return f"{say('trace-changes')}\n{text}"


def _difference(difference: Difference) -> str:
    stored, posted = (escape(" ".join(clean(words).split())) for words in (difference.stored, difference.posted))
    if difference.change is Change.SAME:
        return stored
    struck = f"~~{posted}~~" if posted else ""
    bold = f"**{stored}**" if stored else ""
    return " ".join(filter(None, (struck, bold)))
