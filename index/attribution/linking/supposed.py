"""What nobody has said: what might be said, by you or by anybody, what nobody says, and what things do.

"You can say that", "I’d say that", "Some will argue that", "No one is suggesting that", "Let's say that", "instead of
saying that", "should have told them that", "If Ruiz says that", "The phone felt cheap".
"""

from index.attribution.blocks import Block, Quoting
from index.attribution.entities.find import Entities
from index.attribution.linking.drafts import LinkDraft
from index.model.article import Act
from index.text.cues import cue_acts
from index.text.words import FINITE, PRONOUNS, words

_MODALS = words("can could should would must may might 'd ’d")
_WILL = words("will 'll ’ll")  # "people will argue", unlike "what we will say"
_GUESS = words("would could might 'd ’d")  # "I’d say", not "I should say"
_ANYBODY = words("you we one anyone anybody everyone everybody someone somebody people")
_SOME = words("some many others most few critics sceptics skeptics cynics detractors purists opponents")
_WOULD = words("would could will 'd ’d 'll ’ll")  # "critics would say"; what they may say is a thought
_MISSED = words("should could would ought")  # "should have told"
_HAVE = words("have 've ’ve")
_IF = words("if unless")
_DENIES = words("deny denies denied reject rejects rejected dispute disputes disputed")
_NOBODY = frozenset({"nobody", "no one", "no-one", "none", "none of them"})
_PAST = words("said told wrote written found heard thought")
_HAVING = words("have has had been having")
_TO = words("have has need needs want wants going able ought")  # "you have to say"
_FAIR = words("fair safe hard easy difficult enough suffice needless true right wrong reasonable")
_CLITICS = words("'s ’s us")
_INSTEAD = frozenset({("instead", "of"), ("rather", "than"), ("without",)})
# What threatens to do something without saying so.
_LOOMING = words(
    """
    feud row dispute quarrel storm hurricane crisis conflict war scandal affair move plan deal bill law ban vote
    decision ruling debate fight clash drought flood flooding fire wildfire blaze virus outbreak pandemic recession
    shortage delay delays split rift rise fall shift trend change changes issue problem problems costs prices weather
    heat snow rain strike walkout closure which
    """
)
_LOOMS = words("threaten threatens threatened threatening promise promises promised")
_SEEMS = words("felt feel feels looked look looks sounded sound sounds seemed seem seems")
_RECALLS = words("recall recalls recalled recalling")
_TELLS = words("tell tells told")
_STORIES = (("the", "story"), ("the", "tale"), ("a", "story"), ("a", "tale"))  # what films and books tell
_SHOWS = words("underscore underscores underscored underline underlines underlined highlight highlights highlighted")
# What happens, beside what looms: it shows something, and says nothing.
_HAPPENS = _LOOMING | words(
    """
    failure failures death deaths loss losses incident incidents attack attacks arrest arrests result results case cases
    event events episode collapse crash killing killings shooting shootings success defeat victory visit absence
    """
)
_MAKERS = words("company firm maker manufacturer brand carmaker retailer supermarket it which")
_CLAUSES = words("that how when why what being having")
_PLANS = words("plan schedule size age rank weight height taste ability need needs type custom tradition season")
_OWN = words("their your his her its our my")
_REACH = 4  # tokens between a subject and its verb


def is_supposed(block: Block, draft: LinkDraft) -> bool:
    """Whether a draft only says what could be said, what nobody says, or what should be done: see above."""
    tokens = block.tokens
    first, last = tokens.range(draft.cue)
    cue = [word.lower() for word in tokens.text[first:last]]
    if not cue or block.quoting[first] is not Quoting.OUTSIDE:
        return False
    if (
        _is_fair(block, first, cue)
        or _is_invited(block, first)
        or _is_left_out(block, first, cue)
        or _is_planned(block, draft, cue)
    ):
        return True
    if draft.mention is None or draft.mention.end > draft.cue.start:
        return False
    named = [word.lower() for word in tokens.words(draft.mention)]
    quoted = any(q.span.overlaps(content) for q in block.quotations for content in draft.contents)
    if " ".join(named) in _NOBODY:
        return not quoted
    opens, start = tokens.range(draft.mention)
    before = [word.lower() for word in tokens.text[max(0, opens - 2) : opens]]
    if before[-1:] != [] and before[-1] in _IF:
        return True
    if before == [",", "which"] and not quoted and not _DENIES.isdisjoint(cue):
        return True  # what is denied is what another says
    if first - start > _REACH:
        return False
    verbs = [*tokens.text[start:first], *tokens.text[first:last]]
    return _is_hypothetical(named, verbs) or _is_missed(verbs) or _looms(block, draft, [*named[-1:], *verbs])


def _is_fair(block: Block, first: int, cue: list[str]) -> bool:
    """Whether a cue is that of "it is fair to say that", "it would be safe to say that"."""
    words_ = [*(word.lower() for word in block.tokens.text[max(0, first - 2) : first]), *cue]
    return words_[-1] == "say" and words_[-2:-1] == ["to"] and not _FAIR.isdisjoint(words_[-3:-2])


