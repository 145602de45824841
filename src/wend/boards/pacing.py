"""How often one link may be looked at: whoever passes it on to thousands does not stop those who work here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

BURST = 240
"""Looks that may come at once: a dashboard and all its tiles, opened by several people."""
PER_SECOND = 4
_MOST = 2_000
"""Links that are remembered; one that was not looked at for longest begins anew."""


class Pace:
    """An allowance for each link, which fills up with time. Counts in this process only; safe between threads."""

    def __init__(self, burst: int = BURST, per_second: int = PER_SECOND) -> None:
        self._burst, self._per_second = burst, per_second
        self._left: OrderedDict[Hashable, tuple[int, float]] = OrderedDict()
        self._turn = Lock()

    def allows(self, link: Hashable, now: int) -> bool:
        """Whether it may be looked at now, in microseconds; a look that may not be costs nothing."""
        with self._turn:
            seen, left = self._left.pop(link, (now, float(self._burst)))
            left = min(self._burst, left + max(0, now - seen) * self._per_second / 1e6)
            allowed = left >= 1
            self._left[link] = max(seen, now), left - allowed
            while len(self._left) > _MOST:
                self._left.popitem(last=False)
            return allowed
