"""Mentions taken apart: what their head is, and whom they name."""

import pytest

from index.attribution.coreference.phrases import Head, phrase_of
from tests.attribution.prose import entities_in, marked

PHRASES = {
    "a pronoun": ("Ana Ruiz left. <She> spoke.", Head.PRONOUN, "she", "", []),
    "a name": ("<Ana Ruiz> spoke.", Head.NAMES, "ruiz", "", ["Ana Ruiz"]),
    "a name with its titles": ("<Det. Nora Blake> spoke.", Head.NAMES, "blake", "", ["Nora Blake"]),
    "a name behind a role": ("<the longtime baker Ana Ruiz> spoke.", Head.NAMES, "ruiz", "the", ["Ana Ruiz"]),
    "a name behind a comma": ("<the mayor of Tollan, Ana Ruiz>, spoke.", Head.NAMES, "mayor", "the", ["Ana Ruiz"]),
    "a body's place is not its name": (
        "<a team from the quay in Greenbelt, Tollan>, spoke.",
        Head.ORGANISATION,
        "team",
        "a",
        [],
    ),
    "an acronym that is a pronoun": (
        "The World Health Organization left. <WHO> spoke.",
        Head.NAMES,
        "who",
        "",
        ["World Health Organization"],
    ),
    "without the clause before its object": (
        "<The firm published a blog post that> spoke.",
        Head.DOCUMENT,
        "post",
        "a",
        [],
    ),
    "two names": ("<Ana Ruiz and Bo Marsh> spoke.", Head.NAMES, "ruiz", "", ["Ana Ruiz", "Bo Marsh"]),
    "a name and others": ("<Ana Ruiz and other parents> spoke.", Head.GROUP, "ruiz", "", ["Ana Ruiz"]),
    "a role": ("<the ambassador to the league> spoke.", Head.ROLE, "ambassador", "the", []),
    "somebody's people": ("<his lawyer> spoke.", Head.ROLE, "lawyer", "his", []),
    "a group": ("<two officials in Tollan> spoke.", Head.GROUP, "officials", "", ["Tollan"]),
    "the police": ("<Tollan police> spoke.", Head.GROUP, "police", "", []),
    "a document": ("<a report by the board> spoke.", Head.DOCUMENT, "report", "a", []),
    "a body": ("<the harbour board> spoke.", Head.ORGANISATION, "board", "the", []),
    "another": ("<the noise> spoke.", Head.OTHER, "noise", "the", []),
    "without what leads to it": ("It rained, <according to the mayor>.", Head.ROLE, "mayor", "the", []),
    "without an adverb behind": ("<the mayor tearfully> spoke.", Head.ROLE, "mayor", "the", []),
    "a noun that looks like an adverb": ("<the local weekly> spoke.", Head.ORGANISATION, "weekly", "the", []),
    "without a clause that stops": ("<the mayor who> spoke.", Head.ROLE, "mayor", "the", []),
    "no more than those": ("<those who> spoke.", Head.OTHER, "those", "those", []),
    "a relative clause": ("Ana Ruiz, <who consults the board>, spoke.", Head.PRONOUN, "who", "", []),
    "without the clause before": (
        "<Closing the case, Ana Ruiz KC, for the town>, spoke.",
        Head.NAMES,
        "ruiz",
        "",
        ["Ana Ruiz"],
    ),
    "without what opens": ("<Outside, Judge Ana Ruiz of Tollan> spoke.", Head.NAMES, "ruiz", "", ["Ana Ruiz"]),
    "without when it was": ("<The bakery last week> spoke.", Head.OTHER, "bakery", "the", []),
    "when it was published": ("<A study published last week> spoke.", Head.DOCUMENT, "study", "a", []),
    "two titled names": (
        "<Port Director Ana Ruiz and Executive Chair Bo Marsh> spoke.",
        Head.NAMES,
        "ruiz",
        "",
        ["Ana Ruiz", "Bo Marsh"],
    ),
    "a firm whose verb ran on": (
        "<Ruiz & Marsh cut its price to ten crowns>, saying it was high.",
        Head.NAMES,
        "price",
        "",
        ["Ruiz & Marsh"],
    ),
    "two countries": ("<the Finnish and South Korean ministers> spoke.", Head.GROUP, "ministers", "the", []),
    "without the clause that ran on": (
        "<200 nurses walked off the job>, saying no.",
        Head.GROUP,
        "nurses",
        "",
        [],
    ),
    "a clause of their own": ("<officials who walked off the job> spoke.", Head.GROUP, "officials", "", []),
    "in capitals at the beginning": ("<A BAKER> spoke.", Head.ROLE, "baker", "a", []),
    "without the place": ("<Outside the hall, the mayor> spoke.", Head.ROLE, "mayor", "the", []),
}


@pytest.mark.parametrize(("prose", "head", "noun", "determiner", "named"), PHRASES.values(), ids=PHRASES)
def test_phrases(prose: str, head: Head, noun: str, determiner: str, named: list[str]) -> None:
    text, spans = marked(prose)
    (span,) = spans["<"]
    entities = entities_in(text)
    phrase = phrase_of(text, span, entities.within(span))
    assert phrase is not None
    assert (phrase.head, phrase.noun, phrase.determiner) == (head, noun, determiner)
    assert [entities.all[mention.entity].name for mention in phrase.named] == named


@pytest.mark.parametrize(
    ("prose", "trailer"), [("<officials in Tollan> spoke.", True), ("<the officials> spoke.", False)]
)
def test_what_follows_the_head(prose: str, trailer: bool) -> None:
    text, spans = marked(prose)
    phrase = phrase_of(text, spans["<"][0], entities_in(text).within(spans["<"][0]))
    assert phrase is not None
    assert phrase.trailer is trailer


@pytest.mark.parametrize("prose", ["<“…”> spoke.", "They <added> it."])
def test_no_phrase_without_a_word_that_can_mean_somebody(prose: str) -> None:
    text, spans = marked(prose)
    assert phrase_of(text, spans["<"][0], ()) is None
