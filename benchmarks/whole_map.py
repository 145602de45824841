"""How long a whole map takes on a million events of the simulated shop: `python -m benchmarks.whole_map`.

*Lanes* asks everything but obstacles anew: stages, steps, touchpoints, feelings, metrics, data. *Obstacles* searches
the whole log anew, which happens once per import and is then kept on disk. *A picker* draws the map of a selection that
nobody asked for before, obstacles included. *Served* is the same map again. The shop is simulated and imported first;
neither is counted.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, cast

from benchmarks import synthetic
from benchmarks.funnel import plain_pass
from benchmarks.measure import Measure, interleaved, lines, load
from wend.bootstrap import open_workspace
from wend.collect.facade import import_files, parse_mapping
from wend.demo import simulate
from wend.domain.selection import Selection
from wend.kit.settings import Settings
from wend.maps import answers as asking, building, facade as maps, obstacles, searching
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

DAY = 86_400
GOALS = {"lanes": "≤ 1 s", "served": "≤ 1 s", "a picker: 90 days": "≤ 1 s", "a picker: one province": "≤ 1 s"}


def shop(folder: Path, customers: int) -> Workspace:
    """The simulated shop, imported."""
    simulate(folder / "files", customers=customers)
    here = open_workspace(Settings(data=folder / "data"))
    mappings = [
        parse_mapping(path.read_text("utf-8")) for path in sorted((folder / "files" / "mappings").glob("*.toml"))
    ]
    names = [each for each in sorted((folder / "files").iterdir()) if each.is_file() and each.suffix != ".json"]
    import_files(here, names, mappings)
    return here


def run(customers: int = 25_000) -> list[Measure]:
    """Everything in turns, against one plain pass over the same columns."""
    with tempfile.TemporaryDirectory() as folder:
        here = shop(Path(folder), customers)
        found = _measured(here)
        here.store.close()
    return found


def _measured(here: Workspace) -> list[Measure]:
    view, journal = touchpoints.view(here), here.log.journal()
    over = asking.period(view, Selection())
    answers = asking.ask(view, over)

    def lanes() -> Any:
        return building.build(view, asking.ask(view, over), over, touchpoints.covered_share(view), 0)

    def search() -> Any:
        return obstacles.find_obstacles(searching.context_of(here, view, answers, over))

    fresh = count()
    provinces = _values(here, "province")

    def ninety_days() -> Any:
        last = journal.last_at - next(fresh)
        return maps.build_map(here, selection=Selection(from_at=last - 90 * DAY, to_at=last))

    def one_province() -> Any:
        return maps.build_map(here, selection=Selection(traits=(("province", next(provinces)),)))

    contestants: dict[str, Callable[[], Any]] = {
        "one plain pass": plain_pass(cast("synthetic.Journal", journal)),
        "lanes": lanes,
        "obstacles": search,
        "a picker: 90 days": ninety_days,
        "a picker: one province": one_province,
        "served": lambda: maps.build_map(here),
    }
    task = f"map, {journal.events / 1e6:.2f} M events, {journal.customers} customers"
    return interleaved(task, contestants, "one plain pass", repeats=5, goals=GOALS)


def _values(here: Workspace, trait: str) -> Iterator[str]:
    """Values of a trait, the most frequent first, none twice."""
    journal = here.log.journal()
    seen: dict[str, int] = {}
    for bucket in journal.buckets:
        for value in bucket.traits.column(trait).to_pylist():
            if value is not None:
                seen[value] = seen.get(value, 0) + 1
    yield from sorted(seen, key=lambda value: (-seen[value], value))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=25_000)
    before = load()
    measured = run(parser.parse_args().customers)
    print("\n".join([before, *lines(measured), load()]))
