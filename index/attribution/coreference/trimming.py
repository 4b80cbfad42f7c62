"""A mention without what the tagger took along: marks, what leads up to who is meant, and what slipped in behind it."""

import re
from collections.abc import Sequence

from index.attribution.coreference.asides import follows_titles
from index.attribution.entities.find import Mention
from index.model.article import Span
from index.text.folding import bare
from index.text.words import PRONOUNS

_STRIP = " \u00a0\n\t\"“”‘’',;:.-–—"
_LEADING = re.compile(r"(?:(?:according to|from|by|to|of|as|for|with|but|and|both|even)\s+)+", re.IGNORECASE)
_PLACED = re.compile(
    r"(?:outside|inside|in|at|on|after|before|during|speaking|writing|near|from)\s[^,]{1,60},\s(?=\S)", re.IGNORECASE
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' /-]{2,30}(?:,[^,\n—–-]{1,24}){0,2}(?:\s?\([\w ./]{2,40}\))?\s?(?:[—–]|--?)\s(?=\S)"
)
# What a sentence begins with and its comma: "Outside, Ana Ruiz", "Opening the case, Ana Ruiz".
_LONE = re.compile(
    r"(?:outside|inside|elsewhere|nearby|upstairs|afterwards?|earlier|later|meanwhile|today|yesterday|now|then|still"
    r"|nevertheless|nonetheless|however|moreover|furthermore|indeed|instead|finally|eventually|similarly|additionally)"
    r",\s(?=\S)",
    re.IGNORECASE,
)
# "Only when his aide, Ana Ruiz, [said so]", "at the end of 2016 Ana Ruiz".
_WHILE = re.compile(
    r"(?i:(?:(?:only|just|even|ever)\s)?(?:when|after|before|once|while|because|since|although|though|until)\s)"
    r"(?=(?:his|her|their|the|an?)\s[a-z]|[A-Z])"
)
_DATED = re.compile(
    r"(?i:in|since|by|during|(?:at|by|towards?)\sthe\s(?:end|start|beginning)\sof)\s(?:[A-Z][a-z]+\s)?\d{4},?\s(?=[A-Z])"
)
_FRONTED = re.compile(r"[A-Z][a-z-]+ing(?:\s[^,“”\"]{1,80})?,\s(?:[Tt]he\s)?(?=[A-Z])")
_SPEAKING = re.compile(r"(?:speaking|talking|writing)\s(?:to|in|on|at|for|with)\s", re.IGNORECASE)
# What has slipped in behind who is meant: "Ana Ruiz tearfully [asked]", "the clerk who [said]".
_TAIL = re.compile(
    r"\s(?P<word>[a-z]{3,}ly|also|then|later|once|twice|again|still|often|always|already|soon|ever|just|who|that|which"
    r"|(?:him|her|it)self|themselves)$"
)
# When it was said: "The firm on Monday [said]".
_WHEN = re.compile(
    r"(?:\S+\s){0,2}\S+(?<!ed)(?P<when>\s(?:on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s[a-z]+)?|today|yesterday|tonight"
    r"|(?:last|this)\s(?:week|month|year)))$"
)
# A clause that ran on to its object: "The firm published [a blog post that] said".
_RAN_ON = re.compile(
    r".{3,60}\s(?:[a-z]+ed|sent|wrote|put\sout)\s(?=(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){1,4}(?:that|which)$)"
)
# A clause that ran on, with what follows verbs alone: "[Clerks] walked off the job", unlike "people known as".
_ACTS = re.compile(
    r"(?:(?!who\s|that\s|which\s|where\s)\S+\s){0,7}[a-z]+[a-rt-z]s(?P<verb>\s(?:[a-z]+ed|went|met|gave|left|took|held)"
    r"\s(?:off|out|away|up|down|back|over|into|the|an?|their|its|his|her)\s)"
)
# Whom a clause is about that somebody else speaks in: "Ana Ruiz, whom [the board called]".
_WHOM = re.compile(r".{2,80}?(?<!\sof)\swhom\s(?=\S)")
_LONGEST_TAIL = 24  # characters
NOUNS_IN_LY = frozenset(
    "family assembly ally monopoly supply elderly daily weekly monthly quarterly bully reply butterfly anomaly".split()
)
_ONE_OF_THEM = re.compile(r"(?:another|one|a (?:second|third)),\s", re.IGNORECASE)


def trimmed(text: str, span: Span, mentions: Sequence[Mention]) -> tuple[int, int]:
    """`span` without marks around it, and without what only leads up to who is meant."""
    start, end = span.start, span.end
    while start < end and text[start] in _STRIP:
        start += 1
    end = _stripped(text, start, end)
    ran_on = _RAN_ON.match(text, start, end) or _WHOM.match(text, start, end)
    if ran_on:
        start = ran_on.end()
    tail = _TAIL.search(text, max(start, end - _LONGEST_TAIL), end)
    alone = tail is not None and bare(text[start : tail.start()]) in PRONOUNS
    if tail and tail.start() > start and not alone and tail["word"] not in NOUNS_IN_LY:
        end = _stripped(text, start, tail.start())
    acts = _ACTS.match(text, start, end)
    if acts:
        end = _stripped(text, start, acts.start("verb"))
    when = _WHEN.match(text, start, end)
    if when:
        end = _stripped(text, start, when.start("when"))
    dateline = _DATELINE.match(text, start, end)
    if dateline:
        start = dateline.end()
    place = _PLACED.match(text, start, end) or _LONE.match(text, start, end)
    if place:
        start = place.end()
    fore = _WHILE.match(text, start, end) or _DATED.match(text, start, end)
    if fore:
        start = fore.end()
    fronted = _FRONTED.match(text, start, end)
    if fronted and any(m.human and follows_titles(text, fronted.end(), m) for m in mentions):
        start = fronted.end()
    lead = _LEADING.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    speaking = _SPEAKING.match(text, start, end)
    if speaking and mentions and mentions[-1].human and mentions[-1].span.end == end and len(mentions) > 1:
        start = mentions[-1].span.start  # "Speaking to the Daily Mail Ruiz"
    apart = _ONE_OF_THEM.match(text, start, end)
    if apart and any(m.human and m.span.start == apart.end() for m in mentions):
        start = apart.end()  # "Another, Ana Ruiz, 81"
    return start, end


def _stripped(text: str, start: int, end: int) -> int:
    """`end` without the punctuation before it, but for the stop of an initial."""
    while end > start and text[end - 1] in _STRIP:
        if text[end - 1] == "." and text[end - 2 : end - 1].isalnum() and text[end - 2].isupper():
            break
        end -= 1
    return end
