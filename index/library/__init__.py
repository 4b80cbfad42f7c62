"""The library of a community, by its parts."""
