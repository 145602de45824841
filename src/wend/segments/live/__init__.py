"""Who is in which segment now: a customer is judged when an event touches them, or when a window runs out."""
