"""What a mapping says, and the compiled way from text columns to rows of the event log."""
