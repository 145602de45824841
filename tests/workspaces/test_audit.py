"""The audit log: rows stand with what they tell of, and a changed, missing or added row shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Delete, Update, delete, update

from wend.store.facade import AppendOnly, tables
from wend.workspaces.facade import Workspace, audit, audit_entries, verify_audit

CHANGES: dict[str, str] = {
    "who": "UPDATE audit SET who = 'nobody' WHERE sequence = 3",
    "what": "UPDATE audit SET what = 'key.created' WHERE sequence = 3",
    "subject": "UPDATE audit SET subject = subject || '1' WHERE sequence = 3",
    "details": "UPDATE audit SET details = '{}' WHERE sequence = 3",
    "at": "UPDATE audit SET at = at + 1 WHERE sequence = 3",
    "hash": "UPDATE audit SET hash = '00' WHERE sequence = 3",
    "previous": "UPDATE audit SET previous = hash WHERE sequence = 3",
}


@pytest.fixture
def logged(here: Workspace) -> Workspace:
    """Five entries."""
    for number in range(1, 6):
        with here.store.work(here.name) as work:
            audit(work, "terminal", "thing.done", f"thing:{number}", {"n": number, "name": "Đặng"})
    return here


def _tamper(here: Workspace, *statements: str) -> None:
    """Write to the database as somebody would who does not go through Wend."""
    with here.store.work(here.name) as work:
        for statement in statements:
            work._connection.exec_driver_sql(statement)


def test_an_untouched_log_holds(logged: Workspace) -> None:
    found = verify_audit(logged)
    assert (found.entries, found.fault) == (5, None)
    assert found.head == audit_entries(logged, 1)[0].hash
    assert verify_audit(logged, found.head).fault is None
    assert [entry.sequence for entry in audit_entries(logged, 2, before=4)] == [3, 2]
    assert dict(audit_entries(logged, 1)[0].details) == {"n": "5", "name": "Đặng"}


def test_an_empty_log_holds(here: Workspace) -> None:
    assert (verify_audit(here).entries, verify_audit(here).fault) == (0, None)


def test_an_entry_is_undone_with_what_it_tells_of(logged: Workspace) -> None:
    with pytest.raises(ZeroDivisionError), logged.store.work(logged.name) as work:
        audit(work, "terminal", "thing.done", "thing:6")
        raise ZeroDivisionError
    assert verify_audit(logged).entries == 5


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_entry_shows(logged: Workspace, what: str) -> None:
    _tamper(logged, CHANGES[what])
    found = verify_audit(logged)
    assert (found.fault, found.at) == ("changed", 3)


@pytest.mark.parametrize("gone", [1, 3, 5])
def test_a_missing_entry_shows(logged: Workspace, gone: int) -> None:
    _tamper(logged, f"DELETE FROM audit WHERE sequence = {gone}")
    found = verify_audit(logged)
    assert (found.fault, found.at) == ("missing", gone)


def test_a_chain_written_anew_shows_against_a_head_kept_elsewhere(logged: Workspace) -> None:
    head = verify_audit(logged).head
    _tamper(logged, "DELETE FROM audit", "DELETE FROM counters WHERE name = 'audit'")
    with logged.store.work(logged.name) as work:
        audit(work, "terminal", "nothing.happened", "")
    assert verify_audit(logged).fault is None
    assert verify_audit(logged, head).fault == "other_head"


@pytest.mark.parametrize("statement", [update(tables.audit).values(who="x"), delete(tables.audit)])
def test_no_code_of_ours_can_change_an_entry(logged: Workspace, statement: Update | Delete) -> None:
    with pytest.raises(AppendOnly), logged.store.work(logged.name) as work:
        work.execute(statement.where(tables.audit.c.workspace == logged.name))
    assert verify_audit(logged).fault is None


def test_entries_of_two_workspaces_are_two_chains(logged: Workspace) -> None:
    with logged.store.work("other") as work:
        audit(work, "terminal", "thing.done", "x")
    assert verify_audit(logged).entries == 5


@pytest.mark.parametrize("odd", ["a\nb", '","', "\x00", "‮gnp", "x" * 10_000])
def test_odd_words_stay_data(here: Workspace, odd: str) -> None:
    with here.store.work(here.name) as work:
        audit(work, odd.replace("\x00", ""), "thing.done", odd.replace("\x00", ""), {"odd": odd})
    assert verify_audit(here).fault is None


def test_no_two_fields_can_pretend_to_be_each_other(here: Workspace) -> None:
    alike = (("a", "b", "c"), ("ab", "", "c"), ("a", "bc", ""), ('a","b', "", "c"))
    hashes = set()
    for number, words in enumerate(alike):
        first_of_its_own = replace(here, name=f"w{number}")
        with here.store.work(first_of_its_own.name) as work:
            audit(work, *words)
        hashes.add(audit_entries(first_of_its_own, 1)[0].hash)
    assert len(hashes) == len(alike)
