"""The same at the terminal and over HTTP: plan, confirmation, file, erasure, lists of consents."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.cli.terminal import Terminal
from tests.privacy.bytes_of import found_in
from tests.privacy.seed import ADDRESS, CANARIES, COMMENT, EMAIL, HER, NAME, opened, seeded
from tests.web.visiting import sign_in, visit
from wend.workspaces.facade import Workspace, audit_entries


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return seeded(tmp_path_factory.mktemp("doors"))


@pytest.fixture(scope="module")
def member(shop: Workspace) -> Iterator[TestClient]:
    with visit(shop) as client:
        yield sign_in(client, shop)


@pytest.fixture
def wend(monkeypatch: pytest.MonkeyPatch, shop: Workspace) -> Terminal:
    return Terminal(monkeypatch, shop.settings.data)


def test_her_file_holds_everything_in_both_languages(member: TestClient, shop: Workspace) -> None:
    asked = {"customer": EMAIL, "reason": "asked at the counter"}
    answer = member.post("/api/person-files", json=asked)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    page = answer.text
    for word in (NAME, ADDRESS, COMMENT, EMAIL):
        assert page.count(html.escape(word)) >= 2, word
    assert "<h2>Ghi chú của nhân viên</h2>" in page
    assert "<h2>What our staff wrote</h2>" in page
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    document = json.loads(found[1]) if found else {}
    assert set(document["identifiers"]) == set(HER)
    assert len(document["rows"]) >= 6
    assert {row["purpose"] for row in document["consents"]} == {"marketing"}
    assert document["not_used"]
    assert document["links"]
    assert {each["event"] for each in document["timeline"]} >= {"order.rated", "form.sent"}
    assert audit_entries(shop)[0].what == "person.exported"


def test_a_file_needs_a_reason_and_a_name_cannot_be_code(member: TestClient, shop: Workspace) -> None:
    assert member.post("/api/person-files", json={"customer": EMAIL, "reason": " "}).status_code == 422
    note = {"identifier": HER[0], "text": "</script><img src=x onerror=alert(1)>"}
    made = member.post("/api/notes", json=note)
    assert made.status_code == 201
    page = member.post("/api/person-files", json={"customer": EMAIL, "reason": "again"}).text
    assert "<img src=x" not in page
    assert page.count("</script>") == 1
    assert member.post("/api/notes/remove", json={"id": made.json()["id"]}).json()["text"] == ""
    assert len(member.get(f"/api/notes/{HER[0]}").json()) == 2
    del shop


def test_consents_over_http(member: TestClient) -> None:
    said = {"identifier": HER[1], "purpose": "analytics", "channel": "all", "state": "granted", "method": "form"}
    assert member.post("/api/consents", json={"rows": [said]}).json() == {"added": 1, "refused": []}
    states = member.get(f"/api/consents/{EMAIL.join(('email:', ''))}").json()["standings"]
    assert {each["state"] for each in states if each["purpose"] == "analytics"} == {"granted"}
    assert member.post("/api/consents", json={"rows": [said | {"purpose": "anything"}]}).status_code == 422
    ready = member.get("/api/ready-wordings", params={"purpose": "marketing"}).json()[0]
    wording = {"key": "news", "purpose": "marketing", "en": ready["en"], "vi": ready["vi"]}
    assert member.post("/api/wordings", json=wording).json()["version"] == 1
    refused = member.post(
        "/api/wordings", json=wording | {"vi": ready["vi"] | {"frequency": ""}}, params={"lang": "vi"}
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "consents.wording_incomplete")
    assert "tần suất gửi" in refused.json()["message"]
    assert [each["version"] for each in member.get("/api/wordings").json()] == [1]
    assert len(member.get("/api/consent-purposes").json()) == 5


def test_a_list_of_consents_is_taken_over(wend: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text(
        "identifier,purpose,channel,state,at\n"
        "email:minh@shop.vn,marketing,email,granted,2026-01-05T10:00:00+07:00\n"
        "phone:0987150432,marketing,all,withdrawn,2026-02-05\n"
        "phone:0987150432,marketing,,granted,2026-02-06\n",
        encoding="utf-8",
    )
    ran = wend("consents", "import", file)
    assert (ran.status, "2 rows written, 1 not taken" in ran.out) == (0, True)
    shown = wend("consents", "show", "customer:KH0018").out
    assert "marketing: e-mail no, SMS no" in shown
    file.write_text("identifier,purpose\n", encoding="utf-8")
    assert wend("consents", "import", file).status == 2
    file.write_text("identifier,purpose,channel,state,at\na,b,c,maybe,1\n", encoding="utf-8")
    assert "maybe" in wend("consents", "import", file).err


def test_consents_at_the_terminal(wend: Terminal) -> None:
    assert wend("consents", "publish", "marketing").status == 0
    assert "nhạy cảm" in wend("consents", "wordings").out
    words = (
        "--purpose",
        "marketing",
        "--channel",
        "zalo",
        "--wording",
        "marketing@1",
        "--method",
        "form",
        "--proof",
        "7",
    )
    assert wend("consents", "add", *words, "customer:KH0018").status == 0
    assert wend("consents", "add", "--purpose", "marketing", "--withdrawn", "nobody").status == 2
    ledger = json.loads(wend("consents", "show", "--json", "customer:KH0018").out)["ledger"]
    assert ledger[0]["wording_version"] == 1


def test_her_file_at_the_terminal(wend: Terminal, tmp_path: Path) -> None:
    ran = wend("export", EMAIL, "--to", tmp_path)
    assert ran.status == 0
    assert NAME in Path(ran.out.strip()).read_text(encoding="utf-8")


def test_who_is_only_spoken_of_is_shown_and_erased_too(wend: Terminal, shop: Workspace, tmp_path: Path) -> None:
    assert wend("consents", "add", "--purpose", "marketing", "email:only.spoken@of.vn").status == 0
    page = Path(wend("export", "only.spoken@of.vn", "--to", tmp_path).out.strip()).read_text(encoding="utf-8")
    assert "only.spoken@of.vn" in page
    assert wend("forget", "only.spoken@of.vn", "--yes", "--json").json["events"] == 0
    assert found_in(shop.settings.data, ["only.spoken@of.vn"]) == []
    assert wend("export", "only.spoken@of.vn", "--to", tmp_path).status == 2


def test_erasing_needs_the_word_and_then_leaves_nothing(member: TestClient, wend: Terminal, shop: Workspace) -> None:
    plan = member.get(f"/api/erasure-plans/{HER[1]}").json()
    assert plan["confirm"] == HER[0]
    body = {"customer": EMAIL, "reason": "asked", "confirm": "yes"}
    assert member.post("/api/erasures", json=body).status_code == 409
    assert json.loads(wend("forget", "--plan", "--json", EMAIL).out)["events"] == plan["events"]
    ran = wend("forget", EMAIL, "--yes", "--json")
    assert (ran.status, ran.json["identifiers"], ran.json["remains"]) == (0, 4, [])
    assert wend("forget", EMAIL, "--yes").status == 2
    assert "nothing to do" in wend("forget").out
    assert found_in(shop.settings.data, CANARIES) == []
    assert member.get("/api/erasures").json()[0]["events"] == ran.json["events"]
    assert member.post("/api/erasures/lift", json={"customer": EMAIL, "reason": "came back"}).json() == {"lifted": 1}
    assert json.loads(wend("forget", "--lift", "--json", "0903718264").out) == {"lifted": 1}
    assert opened(shop.settings.data).name == "main"
