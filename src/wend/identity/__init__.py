"""From evidence to "these identifiers are one person": exact links, each with its reason. Pure."""
