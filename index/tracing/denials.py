"""What a message denies: of "Vohn never said “...”, that was Lund" the first clause names nobody as the speaker."""

import re
from collections.abc import Iterator

_VERB = (
    r"(?:say|said|saying|claim|claimed|claiming|write|wrote|written|tweet|tweeted|post|posted|put|utter|uttered|state"
    r"|stated|tell|told|promise|promised|admit|admitted|call|called|mention|mentioned|use|used|come|came)"
)
_NOT = r"(?:never|not|(?:did|do|does|has|have|had|would|was|is)n['’]?t)"
_BETWEEN = r"(?:ever|actually|really|once|even|exactly|in fact|literally|be|been|have|having)"
_DENIAL = re.compile(
    rf"\b{_NOT}\s+(?:{_BETWEEN}\s+){{0,3}}{_VERB}\b"
    r"|\b(?:it|that|this|these|those|they)(?:['’]s\s+not|\s(?:is|was|are|were)(?:n['’]?t|\s+not|\s+never))\b"
    r"|\b(?:denies|denied|deny|denying)\s+(?:ever\s+)?(?:saying|having|that\s+(?:he|she|they)\s+(?:ever\s+)?said)\b"
    r"|\b(?:do|does|did)(?:n['’]?t|\s+not)\s+(?:really\s+)?(?:think|believe|recall|remember)\b"
    r"|\b(?:nie|niemals|nicht|kein|keine)\s+(?:\w+\s+){0,2}(?:gesagt|behauptet|geschrieben|versprochen)\b"
    r"|\b(?:i\s+doubt|no\s+(?:way|chance)|mis-?attributed|(?:wrongly|falsely)\s+(?:attributed|credited))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\W*(?:(?:so|but|and|wait|hey|lol|well)\W+){0,2}(?:did|does|do|has|have|had|was|is)n['’]?t\s", re.IGNORECASE
)
_INSTEAD = re.compile(r",?\s?\bnot\s(?:(?:by|from)\s)?(?:(?:the|a)\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3}")
_CLAUSE_END = re.compile(
    r"(?<=[.;!?])(?<!\b\w\.)(?<!\b(?:dr|mr|ms|st)\.)(?<!\b(?:mrs|sen|rep|gov|gen)\.)(?<!\bprof\.)\s|\n"
    r"|[,–—-]\s+(?=(?:it|that|this|those|these|they)\b)|\b(?:but|because)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:that|this|it)\W*$", re.IGNORECASE)


def undenied(text: str) -> tuple[str, bool]:
    """What is left of the words beside a quotation without clauses that deny, and whether one denies just "that".

    A question is no denial ("Didn't Vohn say ..."); of "It was Bartol, not Reyd, who said" only the one goes.
    """
    kept = ""
    of_it = False
    for clause in _clauses(text):
        if _DENIAL.search(clause) and not _ASKED.match(clause):
            of_it = of_it or _IT.search(clause) is not None
            kept += "\n"  # nothing before goes with what comes after
        else:
            kept += _INSTEAD.sub(" ", clause)
    return kept, of_it


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a text, in order, each with the mark that ends it."""
    start = 0
    for match in _CLAUSE_END.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    yield text[start:]
