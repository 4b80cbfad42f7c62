"""Pages as sites set them: nothing of the article lost, nothing of the site in it, nothing twice, all in its place."""

import pytest
from lxml import html

from index import Sandbox, read_bytes
from index.model.article import Article, ParagraphKind
from index.sandbox.parsers.blocks import blocks_of
from index.sandbox.parsers.selection import article_of

LEAD = "Mayor Ida Kell said the new bridge over the Orrin would open in June after two years of delay."
PROSE = [
    f"“Wish number {n} is that the bridge be safe for every child who crosses it,” said Polly Ames, the baker."
    for n in range(1, 13)
]
TEASER = '<a href="/tram">Council says no to the tram that it had promised to the people of the west bank</a>'


def read(sandbox: Sandbox, body: str, head: str = "") -> Article:
    page = f"<!doctype html><html lang=en><head><title>Bridge to open</title>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "bridge.html", sandbox)


def words_of(article: Article, *kinds: ParagraphKind) -> list[str]:
    return [article.text[p.span.start : p.span.end] for p in article.paragraphs if p.kind in kinds]


def body_of(article: Article) -> list[str]:
    return words_of(article, ParagraphKind.BODY)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


ALL = paragraphs(*PROSE)


@pytest.mark.parametrize(
    "layout",
    [
        "<main><h1>Bridge</h1><div class=lead><p>{lead}</p></div><div><div class=text>{prose}</div></div></main>",
        "<article><h1>Bridge</h1><div><p>{lead}</p></div><div class=article-body>{prose}</div></article>",
        "<article><h1>Bridge</h1><header><p class=intro>{lead}</p></header><section>{prose}</section></article>",
        "<main><h1>Bridge</h1><p><strong>{lead}</strong></p><div class=text>{prose}</div></main>",
        "<div id=content><h1>Bridge</h1><div class=story><h2>{lead}</h2><div>{prose}</div></div></div>",
    ],
)
def test_a_lead_in_a_place_of_its_own_is_read(sandbox: Sandbox, layout: str) -> None:
    article = read(sandbox, layout.format(lead=LEAD, prose=ALL))
    found = words_of(article, ParagraphKind.BODY, ParagraphKind.DECK)
    assert found == [LEAD, *PROSE]


def test_all_blocks_of_an_article_are_read(sandbox: Sandbox) -> None:
    block = '<div class="grid"><div class="body article__body">{}</div></div><div class="row-ad"></div>'
    blocks = [block.format(paragraphs(*PROSE[at : at + 4])) for at in (0, 4, 8)]
    article = read(sandbox, f"<main><article><h1>Bridge to open</h1><div>{''.join(blocks)}</div></article></main>")
    assert body_of(article) == PROSE


def test_what_linked_data_has_in_the_article_is_read_where_it_stands(sandbox: Sandbox) -> None:
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{" ".join(PROSE)}"}}</script>'
    aside = f"<aside><div>{PROSE[5]}</div></aside>"
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:5])}{aside}{paragraphs(*PROSE[6:])}</article>", data)
    assert body_of(article) == PROSE


def test_a_paragraph_hidden_from_readers_of_the_screen_alone_is_read(sandbox: Sandbox) -> None:
    hidden = f"{paragraphs(*PROSE[:4])}<p aria-hidden=true>{PROSE[4]}</p>{paragraphs(*PROSE[5:])}"
    assert body_of(read(sandbox, f"<article>{hidden}</article>")) == PROSE


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><h3>More from the Post</h3><ul><li>{TEASER}</li><li>{TEASER}</li></ul></aside>",
        f'<div class="related-stories"><h3>Related</h3><p>{TEASER}</p></div>',
        '<div class="newsletter-signup"><h3>The Boat</h3><p>Get the day’s big stories, every day.</p></div>',
        '<div class="author-bio"><p>Ada Lund is the transport editor and has seen many a bridge open.</p></div>',
        '<div style="display: none"><p>This film has been removed. Choose another one from the list below.</p></div>',
        "<p>ALSO READ: Council says no to tram</p>",
        "<p>DON’T MISS</p><p>Ferry captain denies he was asleep [INSIGHT]</p>",
        f"<p>{TEASER}</p>",
    ],
)
def test_what_the_site_puts_between_is_no_part_of_the_article(sandbox: Sandbox, box: str) -> None:
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:6])}{box}{paragraphs(*PROSE[6:])}</article>")
    assert body_of(article) == PROSE


@pytest.mark.parametrize(
    "card",
    [
        '<span class="hover-card">Ames, 51, runs the bakery. Follow</span>',
        "<span><span><img src=a.jpg><a href=/a>Polly Ames</a><a href=/t>Tram denied</a></span></span>",
        "<span> (opens in a new tab)</span>",
    ],
)
def test_cards_that_open_over_a_name_are_no_part_of_the_sentence(sandbox: Sandbox, card: str) -> None:
    said = f"“I have heard June before,” said <b>baker <a href=/a>Polly Ames</a>{card}</b> of the plan that was shown."
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:6], said, *PROSE[6:])}</article>")
    assert body_of(article)[6] == "“I have heard June before,” said baker Polly Ames of the plan that was shown."


