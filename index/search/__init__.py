"""Readers of a library's indexes, and answers out of them."""
