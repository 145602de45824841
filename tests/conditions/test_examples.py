"""The ten examples: canonical, sound, and asked of the shipped shop's kind of events."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.conditions import worlds
from wend.conditions import checking, document, text_read, text_write
from wend.conditions.limits import MOST_COST
from wend.domain.selection import Selection
from wend.engines.membership import members

TEXTS = sorted((Path(__file__).parents[2] / "examples" / "conditions").glob("*.condition"))
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "conditions").glob("*.json"))


def test_there_are_ten() -> None:
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_is_canonical_and_can_be_asked(file: Path) -> None:
    condition = document.parse(file.read_bytes())
    assert document.written(condition) == file.read_text(encoding="utf-8")
    assert checking.check(condition) <= MOST_COST
    log = worlds.log(Random(1))
    everybody = set(log.names)
    assert set(members(log.world, condition, worlds.START + 90 * worlds.DAY, Selection()).ids()) <= everybody


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_an_example_in_text_is_sound(file: Path) -> None:
    condition = text_read.of_any_form(file.read_bytes(), file.name)
    assert checking.check(condition) <= MOST_COST
    lines = [line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("#")]
    assert text_write.written(condition) == "".join(lines)
