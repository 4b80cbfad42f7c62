"""Take the screenshots in docs/screenshots: real replies of the real bot, in SimCord's browser preview.

Needs the extra ``screenshots`` and a Chromium on PATH (Debian: chromium). Not run by the tests; run it when a
reply's look or the samples change, then look at the pictures::

    pip install -e ".[dev,screenshots]"
    python -m tests.e2e.screenshots
"""

import asyncio
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import click
import simcord
from playwright.async_api import Page, async_playwright
from pydantic import SecretStr

from bot.app import build_bot
from bot.settings import Settings
from index import Library, open_samples


@dataclass(frozen=True, slots=True)
class Shot:
    """A command whose reply is pictured in the file of that name."""

    name: str
    command: str
    options: dict[str, str]


SHOTS = (
    Shot("ask.png", "ask", {"question": "What did Nowicka tell Radio Meridian about the cracks?"}),
    Shot("quotes.png", "quotes", {"person": "Colm Adair"}),
)
FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
WIDTH, HEIGHT, MARGIN = 1000, 1400, 14
HALF_A_YEAR = 182 * 86_400

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
    """Run each command of `SHOTS` in a server that has the samples, under invented links, and picture its reply."""
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(token=SecretStr("none-needed"), database=Path(scratch) / "onrecord.db")
        samples = open_samples()
        bot = build_bot(settings, samples)
        async with simcord.run(bot) as env, async_playwright() as playwright:
            browser = await playwright.chromium.launch_persistent_context(
                str(Path(scratch) / "profile"),
                executable_path=shutil.which("chromium"),
                args=list(_FLAGS),
                viewport={"width": WIDTH, "height": HEIGHT},
                device_scale_factor=2,
            )
            await env.advance_time(HALF_A_YEAR)
            await bot.user.edit(username="Onrecord")
            for shot in SHOTS:
                await _shoot(env, samples, await browser.new_page(), folder / shot.name, shot)
            await browser.close()


async def _shoot(env: simcord.Env, samples: Library, page: Page, path: Path, shot: Shot) -> None:
    server = env.create_guild("Newsroom")
    channel = server.create_text_channel("news-talk")
    reader = server.add_member(env.create_user("reader", global_name="Ada"))
    own = samples.of(f"discord-{server.id}")
    for summary in samples.articles():
        article = samples.show(summary.id).article
        own.add(replace(article, url=f"https://news.example/{article.id}"))
    result = await reader.slash(channel, shot.command, **shot.options)
    async with env.preview(channel, viewers=[reader], layout="channel", width=WIDTH, height=HEIGHT) as preview:
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
