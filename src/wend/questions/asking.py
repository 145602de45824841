"""Ask, open, and remember: answers are kept by what was asked of which version of the log and the registry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.engines.machine import Members
from wend.engines.units import Cases, customers_of
from wend.kit.clock import Clock, epoch_seconds
from wend.questions import parsing, units
from wend.questions.among import SEGMENT, alone
from wend.questions.answer import Answer
from wend.questions.asked.contract import Aside
from wend.questions.asked.registry import ASKED
from wend.questions.context import Context
from wend.questions.opening import behind
from wend.questions.pointing import Where
from wend.questions.preparing import moment, prepare
from wend.questions.specs import Over, Question, question as question_of
from wend.questions.steps import PASSAGES
from wend.questions.wish import Prepared
from wend.touchpoints.facade import Kept

EVERYTHING = Selection()
MOST_KEPT = 512


def ask(
    context: Context,
    clock: Clock,
    question: str,
    params: Mapping[str, Any] | None = None,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
    kept: Kept | None = None,
    per: str = units.CUSTOMER,
) -> Answer:
    """The answer to a question; raises a Mistake for anything unknown in it."""
    spec = question_of(question)
    log_version = context.machine.journal.version
    given = parsing.parameters(spec, params or {})
    space: Over = spec.over if spec.fixed or over is None else over
    if aside := ASKED[question].aside:
        told = aside(given)
        if told:
            return _aside(clock, spec, given, told)
    named = context.facts.version() if _names_more(spec, given) or selection.segments else ""
    context, selection = _of_whom(context, spec, given, selection, per)
    key = json.dumps([context.version, named, question, given, repr(selection), space], default=str)

    def make() -> Answer:
        prepared = prepare(context, question, given, selection, space)
        walked = context.machine.answer(prepared.fold, prepared.params, prepared.selection, prepared.lens)
        content = prepared.present(walked.answer, walked.params)
        further, whole = ASKED[question].further, ASKED[question].whole
        if further:
            content |= further(context, prepared, walked)
        journal, customers = context.machine.journal, walked.customers
        if isinstance(journal, Cases):
            content = {"per": journal.unit, "cases": walked.customers} | units.counted_as_cases(content)
            customers = units.customers_in(context, prepared.selection, prepared.lens)
        return Answer(
            question=question,
            params=given,
            over=space,
            from_at=context.first_at if selection.from_at == FOREVER_AGO else selection.from_at,
            to_at=min(prepared.as_of, context.last_at) + 1 if selection.to_at == FOREVER else selection.to_at,
            as_of=prepared.as_of,
            computed_at=epoch_seconds(clock.now()),
            log_version=log_version,
            customers=customers,
            events=walked.events,
            main=spec.rows,
            content=content,
            whole=whole(context, prepared) if whole else None,
            names=context.plan.called(touchpoints=space == "touchpoints"),
        )

    return kept.get(key, make) if kept else make()


def _names_more(spec: Question, given: Mapping[str, Any]) -> bool:
    """Whether it may name what no event tells: in a condition, in a stage set given whole, in steps, as a segment."""
    if any(each.kind in ("condition", "conditions") for each in spec.parameters):
        return True
    told = json.dumps(given, default=str)
    return (
        isinstance(given.get("stage_set"), Mapping)
        or any(word in told for word in (*PASSAGES, SEGMENT))
        or bool(given.get("against_segment"))
    )


def _of_whom(
    context: Context, spec: Question, given: dict[str, Any], selection: Selection, per: str
) -> tuple[Context, Selection]:
    """The context of those alone, and of the cases, that are asked about; the selection without its segments."""
    as_of = moment(context, spec.key, given, selection)
    here = units.per(alone(context, selection.segments, as_of), per)
    if here.machine is not context.machine:
        here = replace(here, everybody=context)
    return here, replace(selection, segments=())


def _aside(clock: Clock, spec: Question, given: dict[str, Any], told: Aside) -> Answer:
    """An answer that no log stands behind: its period is the moment of asking."""
    now = epoch_seconds(clock.now())
    held = (told.customers, told.events)
    written = {name: str(value) if isinstance(value, Path) else value for name, value in given.items()}
    return Answer(spec.key, written, spec.over, now, now, now, now, "", *held, main=spec.rows, content=told.content)


def members(
    context: Context,
    question: str,
    params: Mapping[str, Any] | None,
    where: Where,
    selection: Selection = EVERYTHING,
    over: Over | None = None,
    per: str = units.CUSTOMER,
) -> Members:
    """The customers behind one number of a question; see `opening.py` for the words of `where`."""
    spec = question_of(question)
    given = parsing.parameters(spec, params or {})
    context, selection = _of_whom(context, spec, given, selection, per)
    space: Over = spec.over if spec.fixed or over is None else over
    prepared: Prepared = prepare(context, question, given, selection, space)
    return customers_of(behind(context, question, prepared, where))
