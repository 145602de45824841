"""The log as a file for other tools: OCEL 2.0 (JSON, SQLite) and XES."""
