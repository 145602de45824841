"""Members as files: for people, and for the places where advertising is shown."""
