"""OCEL 2.0 as an SQLite database."""
