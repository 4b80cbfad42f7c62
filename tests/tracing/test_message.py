"""A chat message taken apart: its quotations without Markdown, links, mentions and code."""

import pytest

from index.tracing.message import excerpts


@pytest.mark.parametrize(
    "message",
    [
        "[“We waited eleven years”](https://courier.example/a?b=1)",
        "[“We waited eleven years”](<https://courier.example/a_(1)>)",
        "||“We **waited** __eleven__ years”||",
        "# “We waited eleven years”",
        "-# *“We waited eleven years”* <t:1700000000:R>",
        "<@123456789012345678> “We waited <:sad:123456789012345678> eleven years” <#123456789012345678>",
        "“We waited [eleven](https://courier.example/eleven) years”",
        "```\nWe waited eleven years\n```",
        "```fix\n“We waited eleven years”```",
        "> We waited\n> eleven years",
        "\\“We waited \\*eleven\\* years\\”",
    ],
)
def test_markup_is_no_part_of_what_is_quoted(message: str) -> None:
    (found,) = excerpts(message)
    assert found.marked
    assert found.quoted.split() == "We waited eleven years".split()


@pytest.mark.parametrize(
    "message",
    [
        '```py\nprint("We waited eleven years")\n```',
        "<@123456789012345678> https://courier.example/a",
        "@everyone <@&1> <#2>",
    ],
)
def test_code_links_and_mentions_quote_nothing(message: str) -> None:
    assert [(part.quoted, part.marked) for part in excerpts(message)] == [("", False)]


def test_a_name_with_underscores_keeps_them() -> None:
    assert excerpts("we call it harbour_gate_2 here")[0].quoted == "we call it harbour_gate_2 here"
