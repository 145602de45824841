"""What we know of one person: identifiers and why they belong together, traits, stage history, timeline."""
