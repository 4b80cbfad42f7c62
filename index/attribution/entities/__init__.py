"""Everybody and everything that an article names, each under its fullest name."""
