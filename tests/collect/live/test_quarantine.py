"""What waits can be read in both languages, and tried again without counting anything twice."""

from __future__ import annotations

import dataclasses

import pytest

from tests.collect.live.sending import Sending, event
from wend.collect import facade as collect
from wend.collect.live import facade as live
from wend.workspaces.facade import Workspace


def with_settings(workspace: Workspace, **settings: str) -> Workspace:
    """The same workspace under other settings."""
    return dataclasses.replace(workspace, settings=dataclasses.replace(workspace.settings, **settings))  # type: ignore[arg-type]


def test_every_waiting_event_says_why_and_what_to_do(shop: Sending) -> None:
    shop.batch({"type": "dance"}, event(userId=""), event(properties={"k" * 300: 1}))
    held = collect.quarantined(shop.workspace, f"source:{shop.source}")
    assert [row.reason for row in held] == ["unknown_type", "illegal_id", "name_too_long"]
    for row in held:
        assert all(row.sentence(language) and row.next_step(language) for language in ("en", "vi"))


def test_a_rule_is_mended_and_the_event_is_replayed_once(shop: Sending) -> None:
    shop.batch(event(event="Payment Succeeded", messageId="p", timestamp="2026-07-01T11:00:00Z"))
    assert shop.reasons() == ["needs_secret_key"]
    assert live.replay(shop.workspace, shop.source).still_held == 1
    mended = with_settings(shop.workspace, protected_events="")
    assert live.replay(mended, shop.source) == live.Replayed(1, 1, 0)
    assert (shop.reasons(), shop.rows()[0]["event"]) == ([], "Payment Succeeded")
    assert shop.rows()[0]["properties"] == {}
    again = live.replay(mended, shop.source)
    assert (again.rows, len(shop.rows())) == (0, 1)


def test_a_replay_of_what_was_sent_again_adds_nothing(shop: Sending) -> None:
    shop.batch(event(event="payment.done", messageId="p"))
    mended = with_settings(shop.workspace, protected_events="")
    live.replay(mended, shop.source)
    assert live.deliver(mended, shop.source, [event(event="payment.done", messageId="p")]).repeated == 1


def test_a_clash_of_ids_stays_in_quarantine(shop: Sending) -> None:
    shop.batch(event(messageId="m", event="first"), event(messageId="m", event="second"))
    assert live.replay(shop.workspace, shop.source) == live.Replayed(1, 0, 1)
    assert shop.reasons() == ["id_conflict"]


def test_rows_of_files_and_events_of_sources_are_replayed_together(shop: Sending) -> None:
    shop.batch(event(event="refund.paid", messageId="r"))
    with pytest.raises(collect.errors.NothingInQuarantine):
        collect.replay(shop.workspace, (), "source:nobody")
    assert collect.replay(shop.workspace, (), f"source:{shop.source}") == collect.Replayed(1, 0, 1)
