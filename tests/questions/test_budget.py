"""The settings' budget holds for whatever is asked of a workspace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from tests.engines.test_budgets import Ticking
from wend.bootstrap import open_workspace
from wend.engines.errors import TookTooLong
from wend.kit.settings import Settings
from wend.questions import facade as questions
from wend.workspaces.facade import Workspace

STEPS = {"steps": "product.viewed > cart.filled"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    data = tmp_path_factory.mktemp("budget")
    with pytest.MonkeyPatch.context() as patch:
        assert Terminal(patch, data)("import", SHOP / "events.csv", *COLUMNS).status == 0
    return open_workspace(Settings(data=data, question_seconds=1), Ticking())


def test_a_question_of_a_workspace_ends_in_time(shop: Workspace) -> None:
    with pytest.raises(TookTooLong) as stopped:
        questions.ask(shop, "funnel", STEPS)
    assert stopped.value.status == 422
    with pytest.raises(TookTooLong):
        questions.members(shop, "funnel", STEPS, {"step": "1"})


def test_what_was_stopped_is_not_kept(shop: Workspace) -> None:
    patient = replace(shop, settings=replace(shop.settings, question_seconds=10**6))
    assert [row["customers"] for row in questions.ask(patient, "funnel", STEPS).rows] == [4, 3]
