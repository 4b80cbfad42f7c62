"""Third stage: who a mention is."""
