"""The drawing as a picture (PNG) and as a page (PDF, vectors with embedded glyphs)."""

from __future__ import annotations

import json
import re

from wend.kit.drawing.typeface import FAMILY, font_paths

_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def png(svg: str, scale: float = 2.0) -> bytes:
    """The drawing as pixels, `scale` to each unit of the drawing."""
    import resvg_py

    width = _size(svg)[0]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=_without_style(svg),
            width=round(width * scale),
            font_files=font_paths(),
            font_family=FAMILY,
            skip_system_fonts=True,
        )
    )


def pdf(svg: str) -> bytes:
    """The drawing as one vector page of its own size."""
    import typst

    width, height = _size(svg)
    source = (
        f"#set page(width: {width * 0.75}pt, height: {height * 0.75}pt, margin: 0pt)\n"
        f'#set text(font: {json.dumps(FAMILY)})\n#image(bytes(sys.inputs.at("svg")), format: "svg", width: 100%)\n'
    )
    folder = [str(path).rpartition("/")[0] for path in font_paths()[:1]]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=folder)
    made = typst.compile(source.encode(), font_paths=fonts, sys_inputs={"svg": _without_style(svg)})
    return bytes(made)


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError(svg[:80])
    return float(found[1]), float(found[2])


def _without_style(svg: str) -> str:
    """These renderers take fonts as files; the copy inside the drawing would only slow them."""
    return _STYLE.sub("", svg)
