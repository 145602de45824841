"""Several at once: readers while somebody imports, and two who move and build at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.log.world import Row, World, arrays, contents, journeys, sorted_log
from wend.log.facade import Log


def part(number: int) -> list[Row]:
    return [Row(f"customer:{i % 7}", "page.viewed", number * 1000 + i) for i in range(30)]


def test_readers_see_whole_batches_while_somebody_imports(world: World) -> None:
    log = world.log()
    reader = world.again(log.workspace)
    with ThreadPoolExecutor(1) as pool:
        importing = pool.submit(world.bring, log, *map(part, range(8)))
        seen = []
        while not importing.done():
            seen.append(reader.journal().events)
    assert len(importing.result()) == 8
    assert seen == sorted(seen)
    assert {events % 30 for events in seen} <= {0}
    assert reader.journal().events == 240


def test_many_may_move_and_build_at_once(world: World) -> None:
    log = world.log()
    world.bring(log, *map(part, range(4)))
    others = [world.again(log.workspace) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        moved = list(pool.map(Log.move, others))
        journals = list(pool.map(Log.journal, others))
    assert sum(each.events for each in moved) == 120
    assert len(contents(log)) == 120
    assert {each.version for each in journals} == {log.journal().version}
    assert all(arrays(each) == arrays(journals[0]) for each in journals)
    assert journeys(journals[0]) == sorted_log(log)
