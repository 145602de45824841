"""Segments: conditions that are kept under a name, who is in them at this moment, and who was, since when and why."""
