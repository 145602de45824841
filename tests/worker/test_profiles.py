"""Profiles' helpers are kept ready in the background: rows side by side, marks by rule."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.customers.living import happens
from wend.bootstrap import open_workspace
from wend.customers import facade as customers
from wend.customers.model import FlagRules
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.worker.worker import Worker


def test_dossiers_and_marks_follow_the_log(data_dir: Path, clock: FixedClock) -> None:
    here = open_workspace(Settings(data=data_dir), clock, CountingIds())
    customers.save_flag_rules(here, FlagRules(("shop.vn",)))
    worker = Worker(here)
    worker.run_due()
    happens(here, "email:minh@shop.vn", "page.viewed")
    for _ in range(12):
        clock.advance(timedelta(seconds=60))
        worker.run_due()
    assert len(list((here.log.directory / "journal" / "dossiers").glob("*.run"))) == 1
    assert customers.profile(here, "email:minh@shop.vn").flag == "staff"
