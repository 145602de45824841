"""A file has at most 500 lines and a function at most 60, unless a signed note says why.

Story: small files are no beauty by themselves (our contrast has smaller ones than every anchor), but each thing that
went out of hand had been "still manageable" the year before: one hub class of 2,594 lines, one test file of 9,980. The
note makes somebody sign for it. Targets for the middle and the long tail are printed by every run.
"""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.house.finding import Files, Finding
from tools.house.reading import nodes, tree_of

RULE = "budget"
HERE = Path(__file__).parent
FILE_LINES = 500
FUNCTION_LINES = 60
SUFFIXES = (".py", ".ts", ".tsx", ".css")
GENERATED = ("ui/src/api/",)
LONG = "x = 1\n" * 501
GOOD: tuple[Files, ...] = ({"src/wend/maps/rules.py": "def f():\n" + "    x = 1\n" * 50, "docs/long.md": LONG},)
BAD: tuple[Files, ...] = (
    {"src/wend/maps/rules.py": LONG},
    {"ui/src/App.tsx": LONG},
    {"src/wend/maps/rules.py": "def f():\n" + "    x = 1\n" * 60},
)


@dataclass(frozen=True, slots=True)
class Note:
    """Who signed for how many lines of what, and why; an empty function means the whole file."""

    path: str
    lines: int
    because: str
    signed: str
    function: str = ""


@cache
def notes() -> dict[tuple[str, str], Note]:
    """The signed notes by path and function."""
    table = tomllib.loads((HERE / "signed.toml").read_text(encoding="utf-8"))
    read = [Note(**entry) for entry in table.get("note", [])]
    return {(note.path, note.function): note for note in read if note.because and note.signed}


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Find what is over its budget, and notes that nothing needs any more."""
    needed: set[tuple[str, str]] = set()
    found: list[Finding] = []
    for path, function, line, lines in measures(root, paths):
        most = FUNCTION_LINES if function else FILE_LINES
        if lines <= most:
            continue
        note = notes().get((path, function))
        needed.add((path, function))
        if note is None or lines > note.lines:
            found.append(Finding(path, line, RULE, f"{function or 'file'} has {lines} lines, at most {most}"))
    stale = [note for key, note in notes().items() if key not in needed and note.path in paths]
    return found + [Finding(note.path, 0, RULE, f"the note on {note.function or 'file'} is needless") for note in stale]


def measures(root: Path, paths: tuple[str, ...]) -> Iterator[tuple[str, str, int, int]]:
    """Path, function ("" = the file), first line and number of lines of everything that has a budget."""
    for path in paths:
        if not path.endswith(SUFFIXES) or path.startswith(GENERATED):
            continue
        source = (root / path).read_text(encoding="utf-8")
        yield path, "", 1, source.count("\n")
        if path.endswith(".py"):
            for node in nodes(tree_of(root / path)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield path, node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1
