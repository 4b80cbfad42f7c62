"""Addresses: links to one page have one, links to two have two, and all links of an address stand in its ranges."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.addresses import address_of, clean_link, ranges_of

STORY = "https://gazette.example/a/1"


@pytest.mark.parametrize(
    "link",
    [
        f"{STORY}/",
        f"{STORY}#top",
        f"{STORY}?utm_source=letter&utm_medium=mail",
        f"{STORY}/?fbclid=x#comments",
        f"{STORY}?&UTM_Source=x&gclid",
        "http://Gazette.example:80/a/1",
    ],
)
def test_links_to_the_same_page_have_one_address(link: str) -> None:
    assert address_of(link) == address_of(STORY)
    assert any(low <= clean_link(link) < high for low, high in ranges_of(address_of(STORY)))


@pytest.mark.parametrize(
    "link",
    [
        "https://gazette.example/a/10",
        "https://gazette.example/A/1",
        "https://gazette.example/a",
        "https://www.gazette.example/a/1",
        "https://gazette.example:8080/a/1",
        f"{STORY}?id=2",
        f"{STORY}?cid=2&source=x",
        f"{STORY}#!/2",
    ],
)
def test_links_to_other_pages_have_others(link: str) -> None:
    assert address_of(link) != address_of(STORY)


def test_a_clean_link_still_leads_to_its_page() -> None:
    assert clean_link(f"{STORY}/?b=2&utm_source=x&a=%20#top") == f"{STORY}/?b=2&a=%20"
    assert clean_link("no link") == address_of("no link") == "no link"
    assert clean_link("http://[") == "http://["


@given(
    st.sampled_from(["http", "https"]),
    st.text("ab1-/é", max_size=6),
    st.sampled_from(["", "?", "?id=1", "?utm_id=1", "?id=1&pk_x=2"]),
    st.sampled_from(["", "#", "#top", "#/2"]),
)
def test_every_link_stands_in_a_range_of_its_address(scheme: str, path: str, query: str, fragment: str) -> None:
    link = f"{scheme}://gazette.example/{path}{query}{fragment}"
    cleaned = clean_link(link)
    assert address_of(cleaned) == address_of(link)
    assert clean_link(cleaned) == cleaned
    if not urlsplit(link).path.endswith("//"):
        assert any(low <= kept < high for low, high in ranges_of(address_of(link)) for kept in (link, cleaned))
