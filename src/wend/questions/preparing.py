"""From a question in words to a fold with its params: the names become codes, defaults become numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wend.domain.selection import Selection
from wend.questions import errors
from wend.questions.asked.registry import ASKED
from wend.questions.context import Context
from wend.questions.specs import Over, question as question_of
from wend.questions.wish import Prepared, Wish


def prepare(context: Context, question: str, given: dict[str, Any], selection: Selection, over: Over) -> Prepared:
    """The fold of a question over a space of events or touchpoints; raises for names that are not known."""
    if over == "touchpoints" and not context.lens.names:
        raise errors.NoTouchpoints
    context.check(selection)
    as_of = moment(context, question, given, selection)
    selection = replace(selection, to_at=min(selection.to_at, as_of + 1))
    wish, asked = Wish(context, given, over, selection, as_of), ASKED[question]
    fold, params, stage_names = asked.make(wish)
    own = asked.sees(wish) if asked.sees else None
    lens = own or (context.lens if over == "touchpoints" else None)
    if over == "touchpoints" and "stage_set" in given:
        standing = context.standing(*(asked.sets(wish) if asked.sets else [context.plan.stage_set(given["stage_set"])]))
        if own is None or own.stood is context.lens.stood:  # one that stands customers otherwise goes on doing so
            lens = standing if own is None else own.standing_as(standing)
    names = own.names if own else context.names(over)
    return Prepared(fold, params, over, selection, lens, names, stage_names, as_of, given)


def moment(context: Context, question: str, given: dict[str, Any], selection: Selection) -> int:
    """Up to when the log is known: as the question's own parameter says, or the selection, or the log."""
    said: int | None = given.get(question_of(question).moment)
    return min(context.last_at, selection.to_at - 1) if said is None else said
