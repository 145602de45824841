"""Obstacles and notes are put on the map, changed and taken away by people; the number that shows one is asked for
here, not believed.
"""

from __future__ import annotations

from dataclasses import replace

from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.clock import epoch_seconds
from wend.maps.model import Interval
from wend.maps.model_remarks import AskedNumber, Element, Remark, RemarkKind, ShownNumber
from wend.maps.remarks import repository, rules
from wend.maps.remarks.errors import ChangedMeanwhile, TooMany
from wend.methods.intervals import wilson
from wend.questions import facade as questions
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.facade import UnknownTouchpoint
from wend.workspaces.facade import Workspace, audit


def remarks(workspace: Workspace) -> tuple[Remark, ...]:
    """All obstacles and notes that people put on the map, the latest first."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.every(reading))


def add(
    workspace: Workspace,
    kind: RemarkKind,
    about: Element,
    who: str,
    *,
    title: str = "",
    text: str = "",
    stage_set: str | None = None,
    asked: AskedNumber | None = None,
) -> Remark:
    """Put an obstacle or a note on the map, with the number that shows it as it is now.

    Raises BadRemark, NowhereOnTheMap, UnknownTouchpoint, UnknownStageSet, TooMany, and what asking raises.
    """
    named, said = rules.words(kind, title, text)
    view = touchpoints.view(workspace, stage_set)
    standing = rules.place(about, [stage.key for stage in view.stage_set.stages])
    registered = [each.key for each in view.registry.touchpoints]
    if standing.kind == "touchpoint" and standing.key not in registered:
        raise UnknownTouchpoint(standing.key, registered)
    number = None if asked is None else _shown(workspace, asked)
    told = (workspace.ids.fresh("remark"), kind, view.stage_set.key, standing, named, said, number)
    made = Remark(*told, 1, who, epoch_seconds(workspace.clock.now()))
    with workspace.store.work(workspace.name) as work:
        if len(repository.every(work)) >= rules.MOST:
            raise TooMany(most=rules.MOST)
        repository.keep(work, made)
        audit(work, who, "map.remarked", made.id, {"kind": kind, "version": 1})
    return made


def change(workspace: Workspace, id: str, title: str, text: str, version: int, who: str) -> Remark:
    """Other words, for who saw `version`; where it stands and its number stay. Raises UnknownRemark, ChangedMeanwhile
    and BadRemark.
    """
    with workspace.store.work(workspace.name) as work:
        before = rules.found(repository.every(work), id)
        if before.version != version:
            raise ChangedMeanwhile(by=before.by)
        named, said = rules.words(before.kind, title, text)
        at = epoch_seconds(workspace.clock.now())
        made = replace(before, title=named, text=said, version=version + 1, by=who, at=at)
        repository.keep(work, made)
        audit(work, who, "map.remarked", id, {"kind": made.kind, "version": made.version})
    return made


def remove(workspace: Workspace, id: str, who: str) -> None:
    """Take one away. Raises UnknownRemark."""
    with workspace.store.work(workspace.name) as work:
        gone = rules.found(repository.every(work), id)
        repository.remove(work, gone.id)
        audit(work, who, "map.remark_removed", gone.id, {"kind": gone.kind})


def now(workspace: Workspace, id: str) -> ShownNumber | None:
    """The number of one as it is by now; None for one without a number. Raises UnknownRemark and what asking raises."""
    number = rules.found(remarks(workspace), id).number
    return None if number is None else _shown(workspace, number.asked)


def _shown(workspace: Workspace, asked: AskedNumber) -> ShownNumber:
    """The number as it is now: the customers behind it, among those whom the question is asked of."""
    limits = {"from_at": FOREVER_AGO if asked.from_at is None else asked.from_at}
    limits |= {"to_at": FOREVER if asked.to_at is None else asked.to_at}
    selection = Selection(**limits, channels=asked.channels, traits=asked.traits, segments=asked.segments)
    told = (workspace, asked.question, asked.params)
    answer = questions.ask(*told, selection=selection, over=asked.over, per=asked.per)
    there = questions.found(*told, asked.where, selection, asked.over, asked.per)
    customers = len(there)
    share = wilson(customers, max(customers, answer.customers))
    interval = Interval(share.value, share.low, share.high, share.n, "wilson")
    return ShownNumber(asked, customers, interval, answer.as_of)
