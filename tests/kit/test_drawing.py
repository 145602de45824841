"""What drawings stand on: glyphs for every letter, lines that fit, numbers as each language writes them."""

from __future__ import annotations

from wend.kit.drawing.figures import compact, duration, number, percent, signed
from wend.kit.drawing.typeface import _widths, measure, wrap


def test_every_vietnamese_letter_has_a_glyph() -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ₫–−…“”·±"
    for widths in _widths().values():
        assert [letter for letter in letters + letters.upper() if letter not in widths] == []


def test_lines_never_run_wider_than_their_room() -> None:
    words = "Nghiêng nghiêng đường xuống miền Thanh-Nghệ-Tĩnh supercalifragilisticexpialidocious"
    for width in (40, 90, 200):
        assert all(measure(line, 12) <= width for line in wrap(words, width, 12, lines=4))


def test_numbers_follow_the_language() -> None:
    assert (number(1234.5, "en", 1), number(1234.5, "vi", 1)) == ("1,234.5", "1.234,5")
    assert (compact(18_204, "en"), compact(18_204, "vi"), compact(940, "vi")) == ("18.2k", "18,2k", "940")
    assert (signed(-1.14, "vi"), signed(0.7, "en"), signed(-0.02, "en")) == ("−1,1", "+0.7", "0.0")
    assert (duration(267_840, "en"), duration(95, "vi")) == ("3.1 days", "1,6 phút")
    assert percent(0.4361, "vi") == "43,6%"
