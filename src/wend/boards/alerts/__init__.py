"""A number that leaves its range is told once, and once more when it is back."""
