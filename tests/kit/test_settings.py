"""One table of settings: read from the environment, refused with the variable's name, explained in both languages."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from wend.kit.settings import BadSetting, Settings, variable_of
from wend.kit.texts import LANGUAGES, Language, text


def test_defaults_listen_on_this_machine_only() -> None:
    assert Settings.read({}).host == "127.0.0.1"


def test_values_take_the_kind_of_their_setting() -> None:
    chosen = Settings.read({"WEND_PORT": "9000", "WEND_DATA": "/srv/wend", "WEND_LANGUAGE": "vi", "PORT": "1"})
    assert (chosen.port, chosen.data, chosen.language) == (9000, Path("/srv/wend"), "vi")


def test_a_value_of_the_wrong_kind_is_refused_by_name() -> None:
    with pytest.raises(BadSetting, match="WEND_PORT") as refused:
        Settings.read({"WEND_PORT": "many"})
    assert "WEND_PORT" in refused.value.message("vi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_explained(language: Language) -> None:
    for field in fields(Settings):
        assert len(text(language, f"settings.{field.name}")) > 10
        assert variable_of(field.name).startswith("WEND_")
