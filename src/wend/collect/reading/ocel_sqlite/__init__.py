"""The SQLite form of OCEL 2.0."""
