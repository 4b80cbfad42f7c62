"""The bot's commands, one cog a module; callbacks only parse, call the services, and show what they give."""
