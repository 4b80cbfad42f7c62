"""The one text kit: tokens, sentences, terms, and what a newsroom knows of words and names."""
