"""How large a condition may be, segments that it is made of included."""

from __future__ import annotations

MOST_LEAVES, MOST_DEPTH, MOST_COST = 60, 12, 400
MOST_DISTINCT = 100
"""The largest number that "distinct" is compared with."""
MOST_PLAIN, MOST_TOLD = 46, 16
"""How many different things one statement may look for: told by names alone; by properties, touchpoints or stages."""
