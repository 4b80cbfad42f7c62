"""Taking back what moderators changed: corrected speakers, and names that were joined, parted or replaced."""

from bot.context.asker import Asker
from bot.context.errors import in_words
from bot.render.pages import Page
from bot.render.reversals import LISTED, Changed, ChangesList, changes_page, correction_words, rule_words
from bot.services.acts import Acts
from index import Correction, CorrectionNotFoundError, Library, NameRule, NameRuleNotFoundError


class Reversals:
    """Lists the changes of its askers' own servers, and takes them back."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    async def first(self, asker: Asker) -> Page:
        """Show the speakers that were corrected last; the names, where there are only those."""

        def work(library: Library) -> Page:
            only_names = not len(library.corrections) and library.names.list()
            return _page(library, Changed.NAMES if only_names else Changed.SPEAKERS, 0, asker)

        return await self._acts.do(asker, work)

    async def page(self, asker: Asker, what: Changed, at: int, done: str | None = None) -> Page:
        """Show the page of that number, from 0, or the last one, below what was `done` (Markdown)."""
        return await self._acts.do(asker, lambda library: _page(library, what, at, asker, done))

    async def undo(self, asker: Asker, what: Changed, number: int, at: int) -> Page:
        """Take back the change of a number, and show its page as it is then."""

        def work(library: Library) -> tuple[str, str, str]:
            if what is Changed.NAMES:
                rule = library.names.remove(number)
                return rule_words(rule, asker.say), ", ".join(rule.names), rule.into
            correction = library.corrections.remove(number)
            titles = _titles(library, (correction,))
            named = correction.speaker or asker.say("nobody")
            subject = titles.get(correction.article_id) or correction.article_id
            return correction_words(correction, titles, asker.say), subject, named

        try:
            undone = await self._acts.act(asker, f"undo-{what}", work, long=True)
        except (CorrectionNotFoundError, NameRuleNotFoundError) as error:
            return await self.page(asker, what, at, f"⚠️ {in_words(error, asker.say)}")
        return await self.page(asker, what, at, f"↩️ {asker.say('change-undone', what=undone)}")


def _page(library: Library, what: Changed, at: int, asker: Asker, done: str | None = None) -> Page:
    rules = library.names.list()[::-1]
    counts = {Changed.SPEAKERS: len(library.corrections), Changed.NAMES: len(rules)}
    at = max(0, min(at, (counts[what] - 1) // LISTED))
    shown: tuple[Correction | NameRule, ...] = rules[at * LISTED :][:LISTED]
    titles: dict[str, str] = {}
    if what is Changed.SPEAKERS:
        corrections = library.corrections.latest(skip=at * LISTED, limit=LISTED)
        shown, titles = corrections, _titles(library, corrections)
    return changes_page(ChangesList(what, shown, at, counts, titles), asker.say, done=done)


def _titles(library: Library, corrections: tuple[Correction, ...]) -> dict[str, str]:
    wanted = {correction.article_id for correction in corrections}
    return {article.id: article.title for article in library.articles() if article.id in wanted}
