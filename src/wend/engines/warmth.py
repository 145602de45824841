"""Whether every kernel of this installation is compiled and on disk, so that loading it takes no time.

Numba keeps one file a kernel and knows of each alone whether it is there. A mark beside them, named after all sources
and the processor, says it of them all: it is written when `wend warm` has gone through, and a new version misses it.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import llvmlite.binding
import numba

from wend.folds.driver import kept_in

_MARK = "warmed-"


def is_warm() -> bool:
    """Whether what is compiled here is on disk already."""
    return _mark().is_file()


def remember() -> None:
    """Say that it is, and forget what was said of other versions. On a disk that may not be written nobody knows."""
    try:
        for old in kept_in().glob(f"{_MARK}*"):
            old.unlink(missing_ok=True)
        _mark().touch()
    except OSError:
        return


@cache
def _mark() -> Path:
    digest = hashlib.sha256(f"{numba.__version__} {llvmlite.binding.get_host_cpu_name()}".encode())
    package = Path(__file__).parents[1]
    for source in sorted(package.rglob("*.py")):
        digest.update(source.relative_to(package).as_posix().encode())
        digest.update(source.read_bytes())
    return kept_in() / f"{_MARK}{digest.hexdigest()[:32]}"
