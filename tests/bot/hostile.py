"""Text that tries to be more than text."""

from hypothesis import strategies as st

HOSTILE = (
    "**bold** __under__ _it_ ~~gone~~ ||spoiler|| `code` ```block```",
    "# Heading\n## Two\n-# small\n> quote\n>>> all\n- item\n* item\n+ item\n1. one\n2) two",
    "<@123456789012345678> <@!1> <@&2> <#3> @everyone @here </ask:4>",
    "[Free money](https://evil.example) <https://evil.example> https://evil.example steam://run/1",
    "<:pepe:123456789012345678> <a:x:1> :smile: <t:0:R> <id:customize>",
    "\u202egnp.exe \u2066x\u2069 \u200bzero\u200b \u2060w \ufeff \u3164 \u2800",
    "Z" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309" * 30 + "algo",
    "\\*not escaped\\* \\\\ \\` \\<@1\\>",
    "&lt;@1&gt; &#42;x&#42; &amp;",
    "] [ ]( ) [x]: https://evil.example",
    "🏴\U000e0067\U000e0062\U000e007f 👩\u200d👩\u200d👧 می\u200cخواهم",
    "a\r\nb\x0bc\x0cd\x85e\u2028f\u2029g\x00h\x1bi",
    "2014. It was a good year.",
    "- 5 degrees",
    "=====",
    "\ud800 lone",
)

_BITS = st.sampled_from(
    [
        *"\\`*_~|[]()<>#@:/&;!.-+=\n 1a“”",
        "@everyone",
        "<@1>",
        "https://",
        "\u202e",
        "\u200b",
        "\u0301",
        "👩",
        "\u200d",
        "```",
    ]
)
hostile_text = st.lists(_BITS | st.characters(), max_size=80).map("".join) | st.sampled_from(HOSTILE)


def thousand() -> list[str]:
    """Give 1,000 different hostile strings, the same each time; every twentieth is longer than a message may be."""
    openings = ("", "“", "„", "«", "‘", '"', "“‘„", "> ", "**", "||")
    found: dict[str, None] = {}
    for number in range(2_000):
        one, other = HOSTILE[number % len(HOSTILE)], HOSTILE[(number // len(HOSTILE)) % len(HOSTILE)]
        opening = openings[number % len(openings)]
        text = f"{opening}{one} {number} {other}{opening[::-1]}"
        if number % 20 == 0:
            text *= 4_100 // len(text) + 1
        found[text] = None
    return list(found)[:1_000]
