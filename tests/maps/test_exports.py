"""The map as a file, in both languages: right words, right glyphs, nothing in the data can break out."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from tests.maps.sample import hand_made_map
from wend.kit.drawing.rendering import pdf, png
from wend.kit.texts import LANGUAGES, Language
from wend.maps.exports.drawing import draw
from wend.maps.exports.sheet import xlsx

HOSTILE = "<script>alert(1)</script>=cmd|' /C calc'!A0 \x00]]>&amp;"
_SVG = "{http://www.w3.org/2000/svg}"


def _words(svg: str) -> str:
    return " ".join(element.text or "" for element in ET.fromstring(svg).iter(f"{_SVG}text"))  # noqa: S314  # our own drawing


@pytest.mark.parametrize(("language", "late"), [("en", "Delivery later"), ("vi", "Giao trễ hơn hẹn")])
def test_drawing_speaks_its_language(language: Language, late: str) -> None:
    assert late in _words(draw(hand_made_map(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_is_text_in_the_drawing_never_markup(language: Language) -> None:
    svg = draw(hand_made_map(HOSTILE), language)
    tags = {element.tag.removeprefix(_SVG) for element in ET.fromstring(svg).iter()}  # noqa: S314  # our own drawing
    assert "script" not in tags
    assert "<script>" not in svg


def test_summary_tells_the_curve_in_words() -> None:
    description = ET.fromstring(draw(hand_made_map(), "en")).findtext(f"{_SVG}desc")  # noqa: S314  # our own drawing
    assert description is not None
    assert "On-boarding: 32,032 customers, feeling −1.1 (n = 3,377)." in description
    assert "Retention: 19,219 customers, no ratings." in description


def test_picture_and_page_are_what_they_say() -> None:
    svg = draw(hand_made_map(), "vi")
    assert png(svg, 0.5).startswith(b"\x89PNG")
    page = pdf(svg)
    assert page.startswith(b"%PDF")
    assert b"/Subtype/Image" not in page  # vectors, not a picture of the map


def test_workbook_has_a_grid_and_a_sheet_for_each_entity() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx(hand_made_map(), "en")))
    assert book.sheet_names == ["Map", "Stages", "Touchpoints", "Feelings", "Obstacles"]
    stages = book.get_sheet_by_name("Stages").to_python()
    assert stages[1][:3] == ["awareness", "Awareness", 96_096]
    assert len(stages) == 1 + 6


def test_workbook_holds_no_formula() -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(xlsx(hand_made_map("=1+1"), "vi"))) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert all(b"<f>" not in sheet for sheet in sheets)
