import pytest

from index import Library, read_text
from tests.e2e.world import Server, text_of

pytestmark = pytest.mark.once


async def test_quotes_lists_what_a_person_said(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt")
    shown = text_of(result.response)
    assert shown.startswith("### Maren Holt\n-# person · 2 quotations in 1 article")
    assert "> “We have waited eleven years for this dredger,”" in shown
    assert "> “The lighthouse channel will be closed at night,” she said." in shown
    assert "until noon" not in shown


async def test_quotes_about_a_topic(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt", about="lighthouse")
    shown = text_of(result.response)
    assert "-# About: lighthouse" in shown
    assert "closed at night" in shown
    assert "eleven years" not in shown.split("About", 1)[1]


async def test_an_unknown_person_is_said_to_be_unknown(saltmere: Server) -> None:
    result = await saltmere.member.slash(saltmere.channel, "quotes", person="Zebulon Quark")
    assert "> " not in text_of(result.response)
    assert "### Zebulon Quark" in text_of(result.response)


async def test_people_lists_who_is_quoted(saltmere: Server) -> None:
    shown = text_of((await saltmere.member.slash(saltmere.channel, "people")).response)
    assert "**Maren Holt**\n-# person · 2 quotations in 1 article" in shown
    assert "**Ilse Brandt**" in shown


async def test_people_of_an_empty_world(newcomer: Server) -> None:
    assert "Nobody is quoted" in text_of((await newcomer.member.slash(newcomer.channel, "people")).response)


async def test_person_autocomplete(saltmere: Server) -> None:
    choices = await saltmere.member.autocomplete(saltmere.channel, "quotes", "person", "Il")
    assert choices[0] == {"name": "Ilse Brandt", "value": "Ilse Brandt"}


async def test_many_quotations_of_great_length_keep_the_limits(saltmere: Server, library: Library) -> None:
    own = library.of(f"discord-{saltmere.guild.id}")
    for number in range(6):
        long = " ".join(f"Buoy {number} number {count} is *red*." for count in range(400))
        own.add(read_text(f"“{long}” said Maren Holt.", title=f"Buoys {number}"))
    result = await saltmere.member.slash(saltmere.channel, "quotes", person="Maren Holt")
    assert "Maren Holt" in text_of(result.response)
