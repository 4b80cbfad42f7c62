"""Seeing the bot run: its log, its figures for Prometheus, and whether it is well."""
