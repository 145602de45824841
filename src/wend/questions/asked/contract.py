"""How a question is put to the engine: one record per question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from wend.domain.stage import StageSet
from wend.engines.lens import Lens
from wend.engines.machine import Members, Walked
from wend.folds.contract import Presented
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed
from wend.questions.wish import Made, Prepared, Wish


@dataclass(frozen=True, slots=True)
class Aside:
    """An answer about something else than the log, and how many customers and events that held."""

    content: Presented
    customers: int
    events: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One question.

    - `make(wish)`: its fold with params, and the keys of the stages it speaks of
    - `opens(at)`: the cells of the fold's answer that stand behind the number a person points at
    - `behind(at)`: the customers behind that number, where cells alone cannot say it
    - `further(context, prepared, walked)`: what is answered beyond the one walk (comparisons, breakdowns, statistics);
      takes the place of the fold's own words where it says the same thing
    - `sees(wish)`: the lens of a question that reads events in a way of its own; None = as everybody
    - `whole(context, prepared)`: the answer's table in pieces, where its rows are too many to be told
    - `sets(wish)`: the stage sets it stands customers in, each in its place; None = the one of its parameters
    - `aside(given)`: what is answered without the log, when its parameters ask for that; else None
    """

    make: Callable[[Wish], Made]
    opens: Callable[[Pointed], CellsOf]
    behind: Callable[[Pointed], Members] | None = None
    further: Callable[[Context, Prepared, Walked[Any, Any]], Presented] | None = None
    sees: Callable[[Wish], Lens | None] | None = None
    whole: Callable[[Context, Prepared], Callable[[], Iterator[pa.RecordBatch]]] | None = None
    sets: Callable[[Wish], Sequence[StageSet]] | None = None
    aside: Callable[[Mapping[str, Any]], Aside | None] | None = None
