"""Alerts from the check to the receiver: one transaction, one message each way, to real servers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.boards.conftest import EVENTS, FUNNEL
from tests.channels.mailing import mail_server
from tests.channels.receiving import receiver
from tests.customers.living import happens
from tests.web.visiting import small_workspace
from wend.boards import facade as boards
from wend.boards.model_alerts import Bounds, Cell, NewAlert, Watch
from wend.channels.errors import BadAddress, PlaceRefused
from wend.channels.signing import Request, verify
from wend.channels.webhook import SIGNATURE
from wend.kit.clock import FixedClock, epoch_micros, epoch_seconds
from wend.kit.errors import Mistake
from wend.store import tasks
from wend.store.facade import LeaseLost, Store
from wend.worker.worker import Worker
from wend.workspaces.facade import Workspace

ORDERS = Cell("customers", {"step": "order.placed"})
LOW = Watch(ORDERS, Bounds(high=2.5), emails=("lan@shop.vn",))


def with_settings(shop: Workspace, **settings: object) -> Workspace:
    return replace(shop, settings=replace(shop.settings, **settings))  # type: ignore[arg-type]  # fields by name


def watched(shop: Workspace, watch: Watch) -> NewAlert:
    boards.save(shop, "Orders", FUNNEL, "session")
    return boards.create_alert(shop, "Người mua", "Orders", watch, "session")


def buys(shop: Workspace, who: str) -> None:
    happens(shop, f"customer:{who}", "product.viewed", ago_s=60)
    happens(shop, f"customer:{who}", "order.placed")
    shop.log.move()


def work(shop: Workspace, clock: FixedClock, hours: float = 1) -> None:
    """An hour passes, and the worker does what is due."""
    clock.advance(timedelta(hours=hours))
    worker = Worker(shop)
    for _ in range(3):
        worker.run_due()
        clock.advance(timedelta(seconds=2))


def test_a_number_that_leaves_its_range_is_mailed_once(shop: Workspace, clock: FixedClock) -> None:
    with mail_server() as box:
        shop = with_settings(shop, smtp_host="127.0.0.1", smtp_port=box.port, smtp_tls="none", mail_from="wend@shop.vn")
        made = watched(shop, LOW)
        work(shop, clock)
        assert (boards.alert(shop, made.alert.id).state, box.mails) == ("inside", [])
        buys(shop, "4")
        for _ in range(3):
            work(shop, clock)
        seen = boards.alert(shop, made.alert.id)
        assert (seen.state, seen.value, seen.episode) == ("outside", 3.0, 1)
    (mail,) = box.mails
    assert mail["To"] == "lan@shop.vn"
    assert [(each.kind, each.state) for each in boards.messages(shop, made.alert.id)] == [("email", "sent")]


def test_a_webhook_is_told_when_it_left_and_when_it_is_back(shop: Workspace, clock: FixedClock) -> None:
    with receiver() as seen:
        shop = with_settings(shop, webhook_hosts=seen.host)
        made = watched(shop, replace(LOW, emails=(), webhook=f"http://{seen.host}/in", bounds=Bounds(low=1.5)))
        kept = boards.saved(shop, "Orders")
        nobody = replace(FUNNEL, params={"steps": "product.viewed > order.placed > product.viewed"})
        for version, asked in enumerate((FUNNEL, replace(FUNNEL, channels=("app",)), FUNNEL, nobody), start=1):
            boards.change_saved(shop, kept.id, "Orders", asked, version, "session")
            work(shop, clock)
    said = [json.loads(body) for _, body in seen.requests]
    assert [(each["type"], each["value"], each["low"]) for each in said] == [
        ("alert.left", 1.0, 1.5),
        ("alert.back", 2.0, 1.5),
    ]
    headers, body = seen.requests[1]
    verify(SIGNATURE, [made.secret], Request(headers, {}, body), epoch_seconds(clock.now()) - 3_600)


def test_a_new_secret_signs_from_now_on_and_nothing_else_changes(shop: Workspace, clock: FixedClock) -> None:
    with receiver() as seen:
        shop = with_settings(shop, webhook_hosts=seen.host)
        made = watched(shop, replace(LOW, emails=(), webhook=f"http://{seen.host}/", bounds=Bounds(high=1)))
        renewed = boards.renew_secret(shop, made.alert.id, "session")
        assert (renewed.alert, renewed.secret != made.secret) == (made.alert, True)
        work(shop, clock)
    [(headers, body)] = seen.requests
    verify(SIGNATURE, [renewed.secret], Request(headers, {}, body), epoch_seconds(clock.now()))
    with pytest.raises(Mistake):
        verify(SIGNATURE, [made.secret], Request(headers, {}, body), epoch_seconds(clock.now()))


def test_an_alert_without_a_webhook_has_no_secret(shop: Workspace) -> None:
    made = watched(shop, LOW)
    with pytest.raises(boards.NobodyToTell):
        boards.renew_secret(shop, made.alert.id, "session")


def test_a_receiver_that_is_away_is_tried_again(shop: Workspace, clock: FixedClock) -> None:
    with receiver() as seen:
        seen.statuses += [503, 503]
        shop = with_settings(shop, webhook_hosts=seen.host)
        made = watched(shop, replace(LOW, webhook=f"http://{seen.host}/", emails=(), bounds=Bounds(high=1)))
        for _ in range(4):
            work(shop, clock)
    assert len({headers["wend-delivery"] for headers, _ in seen.requests}) == 1
    assert [(each.state, each.attempts) for each in boards.messages(shop, made.alert.id)] == [("sent", 3)]


def test_the_promise_stands_with_the_state(shop: Workspace, clock: FixedClock) -> None:
    made = watched(shop, replace(LOW, bounds=Bounds(high=1)))
    paused = tasks.claim(shop.store, shop.name, ["alert"], "one", epoch_micros(clock.now()), 60)
    clock.advance(timedelta(minutes=2))
    assert paused is not None
    assert tasks.claim(shop.store, shop.name, ["alert"], "two", epoch_micros(clock.now()), 60)
    with pytest.raises(LeaseLost):
        boards.check_alert(shop, made.alert.id, paused)
    assert (boards.alert(shop, made.alert.id).state, boards.messages(shop, made.alert.id)) == ("unknown", ())
    boards.check_alert(shop, made.alert.id)
    boards.check_alert(shop, made.alert.id)
    assert [each.state for each in boards.messages(shop, made.alert.id)] == ["waiting"]


def test_without_a_mail_server_a_message_is_parked_and_sent_later(shop: Workspace, clock: FixedClock) -> None:
    made = watched(shop, replace(LOW, bounds=Bounds(high=1)))
    work(shop, clock)
    (parked,) = boards.messages(shop, made.alert.id)
    assert (parked.state, parked.trouble) == ("parked", "channels.no_mail_server")
    with mail_server() as box:
        later = with_settings(shop, smtp_host="127.0.0.1", smtp_port=box.port, smtp_tls="none", mail_from="w@shop.vn")
        assert boards.send_again(later, made.alert.id, parked.sequence, "session")
        work(later, clock)
    assert len(box.mails) == 1


def test_what_is_usual_is_learnt_from_the_checks(shop: Workspace, clock: FixedClock) -> None:
    made = watched(shop, replace(LOW, bounds=Bounds(usual=True)))
    states = []
    for _ in range(9):
        states.append(boards.check_alert(shop, made.alert.id).state)
        clock.advance(timedelta(hours=1))
    assert states == ["learning"] * 8 + ["inside"]
    buys(shop, "4")
    assert boards.check_alert(shop, made.alert.id).state == "outside"
    assert [(each.value, each.high) for each in boards.checks(shop, made.alert.id, 1)] == [(3.0, 2.1)]


def test_a_number_that_is_not_there_changes_nothing(shop: Workspace) -> None:
    made = watched(shop, replace(LOW, cell=Cell("customers", {"step": "order.lost"})))
    seen = boards.check_alert(shop, made.alert.id)
    assert (seen.state, seen.trouble) == ("unknown", "boards_alerts.no_number")


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"emails": ("lan",)}, BadAddress),
        ({"emails": ()}, boards.NobodyToTell),
        ({"webhook": "http://127.0.0.1/"}, PlaceRefused),
        ({"webhook": "https://169.254.169.254/"}, PlaceRefused),
        ({"bounds": Bounds()}, boards.BadRange),
        ({"bounds": Bounds(low=2, high=1)}, boards.BadRange),
        ({"bounds": Bounds(low=1, usual=True)}, boards.BadRange),
        ({"every_s": 1}, boards.BadEvery),
    ],
)
def test_what_cannot_be_watched_is_refused(shop: Workspace, wrong: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        watched(shop, replace(LOW, **wrong))  # type: ignore[arg-type]  # fields by name
    assert boards.alerts(shop) == ()


def test_a_changed_alert_learns_anew_and_keeps_its_secret(tmp_path: Path, clock: FixedClock) -> None:
    shop = with_settings(small_workspace(tmp_path, clock, EVENTS), webhook_hosts="127.0.0.1:9")
    made = watched(shop, replace(LOW, webhook="http://127.0.0.1:9/", bounds=Bounds(high=1)))
    boards.check_alert(shop, made.alert.id)
    after = boards.change_alert(shop, made.alert.id, "Other", replace(made.alert.watch, on=False), 1, "session")
    assert (after.secret, after.alert.state, boards.checks(shop, made.alert.id)) == ("", "unknown", ())
    with pytest.raises(boards.ChangedMeanwhile):
        boards.change_alert(shop, made.alert.id, "Other", LOW, 1, "session")
    _nothing_readable(shop.store, made.secret)
    boards.remove_alert(shop, made.alert.id, "session")
    with pytest.raises(boards.UnknownAlert):
        boards.check_alert(shop, made.alert.id)


def _nothing_readable(store: Store, secret: str) -> None:
    assert not any(secret.encode() in each.read_bytes() for each in store.data.glob("wend.db*"))
