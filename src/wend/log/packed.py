"""Many arrays in one file, each mapped into memory where it lies.

A bucket of the journal is one such file, because every file costs a force-to-disk when it is written. Layout: eight
bytes of
magic, the header's length, the header (JSON: name → type, place, members), then the arrays, each at a multiple of 64
bytes.
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.log.durable import force, needing_room

MAGIC = b"WENDJRN1"
_ALIGN = 64

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Written:
    """What tells a whole file from a damaged one."""

    bytes: int
    header: int


def write(path: Path, arrays: Mapping[str, Array]) -> Written:
    """Write the arrays and force them to disk; the folder's names are the caller's to force."""
    places: dict[str, tuple[str, int, int]] = {}
    at = 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, at, len(array))
        at += -(-array.nbytes // _ALIGN) * _ALIGN
    header = json.dumps(places).encode()
    start = -(-(len(MAGIC) + 8 + len(header)) // _ALIGN) * _ALIGN
    fresh = path.with_name(path.name + ".new")  # never written in place: somebody may have the old file mapped
    with needing_room(fresh), fresh.open("wb") as file:
        file.write(MAGIC + len(header).to_bytes(8, "little") + header)
        for name, array in arrays.items():
            file.seek(start + places[name][1])
            file.write(np.ascontiguousarray(array).data.cast("B") if array.nbytes else b"")
        file.truncate(start + at)
        file.flush()
        force(file.fileno(), fresh.name)
    fresh.replace(path)
    return Written(start + at, zlib.crc32(header))


class Damaged(Exception):
    """The file is not the one that was written."""


def read(path: Path, expected: Written) -> dict[str, Array]:
    """Map the arrays of a file, read-only; raises Damaged when size or header are not what was written."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size != expected.bytes:
                raise Damaged(path.name)
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as missing:
        raise Damaged(path.name) from missing
    length = int.from_bytes(mapped[8:16], "little")
    header = mapped[16 : 16 + length]
    if mapped[:8] != MAGIC or zlib.crc32(header) != expected.header:
        raise Damaged(path.name)
    start = -(-(16 + length) // _ALIGN) * _ALIGN
    places: dict[str, tuple[str, int, int]] = json.loads(header)
    return {name: np.frombuffer(mapped, kind, n, start + at) for name, (kind, at, n) in places.items()}
