"""A Vietnamese word is the same word, whichever way a file or a keyboard composed its letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.domain.selection import Selection
from wend.kit.clock import FixedClock
from wend.kit.settings import Settings
from wend.questions import facade as questions

ROWS = "customer,event,time,channel,province\n1,đặt hàng,2026-05-01T09:00:00Z,cửa hàng,Nghệ An\n"
MORE = "customer,event,time,channel,province\n2,đặt hàng,2026-05-02T09:00:00Z,cửa hàng,Nghệ An\n"


def test_two_spellings_are_one_event_one_channel_and_one_segment(tmp_path: Path, clock: FixedClock) -> None:
    here = open_workspace(Settings(data=tmp_path / "data"), clock)
    for name, rows in (("a.csv", ROWS), ("b.csv", unicodedata.normalize("NFD", MORE))):
        (tmp_path / name).write_text(rows, encoding="utf-8")
        path = tmp_path / name
        mapping = collect.plain_mapping(path, [("customer", "customer")], "event", "time", "channel", ["province"])
        collect.import_files(here, [path], [mapping])
    typed = ("Nghệ An", "cửa hàng", "đặt hàng")
    for province, channel, event in (typed, [unicodedata.normalize("NFD", word) for word in typed]):
        chosen = Selection(traits=(("province", province),), channels=(channel,))
        answer = questions.ask(here, "funnel", {"steps": event}, chosen)
        assert [(row["step"], row["customers"]) for row in answer.rows] == [("đặt hàng", 2)]
