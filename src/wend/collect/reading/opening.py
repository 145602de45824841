"""Which reader a file needs, told from its first bytes and not from its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

from wend.collect.errors import ArchiveRefused, FileEmpty, JsonIsOneDocument, NotATable
from wend.collect.mapping.model import FileShape
from wend.collect.reading import ocel_json, ocel_xml
from wend.collect.reading.chunk import Reader
from wend.collect.reading.delimited import open_delimited
from wend.collect.reading.jsonl import open_jsonl
from wend.collect.reading.ocel import OcelReader, Source
from wend.collect.reading.ocel_sqlite import repository as ocel_sqlite
from wend.collect.reading.parquet import open_parquet
from wend.collect.reading.stream import beginning, encoding_of, open_binary
from wend.collect.reading.workbook import open_workbook
from wend.collect.reading.xes import open_xes

_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ")
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def format_of(path: Path) -> str:
    """csv, parquet, jsonl, xlsx, xes or ocel. Raises a Mistake for what is none of them."""
    with open_binary(path) as file:
        raw = file.read(16)
    if not raw:
        raise FileEmpty(file=path.name)
    if raw.startswith(b"PK"):
        return _zipped(path)
    if raw.startswith(_ARCHIVES):
        raise ArchiveRefused(file=path.name)
    if raw.startswith(b"PAR1"):
        return "parquet"
    if raw.startswith(_OLD_EXCEL):
        return "xlsx"
    if raw.startswith(ocel_sqlite.BEGINNING) and ocel_sqlite.is_ocel(path):
        return "ocel"
    if raw.startswith((*_OTHERS, ocel_sqlite.BEGINNING)):
        raise NotATable(file=path.name)
    return _text_format(path, beginning(path))


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError) as error:
        raise NotATable(file=path.name) from error
    if not any(name.startswith("xl/") for name in names):
        raise ArchiveRefused(file=path.name)
    return "xlsx"


def _text_format(path: Path, sample: bytes) -> str:
    encoding = encoding_of(sample)
    text = sample.decode(encoding, errors="replace").lstrip("\ufeff \r\n\t")
    if not text.strip("\0"):
        raise FileEmpty(file=path.name)
    if text.startswith(("<?xml", "<log", "<!--")):
        if "<log" not in text:
            raise NotATable(file=path.name)
        return "ocel" if ocel_xml.is_ocel(text) else "xes"
    if ocel_json.is_ocel(text):
        return "ocel"
    if text.startswith("{"):
        first = text.partition("\n")[0].rstrip()
        if first == "{" or (not first.endswith("}") and "\n" in text):
            raise JsonIsOneDocument(file=path.name)
        return "jsonl"
    if text.startswith("["):
        raise JsonIsOneDocument(file=path.name)
    odd = sum(1 for letter in text[:4096] if ord(letter) < 32 and letter not in "\t\r\n\0\f\x1a")
    if odd > len(text[:4096]) * 0.02 or text[:4096].count("\0") > len(text[:4096]) * 0.3:
        raise NotATable(file=path.name)
    return "csv"


def open_file(path: Path, shape: FileShape, limit: int) -> Reader:
    """The reader of a file; `shape` overrules what the file looks like, `limit` is the longest row in bytes."""
    kind = shape.format or format_of(path)
    if kind == "csv":
        return open_delimited(path, limit, shape.delimiter or None, shape.encoding or None, shape.header)
    if kind == "jsonl":
        return open_jsonl(path, limit, shape.encoding, shape.record, beginning(path))
    if kind == "parquet":
        return open_parquet(path)
    if kind == "xlsx":
        return open_workbook(path, shape.sheet, shape.header)
    return _open_ocel(path) if kind == "ocel" else open_xes(path)


def _open_ocel(path: Path) -> OcelReader:
    """The reader of an object-centric log, its first events looked at."""
    reader = OcelReader(path, _ocel_source(path))
    reader.look()
    return reader


def _ocel_source(path: Path) -> Source:
    """One of the standard's three forms."""
    with open_binary(path) as file:
        if file.read(16).startswith(ocel_sqlite.BEGINNING):
            return ocel_sqlite.open_sqlite(path)
    sample = beginning(path)
    text = sample.decode(encoding_of(sample), errors="replace").lstrip("\ufeff \r\n\t")
    return ocel_xml.XmlLog(path) if text.startswith("<") else ocel_json.open_json(path)
