"""What every drawing stands on: a canvas, its font, its colours, its numbers, and the way to pixels and to a page."""
