"""Tables and files of other systems, read again and again, each row counted once."""
