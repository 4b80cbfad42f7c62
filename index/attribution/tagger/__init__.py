"""First stage: which words are content, cue and mention, by a small network."""
