"""Run every rule over a tree: the files git would commit, so that built and local files are not judged."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from tools.house import allowances
from tools.house.finding import Files, Finding, TreeRule
from tools.house.reading import tree_of
from tools.house.rules import FILE_RULES, TREE_RULES

ROOT = Path(__file__).resolve().parents[2]


def tree_paths(root: Path) -> tuple[str, ...]:
    """Tracked and new files below `root`, sorted, without the ignored ones."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607 -- git is found on PATH
        cwd=root, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return tuple(sorted({path for path in listing.split("\0") if path and (root / path).is_file()}))


def check_files(files: Files, root: Path, rule: TreeRule) -> list[Finding]:
    """Write a small tree below `root` and judge it with one tree rule; used by the rules' own examples."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return rule.check_tree(root, tuple(sorted(files)))


def check_all(root: Path, paths: Iterable[str] | None = None) -> list[Finding]:
    """Run every rule over the tree at `root`; the findings are sorted by place."""
    chosen = tuple(paths) if paths is not None else tree_paths(root)
    found: list[Finding] = []
    for path in chosen:
        if path.endswith(".py"):
            tree = tree_of(root / path)
            found += [finding for rule in FILE_RULES for finding in rule.check(tree, path)]
    for tree_rule in TREE_RULES:
        found += tree_rule.check_tree(root, chosen)
    return sorted(allowances.without_allowed(found))
