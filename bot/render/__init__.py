"""Replies as data: pure functions from the index's answers to pages of Markdown within Discord's limits."""
