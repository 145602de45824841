"""The screens' two text files say the same things, with the same places, and each text is shown somewhere.

Story: the browser's texts live beside the screens, out of sight of the Python rule; a half-translated page is the first
thing a Vietnamese user sees. Vietnamese needs no plural, so `x_one` and `x_other` count as one text.
"""

import json
import re
from pathlib import Path

from tools.house.finding import Files, Finding

RULE = "screen_texts"
EN, VI = "ui/src/texts/en.json", "ui/src/texts/vi.json"
PLURAL = re.compile(r"_(?:zero|one|two|few|many|other)$")
PLACE = re.compile(r"\{+\s*(\w+)[^}]*\}+")
LITERAL = re.compile(r"""(["'])([A-Za-z][\w-]*\.[\w.-]*)\1""")
TEMPLATE = re.compile(r"`([A-Za-z][\w-]*\.[^`]*)`")
VALUE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
SAYS: Files = {"ui/src/rooms/maps/Map.tsx": "say('maps.left', { count });\nsay(`maps.k.${kind.replace(' ', '_')}`);\n"}
GOOD: tuple[Files, ...] = (
    {
        EN: '{"maps.left_one": "{count} customer left", "maps.left_other": "{count} left", "maps.k.cart": "Cart"}',
        VI: '{"maps.left_other": "{count} khách rời đi", "maps.k.cart": "Giỏ hàng"}',
        **SAYS,
    },
)
BAD: tuple[Files, ...] = (
    {EN: '{"maps.left": "Left"}', VI: "{}", **SAYS},
    {EN: "{}", VI: '{"maps.left": "Đã rời đi"}', **SAYS},
    {EN: '{"maps.left": "Left"}', VI: '{"maps.left": " "}', **SAYS},
    {EN: '{"maps.left": "{n} left"}', VI: '{"maps.left": "{m} đã rời đi"}', **SAYS},
    {EN: '{"maps.old": "Old"}', VI: '{"maps.old": "Cũ"}', **SAYS},
)


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Compare the screens' texts with each other and with what the screens show."""
    if EN not in paths or VI not in paths:
        return []
    english, vietnamese = _read(root / EN), _read(root / VI)
    found = [Finding(VI, 0, RULE, f"{key} is missing") for key in english.keys() - vietnamese.keys()]
    found += [Finding(EN, 0, RULE, f"{key} is missing") for key in vietnamese.keys() - english.keys()]
    for path, texts, twin in ((EN, english, vietnamese), (VI, vietnamese, english)):
        empty = [key for key, said in texts.items() if not all(map(str.strip, said))]
        found += [Finding(path, 0, RULE, f"{key} is empty") for key in empty]
        found += [
            Finding(path, 0, RULE, f"{key} has other places than its twin")
            for key in texts.keys() & twin.keys()
            if path == VI and _places(texts[key]) != _places(twin[key])
        ]
    shown = _shown(root, paths)
    return found + [Finding(EN, 0, RULE, f"no screen shows {key}") for key in english if not shown.fullmatch(key)]


def _read(file: Path) -> dict[str, list[str]]:
    """The texts under each key without its plural ending."""
    texts: dict[str, list[str]] = {}
    for key, text in json.loads(file.read_text(encoding="utf-8")).items():
        texts.setdefault(PLURAL.sub("", key), []).append(text)
    return texts


def _places(texts: list[str]) -> set[str]:
    return {place for text in texts for place in PLACE.findall(text)}


def _shown(root: Path, paths: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that fits every key a screen can name; `${…}` in a key fits anything."""
    patterns: set[str] = set()
    for path in paths:
        if path.startswith("ui/src/") and path.endswith((".ts", ".tsx")):
            source = (root / path).read_text(encoding="utf-8")
            patterns |= {re.escape(literal) for _, literal in LITERAL.findall(source)}
            patterns |= {r"[\w.-]+".join(map(re.escape, VALUE.split(key))) for key in TEMPLATE.findall(source)}
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(patterns)) or "(?!)")
