"""What a question asks for, and whose words it wants: "what did *the mayor* say about the pier"."""

import re
from enum import Flag, auto

from index.text.forms import is_participle


class Kind(Flag):
    """What a question asks for; it may be several."""

    NOTHING = 0
    SAID = auto()  # what was said, thought or answered
    WHO_SAID = auto()  # who said it
    WHO = auto()  # a person or an organisation
    WHO_IS = auto()  # who or what somebody or something is
    WHY = auto()
    WHEN = auto()
    WHERE = auto()
    QUANTITY = auto()
    AMOUNT = auto()  # a quantity of what is not counted: how much, which share
    YES_NO = auto()
    HAPPENED = auto()  # what happened
    QUOTE = auto()  # words of somebody's


_VERBS = (
    "say|tell|think|claim|argue|describe|call|suggest|warn|believe|promise|predict|respond|react|explain|complain|urge"
    "|ask|note|report|accuse|deny|admit|insist|propose|defend|praise|criticize|criticise|remark|put|view|feel|comment"
    "|answer|reply|apologize|apologise|confirm|recommend|want|agree|demand|announce|blame|mention|acknowledge|concede"
    "|reveal|vow|pledge|expect|testify|advise|find|conclude|talk|speak|write|tweet|condemn"
    "|threaten|like|support|oppose|endorse|reject|dismiss|welcome|regret|swear|boast|joke"
    "|hope|fear|worry|wish|prefer|doubt|intend|plan|dread|hate|love"
)
_SAYING = re.compile(
    r"\b(?:say|said|says|tell|told|think|thinks|thought|claim|argue|describe|call|according|suggest|warn|believe|promise"
    r"|predict|respond|react|explain|complain|urge|ask|note|report|accuse|deny|denied|admit|insist|propose|defend|praise"
    r"|criticize|criticise|remark|put|view|make of|feel|reply|replie|comment|apologi[sz]e|stance|position|opinion"
    r"|reaction|response|statement|quote|acknowledge|concede|testify|testifie|condemn|mention"
    r")(?:s|ed|d|ing)?\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"^\W*(?:who|whose|which\s+\w+(?:\s+\w+)?\s+(?:said|says|told|called|warned|claimed|argued))\b", re.IGNORECASE
)
_WHO_SAID = re.compile(
    r"^\W*(?:who|which\s+\w+(?:\s+\w+)?)(?:\s+(?:has|have|had|else|first|also))*\s+(?!is\b|was\b)"
    r"(?:said|says|say|told|tells|called|calls|warned|warns|claimed|claims|argued|argues|thinks|think|thought|described"
    r"|describes|compared|compares|accused|accuses|praised|praises|criticized|criticised|denied|denies|predicted|blamed"
    r"|blames|suggested|suggests|complained|demanded|demands|promised|urged|insisted|defended|announced|admitted|mocked"
    r"|asked|wants|wrote|tweeted|believes|believe|condemned|testified)\b",
    re.IGNORECASE,
)
_WHO_IS = re.compile(
    r"^\W*(?:who|what)\s*(?:'s|'re|is|are|was|were)\s+(?P<one>(?!the\b.*\b(?:of|in|that|who)\b)[\w.'-]+(?:\s+[\w.'-]+){0,4})"
    r"\W*$",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^\W*why\b|\bhow come\b|\bwhat (?:caused?|is the reason|was the reason|made)\b|\bfor what reason", re.I
)
_TIME = re.compile(r"^\W*when\b|\bwhat (?:year|day|date|month|time)\b|\bhow long ago\b", re.IGNORECASE)
_WHERE = re.compile(
    r"^\W*where\b|\b(?:what|which) (?:place|city|town|village|country|countries|state|states|street|county)\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\bhow (?:many|much|long|old|often|far|big|large|high|tall|fast|deep|wide|heavy|expensive)\b|\bpercent"
    r"|\bwhat (?:number|share|percentage|age|price)",
    re.IGNORECASE,
)
_AMOUNT_OF = re.compile(r"\bhow much\b|\bpercent|\bwhat (?:share|percentage)\b", re.IGNORECASE)
_AUXILIARY = "did|does|do|has|have|had|is|are|was|were|will|would|can|could|should|may|might"
_YES_NO = re.compile(rf"^\W*(?:{_AUXILIARY})\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\bwhat (?:has |had |is |was )?happen(?:s|ed|ing)?\b|\bwhat went wrong\b|\bwhat is going on\b", re.I
)
_QUOTE = re.compile(r"\bquot(?:es?|ations?)\b|\bexact words\b|\bin (?:his|her|their) own words\b", re.IGNORECASE)

