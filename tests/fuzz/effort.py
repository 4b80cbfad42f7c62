"""How hard to look: the same examples every time in CI, many new ones where the profile ``long`` asks for them."""

from collections.abc import Callable, Iterable, Sequence

from hypothesis import HealthCheck, settings

LONG = "long"
_TIMES = 50


def chosen(few: Sequence[str], all_of: Iterable[str]) -> list[str]:
    """The few, or all of them where the profile is ``long``."""
    return list(all_of if settings.get_current_profile_name() == LONG else few)


def examples(most: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that tries so many examples, without a limit of time for one."""
    long = settings.get_current_profile_name() == LONG
    return settings(
        max_examples=most * _TIMES if long else most,
        derandomize=not long,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
