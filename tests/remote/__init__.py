"""The far door: a real server, asked from Python."""
