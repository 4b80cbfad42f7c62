"""Seeing the bot run: its log, its figures for Prometheus, and whether it is well."""

from bot.monitoring.current import (
    Handling,
    QuestionKind,
    QuestionOutcome,
    arrived,
    asking,
    current,
    found,
    message_arrived,
)
from bot.monitoring.logs import set_up_logs
from bot.monitoring.metrics import ErrorPlace, Load, Meter

__all__ = [
    "ErrorPlace",
    "Handling",
    "Load",
    "Meter",
    "QuestionKind",
    "QuestionOutcome",
    "arrived",
    "asking",
    "current",
    "found",
    "message_arrived",
    "set_up_logs",
]
