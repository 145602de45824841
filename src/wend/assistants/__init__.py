"""The door for assistants: the read-only questions over the Model Context Protocol."""