# Whose words are wanted, most telling first.
_TOPIC = r"\b(?:about|on|over|regarding|concerning|for|to|when|after|before|in|at|during|that|if|of|with|against|as)\b"
_ADVERBS = (
    r"(?:(?:actually|ever|really|just|not|also|even|exactly|then|later|yet|still|already|first|have to|have)\s+)*"
)
_SUBJECTS = (
    re.compile(r"\baccording to\s+(?P<who>[^,?!]+)", re.IGNORECASE),
    re.compile(
        rf"\b(?:{_AUXILIARY})\s+(?:not\s+)?(?P<who>(?:(?!\b(?:{_AUXILIARY}|about)\b).){{1,80}}?)\s+{_ADVERBS}"
        rf"(?:make of|have to say|come out with|go on about|have a|give a|(?:{_VERBS})(?:s|ed|d|ing)?|said|told|thought"
        r"|denied|saying|admitted|wrote|sorry)\b(?!\s+(?:say|said|think|tell|have)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:is|was|are|were)\s+(?P<who>[\w.'\s-]{1,60}?)(?:'s|s'|')\s+(?:\w+\s+)?(?:stance|position|view|views|opinion"
        r"|reaction|response|statement|take|excuse|answer|reply|explanation|argument|comment|comments|advice|plan|word)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:quotes?|quotations?|statements?|reactions?|response|comments?|anything|words?|word)\s+(?:from|by|of)\s+"
        rf"(?P<who>(?:(?!{_TOPIC}).)+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\W*(?:what|how)\s+(?P<who>(?:(?!\b(?:{_AUXILIARY})\b).){{1,60}}?)\s+(?:said|says|say|thinks|thought|told)\b",
        re.IGNORECASE,
    ),
)
# Who somebody is, and their words too.
_WHO_AND_WHAT = re.compile(
    rf"^\W*who\s*(?:'s|'re|is|are|was|were)\s+(?P<who>[\w.'\s-]{{1,60}}?)\s*,?\s+and\s+(?:what|how|why)\s+(?:{_AUXILIARY})"
    rf"\s+(?:he|she|they|it)\s+{_ADVERBS}(?:{_VERBS}|said)\b",
    re.IGNORECASE,
)
_PRO = (
    r"(?:it|they|he|she|we|you|i|there|that|this|these|those|people|someone|somebody|everyone|him|her|them|one"
    r"|other people|others|what|who|any\w*|the article|articles?|story)"
)
_NOBODY = re.compile(rf"^{_PRO}(?:\s+{_PRO})*$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\bhow (?P<how>much|long|old|far|big|large|high|tall|deep|wide|heavy|often|fast)\b"
    rf"|\bhow many\s+(?P<what>(?:(?!\b(?:{_AUXILIARY}|of|in|at|on|to|from|that|who|get|got)\b)[\w'-]+\s*){{1,3}})",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"\bhow much\s+(?!(?:{_AUXILIARY}|of|in|more|less|money|cash|it|they|he|she|you|we|i)\b)\w", re.IGNORECASE
)
_AMOUNTS = "tonnes tons litres liters gallons kilograms kilos kg pounds barrels percent gigabytes"
_MEASURES = {
    "much": "dollars euros pounds £ € million billion cents percent pence",
    "long": "years months weeks days hours minutes miles metres meters feet kilometres kilometers",
    "old": "years aged",
    "far": "miles kilometres kilometers metres meters feet km",
    "big": "acres hectares square percent metres meters feet million",
    "large": "acres hectares square percent metres meters feet million",
    "high": "metres meters feet percent storeys floors",
    "tall": "metres meters feet storeys floors",
    "deep": "metres meters feet",
    "wide": "metres meters feet",
    "heavy": "tonnes tons pounds kilograms kilos kg",
    "often": "times years months weeks days hours",
    "fast": "miles mph kilometres kilometers knots km",
}
_PRICED = re.compile(
    r"\bhow\s+much\s+(?:does|do|did|will|would|is|are|was|were)\s+(?:(?:the|this|that|an?)\s+)?"
    r"(?P<thing>[\w'-]+(?:\s+[\w'-]+){0,3}?)(?:\s+(?:costs?|sells?|sold|go(?:es)? for)\b|\W*$)",
    re.IGNORECASE,
)
# No description of anybody ends like this.
_OPEN = re.compile(
    r"\b(?:the|an?|to|of|it|not|any|there|and|or|their|his|her|my|your|our|who|that|which)\s*$", re.IGNORECASE
)


def kinds_of(text: str) -> Kind:
    """What a question, plainly worded, asks for."""
    found = Kind.NOTHING
    for kind, shape in (
        (Kind.SAID, _SAYING),
        (Kind.WHO_SAID, _WHO_SAID),
        (Kind.WHO, _WHO),
        (Kind.WHO_IS, _WHO_IS),
        (Kind.WHY, _WHY),
        (Kind.WHEN, _TIME),
        (Kind.WHERE, _WHERE),
        (Kind.QUANTITY, _QUANTITY),
        (Kind.AMOUNT, _AMOUNT_OF),
        (Kind.YES_NO, _YES_NO),
        (Kind.HAPPENED, _HAPPENED),
        (Kind.QUOTE, _QUOTE),
    ):
        match = shape.search(text)
        if match and not (kind is Kind.WHO_IS and is_participle(match["one"].split()[0])):
            found |= kind
    return found | Kind.SAID if found & Kind.QUOTE else found


def counted(text: str) -> str:
    """What a question wants counted, or in which measures: "how many *arches*", "how old": years, "how much water":
    tonnes; "" for nothing."""
    match = _COUNTED.search(text)
    if match is None:
        return ""
    if _AMOUNT.search(text):
        return _AMOUNTS
    return match["what"] or _MEASURES.get(match["how"].lower(), "")


def priced(text: str) -> str:
    """Of what a question wants the price: "how much does *the Brisk bike* cost"; "" for nothing."""
    match = _PRICED.search(text)
    return match["thing"] if match else ""


def target(text: str) -> tuple[int, int] | None:
    """Where a question has who or what it asks about: "who is *Ada Lind*"; None where it asks something else."""
    match = _WHO_IS.search(text)
    return match.span("one") if match and not is_participle(match["one"].split()[0]) else None


def whose_words(text: str) -> tuple[int, int] | None:
    """Where a question names or describes whose words it wants; None where it does not."""
    both = _WHO_AND_WHAT.search(text)
    if both:
        return both.span("who")
    if _WHO.search(text):
        return None
    for shape in _SUBJECTS:
        match = shape.search(text)
        if match and not _NOBODY.match(match["who"].strip()) and not _OPEN.search(match["who"]):
            return match.span("who")
    return None
