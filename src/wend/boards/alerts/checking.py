"""One check of one alert: ask, judge, and write down state, check and promises in one transaction."""

from __future__ import annotations

from wend.boards.alerts import repository, telling
from wend.boards.alerts.errors import NoSuchNumber, UnknownAlert
from wend.boards.alerts.judging import judge, number_of, range_of
from wend.boards.alerts.segments import of_segment
from wend.boards.model_alerts import Alert, AlertCheck
from wend.boards.saving import answer, saved_in
from wend.kit.clock import epoch_micros, epoch_seconds
from wend.kit.errors import WendError
from wend.store import tasks
from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace


def check(workspace: Workspace, id: str, claimed: Claimed | None = None) -> Alert:
    """Check now. `claimed` is the loan under which a worker does it: without it nothing is written.

    Raises UnknownAlert, and a Trouble that may pass; a Mistake in the question is written down with the alert, whose
    state stays as it was.
    """
    with workspace.store.reading(workspace.name) as reading:
        alert = _known(repository.one(reading, id), id)
        asked = saved_in(reading, alert.question).asked if alert.question else None
    trouble, value = "", None
    try:
        if asked is None:
            value = of_segment(workspace, alert.segment, alert.watch.cell)
        else:
            value = number_of(answer(workspace, asked), alert.watch.cell)
    except WendError as error:
        if error.retry:
            raise
        trouble = error.code
    now = workspace.clock.now()
    with workspace.store.work(workspace.name) as work:
        if claimed is not None:
            tasks.hold(work, claimed)
        current = _known(repository.one(work, id), id)
        if current.version != alert.version:  # changed while it was asked: the answer is to another question
            return current
        if value is None:
            repository.failed(work, id, trouble or NoSuchNumber.code, epoch_micros(now))
            return _known(repository.one(work, id), id)
        bounds = current.watch.bounds
        found = range_of(bounds, repository.usual_values(work, id, bounds.last) if bounds.usual else ())
        state, told = judge(current.state, value, found, bounds.margin_percent)
        low, high = (found.low, found.high) if found else (None, None)
        done = AlertCheck(epoch_seconds(now), value, low, high, state)
        episode = current.episode + (told == "left")
        since = epoch_micros(now) if state != current.state else current.since * 1_000_000
        repository.note(work, id, done, epoch_micros(now))
        repository.stand(work, id, state, since, episode, value, epoch_micros(now))
        if told:
            telling.promise(workspace, work, current, told, done, episode)
        return _known(repository.one(work, id), id)


def _known(alert: Alert | None, id: str) -> Alert:
    if alert is None:
        raise UnknownAlert(id=id[:80])
    return alert
