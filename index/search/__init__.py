"""Readers of a library's indexes, and answers out of them."""

IN_MEMORY = 300_000
"""Sentences of all readers that are held in memory together, at 1 to 1.5 kB each (``python -m tests.bench.cold``), and
0.4 kB more where they have vectors."""
