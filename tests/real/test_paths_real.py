"""The most common journey of the simple shop, as its authors publish it."""

from __future__ import annotations

from pathlib import Path

from wend.bootstrap import open_workspace
from wend.collect.facade import import_files, plain_mapping
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.questions.facade import ask, members


def test_catalog_and_lost_is_the_most_common_journey(shared_data: Path, data_dir: Path, clock: FixedClock) -> None:
    path = shared_data / "clickstream_simple_shop" / "simple_shop.csv.gz"
    workspace = open_workspace(Settings(data=data_dir), clock, CountingIds())
    import_files(workspace, [path], [plain_mapping(path, [("customer", "user_id")], "event", "timestamp")])
    whole = ask(workspace, "paths", {"length": 15}).content
    assert (whole["paths"][0]["path"], whole["paths"][0]["customers"]) == (["catalog", "lost"], 336)
    assert "told_as_other" not in whole
    assert len(members(workspace, "paths", {"length": 15}, {"path": "catalog > lost"})) == 336
    paid = ask(workspace, "paths", {"end": "payment_done", "anchor": "every"}).content["counted"]
    assert (paid["paths"], paid["customers"]) == (706, 653)
    workspace.store.close()
