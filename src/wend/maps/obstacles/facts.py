"""From a finding to the obstacle on the map."""

from __future__ import annotations

import numpy as np

from wend.maps.model import Behind, Comparison, Obstacle
from wend.maps.obstacles.attempts import Attempts
from wend.maps.obstacles.context import Context
from wend.maps.obstacles.figures import figure
from wend.maps.obstacles.study import Finding, Study
from wend.maps.obstacles.titles import arm, title_of


def key_of(context: Context, attempts: Attempts) -> str:
    """A name for the obstacle that stays when the log grows: `late:order.delivered:order.delivery_expected`."""
    steps = [context.steps[code].key for code in (attempts.code, attempts.other) if code >= 0]
    return ":".join([attempts.kind, *steps, *([attempts.group] if attempts.group else [])])


def obstacle(study: Study, finding: Finding) -> Obstacle:
    """The obstacle as the map shows it."""
    context, chief = study.context, finding.chief
    rows, found = chief.attempts, chief.found
    key = key_of(context, rows)
    code = rows.code if rows.code >= 0 else _usual_place(context, rows)
    step = context.steps[code] if code >= 0 else None
    return Obstacle(
        key=key,
        kind=rows.kind,
        title=title_of(context, rows),
        stage=step.stage if step else "",
        touchpoint=_touchpoint(context, rows, code),
        customers=finding.customers,
        at_risk=finding.at_risk,
        share=finding.customers / max(finding.at_risk, 1),
        outcome=chief.outcome,
        effect=found.effect,
        low=found.low,
        high=found.high,
        p_adjusted=chief.p_adjusted,
        tests=study.tests,
        began=chief.began,
        ended=chief.ended,
        group=finding.group,
        weight=finding.weight,
        comparisons=(
            Comparison(
                arm(rows, hit=True), figure(chief.outcome, found.hit_mean, found.hit_error, found.hit_n), hit=True
            ),
            Comparison(
                arm(rows, hit=False),
                figure(chief.outcome, found.other_mean, found.other_error, found.other_n),
                hit=False,
            ),
        ),
        behind=Behind("obstacle", key, step.stage if step else ""),
    )


def _touchpoint(context: Context, rows: Attempts, code: int) -> str:
    """The touchpoint of the step on the channel on which most were hit."""
    if code < 0:
        return ""
    step, hit = context.steps[code], np.concatenate([rows.place[rows.hit], rows.start[rows.hit]])
    there = hit[context.path.step[hit] == code]
    usual = int(np.bincount(context.channel[there]).argmax()) if len(there) else -1
    return step.by_channel.get(usual, step.touchpoint)


def _usual_place(context: Context, rows: Attempts) -> int:
    """The step at which most of the hit attempts began."""
    steps = context.path.step[rows.place[rows.hit]]
    counts = np.bincount(steps[steps < len(context.steps)], minlength=max(len(context.steps), 1))
    return int(counts.argmax()) if counts.sum() else -1
