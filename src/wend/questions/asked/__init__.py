"""The questions one by one: which fold a question asks, and which of its cells stand behind a number."""
