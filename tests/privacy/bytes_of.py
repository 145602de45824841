"""A search of every byte below a folder, written without Wend: raw, and unpacked wherever bytes are packed."""

from __future__ import annotations

import gzip
import io
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def found_in(folder: Path, canaries: Sequence[str]) -> list[tuple[str, str]]:
    """(canary, file) for every canary found in any file or in the name of one."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            for said in (str(path.relative_to(folder)).encode(), *_layers(path)):
                found += [(each, str(path.relative_to(folder))) for each in canaries if _holds(said, each)]
    return found


def _holds(said: bytes, canary: str) -> bool:
    spellings = {canary, canary.upper(), canary.lower(), canary.encode("ascii", "backslashreplace").decode()}
    return any(each.encode(code) in said for each in spellings for code in ("utf-8", "utf-16-le"))


def _layers(path: Path) -> Iterator[bytes]:
    raw = path.read_bytes()
    yield raw
    if path.suffix == ".parquet":
        columns = pq.read_table(path).to_pydict()
        yield repr({name: columns[name] for name in columns}).encode()
    if raw[:2] == b"\x1f\x8b":
        yield gzip.decompress(raw)
    if raw[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            for name in packed.namelist():
                yield packed.read(name)
    yield from _arrow(raw)
    if raw[:15] == b"SQLite format 3":
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as read:
            for (name,) in read.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                yield repr(read.execute(f'SELECT * FROM "{name}"').fetchall()).encode()


def _arrow(raw: bytes) -> Iterator[bytes]:
    """Arrow files inside a file: their buffers may be compressed."""
    at = raw.find(b"ARROW1\0\0")
    while at >= 0:
        try:
            with pa.ipc.open_file(pa.py_buffer(raw[at:])) as reader:
                yield repr(reader.read_all().to_pydict()).encode()
        except pa.ArrowInvalid:
            pass
        at = raw.find(b"ARROW1\0\0", at + 8)
