"""The door that nobody knocks at: what has to be done in the background, when it is due."""
