"""Seeing the bot run: its log, its figures for Prometheus, and whether it is well."""

from bot.monitoring.current import Handling, Kind, Outcome, Watched, arrived, asking, current, found, message_arrived
from bot.monitoring.logs import set_up_logs
from bot.monitoring.metrics import Load, Meter

__all__ = [
    "Handling",
    "Kind",
    "Load",
    "Meter",
    "Outcome",
    "Watched",
    "arrived",
    "asking",
    "current",
    "found",
    "message_arrived",
    "set_up_logs",
]
