"""What a lint returns, what it shows as example, and the two forms a lint can have."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place that breaks one rule; `line` counts from 1 (0 when the finding is about the whole file)."""

    path: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        """Print as `path:line rule message`, which editors turn into a link."""
        return f"{self.path}:{self.line} {self.rule} {self.message}"


@dataclass(frozen=True, slots=True)
class Example:
    """A few lines that stand in `path`; the path matters because most rules depend on the room."""

    path: str
    source: str


Files = Mapping[str, str]
"""A small tree for rules that look at several files at once: path from the root → content."""


class _Rule(Protocol):
    @property
    def RULE(self) -> str:  # noqa: N802 -- a module's constant
        """The rule's name, as printed."""
        ...


class FileRule(_Rule, Protocol):
    """A rule that judges one Python file at a time; a module with these four names is one."""

    @property
    def GOOD(self) -> tuple[Example, ...]:  # noqa: N802
        """Lines in which the rule finds nothing."""
        ...

    @property
    def BAD(self) -> tuple[Example, ...]:  # noqa: N802
        """Examples in each of which the rule finds something."""
        ...

    def check(self, tree: ast.Module, path: str) -> list[Finding]:
        """Return what breaks the rule in the file at `path` (from the root, with forward slashes)."""
        ...


class TreeRule(_Rule, Protocol):
    """A rule that needs the whole tree, such as two language files side by side."""

    @property
    def GOOD(self) -> tuple[Files, ...]:  # noqa: N802
        """Trees in which the rule finds nothing."""
        ...

    @property
    def BAD(self) -> tuple[Files, ...]:  # noqa: N802
        """Trees in each of which the rule finds something."""
        ...

    def check_tree(self, root: Path, paths: tuple[str, ...]) -> list[Finding]:
        """Return what breaks the rule below `root`; `paths` are the files that belong to the tree."""
        ...
