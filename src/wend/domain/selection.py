"""Which part of the log a question is asked over."""

from __future__ import annotations

from dataclasses import dataclass

FOREVER_AGO = -(2**62)
FOREVER = 2**62


@dataclass(frozen=True, slots=True)
class Selection:
    """Period [from_at, to_at) in epoch seconds, channels (empty = all), and customers by trait (all must hold; values
    of one trait are alternatives).

    Events outside the period or channels are not seen; customers whose traits do not fit are skipped whole.
    """

    from_at: int = FOREVER_AGO
    to_at: int = FOREVER
    channels: tuple[str, ...] = ()
    traits: tuple[tuple[str, str], ...] = ()

    @property
    def everything(self) -> bool:
        """True when nothing is left out."""
        return self == Selection()
