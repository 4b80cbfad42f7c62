"""Questions as they are typed in a chat: without what belongs to the chat alone, and with short forms spelt out."""

import re

from index.text.folding import straight

_NOISE = re.compile(
    r"```.*?(?:```|\Z)"  # code fences
    r"|<a?:\w+:\d+>|<[@#][!&]?\d+>|<t:-?\d+(?::\w)?>|<id:\w+>|</[^<>]+:\d+>"  # emoji, mentions, times, commands
    r"|<?\bhttps?://\S+|\bwww\.\S+"
    r"|(?<!\w):[a-z0-9_+-]{2,32}:(?!\w)|(?<!\w)@[\w.-]+"
    r"|[*_~|`]{2,}|`|^\s*>+\s|[\"“”„«»]",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_ASKING = (
    r"(?:who|whose|what|when|where|why|how|which|did|do|does|is|are|was|were|has|have|had|can|could|will|would|should"
    r"|whats|whos|whys|whens|wheres|whyd|any|tell|show|quotes?|according)\b"
)
_GREETING = re.compile(
    r"^\W*(?:hey|hi|hello|yo|hiya|okay|ok|so|um+|hm+|please|pls|plz|quick question|question|bot|onrecord|and|but)"
    r"(?:\s+(?:there|all|guys|everyone|everybody|folks|bot|onrecord))*\s*(?:[,:!.-]+\s*|\s(?=" + _ASKING + r")|\W*\Z)",
    re.IGNORECASE,
)
_GREETINGS = 4  # that one may begin with: "hey bot, ok so, quick question: ..."
_TAIL = re.compile(
    r"(?:[\s,.!?-]{0,9}\b(?:lol|lmao|rofl|pls|plz|please|thanks|thank you|thx|ty|tbh|btw|(?:does )?anyone know))+"
    r"(?=[\W_]{0,20}\Z)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"^\W*(?:(?:can|could|would|will)\s+(?:you|u|anyone|someone|somebody)\s+(?:please\s+)?(?:tell|show|explain|give|find)"
    r"|tell|show|remind|give|find)\s+(?:me|us|to me)\b[\s,:]*"
    r"|^\W*(?:(?:do|does)\s+(?:you|u|anyone|anybody|someone)\s+know|i(?:'m| am)?\s*(?:want to know|wonder(?:ing)?)"
    r"|any idea|wondering)\b[\s,:]*",
    re.IGNORECASE,
)
# Short forms that are no other word, spelt out.
SPELT_OUT = {
    "whos": "who is", "whats": "what is", "whens": "when is", "wheres": "where is", "whys": "why is", "hows": "how is",
    "whod": "who did", "whatd": "what did", "whyd": "why did", "howd": "how did", "whered": "where did",
    "why'd": "why did", "how'd": "how did", "what'd": "what did", "who'd": "who did", "where'd": "where did",
    "didnt": "did not", "dont": "do not", "doesnt": "does not", "isnt": "is not", "arent": "are not",
    "wasnt": "was not", "werent": "were not", "hasnt": "has not", "havent": "have not", "hadnt": "had not",
    "wont": "will not", "won't": "will not", "cant": "can not", "can't": "can not", "couldnt": "could not",
    "shouldnt": "should not", "wouldnt": "would not", "aint": "is not", "ain't": "is not", "shan't": "shall not",
    "shes": "she is", "hes": "he is", "thats": "that is", "theres": "there is", "heres": "here is",
    "theyre": "they are", "youre": "you are", "im": "I am", "ive": "I have", "theyve": "they have", "weve": "we have",
    "youve": "you have", "theyd": "they would", "itll": "it will", "theyll": "they will", "gonna": "going to",
    "wanna": "want to", "gotta": "have to", "abt": "about", "govt": "government",
    "gov't": "government", "govts": "governments", "u": "you", "ur": "your", "cuz": "because", "bc": "because",
    "b/c": "because", "w/": "with", "w/o": "without", "ppl": "people", "smth": "something", "sth": "something",
    "dems": "democrats", "repubs": "republicans", "idk": "", "wtf": "what", "tho": "though", "yr": "year",
    "yrs": "years",
}  # fmt: skip
_SHORT = re.compile(r"(?<![\w'.-])(?:[A-Za-z]+(?:'[A-Za-z]+)?|[bw]/[co]?)(?![\w'])")
_NEGATED = re.compile(r"(?<=\w)n't\b", re.IGNORECASE)
_WHY = re.compile(
    r"^\W*y(?=\s+(?:did|do|does|is|are|was|were|has|have|had|can|cant|wont|would|will|didnt|not)\b)", re.IGNORECASE
)
_TRUE = re.compile(r"^\W*(?:is|was)\s+it\s+(?:really\s+)?true\s+(?:that\s+)?", re.IGNORECASE)
_OFFICES = re.compile(r"(?<![\w.])(?<!\d )(?P<short>pm|vp)\b", re.IGNORECASE)  # "the pm", and not "at 5 pm"
_SPELT_OFFICES = {"pm": "prime minister", "vp": "vice president"}
_STATES = re.compile(r"\b([Tt]he)\s+us\b")


def plain_question(text: str) -> str:
    """A question without links, mentions, emoji, code, quotation marks, greetings and thanks; "" if it is only those.

    Short forms are spelt out ("whos", "didnt", "abt", "the pm"), and so is "the us", which is no pronoun.
    """
    words = " ".join(straight(_NOISE.sub(" ", text)).split())
    for _ in range(_GREETINGS):
        words = _GREETING.sub("", words)
    words = _TAIL.sub("", words)
    words = _REQUEST.sub("", words).strip()
    words = _WHY.sub("why", words)
    words = _NEGATED.sub(" not", _SHORT.sub(_spelt_out, words))
    words = _OFFICES.sub(lambda office: _SPELT_OFFICES[office["short"].lower()], words)
    words = _STATES.sub(r"\1 U.S.", _TRUE.sub("", words))
    return words if any(char.isalnum() for char in words) else ""


def _spelt_out(short: re.Match[str]) -> str:
    word = short.group()
    return word if word.isupper() else SPELT_OUT.get(word.lower(), word)
