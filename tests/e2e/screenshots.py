"""Take the pictures in docs/screenshots: real replies of the real bot, in SimCord's browser preview.

Needs the extra ``screenshots`` and a Chromium on PATH (Debian: chromium). Not run by the tests; run it when a
reply's look or the samples change, then look at the pictures::

    pip install -e ".[dev,screenshots]"
    python -m tests.e2e.screenshots
"""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import simcord
from playwright.async_api import Page, async_playwright
from pydantic import SecretStr

from bot.app import build_bot
from bot.preview import HALF_A_YEAR, Stage, set_stage
from bot.settings import Settings
from index import open_samples
from tests.e2e.film import Film

QUESTION = "Who blamed cheap steel?"


@dataclass(frozen=True, slots=True)
class Shot:
    """What leads to the reply that is pictured in the file of that name."""

    name: str
    act: Callable[[Stage], Awaitable[Any]]


async def _quotes(stage: Stage) -> Any:
    return await stage.member.slash(stage.channel, "quotes", person="Colm Adair")


async def _who(stage: Stage) -> Any:
    return await stage.member.context_menu(stage.channel, "Who said this?", stage.posted[2])


async def _altered(stage: Stage) -> Any:
    return await stage.member.context_menu(stage.channel, "Who said this?", stage.posted[1])


async def _card(stage: Stage) -> Any:
    answer = await stage.member.slash(stage.channel, "ask", question="What did Nowicka say about guessing?")
    more = await stage.member.click(answer.response, label="More")
    return await stage.member.click(more.response, label="Quote card")


async def _settings(stage: Stage) -> Any:
    return await stage.moderator.slash(stage.channel, "settings")


async def _digest(stage: Stage) -> Any:
    settings = await _settings(stage)
    panel = await stage.moderator.click(settings.response, label="Announcements and digest")
    return await stage.moderator.click(panel.response, label="Preview of the digest")


SHOTS = (
    Shot("quotes.png", _quotes),
    Shot("who-said-this.png", _who),
    Shot("altered.png", _altered),
    Shot("quote-card.png", _card),
    Shot("settings.png", _settings),
    Shot("digest.png", _digest),
)
FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
WIDTH, HEIGHT, MARGIN = 1000, 1500, 14
FILM_WIDTH, FILM_HEIGHT = 700, 720
SCALE = 2

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


async def take(folder: Path) -> None:
    """Lead up to each of `SHOTS` in a server that has the samples, under invented links, and picture the reply."""
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(token=SecretStr("none-needed"), database=Path(scratch) / "onrecord.db")
        samples = open_samples()
        bot = build_bot(settings, samples, serving=False)
        async with simcord.run(bot) as env, async_playwright() as playwright:
            browser = await playwright.chromium.launch_persistent_context(
                str(Path(scratch) / "profile"),
                executable_path=shutil.which("chromium"),
                args=list(_FLAGS),
                viewport={"width": WIDTH, "height": HEIGHT},
                device_scale_factor=SCALE,
            )
            await bot.tree.sync()
            await env.advance_time(HALF_A_YEAR)
            await bot.user.edit(username="Onrecord")
            for shot in SHOTS:
                stage = await set_stage(env, samples)
                result = await shot.act(stage)
                viewer = stage.moderator if shot.name in {"settings.png", "digest.png"} else stage.member
                await _shoot(env, stage, result, viewer, await browser.new_page(), folder / shot.name)
            stage = await set_stage(env, samples)
            await _film(env, stage, await browser.new_page(), folder / "question.webp")
            await browser.close()


async def _film(env: simcord.Env, stage: Stage, page: Page, path: Path) -> None:
    """Film a member who asks, and then wants to see where the answer stands."""
    async with env.preview(
        stage.channel, viewers=[stage.member], layout="channel", width=FILM_WIDTH, height=FILM_HEIGHT
    ) as preview:
        await page.set_viewport_size({"width": FILM_WIDTH, "height": FILM_HEIGHT})
        await page.goto(preview.url)
        await page.wait_for_load_state("networkidle")
        film = Film(page, SCALE)
        context = page.get_by_role("button", name="Context")
        await film.ask(QUESTION, context)
        await film.click(context, page.get_by_role("heading", name="Where it stands"))
        film.save(path)
        click.echo(path)


async def _shoot(env: simcord.Env, stage: Stage, result: Any, viewer: Any, page: Page, path: Path) -> None:
    async with env.preview(stage.channel, viewers=[viewer], layout="channel", width=WIDTH, height=HEIGHT) as preview:
        await preview.show(result)
        await page.goto(preview.url)
        await page.wait_for_load_state("networkidle")
        box = await page.locator(".channel-message").last.bounding_box()
        assert box is not None
        await page.screenshot(path=str(path), clip={**box, "height": box["height"] + MARGIN})
        click.echo(path)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    asyncio.run(take(FOLDER))
