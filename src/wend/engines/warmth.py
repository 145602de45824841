"""Whether every kernel of this installation is compiled and on disk, so that loading it takes no time.

Numba keeps one file a kernel and knows of each alone whether it is there. A mark beside them, named after all sources
and the processor, says it of them all: it is written when `wend warm` has gone through, and a new version misses it.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path

import numba
from numba.core.registry import cpu_target

from wend.folds.driver import kept_in

_MARK = "warmed-"


def is_warm(folder: Path | None = None) -> bool:
    """Whether what is compiled here is on disk already, in the compiler's own folder or in another one."""
    return ((folder or kept_in()) / _mark()).is_file()


def remember(folder: Path | None = None) -> None:
    """Say that it is, and forget what was said of other versions. On a disk that may not be written nobody knows."""
    folder = folder or kept_in()
    with suppress(OSError):
        for old in folder.glob(f"{_MARK}*"):
            old.unlink(missing_ok=True)
        (folder / _mark()).touch()


@cache
def _mark() -> str:
    digest = hashlib.sha256(f"{numba.__version__} {cpu_target.target_context.codegen().magic_tuple()}".encode())
    package = Path(__file__).parents[1]
    for source in sorted(package.rglob("*.py")):
        digest.update(source.relative_to(package).as_posix().encode())
        digest.update(source.read_bytes())
    return f"{_MARK}{digest.hexdigest()[:32]}"
