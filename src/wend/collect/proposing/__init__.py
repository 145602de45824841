"""For files nobody has described: look at names and values, and propose a mapping with reasons."""
