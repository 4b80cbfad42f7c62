"""Whether a passage can be understood alone.

It depends on what stands before it where it begins with a pronoun, with a word that joins it to the sentence before, or
inside a quotation that began earlier, and where it is a bare reply. What the attribution names needs no more telling:
"she said" is clear where the speaker is shown, "it" in what she said is not.
"""

import re
from collections.abc import Iterator

from index.model.article import AnnotatedArticle, Attribution, ContentKind, Span, SpeakerType
from index.text.roles import FEMALE_WORDS, KIN, MALE_WORDS, ROLES
from index.text.terms import terms_of
from index.text.words import COMMON, FEMALE_PRONOUNS, MALE_PRONOUNS

_REPLY = 1  # content words of a quotation, or of a sentence, that says little by itself
_LITTLE = 80  # code points of one at most
_EARLY = 80  # code points of a passage in which what points back is taken to mean what stands before it
_TAIL = 24  # code points at the end of a passage in which a verb left alone stands
_SHORT = 6  # words of a sentence that may end in a verb left alone

MARKS = r"[\s“”„\"'‘’`«»‹›\[(*•—–-]*"
_TIMES = (
    r"(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|decade|century|season|spring"
    r"|summer|autumn|fall|winter|time|term|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|christmas|easter)s?\b"
)
_JOINS = re.compile(
    r"(?:but|and|or|nor|yet|also|meanwhile|however|therefore|thus|hence|otherwise|nevertheless|nonetheless|moreover"
    r"|furthermore|likewise|similarly|then(?!-)|instead(?! of\b)|so(?! (?:far|many|much|few|long|called)\b|-)"
    r"|as a result(?! of\b)|in addition(?! to\b)|for (?:example|instance|that reason)"
    r"|in (?:fact|turn|response|contrast)(?! to\b)|by contrast|even so|that said|after that|before that"
    r"|since then|at that|on the other hand|in other words|either way|as such|because(?! of\b)(?=[^,]*$)"
    r"|because of (?:this|that|it)\b"
    r"|(?:still|besides|though|too)(?=,))\b",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(r",? however[,.!?]|, (?:too|either|though)[.!?][\"”’']*$", re.IGNORECASE)
_LEFT_ALONE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|might)(?:n[’']t| not)?[.!?]*[\"”’']*$",
    re.IGNORECASE,
)
# What may stand before the subject without telling who or what that is.
_BEFORE = re.compile(
    rf"""(?:
      (?:look|well|yes|yeah|no|oh|now|listen|frankly|honestly|obviously|clearly|maybe|perhaps|again|unfortunately
        |of\ course|you\ know|i\ mean|i\ hope|i(?:[’']m|\ am)\ sure|(?:i|we)\ (?:also\ )?(?:don[’']t\ |do\ not\ )?
        (?:think|believe|feel|know|guess|suppose|said)(?:\ that(?=\ (?:this|that|it|he|she|they)\b))?),?\s
    | (?:in|on|at|by|during|since|until)\ (?:\d{{4}}|(?:(?:the|that|this|last|next)\ )?(?:early\ |late\ |mid-?)?
        {_TIMES}|[^,“”"]{{1,40}},),?\s(?:night,?\s|morning,?\s|\d{{1,4}},?\s)*
    | (?:in|at|on|by|from)\ (?:an?|the)\ [a-z-]+\ (?:[a-z-]+\ )?(?=(?:it|he|she|they)\b)
    | (?:after|before|under|for|with|following|despite)\ (?:the|a|an|his|her|its|their|that|this)\ [a-z\ -]{{1,40}},\s
    | (?:last|next|this|that|earlier\ (?:this|that)|later\ (?:this|that)|early|late)\ {_TIMES},?\s
    | (?:earlier|later|yesterday|today|initially|previously|recently|now|at\ first|at\ the\ time|in\ all|even|only|all
        |half|(?:\w+\ )?(?:days|weeks|months|years)\ (?:later|ago|earlier)),?\s
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_HE_OR_SHE = r"he|she|him|his|her|hers|himself|herself"
_POINTS = re.compile(
    rf"""(?:
      (?P<person>{_HE_OR_SHE})
    | (?P<group>they|them|their|theirs|themselves)
    | (?P<thing>it|its|itself)
    | (?P<pointed>this(?!\ (?:(?:past|coming|same)\ )?{_TIMES}) | these(?!\ (?:days|times)\b)
    | that(?!\ (?:he|she|they|it|the|a|an|we|i|you)\b)
    | those(?!\ (?:who|whose|with|in|of|from|that|[a-z]+ed|hurt|held|living)\b))
    | such(?!\ as\b)
    | the\ latter | the\ former(?=\ (?:is|was|has|had|would|will)\b) | the\ two\ (?:men|women|sides|have|are|were)
    | neither(?!.{{1,60}}\bnor\b) | both(?!.{{1,60}}\band\b) | others | another(?=\ (?:said|was|is|had|has|told)\b)
    | (?:one|two|none|all|some|most|many|each|both|half)\ of\ (?:them|these|those|this|that|it)
    | the\ same\ (?:is|was|goes|applies|thing|day|night|week)
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
# "It" that stands for nothing: "it is clear that", "it was Olsen who", "it takes years to".
_EXPLETIVE = re.compile(
    r"(?i:it(?:[’']s|[’']d|[’']ll)?(?: (?:is|was|has|had|would|will|may|might|could|can|must|seems?|appears?|took|takes"
    r"|turns|turned|remains?|became|not|also|be|been))*)"
    r"(?: (?!an?\b|the\b)[a-z’'-]+| an? (?:good |bad |great |big |real )?(?:shame|pity|mistake|pleasure|honou?r|matter"
    r"|question|idea|sign|fact|relief|crime|privilege|joy)){0,3} (?:that|to|whether|if|how|when|why|since)\b"
    r"|(?i:it(?:[’']s| is| was)) (?:(?:[A-Z]|in |on |at |only )[^,.;]{1,40} (?:who|that)\b"
    r"|(?i:raining|snowing|time\b|\d))"
)
_THAT_TIME = re.compile(
    r"\b(?:that|those|the same|the next|the following)"
    r" (?:days?|night|morning|evening|afternoon|week|month|years?|summer|winter|season)\b(?!-)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{4}|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|last|ago|January|February"
    r"|March|April|May|June|July|August|September|October|November|December)\b"
)
# Nouns that, with "the" and nothing else, are what was told of just before.
_POINTING = (
    r"pair|duo|trio|couple|man|woman|boy|girl|teenager|victims?|suspects?|company|firm|film|movie|book|song|album|move"
    r"|decision|incident|accident|crash|collision|attack|blast|explosion|announcement|ruling|verdict|findings?"
    r"|measures?|proposals?|bill|deal|agreement|changes?|figures?|allegations?|charges?|claims?|remarks?|comments?"
)
_BACK = re.compile(
    rf"the (?:{_POINTING})(?=, | (?:also|then|later|now|is|are|was|were|has|have|had|will|would|could|can|may|might|did"
    r"|does|came|comes|took|left|went|began|says|said|wants|plans|intends|hopes|expects|denies|makes|sells|[a-z]+ed)\b)",
    re.IGNORECASE,
)
# What points back in the middle of a sentence: "those policies", "makes this clear".
_POINTS_BACK = re.compile(
    r"\b(?:these|those) (?!who|whose|with|in|of|from|that|days|times|are|is|[a-z]+(?:ed|ing)\b)[a-z-]+"
    r"|(?<=[a-z] )this(?=[.,;:!?]| (?:clear|happen|possible|and|because|when|if|as|to|by|up|out)\b)",
)
_PRONOUN = re.compile(rf"\b(?:{_HE_OR_SHE})\b(?! or (?:she|her)\b)", re.IGNORECASE)
_MARK = re.compile(r"[“„«\"‘’'`]")
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PEOPLE = ROLES | KIN | MALE_WORDS | FEMALE_WORDS
_CALENDAR = re.compile(rf"{_TIMES}|i\b|i[’'](?:m|ve|d|ll)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"[\s\W]*(?:after|before|as|at|by|despite|during|for|from|if|in|like|on|since|though|although|through|to|under|until"
    r"|when|while|with|without|because|once|asked|[a-z]+ing)\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\b(?:said|asked|speaking|talking|writing|referring)[^.“”\"]{0,20} (?:of|about|to)\b", re.IGNORECASE
)
_OPENS_IN = re.compile(rf"{MARKS}(?:…|\.\.\.)")
_QUOTED = re.compile(r"[“„«\"][^”»\"]*[”»\"]?")
_CLOSED_FIRST = re.compile(r"[^“„«\"‘]*[”»]")


def depends(annotated: AnnotatedArticle, span: Span, attribution: Attribution | None) -> bool:
    """Whether the passage at `span` leaves open who or what it is about, or to what it replies."""
    text = annotated.article.text[span.start : span.end]
    start = _opening(text, 0)
    if _JOINS.match(text, start) or _OPENS_IN.match(text) or _CLOSED_FIRST.match(text) or _AFTERTHOUGHT.search(text):
        return True
    if attribution is not None and _goes_on(attribution, span):
        return True
    if _says_little(annotated, span, attribution) or _of_that_time(text) or _names_nobody(text, attribution):
        return True
    if _POINTS_BACK.search(text, 0, start + _EARLY) or _speaks_of_nobody(annotated, span, attribution):
        return True
    return any(_points(text, head, attribution, span.start) for head in _heads(text, start, attribution, span))


def _goes_on(attribution: Attribution, span: Span) -> bool:
    """Whether a passage begins inside a quotation."""
    quoted = attribution.kind is not ContentKind.INDIRECT
    return quoted and any(content.start < span.start < content.end for content in attribution.content)


def _heads(text: str, start: int, attribution: Attribution | None, span: Span) -> Iterator[int]:
    """Where a subject may stand that nothing before it names: where a passage begins, and what is said in it."""
    yield start
    if attribution is not None:
        at = next((c.start - span.start for c in attribution.content if span.start <= c.start < span.end), 0)
        head = _opening(text, at)
        head += len("that ") * text.startswith("that ", head)
        if head > start:
            yield head


def _opening(text: str, at: int) -> int:
    """Where the words begin, behind the marks at `at`."""
    marks = re.compile(MARKS).match(text, at)
    return marks.end() if marks else at


def _points(text: str, head: int, attribution: Attribution | None, offset: int) -> bool:
    """Whether a pronoun stands at `head`, or behind what tells nobody, that neither the passage nor the attribution
    tells the meaning of."""
    while (before := _BEFORE.match(text, head)) and before.end() > head:
        head = before.end()
    if _BACK.match(text, head):
        return not _is_named_at(head, attribution, offset)
    found = _POINTS.match(text, head)
    if found is None or _EXPLETIVE.match(text, head):
        return False
    if attribution is None or attribution.speaker is None:
        return not (found.group("person") and has_name(text[:head]))
    if _is_named_at(head, attribution, offset) and not (found.group("pointed") or _owns(found, attribution)):
        return False
    if _is_quoted(text, head, attribution, offset):
        return _OF_WHOM.search(_QUOTED.sub("", text)) is None
    person = attribution.speaker_type is SpeakerType.PERSON
    if found.group("person"):
        return not (person and _is_own(text, head, attribution, offset))
    if found.group("thing"):
        return person
    return not (found.group("group") and not person)


def _owns(pronoun: re.Match[str], attribution: Attribution) -> bool:
    """Whether a pronoun tells whose the speaker is, and not who: "their counsel"."""
    whole = attribution.mention is not None and len(attribution.mention) > len(pronoun.group())
    return whole and pronoun.group().lower() in _POSSESSIVES


def _is_named_at(head: int, attribution: Attribution | None, offset: int) -> bool:
    """Whether the words at `head` are those that name the speaker, whom the attribution tells."""
    if attribution is None or attribution.speaker is None or attribution.mention is None:
        return False
    if _POINTS.fullmatch(attribution.speaker):
        return False
    return attribution.mention.start - offset <= head < attribution.mention.end - offset


def _is_own(text: str, head: int, attribution: Attribution, offset: int) -> bool:
    """Whether "he" or "she" outside a quotation is the speaker: in what is reported as said, or by the same pronoun."""
    if any(content.start - offset <= head < content.end - offset for content in attribution.content):
        return True
    if attribution.mention is None:
        return False
    mention = text[max(0, attribution.mention.start - offset) : max(0, attribution.mention.end - offset)].lower()
    word = _WORD.match(text, head)
    own = word.group().lower() if word else ""
    return any(mention in pronouns and own in pronouns for pronouns in (MALE_PRONOUNS, FEMALE_PRONOUNS))


def _is_quoted(text: str, head: int, attribution: Attribution, offset: int) -> bool:
    """Whether `head` stands between quotation marks."""
    if attribution.kind is ContentKind.DIRECT:
        inside = (c for c in attribution.content if c.start - offset <= head < c.end - offset)
        return any(_MARK.search(text, max(0, content.start - offset), head) for content in inside)
    return any(quoted.start() < head < quoted.end() for quoted in _QUOTED.finditer(text))


def _of_that_time(text: str) -> bool:
    """Whether a passage tells when by pointing at a time told before it: "that year"."""
    found = _THAT_TIME.search(text)
    return found is not None and _DATE.search(text, 0, found.start()) is None


def _names_nobody(text: str, attribution: Attribution | None) -> bool:
    """Whether "he" or "she" stands outside quotations in a passage where nobody else is named or described."""
    if attribution is not None and attribution.speaker_type is SpeakerType.PERSON:
        return False
    own = _QUOTED.sub("", text)
    found = _PRONOUN.search(own)
    if found is None or _tells_somebody(own[: found.start()]):
        return False
    cataphora = _SUBORDINATE.match(own) is not None and "," in own[found.end() :]
    return not has_name(own) or not (cataphora or has_name(own[: found.start()]))


def _speaks_of_nobody(annotated: AnnotatedArticle, span: Span, attribution: Attribution | None) -> bool:
    """Whether "he" or "she" stands in a quotation that has not told before of whom it speaks."""
    if attribution is None or attribution.kind is not ContentKind.DIRECT:
        return False
    content = next((content for content in attribution.content if content.overlaps(span)), None)
    if content is None:
        return False
    start, end = max(content.start, span.start), min(content.end, span.end)
    said = annotated.article.text[start:end]
    found = _PRONOUN.search(said)
    if found is None or _tells_somebody(said[: found.start()]) or has_name(said[: found.start()]):
        return False
    return _OF_WHOM.search(annotated.article.text[end : span.end]) is None


def _tells_somebody(text: str) -> bool:
    """Whether a word for a person stands in it."""
    return any(word.group().lower() in _PEOPLE for word in _WORD.finditer(text))


def has_name(text: str) -> bool:
    """Whether a word is capitalised that is none of the calendar; the first only if it is no common one."""
    words = [word.group() for word in _WORD.finditer(text)]
    names = [word for word in words if word[0].isupper() and not _CALENDAR.match(word)]
    if names and names[0] is words[0] and (names[0].lower() in COMMON or names[0].endswith(("ing", "ly"))):
        names = names[1:]
    return bool(names)


def _says_little(annotated: AnnotatedArticle, span: Span, attribution: Attribution | None) -> bool:
    """Whether a passage is a bare reply, or ends with a verb that leaves out what it is about."""
    article = annotated.article.text
    text = article[span.start : span.end]
    if _LEFT_ALONE.search(text, max(0, len(text) - _TAIL)) and (
        "n’t" in text[-9:] or "n't" in text[-9:] or len(text.split()) <= _SHORT
    ):
        return True
    said = text
    if attribution is not None and attribution.kind is ContentKind.DIRECT:
        parts = (Span(max(c.start, span.start), min(c.end, span.end)) for c in attribution.content if c.overlaps(span))
        said = " ".join(article[part.start : part.end] for part in parts)
    if len(said) > _LITTLE or "?" in said:
        return False
    return len({term.stem for term in terms_of(said) if not term.stop}) <= _REPLY
