"""A shop in which one person is everywhere, and the words by which a byte of hers would be known."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.collect.live.facade import deliver
from wend.customers import facade as customers
from wend.customers.model_consents import NewConsent
from wend.identity.reasons import Evidence
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.people import facade as people
from wend.store.facade import Work, tables
from wend.workspaces.facade import Workspace

NAME, ADDRESS, COMMENT = "Nguyễn Thị Yến Canary", "17 ngõ Hoàng Yến, Ba Đình", "giao hàng chậm quá, canary không vui"
EMAIL, PHONE = "yen.canary@shop.vn", "0903718264"
CANARIES = (NAME, ADDRESS, COMMENT, EMAIL, PHONE, "903718264", "KH0777001", "device-yen-canary")
HER = ("customer:KH0777001", f"email:{EMAIL}", "phone:+84903718264", "device:device-yen-canary")
FILE = f"""\
customer,email,phone,event,time,channel,name,address,comment,stars,amount
KH0777001,Yen.Canary@Shop.vn,,product.viewed,2026-01-01T08:00:00Z,web,{NAME},"{ADDRESS}",,,
KH0777001,,0903 718 264,order.placed,2026-01-01T08:10:00Z,web,,,,,1250000
,yen.canary@shop.vn,,order.rated,2026-01-05T10:00:00Z,email,,,"{COMMENT}",2,
KH0777001,,,order.placed,no time at all,web,{NAME},,"{COMMENT}",,
KH0018,minh@shop.vn,,product.viewed,2026-04-01T08:00:00Z,app,Đỗ Minh,"3 Lê Lợi",,,
KH0018,,0987150432,order.placed,2026-04-02T08:00:00Z,app,,,,,99000
"""
MAPPING = """
name = "Small shop"
match = "yen.canary@shop.vn log.csv"
currency = "VND"
country = "VN"
[customer]
customer = "customer"
email = "email"
phone = "phone"
[[event]]
name = { column = "event" }
time = "time"
channel = { column = "channel" }
amount = "amount"
rating = { column = "stars", scale = "stars5" }
properties = ["comment"]
[traits]
name = "name"
address = "address"
"""


def opened(folder: Path, clock: FixedClock | None = None) -> Workspace:
    """The workspace in a folder, as a new process would open it."""
    return open_workspace(
        Settings(data=folder), clock or FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC)), CountingIds()
    )


def write_file(folder: Path) -> Path:
    """The shop's own file, which stays where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "yen.canary@shop.vn log.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def bring(shop: Workspace, path: Path, mapping: str = MAPPING) -> collect.Imported:
    """Import the shop's file."""
    return collect.import_files(shop, [path], collect.parse_mappings(mapping))


def track(event: str, who: str, number: int, **more: object) -> dict[str, object]:
    """A message as a server of the shop sends it."""
    at = "2026-06-30T10:00:00Z"
    return {"type": "track", "event": event, "userId": who, "messageId": f"m-{number}", "timestamp": at, **more}


def seeded(folder: Path) -> Workspace:
    """Everything of hers, everywhere, and a neighbour who must stay as he is."""
    shop = opened(folder / "data")
    bring(shop, write_file(folder / "outside"))
    collect.ensure_source(shop, "site")
    deliver(shop, "site", _messages())
    uploads = shop.store.folder(shop.name) / "uploads" / "upload_1"
    uploads.mkdir(parents=True)
    (uploads / "log.csv").write_text(FILE, encoding="utf-8")
    answers = uploads.parents[1] / "maps"
    answers.mkdir()
    (answers / "kept.json").write_text(json.dumps([{"quote": COMMENT}], ensure_ascii=False), encoding="utf-8")
    now = epoch_seconds(shop.clock.now())
    for channel in ("email", "sms"):
        said = NewConsent(HER[1], "marketing", channel, "granted", now, method="form", proof=f"signed by {NAME}")
        customers.say_consents(shop, [said], "ha")
    customers.write_note(shop, HER[0], f"Chị {NAME} ở {ADDRESS} thích giao buổi tối", "ha")
    customers.write_note(shop, "customer:KH0018", "bạn của 0903 718 264", "ha")
    with shop.store.work(shop.name) as work:
        _rows(work)
        people.join(work, HER[0], HER[2], "ha", f"cùng là {NAME}")
    shop.log.catalogue()
    for name in ("name", "comment"):
        shop.log.property(name)
    shop.log.dossiers.keep()
    deliver(shop, "site", [track("page.late", "KH0777001", 90, properties={"comment": COMMENT})])  # still in the inbox
    return shop


def _messages() -> list[dict[str, object]]:
    traits = {"name": NAME, "email": EMAIL, "phone": PHONE, "address": ADDRESS}
    return [
        {
            "type": "identify",
            "userId": "KH0777001",
            "anonymousId": "device-yen-canary",
            "traits": traits,
            "messageId": "i",
        },
        {"type": "group", "groupId": "club", "userId": "KH0777001", "traits": {"contact": NAME}, "messageId": "g"},
        {"type": "group", "groupId": "club", "userId": "KH0018", "traits": {"tier": 2}, "messageId": "g2"},
        track("form.sent", "KH0777001", 1, properties={"comment": COMMENT, "email": EMAIL}),
        track("", "KH0777001", 2, properties={"comment": COMMENT}),
        track("friend.invited", "KH0018", 3, properties={"friend": f"mời {EMAIL} và 0903.718.264"}),
    ]


def _rows(work: Work) -> None:
    """What other screens would have written."""
    everybody = ("customer:KH0018", "customer:3", "customer:4", HER[0])
    people.absorb(work, [Evidence(each, "device:kiosk", "same_row", "site", 5) for each in everybody])
    named = {"workspace": work.workspace, "at": 1}
    work.execute(insert(tables.flags).values(**named, identifier=HER[0], flag="staff", by="ha", note=NAME))
    work.execute(
        insert(tables.suggestions).values(
            **named, a=HER[0], b="customer:KH0018", weight=3.0, probability=0.9, reason=json.dumps({"name": NAME})
        )
    )
    document = json.dumps({"properties": [{"name": "comment", "example": f"{NAME}, {PHONE}"}]}, ensure_ascii=False)
    plan = {"workspace": work.workspace, "event": "form.sent", "document": document, "saved_at": 1}
    work.execute(insert(tables.event_plans).values(**plan))
    asked = json.dumps({"question": "funnel", "params": {"steps": f"form.sent[comment={PHONE}]"}})
    saved = {"id": "saved-1", "version": 1, "name": NAME, "document": asked, "newest": 1}
    work.execute(insert(tables.saved_questions).values(**named, **saved, by="ha"))
