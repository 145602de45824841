"""Every number opens its customers: which cells of an answer stand behind a number, as a person points at it.

| question | where | customers |
|---|---|---|
| funnel | step (1, 2 …); state reached (default) or stopped | who did at least / exactly this many steps |
| transitions | from, to; side here (default) or against | who ever went from one to the other |
| transitions | start or end | whose first or last step it was |
| stages | stage; state ever (default), now, slowing, left, resumed, returned, next | as in the answer |
| stages | stage, to | who moved from one to the other |
| touchpoints | touchpoint; stage (optional) | who was there |
| feelings | touchpoint or stage or both; kind experience (default) or expectation; level 1–5 (optional) | who said so |
| dropoff | step; state stopped (default), pending, there, went_on | as in the answer |
| contribution | channel; model linear (default), first …; or outcome converted, null, untouched | who met it so |
| drivers | what; state with (default), bought, without | who met it before an outcome, or has one without it |
| drivers | state ended (default), bought, untouched, pending | whose journeys ended, or whose ratings are counted |
| reach, sessions | step; nothing | who did it; everybody |
| paths | path; state whole (default) or through | who took this path; who began (before an end: ended) with it |
| paths | layer, from, to | who went from one to the other at this place |
| paths | state counted (default), longer, unfinished | who has a path; a longer one; one without its end |
| loops | loop; state customers (default), left, went_on | who went in this circle; and was not, was seen after it |
| retention | cohort | who began in it |
| retention | cohort, period; state returned (default), away, there | who was back then, who was not, both |
| survival | group (if there are several); state there (default), ended, open; time (optional) | as in the answer |
| lifecycle | period; state active (default), new, returning, resurrected, dormant | as in the answer |
| stickiness | period; days (optional) | who was active then; on so many days |
| return | state returned (default), silent, still_silent | as in the answer; silent: at least once |
| flow | from, from_state; to, to_state (optional) | who moved so, or stood there |
| flow | state back; from, to | who went back from one stage to another |
| return | event; state returned (default), silent | whoever had met it and came back; whoever had met it |
| moves | from; to (optional) | who stands there today, and would stand there |
| moves | state moved | whose stage would be another one |
| moves | from_state, to_state | who is active, slowing or left today, and would be |
| moves | stage; state now (default), slowing, left | who would stand there, and be so silent |
| usage | touchpoint; state customers (default), recent | who was there; in the last 30 days |
| usage | stage; state there (default), fewer, more | who had a touch there; fewer or more than planned |
| usage | event, channel | who did what no touchpoint covers |
| usage | touchpoint, taken_by | who did what the rule of one fits and another took |
| anomalies | what, measure, group, from, to; state lost (default), came, tried | who was in that group on those days |
| features | nothing | everybody who has a row |
| representative | cluster; state alike (default), exact, outcome | who has a journey of it |
| representative | variant (1, 2 …) | who has exactly this journey |
| conformance | state begun (default), conforming, deviating | who has such a journey |
| conformance | step (1, 2 …); kind on_time (default), late, moved, skipped | as in the answer |
| conformance | unplanned | who did this step though it was not planned |
| segment | state in (default), out | of whom the condition holds, or not |
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
