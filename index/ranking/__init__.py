"""Ranking: which sentences of a library answer a question, and the passages that show them."""
