"""How much one sender may send: a bucket that fills at the allowed rate and holds two seconds of it."""

from __future__ import annotations

_BURST_S = 2
_MOST_SENDERS = 10_000


class Pace:
    """Buckets by sender. Time is the caller's, in seconds, and only goes on."""

    def __init__(self, rate: int) -> None:
        self._rate, self._most = float(rate), float(rate * _BURST_S)
        self._held: dict[str, tuple[float, float]] = {}

    def wait(self, sender: str, amount: int, now: float) -> float:
        """Take `amount` and answer 0, or take nothing and answer how many seconds to wait.

        A full bucket serves a request of any size, and is then in debt.
        """
        filled, at = self._held.get(sender, (self._most, now))
        filled = min(self._most, filled + (now - at) * self._rate)
        if filled < amount and filled < self._most:
            return (min(amount, self._most) - filled) / self._rate
        if len(self._held) >= _MOST_SENDERS and sender not in self._held:
            self._held.clear()  # a flood of senders forgets who sent how much, and never grows
        self._held[sender] = filled - amount, now
        return 0.0
