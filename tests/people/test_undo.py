"""A join that was undone leaves nothing behind: profile, journal and answers are what they were, bit for bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.log.world import Row, World, journeys, traits
from wend.customers import facade as customers
from wend.identity.reasons import Evidence
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.log.facade import Journal, Log
from wend.people import facade as people
from wend.workspaces.facade import Workspace

DAY = 86_400_000_000
LAN, AN, DEVICE, PHONE = "customer:lan", "customer:an", "device:7", "phone:+84903127455"
ROWS = [
    Row(LAN, "order.placed", 3 * DAY, "web", amount=120_000),
    Row(LAN, "$identify", 3 * DAY, properties='{"name":"Lan","city":"Huế"}'),
    Row(AN, "order.placed", 5 * DAY, "shop", amount=80_000),
    Row(AN, "$identify", 4 * DAY, properties='{"name":"An","city":"Hà Nội"}'),
    Row(DEVICE, "page.viewed", 1 * DAY, "web"),
    Row(DEVICE, "page.viewed", 6 * DAY, "web"),
    Row(PHONE, "call.answered", 7 * DAY, "call"),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    world = World(tmp_path)
    log = world.log()
    world.bring(log, ROWS)
    yield Workspace(log.workspace, world.store, lambda: log, world.clock, CountingIds(), Settings(data=tmp_path))
    world.store.close()


def seen(workspace: Workspace, a: str, b: str, at: int = 0) -> None:
    with workspace.store.work(workspace.name) as work:
        people.absorb(work, [Evidence.of(a, b, "same_event", "web", at)])


def whole(journal: Journal) -> list[dict[str, bytes]]:
    return [{name: array.tobytes() for name, array in bucket.arrays.items()} for bucket in journal.buckets]


def page(workspace: Workspace, key: str) -> customers.CustomerProfile:
    """What the profile says, except which joins were ever seen."""
    return replace(customers.profile(workspace, key), links=(), known=())


def everything(log: Log) -> object:
    journal = log.journal()
    return whole(journal), journeys(journal), traits(journal)


@pytest.mark.parametrize("pair", [(LAN, DEVICE), (LAN, PHONE), (DEVICE, PHONE)])
def test_undoing_a_join_brings_back_every_bit(workspace: Workspace, pair: tuple[str, str]) -> None:
    before = everything(workspace.log), [page(workspace, key) for key in (LAN, AN, DEVICE, PHONE)]
    seen(workspace, *pair)
    assert len(customers.profile(workspace, pair[0]).identifiers) == 2
    assert everything(workspace.log) != before[0]
    customers.identity.undo(workspace, "1", "mai")
    assert (everything(workspace.log), [page(workspace, key) for key in (LAN, AN, DEVICE, PHONE)]) == before
    seen(workspace, *pair, at=-1)
    assert everything(workspace.log) == before[0]


def test_two_known_people_joined_by_hand_come_apart_again(workspace: Workspace) -> None:
    seen(workspace, LAN, DEVICE)
    seen(workspace, AN, PHONE)
    before = everything(workspace.log), [page(workspace, key) for key in (LAN, AN)]
    made = customers.identity.join(workspace, LAN, AN, "mai")
    assert customers.profile(workspace, DEVICE).identifiers == tuple(sorted((LAN, AN, DEVICE, PHONE)))
    workspace.log.journal()
    assert [each.events for each in customers.search(workspace).rows if each.customer == AN] == [5]
    undone = customers.identity.undo(workspace, made.undo, "mai")
    assert {each.customer for each in undone.people} == {LAN, AN}
    assert (everything(workspace.log), [page(workspace, key) for key in (LAN, AN)]) == before


def test_a_conflict_shows_both_people_and_goes_when_it_is_decided(workspace: Workspace) -> None:
    seen(workspace, LAN, PHONE, at=1)
    seen(workspace, AN, PHONE, at=2)
    (conflict,) = customers.identity.conflicts(workspace).conflicts
    assert (conflict.why, conflict.about) == ("two_numbers", PHONE)
    assert {side.customer: side.money for side in conflict.sides} == {LAN: (("", 120_000),), AN: (("", 80_000),)}
    assert [link.number for link in conflict.evidence] == [2]
    one, other = conflict.sides
    customers.identity.join(workspace, one.customer, other.customer, "mai")
    assert customers.identity.conflicts(workspace).total == 0


def test_a_phone_told_apart_goes_to_the_next_who_has_it(workspace: Workspace) -> None:
    seen(workspace, LAN, PHONE, at=1)
    seen(workspace, AN, PHONE, at=2)
    made = customers.identity.apart(workspace, LAN, PHONE, "mai")
    assert [(each.before, each.after) for each in made.moved] == [(LAN, AN)]
    customers.identity.undo(workspace, made.undo, "mai")
    assert customers.profile(workspace, PHONE).customer == LAN
    with pytest.raises(people.UnknownJoin):
        customers.identity.undo(workspace, made.undo, "mai")
