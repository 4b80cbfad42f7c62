"""Cues: the words that report what somebody said, thought or meant to do.

The verbs are those that newsroom style books and Levin's classes of verbs of communication (Levin, English Verb
Classes and Alternations, 1993, classes 37 and 29) list, sorted by the act they report.
"""

from functools import cache

from index.model.article import Act

_SAID = """
accuse acknowledge add address admit advise affirm agree allege announce answer argue ask assert assure attest
avow bark bash beg blast boast brag brand cable call caution challenge chant chime characterise characterize charge
chide cite claim clarify comment complain concede conclude concur condemn confess confide confirm contend
continue counter criticise criticize cry decide declare decry demand denounce deny describe detail disclose
dismiss dispute document dub echo elaborate emphasise emphasize exclaim explain expound express extol find
fire fume grumble hail highlight hint implore imply indicate inform inquire insist instruct interject
interrupt invite jest joke label lambast lambaste lament laugh lecture list maintain mention mock mumble
murmur muse mutter narrate note observe offer opine order plead pledge point post praise preach predict
present proclaim promise pronounce propose protest publish quip quote rail read reaffirm reassure rebuke rebut
recall recite recommend recount refer refute reiterate reject relate relay remark remind repeat reply report
respond retort reveal ridicule rule say scoff scold shout show sigh signal sing slam snap sneer specify
speculate state stipulate stress suggest sum summarise summarize swear tease tell term testify text thank
threaten thunder tout tweet underline underscore urge utter vent voice volunteer vow warn whisper wonder write
yell
"""
_THOUGHT = """
accept appreciate assume believe calculate conceive consider deem dispute doubt dread dream envisage envision
estimate expect fear feel figure foresee forget guess hate hear imagine infer judge know learn like love
perceive ponder presume realise realize reckon regard regret remember see sense suppose surmise suspect think
understand view worry
"""
_INTENDED = """
aim aspire attempt back choose consider decline desire endorse favor favour hope intend mean mull need oppose
plan prefer prepare pursue refuse resolve seek support try want wish
"""
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "read": "read", "think": "thought", "know": "knew known",
    "feel": "felt", "find": "found", "see": "saw seen", "hear": "heard", "mean": "meant", "seek": "sought",
    "swear": "swore sworn", "understand": "understood", "foresee": "foresaw foreseen", "forget": "forgot forgotten",
    "choose": "chose chosen", "recount": "recounted", "show": "showed shown", "learn": "learned learnt",
    "dream": "dreamed dreamt", "rebut": "rebutted", "refer": "referred", "admit": "admitted", "concur": "concurred",
    "infer": "inferred", "quip": "quipped", "snap": "snapped", "brag": "bragged", "plan": "planned", "beg": "begged",
    "decry": "decried", "sing": "sang sung", "sum": "summed", "dub": "dubbed",
}  # fmt: skip
_DOUBLING = {
    "admit": "admitting", "concur": "concurring", "infer": "inferring", "quip": "quipping", "snap": "snapping",
    "brag": "bragging", "plan": "planning", "beg": "begging", "refer": "referring", "rebut": "rebutting",
    "forget": "forgetting", "sum": "summing", "dub": "dubbing",
}  # fmt: skip


@cache
def cue_acts() -> dict[str, Act]:
    """Every inflected form of every cue verb, lower-case, with the act it reports."""
    acts: dict[str, Act] = {}
    for verbs, act in ((_INTENDED, Act.INTENDED), (_THOUGHT, Act.THOUGHT), (_SAID, Act.SAID)):
        for verb in verbs.split():
            for form in _forms(verb):
                acts[form] = act
    return acts


def _forms(verb: str) -> set[str]:
    """Base, third person, past, participle and -ing form."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past, gerund = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    elif verb.endswith("e"):
        third, past, gerund = verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    else:
        third, past, gerund = (
            verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"),
            verb + "ed",
            verb + "ing",
        )
    pasts = _IRREGULAR.get(verb, past).split()
    return {verb, third, *pasts, _DOUBLING.get(verb, gerund)}
