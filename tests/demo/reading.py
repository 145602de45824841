"""Reads the simulated files the plain way, with nothing of Wend, so that the truths are checked by other eyes."""

import csv
import gzip
import io
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook

from wend.demo import Truths

Row = dict[str, str]
SEVEN_HOURS = timedelta(hours=7)


def instant(text: str) -> datetime:
    """A local time of the files, without an offset."""
    return datetime.fromisoformat(text.removesuffix("Z")).replace(tzinfo=None)


def from_milliseconds(stamp: int) -> datetime:
    """A time of the app, in UTC, without an offset."""
    return datetime.fromtimestamp(stamp / 1000, UTC).replace(tzinfo=None)


def till_time(text: str) -> datetime | None:
    """A time of the shop counter, or None where nobody can read it."""
    try:
        return datetime.strptime(text, "%d/%m/%Y %H:%M")  # noqa: DTZ007 - the till writes no offset
    except ValueError:
        return None


@dataclass(frozen=True)
class Files:
    """One simulated directory and what was planted in it."""

    directory: Path
    truths: Truths

    def table(self, name: str, delimiter: str = ",") -> list[Row]:
        """All rows of one CSV file."""
        content = (self.directory / name).read_bytes()
        text = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))

    @cached_property
    def orders(self) -> list[Row]:
        return self.table("orders.csv")

    @cached_property
    def web(self) -> list[Row]:
        return self.table("web_events.csv.gz")

    @cached_property
    def app(self) -> list[dict[str, Any]]:
        with (self.directory / "app_events.jsonl").open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    @cached_property
    def answers(self) -> list[Row]:
        return self.table("survey_answers.csv")

    @cached_property
    def counter(self) -> list[Row]:
        return self.table("shop_counter.csv", ";")

    @cached_property
    def calls(self) -> list[list[Any]]:
        book = CalamineWorkbook.from_path(str(self.directory / "call_centre.xlsx"))
        return list(book.get_sheet_by_name("Cuộc gọi").to_python())

    def late(self, order: Row) -> bool:
        """Whether a delivered order came after the promised moment."""
        return order["delivered_at"] > order["expected_by"]

    @cached_property
    def delivered(self) -> list[Row]:
        return [order for order in self.orders if order["delivered_at"] and order["expected_by"]]

    @cached_property
    def owner(self) -> dict[str, str]:
        """The customer number of each device that ever gave one."""
        known = {row["device_id"]: row["customer_no"] for row in self.web if row["customer_no"]}
        return known | {row["device_id"]: row["user_id"] for row in self.app if "user_id" in row}

    def person(self, device: str) -> str:
        """The key of `visits` for a device, written with or without "device:"."""
        name = device.removeprefix("device:")
        return self.owner.get(name, name)

    @cached_property
    def visits(self) -> dict[str, list[datetime]]:
        """When each person came online; a person is a customer number, or a device that never gave one."""
        came = defaultdict(list)
        for row in self.web:
            if row["event"] == "visit.started":
                came[self.person(row["device_id"])].append(instant(row["time"]) + SEVEN_HOURS)
        for opened in self.app:
            if opened["event"] == "app.opened":
                came[self.person(opened["device_id"])].append(from_milliseconds(opened["ts"]) + SEVEN_HOURS)
        return {name: sorted(moments) for name, moments in came.items()}

    @cached_property
    def checkouts(self) -> list["Checkout"]:
        """Every session in which a checkout was started, on web and app."""
        placed = Counter((order["customer_no"], order["channel"], order["placed_at"][:10]) for order in self.orders)
        sessions: dict[str, list[Click]] = defaultdict(list)
        for row in self.web:
            at = instant(row["time"])
            sessions[row["session_id"]].append(Click("web", row["platform"], row["event"], row["customer_no"], at))
        for line in self.app:
            at, number = from_milliseconds(line["ts"]), line.get("user_id", "")
            sessions[line["session_id"]].append(Click("app", line["platform"], line["event"], number, at))
        found = []
        for clicks in sessions.values():
            names = [click.event for click in clicks]
            if "checkout.started" in names:
                last, day = clicks[-1], (clicks[0].at + SEVEN_HOURS).date()
                known = "checkout.fee_shown" in names[: names.index("checkout.started")]
                ordered = placed[last.number, last.place, day.isoformat()] > 0
                found.append(Checkout(last.place, last.platform, day, known, ordered))
        return found


class Click(NamedTuple):
    """One row of either clickstream, its time in UTC."""

    place: str
    platform: str
    event: str
    number: str
    at: datetime


@dataclass(frozen=True)
class Checkout:
    """One session with a checkout: where, when, whether the fee was known by then, and whether an order came of it."""

    place: str
    platform: str
    day: date
    fee_known: bool
    ordered: bool


def near(hits: int, total: int, share: float, sigmas: float = 4.0) -> bool:
    """Whether `hits` of `total` is what chance allows for a probability of `share`."""
    allowed: float = sigmas * (total * share * (1 - share)) ** 0.5
    return abs(hits - total * share) <= allowed + 0.5
