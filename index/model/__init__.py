"""The frozen types that flow from bytes to answers, by subject."""
