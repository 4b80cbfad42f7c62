"""Every language has every message, with the same values; every message is used, and every use has one."""

import re
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot.i18n.wording import Language, Wordings
from bot.render.reversals import Changed
from index import (
    Claim,
    ContentKind,
    FetchProblem,
    Likeness,
    NameRuleKind,
    Outcome,
    PersonalPart,
    ReadingProblem,
    RequestProblem,
    SilenceReason,
    SpeakerType,
)
from tests.bot.samples import ENGLISH, GERMAN, WORDINGS

BOT = Path(__file__).parents[3] / "bot"
OTHERS = [language for language in Language if language is not Language.ENGLISH]

BUILT = {
    "count": ("article", "sentence", "speaker", "quotation"),
    "type": tuple(SpeakerType),
    "kind": tuple(ContentKind),
    "outcome": tuple(Outcome),
    "silence": tuple(SilenceReason),
    "reading": tuple(ReadingProblem),
    "fetch": tuple(FetchProblem),
    "request": tuple(RequestProblem),
    "trace": tuple(Likeness),
    "trace-claim": tuple(claim for claim in Claim if claim is not Claim.NONE),
    "setting-private": ("yes", "no"),
    "language": ("discord", *Language),
    "permission": ("manage_guild",),
    "act": (
        *("add", "edit", "remove", "restore", "correct", "dismiss", "merge", "rename", "split"),
        *("feed-add", "feed-edit", "feed-remove", "feed-check", "settings", "undo-speakers", "undo-names"),
        *("alert-add", "alert-end"),
    ),
    "own": tuple(PersonalPart),
    **dict.fromkeys(("report-was", "told"), ("corrected", "dismissed")),
    "change": tuple(NameRuleKind),
    "changes": tuple(kind + none for kind in Changed for none in ("", "-none")),
    "button-changes": tuple(Changed),
    "setting": tuple(
        name + more
        for name in (
            *("channels", "private", "adders", "announcements", "reports", "language"),
            *("announce_added", "announce_thread", "announce_role", "digest_in", "digest"),
        )
        for more in ("", "-more")
    ),
    "digest": ("never", "day", "week"),
    "digest-heading": ("day", "week"),
    "filter-set": ("people", "outlets", "words"),
}
"""Keys that the code puts together: the part in front, and what may follow it."""


def test_german_names_commands_as_discord_shows_them() -> None:
    german = (BOT / "locales/de.ftl").read_text(encoding="utf-8")
    texts = re.sub(r"^#.*$", "", german.split("## Commands:")[0], flags=re.MULTILINE)
    texts = re.sub(r'COMMAND\("[^"]+"\)', "", texts)
    assert "Who said this?" not in texts
    assert "Add to library" not in texts
    named = dict(re.findall(r"^cmd-([\w-]+) = (.+)$", german, re.MULTILINE))
    paths = {f"/{name}": key for key, name in named.items() if "-" not in key}
    groups = {key: {named[one] for one in named if one.startswith(f"{key}-") and one.count("-") == 1} for key in named}
    found = re.findall(r"(?<![\w/:.])(/[a-zäöüß]+)(?: ([a-zäöüß]+))?", texts)
    assert found  # the others are named by COMMAND
    for command, sub in found:
        assert command in paths, command
        if groups[paths[command]] and command in {"/artikel", "/feed", "/person"}:
            assert sub in groups[paths[command]], f"{command} {sub}"


class Values(visitor.Visitor):
    """Collects the values that a message needs."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 -- Fluent's own name
        self.names.add(node.id.name)


def messages(language: Language) -> dict[str, set[str]]:
    """The messages of a language's file, without those of commands, and the values that each needs."""
    resource = FluentParser().parse((BOT / "locales" / f"{language}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message) and not entry.id.name.startswith("cmd-"):
            assert entry.id.name not in found
            values = Values()
            values.visit(entry)
            found[entry.id.name] = values.names
    return found


def used() -> set[str]:
    """Keys that stand whole in the code."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in BOT.rglob("*.py"))
    return set(re.findall(r"[\"']([a-z]+(?:[-_][a-z]+)*)[\"']", code))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_messages_with_the_same_values(language: Language) -> None:
    assert messages(language) == messages(Language.ENGLISH)


def test_every_message_is_used_and_every_key_that_the_code_builds_has_one() -> None:
    built = {f"{front}-{rest}" for front, rests in BUILT.items() for rest in rests}
    known = set(messages(Language.ENGLISH))
    assert built <= known
    assert known - built - used() == set()


def test_every_key_that_is_said_has_a_message() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in BOT.rglob("*.py"))
    said = set(re.findall(r"(?:\bsay|Refusal|_words\)?)\(\s*\"([a-z_-]+)\"", code))
    assert said
    assert said <= set(messages(Language.ENGLISH))


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_is_left_in_english(language: Language) -> None:
    other = WORDINGS.of(language)
    same = {
        key
        for key, values in messages(Language.ENGLISH).items()
        if not values and ENGLISH(key) == other(key) and len(ENGLISH(key).split()) > 1
    }
    assert same == set()


def test_plurals_and_days_follow_the_language() -> None:
    assert [ENGLISH("count-quotation", number=n) for n in (1, 2)] == ["1 quotation", "2 quotations"]
    assert [GERMAN("count-sentence", number=n) for n in (1, 1200)] == ["1 Satz", "1.200 Sätze"]
    assert ENGLISH.day(date(2026, 2, 14)) == "14\u00a0February\u00a02026"
    assert GERMAN.day(date(2026, 2, 14)) == "14.\u00a0Februar\u00a02026"


@pytest.mark.parametrize(
    ("locales", "language"),
    [
        (("de",), "de"),
        (("en-GB",), "en"),
        (("fr", "de"), "de"),
        (("ja",), "en"),
        ((None, ""), "en"),
        (("de-AT",), "de"),
    ],
)
def test_the_nearest_language_is_found(locales: tuple[str | None, ...], language: str) -> None:
    assert Wordings().nearest(*locales).language == language


def test_a_command_is_a_mention_once_discord_has_told_its_id_and_its_name_before() -> None:
    words = Wordings()
    german = words.of(Language.GERMAN)
    assert german.command("article add") == "**/artikel hinzufügen**"
    assert german.command("Add to library") == "**Zur Sammlung hinzufügen**"
    words.commands.learn({"article": 7})
    assert [words.of(language).command("article add") for language in Language] == ["</article add:7>"] * 2
    assert "</article add:7>" in german("first-steps")
    assert german.command("ask") == "**/fragen**"


def test_a_missing_message_or_value_is_an_error_rather_than_a_hole() -> None:
    with pytest.raises(LookupError):
        ENGLISH("no-such-message")
    with pytest.raises(KeyError):
        ENGLISH("count-article")
