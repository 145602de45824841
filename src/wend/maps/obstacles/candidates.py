"""Every exposure that the log has enough of, found without being told.

Each generator states who ran the risk, when follow-up starts (never before the exposure could be known, the same for
both arms) and which outcomes may be asked. What would only restate itself is not asked: a marker of the end, a step
that the exposure contains, the rating that is the exposure.
"""

from __future__ import annotations

from collections.abc import Iterator

from wend.maps.obstacles.attempts import Attempts
from wend.maps.obstacles.delays import late, slow
from wend.maps.obstacles.meetings import encounter, order, repeat
from wend.maps.obstacles.outcomes import Outcomes
from wend.maps.obstacles.slowing import slowing

LEAST_HIT = 30


def candidates(outcomes: Outcomes) -> Iterator[Attempts]:
    """All exposures, kind by kind, in which both arms have enough attempts."""
    for generate in (late, slow, order, encounter, repeat, slowing):
        for each in generate(outcomes):
            if LEAST_HIT <= each.hit.sum() <= len(each.hit) - LEAST_HIT:
                yield each
