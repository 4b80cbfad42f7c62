"""What a meter tells, read as Prometheus reads it."""

from prometheus_client.parser import text_string_to_metric_families

from bot.monitoring.metrics import Meter


def figures_in(text: str) -> dict[str, float]:
    """Every figure by its name and labels: ``onrecord_questions_total{kind=ask,outcome=answered}``."""
    found: dict[str, float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = ",".join(f"{name}={value}" for name, value in sorted(sample.labels.items()))
            found[f"{sample.name}{{{labels}}}" if labels else sample.name] = sample.value
    return found


def figures(meter: Meter) -> dict[str, float]:
    return figures_in(meter.exposed().decode())


def questions(meter: Meter) -> dict[str, float]:
    """How many questions there were, of each kind and outcome that there was."""
    prefix = "onrecord_questions_total{"
    found = {name.removeprefix(prefix).rstrip("}"): n for name, n in figures(meter).items() if name.startswith(prefix)}
    return {name: count for name, count in found.items() if count}
