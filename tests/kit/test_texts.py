"""Each sentence stands in one place."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files

import pytest

from wend.kit.texts import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_in_two_files(language: Language) -> None:
    folder = files("wend.kit.texts").joinpath(language)
    found = [json.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir() if file.name.endswith(".json")]
    counted = Counter(key for texts in found for key in texts)
    assert [key for key, times in counted.items() if times > 1] == []
