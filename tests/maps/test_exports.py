"""The map as a file, in both languages: right words, right glyphs, nothing in the data can break out."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from tests.maps.sample import hand_made_map
from wend.kit.drawing.rendering import pdf, png
from wend.kit.texts import LANGUAGES, Language
from wend.maps.as_json import as_json
from wend.maps.exports.drawing import draw
from wend.maps.exports.sheet import xlsx
from wend.maps.model import Interval
from wend.maps.model_remarks import AskedNumber, Element, Remark, ShownNumber
from wend.maps.remarks.rules import standing

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


def _standing() -> dict[str, list[Remark]]:
    drawn = hand_made_map()
    about = Element("stage", drawn.stages[1].stage)
    share = Interval(0.2, 0.1, 0.3, 60, "wilson")
    number = ShownNumber(AskedNumber("reach", {}, "events", "customer", {"step": "a"}), 12, share, 0)
    own = Remark("remark_1", "obstacle", drawn.stage_set, about, "Nobody answers", "On Mondays", number, 1, "lan", 0)
    gone = replace(own, id="remark_2", about=Element("stage", "gone"), title="Nowhere")
    other = replace(own, id="remark_3", stage_set="another", title="Of another set")
    note = replace(own, id="remark_4", kind="note", title="", text=HOSTILE, number=None)
    return standing([own, gone, other, note], drawn)


def test_what_people_put_there_is_on_the_files_of_its_map() -> None:
    drawn, own = hand_made_map(), _standing()
    words = _words(draw(drawn, "vi", own))
    assert ("Nobody answers" in words, "do người thêm" in words, "Nowhere" in words) == (True, True, False)
    told = json.loads(as_json(drawn, "en", own))["remarks"]
    assert {(each["id"], each["stage"]) for each in told} == {
        (id, drawn.stages[1].stage) for id in ("remark_1", "remark_4")
    }
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx(drawn, "en", own)))
    rows = book.get_sheet_by_name("Put there by people").to_python()
    assert rows[1][:6] == ["Obstacle", "Nobody answers", "On Mondays", drawn.stages[1].stage, "", 12]


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
