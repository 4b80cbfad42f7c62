"""What the bot does for people, knowing no Discord widgets."""
