"""`python -m tools.notebook FILE…`: run the cells of a notebook in order and keep what they gave, without a server.

A cell's output is the value of its last line, as text and, where it has them, as HTML and as a drawing.
"""

import ast
import json
import sys
from pathlib import Path
from typing import Any


def run(document: dict[str, Any], names: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The outputs of the code cells, run one after another; `names` is what they see and leave behind."""
    codes = [cell for cell in document["cells"] if cell["cell_type"] == "code"]
    return [_outputs(_value("".join(cell["source"]), names), number) for number, cell in enumerate(codes, 1)]


def keep(document: dict[str, Any], outputs: list[list[dict[str, Any]]]) -> None:
    """Write outputs into their cells."""
    codes = [cell for cell in document["cells"] if cell["cell_type"] == "code"]
    for number, (cell, output) in enumerate(zip(codes, outputs, strict=True), 1):
        cell["outputs"], cell["execution_count"] = output, number


def _value(source: str, names: dict[str, Any]) -> Any:
    """What the last line of a cell is, or None when it is no expression."""
    tree = ast.parse(source)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102  # a cell of our own documents
        return None
    tree.body.pop()
    exec(compile(tree, "cell", "exec"), names)  # noqa: S102  # the same
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307  # the same


def _outputs(value: Any, number: int) -> list[dict[str, Any]]:
    if value is None:
        return []
    shown = {"text/plain": repr(value)}
    for kind, method in (("text/html", "_repr_html_"), ("image/svg+xml", "_repr_svg_")):
        drawn = getattr(value, method, lambda: None)()
        if drawn:
            shown[kind] = drawn
    if len(shown) > 1:
        shown["text/plain"] = f"<{type(value).__name__}>"
    data = {kind: text.splitlines(keepends=True) for kind, text in shown.items()}
    return [{"output_type": "execute_result", "execution_count": number, "metadata": {}, "data": data}]


def main(files: list[str]) -> None:
    """Run each file in its own folder's names and write it back."""
    for file in map(Path, files):
        document = json.loads(file.read_text(encoding="utf-8"))
        keep(document, run(document, {}))
        file.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
