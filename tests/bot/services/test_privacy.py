"""What is stored of a person, as a file."""

import json
from datetime import UTC, datetime

import pytest

from bot.context.preferences import guild_of
from bot.services.privacy import as_json
from index import PersonalLine, PersonalPart


def line(note: str | None, community: str = "discord-7") -> PersonalLine:
    at = datetime(2026, 3, 1, 9, tzinfo=UTC)
    return PersonalLine(community, PersonalPart.REPORT, at, "open", "The lamp", "“Nobody lit it”", None, note)


@pytest.mark.parametrize("lines", [(), (line("“so”\n"),), (line(None), line("x", "public"))])
def test_all_that_is_given_is_in_it(lines: tuple[PersonalLine, ...]) -> None:
    data = json.loads(as_json("11", lines))
    assert (data["user"], data["complete"]) == ("11", True)
    assert [entry.get("note") for entry in data["stored"]] == [given.note for given in lines]
    assert [entry["server"] for entry in data["stored"]] == [given.community.partition("-")[2] for given in lines]


def test_what_discord_would_not_take_is_cut_and_said_to_be() -> None:
    lines = tuple(line(f"{number:05}" + "ö" * 995) for number in range(6_000))
    data = as_json("11", lines)
    read = json.loads(data)
    assert 7_900_000 < len(data) < 8_001_000
    assert not read["complete"]
    assert [entry["note"] for entry in read["stored"]] == [given.note for given in lines[: len(read["stored"])]]


@pytest.mark.parametrize(
    ("community", "guild"),
    [("discord-17", 17), ("discord-", None), ("discord-a", None), ("discord-²", None), ("17", None), ("public", None)],
)
def test_a_community_is_a_servers_or_it_is_not(community: str, guild: int | None) -> None:
    assert guild_of(community) == guild
