"""What many communities cost: ``python -m tests.bench.scaling``."""
