"""A component file has at most 250 code lines, and no sentence on a screen is glued from translated pieces.

Story: a project we admire has this very rule and 9 % of its files break it, because nothing checks it; another ends at
one file of 3,991 lines. A component that grows has found a second component.
"""

import re
from pathlib import Path

from tools.house.finding import Files, Finding

RULE = "screens"
CODE_LINES = 250
COMMENT = re.compile(r"^\s*(?://|/\*|\*|\{/\*)")
SPEAKS = r"(?:t|say)\("
GLUED = re.compile(
    rf"\b{SPEAKS}(?:[^()]|\([^()]*\))*\)\s*\+(?!\+)"  # say("a") + …
    rf"|(?<!\+)\+\s*{SPEAKS}"  # … + say("a")
    rf"|\$\{{{SPEAKS}[^`]*\$\{{{SPEAKS}"  # `${say("a")} ${say("b")}`
)
GOOD: tuple[Files, ...] = (
    {"ui/src/rooms/maps/Map.tsx": "const a = 1\n" * 250 + "// why\n\n" * 100},
    {"ui/src/rooms/maps/Map.tsx": "<p>{t('maps.left', { count })}</p>\nconst at = get(a) + 1\n"},
)
BAD: tuple[Files, ...] = (
    {"ui/src/rooms/maps/Map.tsx": "const a = 1\n" * 251},
    {"ui/src/rooms/maps/Map.tsx": "const a = t('maps.left') + ' ' + name\n"},
    {"ui/src/rooms/maps/Map.tsx": "const a = '3 ' + t('maps.left')\n"},
    {"ui/src/rooms/maps/Map.tsx": "const a = say('maps.left', { n: 1 }) + name\n"},
    {"ui/src/rooms/maps/Map.tsx": "const a = `${t('maps.left')} ${t('maps.right')}`\n"},
)


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Judge the sources of the UI."""
    found: list[Finding] = []
    for path in paths:
        if not path.startswith("ui/src/") or not path.endswith((".ts", ".tsx")):
            continue
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        code = sum(bool(line.strip()) and COMMENT.match(line) is None for line in lines)
        if path.endswith(".tsx") and code > CODE_LINES:
            found.append(Finding(path, 1, RULE, f"{code} code lines, at most {CODE_LINES}; cut it by noun"))
        for number, line in enumerate(lines, start=1):
            if GLUED.search(line):
                found.append(Finding(path, number, RULE, "a sentence glued from translated pieces"))
    return found
