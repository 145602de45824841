"""Access to everything about one person, and its erasure everywhere."""
