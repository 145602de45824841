"""What changed abruptly: series by day and group, their changes, and which of them are one story."""
