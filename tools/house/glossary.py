"""One concept, one Vietnamese name: the texts use the word of the glossary and no English in its place.

Story: an article on the six stages calls one of them "Bào chữa", which is what a lawyer does; the glossary says "Ủng
hộ". Words drift one screen at a time: *điểm tiếp xúc* here, *touchpoint* there, and nobody finds the page again.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tools.house.finding import Files, Finding

RULE = "glossary"
FOLDERS = ("src/wend/kit/texts/vi/", "ui/src/texts/vi")
INSTEAD = {
    "bào chữa": "ủng hộ",
    "touchpoint": "điểm chạm",
    "điểm tiếp xúc": "điểm chạm",
    "customer journey": "hành trình khách hàng",
    "journey map": "bản đồ hành trình",
    "persona": "chân dung khách hàng",
    "segment": "phân khúc",
    "funnel": "phễu",
    "obstacle": "rào cản",
    "feedback": "phản hồi",
    "stage": "giai đoạn",
    "channel": "kênh",
    "event log": "sổ sự kiện",
    "confidence interval": "khoảng tin cậy",
}
PATTERNS = {re.compile(rf"(?<![\w.-]){re.escape(word)}s?(?![\w.=-])", re.I): use for word, use in INSTEAD.items()}
QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\{[^}]*\}")
VI = "src/wend/kit/texts/vi/voice.json"
GOOD: tuple[Files, ...] = (
    {VI: '{"voice.a": "Mỗi điểm chạm thuộc một giai đoạn.", "voice.b": "Dùng `wend ask funnel --channel x`."}'},
    {"src/wend/kit/texts/en/voice.json": '{"voice.a": "Each touchpoint has a stage."}'},
)
BAD: tuple[Files, ...] = (
    {VI: '{"voice.a": "Mỗi touchpoint thuộc một giai đoạn."}'},
    {VI: '{"voice.a": "Giai đoạn Bào chữa"}'},
    {"ui/src/texts/vi.json": '{"maps.stage": "Các stage của khách"}'},
)


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Find words that the glossary replaces, outside of commands and quotations."""
    return [
        Finding(path, 0, RULE, f"{key}: say “{use}”")
        for path in paths
        if path.startswith(FOLDERS) and path.endswith(".json")
        for key, text in _texts(root / path)
        for pattern, use in PATTERNS.items()
        if pattern.search(QUOTED.sub(" ", text))
    ]


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    yield from json.loads(file.read_text(encoding="utf-8")).items()
