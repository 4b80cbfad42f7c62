"""The guarded client: public addresses only, what a robots.txt allows, and bounded responses."""
