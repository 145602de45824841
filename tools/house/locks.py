"""Lock files pin by name, version and hash; they name no host, and no line comes without a hash.

Story: a lock that says where to fetch sends every user to that place, also when it is a mirror inside one company; a
lock without hashes installs whatever the place serves that day.
"""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from tools.house.finding import Files, Finding

RULE = "locks"
HOST = re.compile(r"://|^-i |--(?:extra-)?index-url|--find-links|^-f | @ |/dev/fd/")
PIN = re.compile(r"^[A-Za-z0-9][\w.-]*(?:\[[\w,]+\])?==")
GOOD: tuple[Files, ...] = (
    {"requirements/run.txt": "click==8.4.0 \\\n    --hash=sha256:00\n    # via wend (pyproject.toml)\n"},
    {"ui/package-lock.json": '{"packages": {"node_modules/react": {"version": "19.3.1", "integrity": "sha512-x"}}}'},
)
BAD: tuple[Files, ...] = (
    {"requirements/run.txt": "--index-url https://mirror.example/simple\nclick==8.4.0 --hash=sha256:00\n"},
    {"requirements/run.txt": "click==8.4.0\nrich==15.0 --hash=sha256:00\n"},
    {"requirements/run.txt": "click @ https://example.com/click.whl --hash=sha256:00\n"},
    {"ui/package-lock.json": '{"packages": {"node_modules/react": {"resolved": "https://mirror.example/react"}}}'},
    {"ui/package-lock.json": '{"packages": {"node_modules/react": {"version": "19.3.1"}}}'},
)


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Judge every lock file of Python and of the UI."""
    found: list[Finding] = []
    for path in paths:
        if path.startswith("requirements/") and path.endswith(".txt"):
            found += _check_requirements(path, (root / path).read_text(encoding="utf-8"))
        elif path.endswith("package-lock.json"):
            found += _check_packages(path, json.loads((root / path).read_text(encoding="utf-8")))
    return found


def _check_requirements(path: str, text: str) -> list[Finding]:
    found: list[Finding] = []
    for number, (line, after) in enumerate(pairwise([*text.splitlines(), ""]), start=1):
        if HOST.search(line):
            found.append(Finding(path, number, RULE, "names a place to fetch from"))
        elif PIN.match(line) and "--hash=" not in line and not after.startswith("    --hash="):
            found.append(Finding(path, number, RULE, "has no hash"))
    return found


def _check_packages(path: str, lock: dict[str, Any]) -> list[Finding]:
    found: list[Finding] = []
    for name, entry in lock.get("packages", {}).items():
        if "://" in str(entry.get("resolved", "")):
            found.append(Finding(path, 0, RULE, f"{name} names a place to fetch from"))
        elif name.startswith("node_modules/") and not entry.get("link") and "integrity" not in entry:
            found.append(Finding(path, 0, RULE, f"{name} has no hash"))
    return found
