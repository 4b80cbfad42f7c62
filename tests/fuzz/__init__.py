"""Hostile input: what no reader, splitter, annotator or question may break on, and how its cost may grow.

`families` are texts built to be expensive, `pieces` are what hypothesis mixes prose of, `targets` are the stages with
what must hold after each; ``python -m tests.fuzz.longer`` drives the same targets with coverage feedback.
"""
