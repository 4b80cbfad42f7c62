"""The process: workers, garbage, shards, the commands that Discord has, and an end in time."""
