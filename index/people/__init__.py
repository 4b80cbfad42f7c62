"""One person across the articles of a library: identity, moderators' rules, profiles, look-up, suggestions."""
