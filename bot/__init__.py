"""The Discord bot of Onrecord. It knows the index only through its public face."""
