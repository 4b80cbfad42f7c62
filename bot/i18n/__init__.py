"""The bot's words in each language, and its commands' names."""
