"""Questions over HTTP: which there are, and the customers behind a number a page at a time."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.customers.living import happens
from wend.engines.budgets import Budget, Told
from wend.questions.facade import QUESTIONS
from wend.web.running import NotAsked, Running
from wend.workspaces.facade import Workspace, create_key

TWO_STEPS = {"params": {"steps": "asked.for_price > paid"}}


def test_every_question_is_listed_with_its_parameters(member: TestClient) -> None:
    listed = {each["question"]: each for each in member.get("/api/questions").json()}
    assert list(listed) == [each.key for each in QUESTIONS]
    steps = listed["funnel"]["parameters"][0]
    assert (steps["name"], steps["kind"], steps["required"]) == ("steps", "steps", True)
    assert listed["dropoff"]["title"] == {"en": "Drop-off", "vi": "Rời bỏ"}
    assert (listed["stages"]["over"], listed["stages"]["fixed"]) == ("touchpoints", True)


def test_a_number_opens_its_customers_by_pages(member: TestClient, workspace: Workspace) -> None:
    for who in "abc":
        happens(workspace, f"customer:price-{who}", "asked.for_price", ago_s=60)
    happens(workspace, "customer:price-a", "paid")
    steps = member.post("/api/questions/funnel", json=TWO_STEPS).json()["steps"]
    assert [row["customers"] for row in steps] == [3, 1]
    stopped = TWO_STEPS | {"where": {"step": "1", "state": "stopped"}}
    first = member.post("/api/questions/funnel/customers?limit=1", json=stopped).json()
    assert (first["total"], len(first["rows"]), first["next_offset"]) == (2, 1, 1)
    rest = member.post("/api/questions/funnel/customers?limit=1&offset=1", json=stopped).json()
    assert {first["rows"][0]["customer"], rest["rows"][0]["customer"]} == {"customer:price-b", "customer:price-c"}


def test_a_question_is_asked_of_segments(member: TestClient, workspace: Workspace) -> None:
    for who in "ab":
        happens(workspace, f"customer:of-{who}", "asked.of_segment", ago_s=60)
    happens(workspace, "customer:of-a", "paid.of_segment")
    condition = {"version": 1, "condition": {"did": {"event": "paid.of_segment"}}}
    made = member.post("/api/segments", json={"name": "Payers of segments", "condition": condition}).json()["segment"]
    asked = f"segment={made['key']}"
    assert member.post(f"/api/questions/reach?{asked}", json={}).json()["customers"] == 1
    behind = {"where": {"step": "asked.of_segment"}}
    page = member.post(f"/api/questions/reach/customers?{asked}", json=behind).json()
    assert [row["customer"] for row in page["rows"]] == ["customer:of-a"]
    assert member.post("/api/questions/reach?segment=nobody", json={}).json()["code"] == "conditions.unknown_segment"


@pytest.mark.parametrize(
    ("form", "begins"), [("xlsx", b"PK"), ("parquet", b"PAR1"), ("csv", b"\xef\xbb\xbf"), ("svg", b"<svg")]
)
def test_an_answer_is_taken_along_as_a_file(member: TestClient, workspace: Workspace, form: str, begins: bytes) -> None:
    happens(workspace, "customer:of-file", "asked.for_file", ago_s=60)
    taken = member.post(f"/api/questions/reach/file?format={form}", json={})
    assert taken.content.lstrip().startswith(begins)
    assert f'filename="wend-reach.{form}"' in taken.headers["content-disposition"]
    if form == "csv":
        rows = len(member.post("/api/questions/reach", json={}).json()["steps"])
        assert len(taken.text.splitlines()) == 1 + rows


def test_a_file_that_cannot_be_made_says_why(member: TestClient) -> None:
    assert member.post("/api/questions/sessions/file?format=svg", json={}).json()["code"] == "questions.no_drawing"
    assert member.post("/api/questions/funnel/file", json={}).json()["code"] == "questions.missing_parameter"


def test_a_number_that_is_not_there_is_refused(member: TestClient) -> None:
    wrong = TWO_STEPS | {"where": {"step": "3"}}
    assert member.post("/api/questions/funnel/customers", json=wrong).json()["code"] == "questions.nothing_to_open"
    assert member.post("/api/questions/funel/customers", json={}).status_code == 404


def test_a_key_that_reads_data_sees_no_customers(stranger: TestClient, workspace: Workspace) -> None:
    headers = {"authorization": f"Bearer {create_key(workspace, 'secret', 'Board', None, ['data:read']).key}"}
    assert stranger.post("/api/questions/reach", json={}, headers=headers).status_code == 200
    behind = stranger.post("/api/questions/reach/customers", json={"where": {"step": "paid"}}, headers=headers)
    assert (behind.status_code, behind.json()["code"]) == (403, "web.scope_missing")


def test_a_question_at_work_is_asked_after_and_stopped() -> None:
    running, budget, name = Running(), Budget(), "a-question-at-work"
    budget.progress.begin(100)
    budget.progress.passed(40)
    with running.known("main", name, budget), running.known("main", "", Budget()):
        assert running.of("main", name).progress.told() == Told(1, 0.4)
        with pytest.raises(NotAsked):
            running.of("other", name)
        with pytest.raises(NotAsked):
            running.of("main", "")
    with pytest.raises(NotAsked):
        running.of("main", name)


def test_what_is_answered_is_not_at_work(member: TestClient) -> None:
    name = {"x-wend-asked": "a-question-of-mine-7"}
    assert member.post("/api/questions/reach", json={}, headers=name).status_code == 200
    asked_after = member.get("/api/questions/asked/a-question-of-mine-7")
    assert (asked_after.status_code, asked_after.json()) == (200, None)
    stopped = member.delete("/api/questions/asked/a-question-of-mine-7")
    assert (stopped.status_code, stopped.json()["code"]) == (404, "web.not_asked")
    assert member.post("/api/questions/reach", json={}, headers={"x-wend-asked": "short"}).status_code == 422
