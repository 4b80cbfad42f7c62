"""How hard to look: the same examples every time in CI, many new ones where the profile ``long`` asks for them."""

from collections.abc import Callable

from hypothesis import HealthCheck, settings

LONG = "long"
_TIMES = 50


def examples(most: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that tries so many examples, without a limit of time for one."""
    long = settings.get_current_profile_name() == LONG
    return settings(
        max_examples=most * _TIMES if long else most,
        derandomize=not long,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
