"""Where one person stands and how they came there: the registry's rules over everything they did so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from wend.conditions import rhythm
from wend.conditions.values import THOUSAND
from wend.customers.model_profile import StageSpan, State
from wend.customers.timeline import Lived
from wend.customers.who import Person
from wend.domain.stage import Stage, StageSet
from wend.engines.few import Few
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

_DAY = 86_400
_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Stood:
    """A person through the registry."""

    alone: Few
    view: touchpoints.View
    lived: Lived
    spans: tuple[StageSpan, ...]
    stage: Stage
    state: State


def stood(workspace: Workspace, person: Person, stage_set: str | None) -> Stood:
    """Touchpoints, stages and state of a person. Raises UnknownStageSet."""
    alone, season = Few({person.customer: person.events}), workspace.facts.season()
    view = touchpoints.at_hand(workspace, person.journal).view(alone, stage_set, workspace.settings.timezone, season)
    chosen = view.stage_set
    walked = view.stages_lived(alone, 0, 0)
    times = [row.occurred_at // _SECOND for row in person.events]
    lived = Lived(view.touchpoints_lived(alone, 0, 0), [chosen.stages[place].key for place in walked])
    now = max(person.journal.last_at, times[-1] if times else 0)
    lapses = [(at, stage) for at, stage in view.lapses_lived(alone, 0, 0) if at <= now]
    moments = sorted([*zip(times, walked, strict=True), *lapses], key=itemgetter(0))
    return Stood(
        alone,
        view,
        lived,
        _spans(chosen, moments),
        chosen.stages[moments[-1][1] if moments else 0],
        _state(view, lived, times, now) if times else "active",
    )


def state_of(stage_set: StageSet, silence_s: int, slow_from_s: int) -> State:
    """Whether a customer is silent, measured at the last event of the whole log, in the time of the business.
    `slow_from_s` is the silence from which they are slower than usual, 0 = the days of the set hold.
    """
    if silence_s < (slow_from_s or stage_set.slowing_after_days * _DAY):
        return "active"
    return "left" if silence_s >= stage_set.left_after_days * _DAY else "slowing"


def _state(view: touchpoints.View, lived: Lived, times: Sequence[int], now: int) -> State:
    season, thousandths = view.season, view.silences.times
    gone = [season.active(at) for at, touchpoint in zip(times, lived.touchpoints, strict=True) if touchpoint]
    usual = rhythm.usual_pause(gone) if thousandths else None
    slow_from = 0 if usual is None else usual * thousandths // THOUSAND + 1
    return state_of(view.stage_set, season.active(now) - season.active(times[-1]), slow_from)


def _spans(stage_set: StageSet, stood: Sequence[tuple[int, int]]) -> tuple[StageSpan, ...]:
    """The stages in the order they were lived, each with the moments of entering and leaving; `stood` are moments and
    the stage from then on.
    """
    entered = [i for i in range(len(stood)) if i == 0 or stood[i][1] != stood[i - 1][1]]
    ends = [*(stood[i][0] for i in entered[1:]), None][: len(entered)]
    stages = [stage_set.stages[stood[i][1]] for i in entered]
    return tuple(
        StageSpan(stage.key, stage.name, stood[i][0], end) for i, stage, end in zip(entered, stages, ends, strict=True)
    )
