"""robots.txt: whatever is in it, it is read elsewhere, obeyed if it can be read, and else counts as a no."""

import time

import pytest

from index import FetchError, FetchProblem, Sandbox, Wanted
from index.web.client import AGENT
from index.web.robots import Robots, Rules
from tests.fuzz.families import ROBOTS
from tests.sites import answer_of, answering, fetcher

SIZE = 400_000
MOST = 1.0  # seconds of this process's processor
PAGE = answer_of({"Content-Type": "text/plain"}, b"rain")


def robots_txt(text: str) -> bytes:
    return answer_of({"Content-Type": "text/plain"}, text.encode())


@pytest.mark.parametrize("family", ROBOTS)
async def test_a_hostile_robots_txt_costs_this_process_nothing(family: str, sandbox: Sandbox) -> None:
    answers = {"/robots.txt": robots_txt(ROBOTS[family](SIZE)), "/ferry": PAGE}
    async with answering(answers) as site, fetcher(site, sandbox) as client:
        began = time.process_time()
        try:
            await client.fetch(f"{site.url}/ferry", want=Wanted.PAGE)
        except FetchError as error:
            assert error.problem is FetchProblem.ROBOTS  # noqa: PT017 - it may as well be read
        assert time.process_time() - began < MOST


async def test_one_that_cannot_be_read_forbids_all_and_is_not_tried_again(sandbox: Sandbox) -> None:
    tangled = "user-agent: onrecord\nallow: /\n" + ROBOTS["agents, then rules"](SIZE)
    answers = {"/robots.txt": robots_txt(tangled), "/ferry": PAGE}
    async with answering(answers) as site, fetcher(site, sandbox) as client:
        for _ in range(2):
            with pytest.raises(FetchError, match=r"robots\.txt takes too much time or memory to read") as caught:
                await client.fetch(f"{site.url}/ferry", want=Wanted.PAGE)
            assert caught.value.problem is FetchProblem.ROBOTS
            answers["/robots.txt"] = b""
    rules = Rules(tangled.encode(), AGENT)
    assert rules.ruling("https://quay.example/", sandbox).problem == "too_much_work"
    with Sandbox() as closed:
        pass
    assert rules.ruling("https://quay.example/", closed).problem == "too_much_work"


async def test_where_it_cannot_be_read_just_now_it_is_asked_again() -> None:
    answers = {"/robots.txt": robots_txt("user-agent: *\ndisallow: /private\n"), "/ferry": PAGE}
    with Sandbox() as closed:
        pass
    async with answering(answers) as site, fetcher(site, closed) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch(f"{site.url}/ferry", want=Wanted.PAGE)
    assert caught.value.problem is FetchProblem.BUSY
    assert not caught.value.problem.lasting


async def test_a_mark_of_its_encoding_hides_no_rule(sandbox: Sandbox) -> None:
    answers = {"/robots.txt": robots_txt("\ufeffuser-agent: *\ndisallow: /\n"), "/ferry": PAGE}
    async with answering(answers) as site, fetcher(site, sandbox) as client:
        with pytest.raises(FetchError) as caught:
            await client.fetch(f"{site.url}/ferry", want=Wanted.PAGE)
    assert caught.value.problem is FetchProblem.ROBOTS


def test_only_so_many_bytes_of_them_are_kept() -> None:
    robots = Robots(3_600, lambda: 0.0)
    sites = [f"https://quay{number}.example" for number in range(60)]
    for site in sites:
        robots.keep(site, Rules(b"a" * 500_000, AGENT))
    kept = [site for site in sites if robots.known(site)]
    assert kept == sites[-32:]
    robots.keep(sites[-1], Rules(b"", AGENT))
    robots.keep(sites[0], Rules(b"a" * 500_000, AGENT))
    assert [site for site in sites if robots.known(site)] == [sites[0], *sites[-32:]]
