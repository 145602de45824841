"""Alerts as they are set, changed, and taken away; and what they promised to say."""

from __future__ import annotations

from dataclasses import replace

from wend.boards.alerts import repository, segments, telling
from wend.boards.alerts.errors import BadEvery, BadRange, NobodyToTell, NotOne, UnknownAlert
from wend.boards.errors import ChangedMeanwhile, TooMany
from wend.boards.model_alerts import Alert, AlertCheck, Bounds, Message, NewAlert, Watch
from wend.boards.rules import name_of
from wend.boards.saving import saved_in
from wend.channels.email import checked_address
from wend.channels.reaching import check as check_place
from wend.kit.clock import epoch_micros
from wend.outbox import facade as outbox
from wend.store import tasks
from wend.store.facade import Work
from wend.store.sealing import seal
from wend.workspaces.facade import Workspace, audit

KIND = "alert"
MOST_ALERTS, MOST_EMAILS = 200, 20
LEAST_EVERY_S, MOST_EVERY_S = 60, 7 * 86_400
FEWEST_LAST, MOST_LAST, MOST_MARGIN = 8, 500, 45
_MICROS = 1_000_000


def create(workspace: Workspace, name: str, question: str, watch: Watch, who: str, *, segment: str = "") -> NewAlert:
    """Watch a number of a saved question, or of a segment. Raises BadName, NotOne, UnknownSaved, UnknownSegment,
    BadCell, BadRange, BadEvery, NobodyToTell, TooMany, and what is wrong with an address.
    """
    called, checked = name_of(name), _checked(workspace, watch)
    if bool(question) == bool(segment):
        raise NotOne
    about = segments.checked(workspace, segment, watch.cell) if segment else ""
    id, secret = workspace.ids.fresh("alert"), workspace.ids.secret() if watch.webhook else ""
    with workspace.store.work(workspace.name) as work:
        if len(repository.every(work)) >= MOST_ALERTS:
            raise TooMany(what="alerts", most=MOST_ALERTS)
        saved = saved_in(work, question).id if question else ""
        alert = Alert(id, called, saved, about, checked, 1, "unknown", 0, 0, None, None, "", who, 0)
        return NewAlert(_kept(workspace, work, alert, _sealed(workspace, id, secret), who), secret)


def change(workspace: Workspace, id: str, name: str, watch: Watch, version: int, who: str) -> NewAlert:
    """Watch otherwise from now on, and learn anew what is usual. Raises UnknownAlert, ChangedMeanwhile and what
    `create` raises. The secret stays; one is made where there was none.
    """
    called, checked = name_of(name), _checked(workspace, watch)
    with workspace.store.work(workspace.name) as work:
        before, sealed = alert_in(work, id), repository.sealed(work, id)
        if before.version != version:
            raise ChangedMeanwhile(name=before.name, by=before.by)
        if before.segment:
            segments.check_cell(checked.cell)
        secret = workspace.ids.secret() if checked.webhook and not sealed else ""
        after = replace(before, name=called, watch=checked, version=version + 1, by=who)
        repository.forget_checks(work, id)
        return NewAlert(_kept(workspace, work, after, _sealed(workspace, id, secret) or sealed, who), secret)


def renew_secret(workspace: Workspace, id: str, who: str) -> NewAlert:
    """Another secret for its webhook; from now on nothing is signed with the old one, what waits included. Raises
    UnknownAlert, and NobodyToTell where there is no webhook.
    """
    secret = workspace.ids.secret()
    with workspace.store.work(workspace.name) as work:
        found = alert_in(work, id)
        if not found.watch.webhook:
            raise NobodyToTell
        repository.reseal(work, found, _sealed(workspace, id, secret))
        audit(work, who, "alert.secret_renewed", id)
        return NewAlert(alert_in(work, id), secret)


def remove(workspace: Workspace, id: str, who: str) -> None:
    """Watch no longer. Raises UnknownAlert."""
    with workspace.store.work(workspace.name) as work:
        alert_in(work, id)
        tasks.cancel(work, task_of(id))
        repository.remove(work, id)
        audit(work, who, "alert.removed", id)


