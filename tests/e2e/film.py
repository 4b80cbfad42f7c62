"""An animated picture of what somebody does in the preview: typing, clicking, and what comes back."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.async_api import Locator, Page

_POINTER = ((0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (13, 12))
"""The outline of the mouse pointer, in CSS pixels from its tip: a browser without a screen draws none."""


@dataclass(slots=True)
class Film:
    """Frames of one part of a page, each with how long it is seen.

    Attributes
    ----------
    page
        What is filmed.
    scale
        Pixels of the picture to a CSS pixel.
    """

    page: Page
    scale: float
    _frames: list[Image.Image] = field(default_factory=list)
    _seen: list[int] = field(default_factory=list)

    async def frame(self, milliseconds: int, *, pointer: tuple[float, float] | None = None) -> None:
        """Take the page's channel as it is now; `pointer` is where the mouse is, in CSS pixels of the page."""
        box = await self.page.locator("#channel-layout").bounding_box()
        assert box is not None
        picture = await self.page.screenshot(clip=box)
        frame = Image.open(BytesIO(picture)).convert("RGB")
        if pointer is not None:
            x, y = pointer[0] - box["x"], pointer[1] - box["y"]
            outline = [((x + dx) * self.scale, (y + dy) * self.scale) for dx, dy in _POINTER]
            ImageDraw.Draw(frame).polygon(outline, fill="white", outline="black", width=2)
        self._frames.append(frame)
        self._seen.append(milliseconds)

    async def ask(self, question: str, answer: Locator) -> None:
        """Type `question` after ``/ask``, word by word, send it, and wait for `answer`."""
        line = self.page.locator("#channel-composer-input")
        await line.wait_for()
        await self.frame(900)
        await line.click()
        await self.page.keyboard.type("/ask")
        await self.page.get_by_text("Ask the articles a question").wait_for()
        await self.frame(900)
        await self.page.keyboard.press("Enter")
        option = self.page.locator(".command-option-input")
        await option.wait_for()
        # The preview makes its field as wide as the letters are on average, and stops at 25; Discord's holds them all.
        await option.evaluate("(field, letters) => { field.style.minWidth = letters + 2 + 'ch' }", len(question))
        await self.frame(500)
        for word in re.findall(r" *[^ ]+", question):
            await self.page.keyboard.type(word)
            await self.frame(180)
        await self.frame(700)
        await self.page.keyboard.press("Enter")
        await answer.wait_for()
        await self.frame(3_000)

    async def click(self, button: Locator, reply: Locator) -> None:
        """Go to `button` with the mouse, click it, and wait for `reply`."""
        box = await button.bounding_box()
        assert box is not None
        at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        await self.page.mouse.move(*at)
        await self.frame(900, pointer=at)
        await self.page.mouse.click(*at)
        await reply.wait_for()
        await self.frame(5_500)

    def save(self, path: Path) -> None:
        """Write the frames as an animated picture that begins again at its end."""
        first, *others = self._frames
        first.save(path, save_all=True, append_images=others, duration=self._seen, loop=0, quality=80, method=6)