def _is_invited(block: Block, first: int) -> bool:
    """Whether a cue follows "let us": "Let’s say that", "Let us hope"."""
    text = block.tokens.text
    return first > 1 and text[first - 1] in _CLITICS and text[first - 2].lower() == "let"


def _is_left_out(block: Block, first: int, cue: list[str]) -> bool:
    """Whether a cue names what is not done: "instead of just saying that", "without saying whether"."""
    if not cue[-1].endswith("ing") or cue_acts().get(cue[-1]) is not Act.SAID:
        return False
    before = [*(word.lower() for word in block.tokens.text[max(0, first - 3) : first]), *cue[:-1]]
    while before and (before[-1].endswith("ly") or before[-1] in ("just", "even", "ever")):
        before.pop()
    return tuple(before[-2:]) in _INSTEAD or tuple(before[-1:]) in _INSTEAD


def _is_planned(block: Block, draft: LinkDraft, cue: list[str]) -> bool:
    """Whether "according to" is about a measure, not a speaker: "according to plan", "according to their needs"."""
    if cue != ["according", "to"] or draft.mention is None:
        return False
    named = [word.lower() for word in block.tokens.words(draft.mention)]
    return named[-1] in _PLANS and (len(named) == 1 or (len(named) == 2 and named[0] in _OWN))


def _is_hypothetical(named: list[str], verbs: list[str]) -> bool:
    """Whether a verb says what you or anybody may say: "you can say", "I’d say", "anybody could tell"."""
    low = [word.lower() for word in verbs]
    verb = next((word for word in reversed(low) if word.isalpha()), "")
    plain = not verb.endswith(("ed", "ing")) and verb not in _PAST and _HAVING.isdisjoint(low[-2:])
    if not plain or cue_acts().get(verb) is not Act.SAID:
        return False
    subject = named[-1] if len(named) == 1 else ""
    if subject == "i":
        return not _GUESS.isdisjoint(low)
    will = subject != "we" and not _WILL.isdisjoint(low)
    supposed = will or not _MODALS.isdisjoint(low) or ("to" in low and not _TO.isdisjoint(low))
    of_some = subject in _SOME and not _WOULD.isdisjoint(low)
    return subject == "you" or of_some or (supposed and subject in _ANYBODY)


def _is_missed(verbs: list[str]) -> bool:
    """Whether a verb only says what somebody should or could have said, and did not: "should have told"."""
    low = [word.lower() for word in verbs]
    modals = [at for at, word in enumerate(low) if word in _MISSED]
    return any(not _HAVE.isdisjoint(low[at + 1 : at + 4]) for at in modals) and cue_acts().get(low[-1]) is Act.SAID


def _looms(block: Block, draft: LinkDraft, clause: list[str]) -> bool:
    """Whether a thing threatens or promises to do something: "a feud that threatened to split the party"; `clause` is
    its noun and verb."""
    to = bool(draft.contents) and block.tokens.words(draft.contents[0])[:1] == ("to",)
    return to and clause[-1].lower() in _LOOMS and not _LOOMING.isdisjoint(clause[:-1])


def is_of_a_thing(block: Block, draft: LinkDraft, entities: Entities) -> bool:
    """Whether it tells how a thing seems, what an event shows, or what a company takes back: "The Lumo [felt] cheaper
    than it is", "The losses [underscored] their need", "Tarn Toys has [recalled] the train"."""
    if draft.mention is None or not draft.contents:
        return False
    verb = block.tokens.text[block.tokens.range(draft.cue)[1] - 1].lower()
    if verb in _TELLS and block.tokens.words(draft.contents[0])[:2] in _STORIES:
        return not any(m.human for m in entities.within(draft.mention))
    head = {word.lower() for word in block.tokens.words(draft.mention)[-1:]}  # none where another block names it
    if verb in _SHOWS:
        return not head.isdisjoint(_HAPPENS)
    if verb not in _SEEMS | _RECALLS:
        return False
    low = block.tokens.range(draft.contents[0])[0]
    if block.tokens.text[low - 1 : low] == ("that",):
        return False
    said = [word.lower() for word in block.tokens.words(draft.contents[0])]
    clause = not FINITE.isdisjoint(said) or not PRONOUNS.isdisjoint(said[:1]) or said[0] in _CLAUSES
    if any(q.span.overlaps(content) for q in block.quotations for content in draft.contents):
        return False
    named = entities.within(draft.mention)
    things = bool(named) and not any(m.human or entities.all[m.entity].maybe_person for m in named)
    if verb in _SEEMS:
        return things and (not clause or (said[0] == "that" and FINITE.isdisjoint(said)))
    return (things or not head.isdisjoint(_MAKERS)) and said[0] not in _CLAUSES and not said[0].endswith("ing")
