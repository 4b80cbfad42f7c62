"""What is stored of people, shown to them and deleted for them; and a server's data for who manages it."""

import json
import logging
from collections import Counter
from dataclasses import asdict
from datetime import timedelta

from bot.context.asker import Asker
from bot.context.preferences import PreferencesStore, community_of, guild_of
from bot.render.about import privacy_page
from bot.render.pages import Accent, Page, notice
from bot.services.queries import Queries
from index import PersonalLine, PersonalPart, Privacy

log = logging.getLogger(__name__)

_LARGEST = 8_000_000  # bytes of a file that Discord surely takes


class PersonalData:
    """Shows and deletes what is stored; of people only what is stored under the asker's own id.

    Parameters
    ----------
    grace : timedelta
        How long the data of a server is kept after the bot has left it.
    """

    def __init__(self, privacy: Privacy, queries: Queries, preferences: PreferencesStore, grace: timedelta) -> None:
        self._privacy = privacy
        self._queries = queries
        self._preferences = preferences
        self._grace = grace

    async def overview(self, asker: Asker, *, manages: bool) -> Page:
        """Say what is stored, and how much of the asker; `manages` tells whether they may delete the server's."""

        def work() -> Page:
            numbers: Counter[PersonalPart] = Counter()
            for count in self._privacy.stored_of(str(asker.user_id)):
                numbers[count.part] += count.number
            return privacy_page(numbers, asker.say, days=self._grace.days, manages=manages)

        return await self._queries.run(work, whose=asker.whose)

    async def data_of(self, asker: Asker) -> bytes:
        """Give what is stored under the asker's id, as JSON, the newest of each kind first."""
        user_id = str(asker.user_id)
        return await self._queries.run(lambda: as_json(user_id, self._privacy.lines_of(user_id)), whose=asker.whose)

    async def forget(self, asker: Asker) -> Page:
        """Delete what is stored under the asker's id, in all servers."""
        await self._queries.run(lambda: self._privacy.forget_person(str(asker.user_id)), whose=asker.whose)
        log.info("Deleted a person's data at their request")
        return notice(asker.say("forgotten"), Accent.DONE)

    async def erase(self, asker: Asker, guild_id: int) -> Page:
        """Delete everything of a server; the caller has made sure that the asker may."""
        await self._queries.run(lambda: self._privacy.forget_community(community_of(guild_id)), whose=asker.whose)
        await self._preferences.forget(guild_id)
        log.info("Deleted the data of server %s at its moderators' request", guild_id)
        return notice(asker.say("erased"), Accent.DONE)


def as_json(person: str, lines: tuple[PersonalLine, ...]) -> bytes:
    """Write what is stored of a person as JSON of at most 8 MB, the first lines first, and whether all are in it."""
    written: list[str] = []
    room = _LARGEST
    for line in lines:
        entry = {name: value for name, value in asdict(line).items() if value is not None}
        entry["at"] = line.at.isoformat()
        entry["server"] = str(guild_of(entry.pop("community")) or "")
        text = json.dumps(entry, ensure_ascii=False, sort_keys=True)
        room -= len(text.encode()) + 4
        if room < 0:
            break
        written.append(f"  {text}")
    head = json.dumps({"user": person, "complete": len(written) == len(lines)})
    return "\n".join((f'{head[:-1]}, "stored": [', ",\n".join(written), "]}", "")).encode()
