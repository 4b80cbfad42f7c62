"""What stays on screen and listens: the pager, and the form for pasted articles."""
