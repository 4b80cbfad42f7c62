"""The house: rooms, floors and arrows of the two packages, counted from their imports."""
