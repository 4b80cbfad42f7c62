"""Second stage: contents tied to their cue, their mention and the outlet cited."""
