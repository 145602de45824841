"""Every number opens its customers: which cells of an answer stand behind a number, as a person points at it.

| question | where | customers |
|---|---|---|
| funnel | step (1, 2 …); state reached (default) or stopped | who did at least / exactly this many steps |
| transitions | from, to | who ever went from one to the other |
| transitions | start or end | whose first or last step it was |
| stages | stage; state ever (default), now, slowing, left, resumed, returned, next | as in the answer |
| stages | stage, to | who moved from one to the other |
| touchpoints | touchpoint; stage (optional) | who was there |
| feelings | touchpoint or stage or both; kind experience (default) or expectation; level 1–5 (optional) | who said so |
| dropoff | step; state stopped (default), pending, there, went_on | as in the answer |
| contribution | channel; model linear (default), first …; or outcome converted, null, untouched | who met it so |
| reach, sessions | step; nothing | who did it; everybody |
"""

from __future__ import annotations

from wend.engines.machine import Members
from wend.questions.asked.registry import ASKED
from wend.questions.context import Context
from wend.questions.pointing import Pointed, Where
from wend.questions.wish import Prepared


def behind(context: Context, question: str, prepared: Prepared, where: Where) -> Members:
    """The customers behind one number of a question; raises NothingToOpen when there is no such number."""
    at, asked = Pointed(context, prepared, where), ASKED[question]
    return asked.behind(at) if asked.behind else at.members(asked.opens(at))