def alerts(workspace: Workspace) -> tuple[Alert, ...]:
    """All alerts, by name."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.every(reading))


def alert(workspace: Workspace, id: str) -> Alert:
    """An alert by its id. Raises UnknownAlert."""
    with workspace.store.reading(workspace.name) as reading:
        found = repository.one(reading, id)
    if found is None:
        raise UnknownAlert(id=id[:80])
    return found


def alert_in(work: Work, id: str) -> Alert:
    """The same within a transaction."""
    found = repository.one(work, id)
    if found is None:
        raise UnknownAlert(id=id[:80])
    return found


def checks(workspace: Workspace, id: str, most: int = 100) -> tuple[AlertCheck, ...]:
    """Its last checks, the newest first. Raises UnknownAlert."""
    alert(workspace, id)
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.checks(reading, id, most))


def messages(workspace: Workspace, id: str, most: int = 100) -> tuple[Message, ...]:
    """What it promised to say to those whom it tells now, the newest first. Raises UnknownAlert."""
    told = alert(workspace, id)
    lanes = {telling.lane(told, kind, to): to for kind, to in telling.receivers(told)}
    with workspace.store.reading(workspace.name) as reading:
        found = outbox.standing(reading, sorted(lanes), most) if lanes else []
    return tuple(
        Message(
            each.sequence,
            each.kind.removeprefix("alert_"),
            lanes[each.lane],
            each.state,
            each.attempts,
            each.promised_at // _MICROS,
            each.due_at // _MICROS,
            None if each.done_at is None else each.done_at // _MICROS,
            each.trouble,
        )
        for each in found
    )


def again(workspace: Workspace, id: str, sequence: int, who: str) -> bool:
    """Send a parked message again; whether there was one. Raises UnknownAlert."""
    if sequence not in {each.sequence for each in messages(workspace, id)}:
        return False
    with workspace.store.work(workspace.name) as work:
        audit(work, who, "alert.sent_again", id, {"message": sequence})
        return outbox.again(work, sequence)


def task_of(id: str) -> str:
    """The name of an alert's task."""
    return f"{KIND}:{id}"


def _kept(workspace: Workspace, work: Work, alert: Alert, sealed: str, who: str) -> Alert:
    now = epoch_micros(workspace.clock.now())
    repository.keep(work, alert, sealed, now)
    tasks.cancel(work, task_of(alert.id))
    if alert.watch.on:
        tasks.schedule(work, task_of(alert.id), KIND, now, alert.watch.every_s)
    audit(work, who, "alert.set", alert.id, {"version": alert.version, "on": alert.watch.on})
    return alert_in(work, alert.id)


def _sealed(workspace: Workspace, id: str, secret: str) -> str:
    if not secret:
        return ""
    return seal(workspace.store.data, workspace.ids.secret, telling.owner_of(workspace, id), secret)


def _checked(workspace: Workspace, watch: Watch) -> Watch:
    """The watch as it is kept: addresses are judged now, and again whenever something is sent."""
    if not LEAST_EVERY_S <= watch.every_s <= MOST_EVERY_S:
        raise BadEvery(least=LEAST_EVERY_S, most=MOST_EVERY_S)
    _check_bounds(watch.bounds)
    emails = tuple(dict.fromkeys(checked_address(each) for each in watch.emails))
    if len(emails) > MOST_EMAILS:
        raise TooMany(what="addresses", most=MOST_EMAILS)
    if not emails and not watch.webhook:
        raise NobodyToTell
    if watch.webhook:
        check_place(watch.webhook, telling.hosts_of(workspace))
    return replace(watch, emails=emails, webhook=watch.webhook.strip())


def _check_bounds(bounds: Bounds) -> None:
    fixed = [each for each in (bounds.low, bounds.high) if each is not None]
    in_order = len(fixed) < 2 or fixed[0] < fixed[1]
    counted = FEWEST_LAST <= bounds.last <= MOST_LAST and 0 <= bounds.margin_percent <= MOST_MARGIN
    if bounds.usual == bool(fixed) or not in_order or not counted:
        raise BadRange(fewest=FEWEST_LAST, most=MOST_LAST, margin=MOST_MARGIN)
