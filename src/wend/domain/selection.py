"""Which part of the log a question is asked over."""

from __future__ import annotations

from dataclasses import dataclass

from wend.domain.names import composed

FOREVER_AGO = -(2**62)
FOREVER = 2**62


@dataclass(frozen=True, slots=True)
class Selection:
    """Period [from_at, to_at) in epoch seconds, channels (empty = all), customers by trait (all must hold; values of
    one trait are alternatives), and by segment (any of these, by key).

    Events outside the period or channels are not seen; customers whose traits do not fit are skipped whole. Who is in a
    segment is known to nobody who walks: questions put its customers in its place first.
    """

    from_at: int = FOREVER_AGO
    to_at: int = FOREVER
    channels: tuple[str, ...] = ()
    traits: tuple[tuple[str, str], ...] = ()
    segments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Names are compared composed, as the log keeps them: a typed "Nghệ An" may come decomposed."""
        traits = tuple((composed(name), composed(value)) for name, value in self.traits)
        object.__setattr__(self, "traits", traits)
        object.__setattr__(self, "channels", tuple(composed(channel) for channel in self.channels))

    @property
    def everything(self) -> bool:
        """True when nothing is left out."""
        return self == Selection()
