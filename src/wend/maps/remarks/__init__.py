"""What people put on the map by hand: obstacles with the number that shows them, and notes."""
