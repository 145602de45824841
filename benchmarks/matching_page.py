"""Figures of `matching.py` among the words of `matching_page.en.md` and `matching_page.vi.md`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

Figures = Mapping[str, Mapping[str, float]]


def written(language: str, found: Figures, load: str) -> str:
    """The whole page."""
    page = Path(__file__).with_name(f"matching_page.{language}.md").read_text(encoding="utf-8")
    return page.format(table="\n".join(_row(name, each) for name, each in found.items()), load=load)


def _row(name: str, each: Mapping[str, float]) -> str:
    cells = [
        name,
        f"{each['records']:,.0f}",
        *(f"{each[key]:.4f}" for key in ("precision", "recall", "f1", "b3")),
        f"{each['seconds']:.0f}",
        f"{each['memory']:,.0f}",
        f"{each['base_precision']:.3f} / {each['base_recall']:.3f} / {each['base_f1']:.3f}",
    ]
    return f"| {' | '.join(cells)} |"
