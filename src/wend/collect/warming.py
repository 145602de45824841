"""Compile every loop of this room once, so that the first import of a new installation starts at once."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from wend.collect.mapping.language import parse_mapping
from wend.collect.previewing import preview

_FILE = (
    'customer,event,time,day,price,number,stars,note\nkh1,a.done,2026-01-02 03:04:05,02/01/2026,"1,5",2,4,"x ""y"""\n'
)
_MAPPING = """
timezone = "Asia/Ho_Chi_Minh"
currency = "VND"
[customer]
customer = "customer"
[[event]]
name = { column = "event" }
time = "time"
amount = { column = "price", times = "number" }
rating = { column = "stars", scale = "stars5" }
[[event]]
name = "day.noted"
time = { column = "day", format = "%d/%m/%Y" }
amount = "price"
"""


def warm() -> None:
    """Read a row that needs each compiled loop; what they compile to stays on disk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "warm.csv"
        path.write_text(_FILE, encoding="utf-8")
        preview(path, parse_mapping(_MAPPING))
