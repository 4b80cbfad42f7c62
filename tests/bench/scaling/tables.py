"""Figures as they stand in SCALING.md."""

from collections.abc import Sequence


def late(values: Sequence[float]) -> float:
    """The 99th percentile."""
    return sorted(values)[int(0.99 * len(values))]


def ms(value: float) -> str:
    return f"{value:,.1f} ms" if value < 100 else f"{value:,.0f} ms"


def table(*cells: str | tuple[str, ...]) -> None:
    """Print Markdown: the headings, then a tuple a row."""
    head = [cell for cell in cells if isinstance(cell, str)]
    rows = [cell for cell in cells if isinstance(cell, tuple)]
    for line in (head, ["-" * 3, *["--:"] * (len(head) - 1)], *rows):
        print(f"| {' | '.join(line)} |")
    print(flush=True)
