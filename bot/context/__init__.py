"""Who asks, from where, and what they may; and errors as people meet them."""
