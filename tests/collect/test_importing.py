"""Nothing twice, nothing lost: the same file again, equal rows, a kill at every batch, a mended mapping."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.collect.conftest import Write, bring_in, events_of
from wend.bootstrap import open_workspace
from wend.collect.facade import (
    ImportedFile,
    Progress,
    Watcher,
    dismiss,
    errors,
    import_files,
    imports,
    parse_mapping,
    plain_mapping,
    quarantined,
    replay,
)
from wend.collect.importing import Importer
from wend.collect.reading.delimited import DelimitedReader
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.people import facade as people
from wend.workspaces.facade import Workspace

HEAD = "customer,event,time,city\n"
MAPPING = """
[customer]
customer = "customer"
phone = "phone"
[[event]]
name = { column = "event" }
time = "time"
required = true
"""


def rows(count: int, start: int = 0) -> str:
    """A log with equal rows in it: every fourth row repeats the one before."""
    return "".join(
        f"kh{(n - (n % 4 == 3)) % 97},cart.filled,2026-01-02 03:{(n - (n % 4 == 3)) // 60 % 60:02}:00,Huế\n"
        for n in range(start, start + count)
    )


def test_the_same_file_again_adds_nothing(write: Write, workspace: Workspace) -> None:
    path = write(HEAD + rows(1_000))
    first, again = bring_in(workspace, path), bring_in(workspace, path)
    assert (first.events, first.repeated) == (1_000, 0)
    assert (again.events, again.repeated, again.files[0].known) == (0, 1_000, True)
    assert len(events_of(workspace)) == 1_000


def test_a_longer_export_adds_only_what_is_new(write: Write, workspace: Workspace) -> None:
    bring_in(workspace, write(HEAD + rows(1_000), "march.csv"))
    longer = bring_in(workspace, write(HEAD + rows(1_200), "april.csv"))
    assert (longer.events, longer.repeated) == (200, 1_000)


def test_equal_rows_of_one_file_are_several_events(write: Write, workspace: Workspace) -> None:
    bring_in(workspace, write(HEAD + "lan,a.done,2026-01-02,x\n" * 3))
    assert len({event["event_id"] for event in events_of(workspace)}) == 3


def test_the_order_of_columns_does_not_make_other_events(write: Write, workspace: Workspace) -> None:
    bring_in(workspace, write("customer,event,time,b,a\nlan,x.done,2026-01-02,1,2\n", "one.csv"))
    other = bring_in(workspace, write("a,time,b,event,customer\n2,2026-01-02,1,x.done,lan\n", "two.csv"))
    assert (other.events, other.repeated) == (0, 1)


class Killed(Exception):
    """The machine went away."""


def in_small_chunks(workspace: Workspace, path: Path, watch: Watcher = lambda _: None) -> ImportedFile:
    """The import of a plain log, four kilobytes at a time."""
    mapping = plain_mapping(path, [("customer", "customer")], "event", "time")
    importer = Importer(workspace, path, mapping, [path], watch)
    assert isinstance(importer.reader, DelimitedReader)
    importer.reader = replace(importer.reader, block=4_096)
    return importer.run()


@pytest.mark.parametrize("batches", range(5))
def test_an_import_killed_at_any_batch_goes_on(write: Write, data_dir: Path, clock: FixedClock, batches: int) -> None:
    path = write(HEAD + rows(1_200) + "kh1,bad.row,never,x\n")
    workspace = open_workspace(Settings(data=data_dir, batch_rows=150), clock, CountingIds())
    done = 0

    def watch(_: Progress) -> None:
        nonlocal done
        done += 1
        if done > 2 * batches + 1:
            raise Killed

    with pytest.raises(Killed):
        in_small_chunks(workspace, path, watch)
    whole = in_small_chunks(workspace, path)
    assert (whole.rows, whole.events, whole.repeated, whole.bad) == (1_201, 1_200, 0, 1)
    assert len({event["event_id"] for event in events_of(workspace)}) == 1_200
    assert [row.line for row in quarantined(workspace)] == [1_202]
    assert [each.state for each in imports(workspace)] == ["done"]


def test_a_mended_mapping_replays_the_quarantine(write: Write, workspace: Workspace) -> None:
    path = write(
        "customer,phone,event,time\nlan,,a.done,2026-01-02\n,0903127455,b.done,2026-01-03\nan,,c.done,13/01/2026\n"
    )
    first = MAPPING.replace('phone = "phone"\n', "")
    import_files(workspace, [path], [parse_mapping(first)])
    assert [row.reason for row in quarantined(workspace)] == ["no_customer", "bad_time"]
    done = replay(workspace, [parse_mapping(MAPPING)])
    assert (done.rows, done.events, done.still_bad) == (2, 1, 1)
    done = replay(workspace, [parse_mapping('time_format = "%d/%m/%Y"\n' + MAPPING)])
    assert (done.events, done.still_bad) == (1, 0)
    assert sorted(str(event["subject"]) for event in events_of(workspace)) == [
        "customer:an",
        "customer:lan",
        "phone:+84903127455",
    ]
    with pytest.raises(errors.NothingInQuarantine):
        replay(workspace)


def test_dismissed_rows_are_gone_from_the_list(write: Write, workspace: Workspace) -> None:
    bring_in(workspace, write(HEAD + rows(10) + "lan,x.done,never,y\n"))
    assert dismiss(workspace) == 1
    assert quarantined(workspace) == []


def test_a_failed_import_can_be_mended_and_done_again(write: Write, workspace: Workspace) -> None:
    path = write("customer,event,time\n" + "lan,a.done,31/12/2025\n" * 5)
    iso = plain_mapping(path, [("customer", "customer")], "event", "time")
    assert iso.time_format == "%d/%m/%Y"
    with pytest.raises(errors.TooManyBadRows):
        import_files(workspace, [path], [replace(iso, time_format="iso")])
    assert import_files(workspace, [path], [iso]).events == 5
    assert quarantined(workspace) == []


def test_identifiers_of_one_row_are_linked_and_placeholders_link_nobody(write: Write, workspace: Workspace) -> None:
    path = write(
        "customer,phone,event,time\n"
        "lan,0903127455,a.done,2026-01-02\nlan,+84 903 127 455,b.done,2026-01-02\n"
        "an,0000000000,a.done,2026-01-02\nbinh,0000000000,a.done,2026-01-02\n"
    )  # fmt: skip
    import_files(workspace, [path], [parse_mapping(MAPPING)])
    with workspace.store.reading(workspace.name) as reading:
        known = people.evidence_among(reading, ["customer:lan", "customer:an", "phone:+84903127455"])
    assert [each.evidence.pair for each in known] == [("customer:lan", "phone:+84903127455")]


def test_traits_are_said_once_and_again_when_they_change(write: Write, workspace: Workspace) -> None:
    path = write(HEAD + "lan,a,2026-01-01,Huế\nlan,b,2026-01-02,Huế\nlan,c,2026-01-03,Hà Nội\n")
    done = bring_in(workspace, path, traits=["city"])
    said = [event["properties"] for event in events_of(workspace) if event["event"] == "$identify"]
    assert said == ['{"city":"Huế"}', '{"city":"Hà Nội"}']
    assert done.events == 3


def test_two_imports_at_once_are_told_apart(write: Write, workspace: Workspace) -> None:
    path = write(HEAD + rows(10))
    mapping = plain_mapping(path, [("customer", "customer")], "event", "time")
    from wend.log.facade import LogBusy

    with workspace.log.writer("other"), pytest.raises(LogBusy):
        Importer(workspace, path, mapping, [path], lambda _: None).run()


def test_columns_that_are_not_there_are_named_with_the_nearest(write: Write, workspace: Workspace) -> None:
    path = write(HEAD + rows(10))
    with pytest.raises(errors.UnknownColumn) as caught:
        plain_mapping(path, [("customer", "custmer")], "event", "time")
    assert caught.value.details["closest"] == "customer"
    with pytest.raises(errors.UnknownColumn):
        import_files(workspace, [path], [parse_mapping(MAPPING)])