def test_a_quotation_set_large_is_read_once_where_it_was_said(sandbox: Sandbox) -> None:
    large = "<blockquote class=pull-quote><p>the bridge be safe for every child who crosses it</p></blockquote>"
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:1])}{large}{paragraphs(*PROSE[1:])}</article>")
    assert body_of(article) == PROSE


def test_a_page_that_holds_its_article_twice_has_it_once(sandbox: Sandbox) -> None:
    article = read(sandbox, f"<article>{ALL}</article><div style='display:none'><article>{ALL}</article></div>")
    assert body_of(article) == PROSE


def test_there_is_one_headline_though_the_page_has_two(sandbox: Sandbox) -> None:
    head = '<meta property="og:title" content="Bridge to open in June, says mayor">'
    over = "Bridge over the Orrin to open in June, two years late and after three changes of builder"
    article = read(sandbox, f"<article><h1>{over}</h1>{ALL}</article>", head)
    assert len(words_of(article, ParagraphKind.HEADLINE)) == 1
    assert body_of(article) == PROSE


def test_captions_are_captions_with_the_credit_behind_them(sandbox: Sandbox) -> None:
    figure = (
        "<figure><img src=b.jpg><figcaption><div>The bridge at dawn.</div><div>(Bo Marsh)</div></figcaption></figure>"
    )
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:6])}{figure}{paragraphs(*PROSE[6:])}</article>")
    assert words_of(article, ParagraphKind.CAPTION) == ["The bridge at dawn.", "(Bo Marsh)"]
    assert body_of(article) == PROSE


def test_a_figure_that_is_never_closed_makes_no_caption_of_the_article(sandbox: Sandbox) -> None:
    table = '<figure class="table"><div><table><tr><td>Length</td><td>310 m</td></tr></table>'
    article = read(sandbox, f"<main><article><h1>Bridge to open</h1>{table}{ALL}</article></main>")
    assert body_of(article) == PROSE


def test_a_long_caption_of_a_short_article_stays_one(sandbox: Sandbox) -> None:
    figure = f"<figure><img src=a.jpg><figcaption>{LEAD} {LEAD}</figcaption></figure>"
    article = read(sandbox, f"<article><h1>Bridge to open</h1>{figure}{paragraphs(*PROSE[:3])}</article>")
    assert (body_of(article), words_of(article, ParagraphKind.CAPTION)) == (PROSE[:3], [f"{LEAD} {LEAD}"])


def test_a_few_words_beside_a_picture_are_its_caption(sandbox: Sandbox) -> None:
    figure = "<div><img src=b.jpg><br><em>The bridge at dawn</em></div>"
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:6])}{figure}{paragraphs(*PROSE[6:])}</article>")
    assert body_of(article) == PROSE


def test_a_row_of_a_table_among_the_paragraphs_is_a_line(sandbox: Sandbox) -> None:
    table = "<table><tr><td>East bank</td><td>Polly Ames</td><td>12 votes</td></tr></table>"
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:6])}{table}{paragraphs(*PROSE[6:])}</article>")
    assert body_of(article) == [*PROSE[:6], "East bank Polly Ames 12 votes", *PROSE[6:]]


def test_a_post_that_the_article_shows_is_read(sandbox: Sandbox) -> None:
    post = (
        "<blockquote class=embed><p>We crossed it today and it held.</p>— Polly Ames (@polly) May 3, 2024</blockquote>"
    )
    article = read(sandbox, f"<article>{paragraphs(*PROSE[:6])}{post}{paragraphs(*PROSE[6:])}</article>")
    assert body_of(article)[6] == "We crossed it today and it held."


def test_paragraphs_that_the_extractor_ran_together_are_parted_again() -> None:
    texts = [*PROSE[:2], LEAD]
    first, second, third = (f"<div class=place-{at}>{words}</div>" for at, words in enumerate(texts))
    share = "<div>Share</div>"
    page = f"<html><body><h1>Bridge to open</h1>{first}{share}<section>{second}</section>{share}{third}</body></html>"
    blocks = list(blocks_of(html.document_fromstring(page)))
    found = article_of(blocks, [" ".join(texts)], told="")
    assert found.parts == [("text", words) for words in texts]


def test_a_page_is_bounded_by_its_article_and_not_by_its_scripts(sandbox: Sandbox) -> None:
    script = f"<script>{'var more = 1; ' * 160_000}</script>"
    assert body_of(read(sandbox, f"<article>{ALL}</article>", script)) == PROSE
