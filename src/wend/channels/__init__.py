"""How Wend reaches the world outside: one adapter for each kind of provider, and the one way to open a connection."""
