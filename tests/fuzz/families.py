"""Families of hostile texts: each grows to any size, the same every time. All prose is invented."""

from collections.abc import Callable
from itertools import cycle, islice

Family = Callable[[int], str]


def _repeated(*pieces: str) -> Family:
    """The pieces over and over."""

    def grow(size: int) -> str:
        whole = "".join(pieces)
        return (whole * (size // len(whole) + 1))[:size]

    return grow


def _nested(opening: str, middle: str, closing: str) -> Family:
    """As many openings as closings around a middle."""

    def grow(size: int) -> str:
        times = max(1, (size - len(middle)) // (len(opening) + len(closing)))
        return opening * times + middle + closing * times

    return grow


def _letters(number: int) -> str:
    """A number in letters: 0 is "a", 26 is "ba"."""
    word = ""
    while number or not word:
        number, digit = divmod(number, 26)
        word = chr(97 + digit) + word
    return word


def _numbered(form: str) -> Family:
    """A form over and over with another invented name, "Vorena", in place of every "@"; all names differ."""

    def grow(size: int) -> str:
        parts: list[str] = []
        length = number = 0
        while length < size:
            part = form
            while "@" in part:
                part = part.replace("@", f"Vo{_letters(number)}x", 1)
                number += 1
            parts.append(part)
            length += len(part)
        return "".join(parts)[:size]

    return grow


def _few_names(form: str, names: int) -> Family:
    """As `_numbered`, with only so many names, taken in turn."""

    def grow(size: int) -> str:
        parts: list[str] = []
        length = 0
        for number in cycle(range(names)):
            if length >= size:
                break
            parts.append(form.replace("@", f"Vo{_letters(number)}x"))
            length += len(parts[-1])
        return "".join(parts)[:size]

    return grow


def _headed(head: str, family: Family) -> Family:
    def grow(size: int) -> str:
        return head + family(max(0, size - len(head)))

    return grow


def _halves(first: Family, second: Family) -> Family:
    def grow(size: int) -> str:
        return first(size // 2) + second(size - size // 2)

    return grow


_LINKED = '<script type="application/ld+json">'

FAMILIES: dict[str, Family] = {
    "curly marks": _repeated("“”"),
    "opening marks": _repeated("“"),
    "opening marks apart": _repeated("“ "),
    "closing marks": _repeated("” "),
    "straight marks": _repeated('" '),
    "straight words": _repeated('"a '),
    "apostrophes": _repeated("'s "),
    "single marks": _repeated("‘a’ "),
    "plural apostrophes": _repeated("‘the dockers’ said "),
    "marks of all kinds": _repeated("“‘«\"'`a´'\"»’” "),
    "nested marks": _nested("“‘", "so", "’”"),
    "unbalanced marks": _repeated("“We sail. ", "„So it is, ", "«no "),
    "unclosed paragraphs": _repeated("“We sail at dawn, she said. We sail.\n\n"),
    "one sentence": _repeated("the ferry and the crane and the quay "),
    "one sentence of clauses": _repeated("the ferry, which sails, "),
    "one word": _repeated("a"),
    "one long word": _repeated("a-b"),
    "one capital word": _repeated("Ab-"),
    "capitals": _repeated("THE FERRY SAILS "),
    "one name": _repeated("Mara Vohn "),
    "one name's words": _repeated("Mara "),
    "names": _numbered("Mara @ "),
    "names with commas": _numbered("Mara @, "),
    "names and": _numbered("Mara @ and "),
    "names of one family": _numbered("@ Vohn met. "),
    "initials of one family": _numbered("J. @ Vohn said so. Vohn said no. "),
    "family names alone": _headed("Mara Vohn met Ebo Vohn. ", _repeated("Vohn said so. ")),
    "bodies": _numbered("The @ Ministry and the @ Company said so. "),
    "short bodies": _numbered("The @ Company said so. @ said no. VC said so. "),
    "said": _repeated("said "),
    "he said she said": _repeated("he said she said "),
    "he said. she said.": _repeated("He said. She said. "),
    "he said that he said": _repeated("he said that "),
    "she said, in one": _repeated("“We sail,” she said, "),
    "she said": _repeated("“We sail at dawn,” she said. "),
    "she said, in lines": _repeated("“We sail at dawn,” she said.\n"),
    "names said": _numbered("“We sail,” Mara @ said. "),
    "names said that": _numbered("Mara @ said that the ferry sails. "),
    "few names said": _few_names("Mara @ said he would sail, and she told Ebo @ that he had. ", 40),
    "roles": _repeated("the mayor told the minister that the captain said so, "),
    "relative clauses": _repeated("the captain, who said that the mayor, who "),
    "according to": _repeated("according to the mayor, "),
    "cues": _repeated("said told warned asked added adding that "),
    "turns": _repeated("the ferry sails, but engineers said it was late, "),
    "participles": _repeated("adding that it sailed, saying so, "),
    "outlets": _numbered("the harbour is shut, the @ Gazette reports. "),
    "told outlets": _numbered("Mara told the @ Gazette, "),
    "documents": _numbered("A report by @ said so. The report said no. "),
    "transcript": _few_names("@: We sail at dawn.\n", 9),
    "transcript in one": _few_names("@: We sail ", 9),
    "colons": _repeated("we: "),
    "signed": _numbered("“We sail.” — Mara @\n"),
    "dashes": _repeated("“We” — so — "),
    "dialogue": _repeated("— We sail. —\n"),
    "digits": _repeated("1,"),
    "digits apart": _repeated("1, 2. 3: "),
    "one number": _repeated("7"),
    "stops": _repeated("."),
    "stops apart": _repeated("we . . "),
    "ellipses": _repeated("…"),
    "ellipses apart": _repeated("... a . . . "),
    "abbreviations": _repeated("U.S. Mr. p.m. St. "),
    "initials": _repeated("A. B. "),
    "dotted letters": _repeated("A."),
    "questions": _repeated("Why? Who! "),
    "open brackets": _repeated("("),
    "open brackets apart": _repeated("(a "),
    "brackets": _nested("(", "so", ")"),
    "credits": _repeated("(Photo "),
    "square brackets": _repeated("["),
    "closing brackets": _repeated("said) "),
    "spaces": _headed("The ferry", _repeated(" ")),
    "spaces between": _repeated("a" + " " * 50),
    "newlines": _headed("The ferry", _repeated("\n")),
    "short paragraphs": _repeated("We sail.\n\n"),
    "tiny paragraphs": _repeated("a\n\n"),
    "short lines": _repeated("We sail\n"),
    "wrapped lines": _repeated("The ferry sails from the old quay at dawn and comes back at\n"),
    "blank lines": _repeated("a\n \t\n"),
    "boilerplate": _repeated("Read more about the ferry and more about the quay\n\n"),
    "adverts": _repeated("Advertisement\n\n", "We sail.\n\n"),
    "combining marks": _repeated("e\u0301\u0302\u0303\u0304 "),
    "one combined letter": _headed("e", _repeated("\u0301")),
    "right to left": _repeated("\u202e\u05d0\u05d1 \u0627\u0644 said \u202c "),
    "joiners": _repeated("\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d"),
    "surrogates": _repeated("\ud800a \udfff "),
    "NULs": _repeated("\0a "),
    "ligatures": _repeated("\ufdfa \ufb03 \u0130\u0131 "),
    "Chinese": _repeated("船长说“我们开航。”"),
    "emoji": _repeated("\U0001f6a2 "),
    "at signs": _repeated("@a."),
    "addresses": _repeated("a@b.c "),
    "links": _repeated("https://quay.example/a?b=c "),
    "By": _repeated("By Mara Vohn and "),
    "hyphens": _repeated("- "),
    "hyphened": _repeated("Vohn-"),
    "possessives": _repeated("Vohn’s "),
    "titles": _repeated("President Minister Mayor Dr. Mr. "),
    "of the": _repeated("Ministry of the "),
    "months": _repeated("May Monday June "),
}
"""Plain text, by name."""

HARDEST = (
    "curly marks", "opening marks apart", "unbalanced marks", "unclosed paragraphs", "one word", "names", "bodies",
    "names of one family", "said", "he said she said", "she said", "she said, in one", "she said, in lines",
    "names said", "few names said", "according to", "turns", "outlets", "documents", "transcript", "signed",
    "colons", "stops apart", "abbreviations", "open brackets", "tiny paragraphs", "boilerplate", "combining marks",
    "right to left",
)  # fmt: skip
"""Those with the most different work to do, for stages that are slow."""

MESSAGES: dict[str, Family] = {
    "invented words": _numbered("@ "),
    "invented words quoted": _numbered("“@ @ @ @ @ @ @ @” she said. "),
    "short sentences": _repeated("We sail. He said. So it is. "),
    "words of the article": _repeated("ferry sails at dawn said the harbour board Mara Vohn Ebo Tarn Ines Quell "),
    "slips": _repeated("fery sials at dwan siad the harbuor baord Mara Vonh Ebo Tran Ines Quel "),
    "according": _repeated("according to the mayor, "),
    "did he say": _headed("Did he say ", _repeated("he said that ")),
    "ellipses": _repeated("the ferry ... said [...] dawn "),
    "quotation, going on": _repeated(
        "“the ferry sails at dawn and sails at dawn, the ferry, Ebo Tarn” said Mara Vohn, "
    ),
}
"""What a message asks for whose speaker is looked for, by name."""

MARKUP: dict[str, Family] = {
    "deep divisions": _nested("<div>", "The ferry sails at dawn, she said.", "</div>"),
    "deep lists": _nested("<ul><li>", "The ferry sails.", "</li></ul>"),
    "deep emphasis": _nested("<b><i>", "The ferry sails.", "</i></b>"),
    "unclosed tags": _repeated("<div><p>so "),
    "tables": _nested("<table><tr><td>", "so", "</td></tr></table>"),
    "attributes": _headed("<p ", _repeated("a=1 ")),
    "attributes of their own": _headed("<p ", _numbered("@=1 ")),
    "one long attribute": _headed('<p class="', _repeated("a ")),
    "attributes of many tags": _repeated('<p class="a b c" id="d" style="e:f" data-g="h" title="i">so</p>'),
    "open comment": _headed("<p>The ferry sails.</p><!--", _repeated("-")),
    "comments": _repeated("<!-- a -->"),
    "angles": _repeated("<"),
    "entities": _repeated("&amp;"),
    "unknown entities": _repeated("&a"),
    "paragraphs": _headed("<article>", _repeated("<p>The ferry sails at dawn, the captain said on Monday.</p>")),
    "different paragraphs": _headed("<article>", _numbered("<p>The @ ferries sail at dawn, the captain said.</p>")),
    "linked body": _headed(f'{_LINKED}"articleBody":"', _repeated("The ferry sails at dawn. ")),
    "boxes": _repeated('<div class="related promo">'),
    "captions": _repeated("<figure><figcaption>The ferry</figcaption></figure>"),
    "breaks": _repeated("a<br>"),
    "links": _repeated('<a href="/a">so</a> '),
    "scripts": _repeated("<script>a</script>"),
    "declarations": _repeated("<?xml a?>"),
    "linked types": _headed(_LINKED, _repeated('"@type":"x",')),
    "linked authors": _headed(f'{_LINKED}"@type":"x",', _repeated('"author"')),
    "linked names": _headed(_LINKED, _repeated('"author":{"name":"a')),
    "linked deep": _headed(_LINKED, _repeated('{"author":[')),
    "linked headlines": _headed(_LINKED, _repeated('"headline":"a')),
    "the same over": _repeated("<p>The ferry sails at dawn, the captain said on Monday.</p>"),
    "times": _repeated('<time datetime="2024-05-0">3</time>'),
    "dates": _repeated("<p>3 zz 2024</p>"),
    "copyrights": _repeated("<p>&copy; 1 2</p>"),
}
"""HTML, by name."""

ROBOTS: dict[str, Family] = {
    "agents, then rules": _halves(_numbered("user-agent: @\n"), _numbered("allow: /@\n")),
    "one agent over": _halves(_repeated("user-agent: *\n"), _numbered("disallow: /@\n")),
    "agents with stars": _numbered("user-agent: *@*\n"),
    "wildcards": _headed("user-agent: *\n", _repeated("disallow: /*a*a*a*b\n")),
    "one rule of wildcards": _headed("user-agent: *\ndisallow: /", _repeated("*a")),
    "rules": _headed("user-agent: *\n", _numbered("disallow: /@\n")),
    "dollars": _headed("user-agent: *\nallow: /", _repeated("$")),
    "escapes": _headed("user-agent: *\nallow: /", _repeated("%41")),
    "delays": _headed("user-agent: *\n", _repeated("crawl-delay: 1\n")),
    "one word": _repeated("a"),
    "colons": _repeated(":"),
    "words": _repeated("user agent "),
    "lines": _repeated("\n"),
    "comments": _repeated("#"),
}
"""What a site may have for a robots.txt, by name."""

HEADERS: dict[str, Family] = {
    "brackets": _headed("text/html", _repeated("(")),
    "semicolons": _headed("text/html", _repeated(";")),
    "marks": _headed("text/html", _repeated('"')),
    "escaped marks": _headed('text/html; charset="', _repeated('\\"')),
    "parameters": _headed("text/html", _numbered("; @=1")),
    "pieces of a parameter": _headed("text/html", _repeated("; charset*0*=a")),
    "encoded words": _headed("text/html; ", _repeated("=?utf-8?q?a?=")),
    "spaces": _headed("text/html", _repeated(" ")),
    "commas": _repeated("text/html,"),
    "signs": _headed("text/html; charset", _repeated("=")),
    "slashes": _repeated("/"),
}
"""Values of a Content-Type, and of whatever else a site may write above its answer, by name."""

MARKDOWN: dict[str, Family] = {
    "quoted deep": _repeated(">"),
    "quoted": _repeated("> > > so\n"),
    "open links": _repeated("["),
    "links": _repeated("[a](b)"),
    "half links": _repeated("[a]("),
    "images": _repeated("![a](b)"),
    "half images": _repeated("![a]"),
    "stars": _repeated("*"),
    "stars apart": _repeated("* "),
    "emphasis": _repeated("**a** "),
    "underscores": _repeated("_a"),
    "backticks": _repeated("`"),
    "fences": _repeated("```\na\n"),
    "open fence": _headed("```\n", _repeated("a\n")),
    "tables": _repeated("|a|b|\n"),
    "pipes": _repeated("|"),
    "pipes apart": _repeated("| - "),
    "rules": _repeated("- - "),
    "headings": _repeated("# The ferry #\n"),
    "hashes": _headed("# a", _repeated(" #")),
    "hashes and words": _headed("# a", _repeated(" # b")),
    "underlines": _repeated("The ferry\n===\n"),
    "one underline": _headed("The ferry\n", _repeated("=")),
    "spaces": _headed("The ferry", _headed(" ", _repeated(" "))),
    "front matter": _headed("---\n", _repeated("title: so\n- a\n")),
    "front lines": _headed("---\n", _repeated("\n")),
    "comments": _repeated("<!-- so\n"),
    "lists": _repeated("- 1. * so\n"),
    "numbers": _repeated("1. "),
}
"""Markdown, by name."""


def paragraphs(count: int) -> str:
    """So many short paragraphs, all different."""
    names = ("Mara Vohn", "Ebo Tarn", "the harbour board", "Ines Quell")
    return "\n\n".join(
        f"“Ferry {number} sails at dawn,” {name} said." for number, name in enumerate(islice(cycle(names), count))
    )
