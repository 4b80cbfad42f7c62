"""How often one person may ask: so many times in so many seconds, over all commands and picture buttons."""

from collections import OrderedDict

from discord import app_commands

RATE, PER = 8, 20.0
"""A person may ask this often in so many seconds."""

_KNOWN = 10_000  # people whose last questions are remembered


class RateLimit:
    """Counts each person's requests; forgets those who have not asked for longest."""

    def __init__(self) -> None:
        self._people: OrderedDict[int, app_commands.Cooldown] = OrderedDict()

    def spend(self, user_id: int, now: float) -> None:
        """Count a request made at `now`, in seconds of Unix time.

        Raises
        ------
        CommandOnCooldown
            If the person has to wait.
        """
        cooldown = self._people.setdefault(user_id, app_commands.Cooldown(RATE, PER))
        self._people.move_to_end(user_id)
        if len(self._people) > _KNOWN:
            self._people.popitem(last=False)
        wait = cooldown.update_rate_limit(now)
        if wait is not None:
            raise app_commands.CommandOnCooldown(cooldown, wait)
