"""The bar as numbers: medians and ninetieth percentiles of files and functions against their targets."""

from pathlib import Path

from tools.house.budget import measures

TARGETS = {
    "source file": (120, 350),
    "source function": (9, 32),
    "test": (12, 30),
    "screen file": (120, 350),
}


def report(root: Path, paths: tuple[str, ...]) -> list[str]:
    """One line for each kind of thing that is there; `!` marks a number over its target."""
    kinds: dict[str, list[int]] = {}
    for path, function, _, lines in measures(root, paths):
        kind = _kind(path, function)
        if kind and lines:
            kinds.setdefault(kind, []).append(lines)
    shown = [_line(kind, sorted(kinds[kind])) for kind in TARGETS if kind in kinds]
    return [*shown, _ratio(root, paths)]


def _ratio(root: Path, paths: tuple[str, ...]) -> str:
    """Test lines to source lines of Python; the target is at least as many."""
    counts = {"src/": 0, "tests/": 0}
    for path, function, _, lines in measures(root, paths):
        top = path.split("/")[0] + "/"
        if not function and path.endswith(".py") and top in counts:
            counts[top] += lines
    ratio = counts["tests/"] / max(1, counts["src/"])
    return f"{'!' if ratio < 1 else ' '} test lines to source lines: {ratio:.2f} (≥ 1.0)"


def _kind(path: str, function: str) -> str:
    if path.startswith("src/"):
        return "source function" if function else "source file"
    if path.startswith("tests/") and function.startswith("test_"):
        return "test"
    return "screen file" if path.startswith("ui/src/") else ""


def _line(kind: str, sizes: list[int]) -> str:
    median, p90 = sizes[len(sizes) // 2], sizes[int(len(sizes) * 0.9)]
    most_median, most_p90 = TARGETS[kind]
    mark = "!" if median > most_median or p90 > most_p90 else " "
    return f"{mark} {kind}: {len(sizes)}, median {median} (≤ {most_median}), p90 {p90} (≤ {most_p90}), max {sizes[-1]}"
