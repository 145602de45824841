"""How a question is put to the engine: one record per question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wend.engines.lens import Lens
from wend.engines.machine import Members, Walked
from wend.folds.contract import Presented
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed
from wend.questions.wish import Made, Prepared, Wish


@dataclass(frozen=True, slots=True)
class Asked:
    """One question.

    - `make(wish)`: its fold with params, and the keys of the stages it speaks of
    - `opens(at)`: the cells of the fold's answer that stand behind the number a person points at
    - `behind(at)`: the customers behind that number, where cells alone cannot say it
    - `further(context, prepared, walked)`: what is answered beyond the one walk (comparisons, breakdowns, statistics);
      takes the place of the fold's own words where it says the same thing
    - `sees(wish)`: the lens of a question that reads events in a way of its own; None = as everybody
    """

    make: Callable[[Wish], Made]
    opens: Callable[[Pointed], CellsOf]
    behind: Callable[[Pointed], Members] | None = None
    further: Callable[[Context, Prepared, Walked[Any, Any]], Presented] | None = None
    sees: Callable[[Wish], Lens | None] | None = None
