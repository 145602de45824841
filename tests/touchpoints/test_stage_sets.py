"""Stage sets before they are saved and after: who would move, what changed, and every version there was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.touchpoints.logs import fill, workspace_at
from tests.touchpoints.test_facade import LAN, MINH
from wend.domain.names import Name
from wend.domain.stage import StageRule, StageSet
from wend.touchpoints import facade
from wend.workspaces.facade import Workspace, audit_entries


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    workspace = workspace_at(tmp_path)
    fill(workspace, [*LAN, *MINH])
    return workspace


def edited(stage_set: StageSet, stage: str, *rules: StageRule) -> StageSet:
    """The set with other rules for one of its stages."""
    stages = tuple(replace(each, rules=rules) if each.key == stage else each for each in stage_set.stages)
    return replace(stage_set, stages=stages)


def relationship(here: Workspace) -> StageSet:
    return next(each for each in facade.stage_sets(here) if each.key == "relationship_6")


def test_a_preview_says_who_would_move_where(here: Workspace) -> None:
    seen = facade.preview_stage_set(here, edited(relationship(here), "onboarding", StageRule(("page_viewed",))))
    moved = [(each.before, each.after, each.customers) for each in seen.moves]
    assert moved == [("awareness", "onboarding", 1), ("engagement", "engagement", 1)]
    assert (seen.customers, seen.moved) == (2, 1)
    assert [change.en for change in seen.changes] == ["Other rules lead into Onboarding."]
    assert {row.stage: (row.customers_today, row.customers) for row in seen.stages}["onboarding"] == (0, 1)


def test_a_preview_counts_silences_of_both_sets(here: Workspace) -> None:
    known = relationship(here)
    seen = facade.preview_stage_set(here, replace(known, slowing_after_days=20, left_after_days=30))
    assert (seen.levels_today, seen.levels) == (facade.Levels(2, 0, 0), facade.Levels(1, 0, 1))
    assert [(row.stage, row.left) for row in seen.stages if row.left] == [("awareness", 1)]  # Minh, 38 days ago


def test_a_preview_compares_with_any_set_and_says_what_is_wrong(here: Workspace) -> None:
    wrong = replace(edited(relationship(here), "onboarding", StageRule(("page",))), key="mine", left_after_days=1)
    seen = facade.preview_stage_set(here, wrong, "funnel_5")
    assert [stage.stage for stage in seen.today][1] == "consideration"
    assert [(each.level, each.entry) for each in seen.findings] == [("error", "mine"), ("error", "onboarding")]
    assert ("awareness", "awareness", 1) in [(each.before, each.after, each.customers) for each in seen.moves]


def test_a_set_gets_a_version_when_it_changes_and_only_then(here: Workspace) -> None:
    known = relationship(here)
    facade.save_stage_set(here, known.key, edited(known, "engagement", StageRule(("page_viewed",), 2)), "key:1")
    facade.save_stage_set(here, known.key, relationship(here), "key:1")
    facade.choose_stage_set(here, "funnel_5")
    versions = facade.stage_set_versions(here, known.key)
    assert [(each.version, each.by, each.current) for each in versions] == [(2, "key:1", True), (1, "", False)]
    assert [each.en for each in versions[0].changes] == ["Other rules lead into Engagement."]
    assert versions[1].stage_set == known
    assert facade.stage_set_versions(here, "funnel_5")[0].version == 1
    saved = [(each.who, each.subject) for each in audit_entries(here) if each.what == "stage_set.saved"]
    assert saved == [("key:1", "relationship_6")]


def test_an_earlier_version_comes_back_as_the_next_one(here: Workspace) -> None:
    known = relationship(here)
    facade.save_stage_set(here, known.key, replace(known, stages=known.stages[:-1]), "session")
    facade.restore_stage_set(here, known.key, 1, "session")
    assert replace(relationship(here), version=1) == known
    versions = facade.stage_set_versions(here, known.key)
    assert [(each.version, [change.vi for change in each.changes]) for each in versions] == [
        (3, ["Giai đoạn mới: Ủng hộ."]),
        (2, ["Đã bỏ giai đoạn: Ủng hộ."]),
        (1, []),
    ]
    with pytest.raises(facade.UnknownVersion, match="no version 9"):
        facade.restore_stage_set(here, known.key, 9)
    with pytest.raises(facade.UnknownStageSet):
        facade.stage_set_versions(here, "")


def test_a_touchpoint_renamed_is_a_change_of_the_sets_that_name_it(here: Workspace) -> None:
    order = facade.registry(here).touchpoint("order_placed")
    assert order is not None
    facade.save_touchpoint(here, "order_placed", replace(order, key="purchase"), "session")
    assert [each.version for each in facade.stage_set_versions(here, "relationship_6")] == [2, 1]


def test_nobody_writes_over_a_version_they_have_not_seen(here: Workspace) -> None:
    known = relationship(here)
    facade.save_stage_set(here, known.key, replace(known, left_after_days=400), "a", edited=1)
    with pytest.raises(facade.ChangedElsewhere, match="version 2"):
        facade.save_stage_set(here, known.key, replace(known, left_after_days=500), "b", edited=1)


def test_every_kind_of_difference_is_said(here: Workspace) -> None:
    known = relationship(here)
    first, second, *others = known.stages
    after = replace(
        known,
        name=Name("Ours", "Của ta"),
        stages=(second, replace(first, name=Name("Hearing", "Nghe nói")), *others),
        slowing_after_days=known.slowing_after_days + 1,
    )
    seen = facade.preview_stage_set(here, after)
    assert [change.en.split(" ")[0] for change in seen.changes] == ["Awareness", "Another", "Relationship,", "Slowing"]


def test_a_set_travels_as_a_document(here: Workspace, tmp_path: Path) -> None:
    known = relationship(here)
    path = tmp_path / "stages.json"
    path.write_text(facade.to_text(known), encoding="utf-8")
    assert facade.read_stage_set(path) == facade.read_stage_set(facade.document_of(known)) == known
    assert facade.read_stage_set(json.dumps({"stage_set": facade.document_of(known), "said": []})) == known


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("{", "invalid_json"),
        ("[]", "…"),
        ('{"key": "a", "name": {"en": "A", "vi": "A"}, "stages": [], "slowing": 3}', "slowing"),
        ('{"key": "a", "name": {"en": "A", "vi": "A", "de": "A"}, "stages": []}', "name.de"),
        ('{"key": "a", "name": {"en": "A", "vi": "A"}, "stages": [{"key": "a"}]}', "name"),
    ],
)
def test_what_is_no_stage_set_says_where(written: str, found: str) -> None:
    with pytest.raises(facade.UnreadableStageSet, match=found):
        facade.read_stage_set(written)
