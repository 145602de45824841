"""The map as a file: a coloured drawing with embedded glyphs, and a spreadsheet."""
