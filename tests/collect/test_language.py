"""The mapping language answers a slip of the pen with its place and the nearest right word; its documents are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wend.collect import errors
from wend.collect.mapping.language import _EVENT_KEYS, _MAPPING_KEYS, parse_mapping, parse_mappings
from wend.collect.mapping.writing import to_toml
from wend.collect.shelf import ready_keys
from wend.kit.errors import Mistake
from wend.kit.texts import LANGUAGES

DOCS = [Path(__file__).parents[2] / "docs" / name for name in ("mappings.md", "mappings.vi.md")]
BASE = '[customer]\ncustomer = "c"\n[[event]]\nname = "a.done"\ntime = "t"\n'
SLIPS: list[tuple[str, type[Mistake], str]] = [
    ("= 1", errors.MappingUnreadable, "line 1"),
    ('timezon = "UTC"\n' + BASE, errors.UnknownMappingKey, "timezone"),
    (BASE + 'chanel = "web"\n', errors.UnknownMappingKey, "channel"),
    (BASE + 'rating = { column = "x", scale = "star5" }\n', errors.BadMappingValue, "stars5"),
    (BASE + 'rating = { column = "x" }\n', errors.MappingIncomplete, "event 1.rating.scale"),
    (BASE + "amount = 7\n", errors.BadMappingValue, "event 1.amount"),
    (BASE + 'when = { colum = "x" }\n', errors.UnknownMappingKey, "column"),
    ('timezone = "Hanoi"\n' + BASE, errors.BadMappingValue, "Asia/Ho_Chi_Minh"),
    ('timezone = "../etc"\n' + BASE, errors.BadMappingValue, "timezone"),
    ('time_format = "%d/%Q"\n' + BASE, errors.BadMappingValue, "time_format"),
    ('time_format = "dd/mm"\n' + BASE, errors.BadMappingValue, "time_format"),
    ('currency = "dong"\n' + BASE, errors.BadMappingValue, "VND"),
    ('delimiter = "::"\n' + BASE, errors.BadMappingValue, "delimiter"),
    ('[customer]\nmail = "c"\n[[event]]\nname = "a"\ntime = "t"\n', errors.UnknownMappingKey, "email"),
    ('[customer]\ncustomer = "c"\n', errors.MappingIncomplete, "[[event]]"),
    ('[[event]]\nname = "a"\ntime = "t"\n', errors.MappingIncomplete, "[customer]"),
    ('[customer]\ncustomer = "c"\n[[event]]\nname = "a"\n', errors.MappingIncomplete, "event 1.time"),
    (BASE + '[[join]]\nfile = "x.csv"\n', errors.MappingIncomplete, "join 1.on"),
    ("event = 1\n[customer]\ncustomer = 'c'\n", errors.BadMappingValue, "[[event]]"),
]


@pytest.mark.parametrize(("toml", "mistake", "told"), SLIPS)
def test_a_slip_is_told_with_what_would_be_right(toml: str, mistake: type[Mistake], told: str) -> None:
    with pytest.raises(mistake) as caught:
        parse_mapping(toml)
    for language in LANGUAGES:
        said = caught.value.message(language) + caught.value.cause(language) + caught.value.next_step(language)
        assert told in said


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_the_example_of_the_document_is_a_mapping(document: Path) -> None:
    [toml] = re.findall(r"```toml\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL)
    mapping = parse_mapping(toml)
    assert [event.name.text for event in mapping.events] == ["order.placed", "order.delivered", "order.rated"]
    assert parse_mapping(to_toml(mapping)) == mapping


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_every_key_and_every_ready_mapping_is_documented(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    keys = _EVENT_KEYS | _MAPPING_KEYS | set(ready_keys())
    assert {key for key in keys if f"`{key}`" not in text and f"[{key}]" not in text} == set()


def test_several_files_are_described_in_one_document() -> None:
    two = '[[file]]\nname = "a"\n[file.customer]\ncustomer = "c"\n[[file.event]]\nname = "x"\ntime = "t"\n' * 2
    assert [mapping.name for mapping in parse_mappings(two)] == ["a", "a"]
