"""What was promised to the world outside: written with what it belongs to, sent afterwards, never lost."""
