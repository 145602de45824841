"""Blocks of UTF-8 text from a file on disk: unpacked, decoded, and never more than a block at a time in memory."""

from __future__ import annotations

import codecs
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wend.collect.errors import (
    FileDamaged,
    FileIsDirectory,
    FileMissing,
    FileUnreadable,
    UnknownEncoding,
    UnpacksTooLarge,
)

BLOCK_BYTES = 8 * 1024 * 1024
"""Bytes of text per block: large enough for compiled loops, small enough for many blocks in flight."""
SAMPLE_BYTES = 256 * 1024
MOST_UNPACKED_RATIO = 400
"""Real logs pack up to about 1:100; a file of zeros packs 1:1030."""
RATIO_COUNTS_FROM = 64 * 1024 * 1024
_GZIP = b"\x1f\x8b"
_PIECE = 512 * 1024


@dataclass
class ByteStream:
    """The bytes of a file, gunzipped when it is packed. `position` is how far we are in the file on disk."""

    path: Path
    ratio: int = MOST_UNPACKED_RATIO
    position: int = 0

    def blocks(self, size: int = BLOCK_BYTES) -> Iterator[bytes]:
        """Blocks of exactly `size` bytes, the last one shorter: the same cut every time, packed or not."""
        with open_binary(self.path) as file:
            packed = file.read(2) == _GZIP
            file.seek(0)
            pieces = self._unpacked(file) if packed else self._plain(file, size)
            held = bytearray()
            for piece in pieces:
                if not held and len(piece) == size:
                    yield piece
                    continue
                held += piece
                while len(held) >= size:
                    yield bytes(held[:size])
                    del held[:size]
            if held:
                yield bytes(held)

    def _plain(self, file: BinaryIO, size: int) -> Iterator[bytes]:
        while piece := file.read(size):
            self.position += len(piece)
            yield piece

    def _unpacked(self, file: BinaryIO) -> Iterator[bytes]:
        """Every member of a gzip file, refusing one that grows beyond reason."""
        unpacker = zlib.decompressobj(wbits=31)
        made = 0
        begun = False
        while piece := file.read(_PIECE):
            self.position += len(piece)
            while piece:
                if unpacker.eof:
                    if not piece.startswith(_GZIP[: len(piece)]):
                        return  # padding behind the last member, as tapes and some servers write it
                    unpacker, begun = zlib.decompressobj(wbits=31), False
                made += len(out := self._inflate(unpacker, piece))
                begun = True
                if made > RATIO_COUNTS_FROM and made > self.ratio * self.position:
                    raise UnpacksTooLarge(file=self.path.name, ratio=self.ratio)
                if out:
                    yield out
                piece = unpacker.unconsumed_tail or unpacker.unused_data
        if begun and not unpacker.eof:
            raise FileDamaged(file=self.path.name)

    def _inflate(self, unpacker: zlib._Decompress, piece: bytes) -> bytes:
        try:
            return unpacker.decompress(piece, BLOCK_BYTES)
        except zlib.error as error:
            raise FileDamaged(file=self.path.name) from error


def open_binary(path: Path) -> BinaryIO:
    """Open a file to read, or say in a person's words why not."""
    if path.is_dir():
        raise FileIsDirectory(file=str(path))
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise FileMissing(file=str(path)) from error
    except OSError as error:
        raise FileUnreadable(file=str(path)) from error


def beginning(path: Path) -> bytes:
    """The first bytes of the file, unpacked."""
    return next(ByteStream(path).blocks(SAMPLE_BYTES), b"")


def encoding_of(sample: bytes) -> str:
    """The character encoding of a text, told from its first bytes: a byte order mark, UTF-16's zeros, UTF-8, else
    cp1258.

    cp1258 (Vietnamese Windows) is the guess for everything that is not Unicode; for Western European letters it
    equals cp1252.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if sample.startswith(mark):
            return name
    even, odd = sample[0:4096:2].count(0), sample[1:4096:2].count(0)
    pairs = max(1, min(len(sample), 4096) // 2)
    if odd > pairs * 0.4 and even < pairs * 0.1:
        return "utf-16-le"
    if even > pairs * 0.4 and odd < pairs * 0.1:
        return "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "cp1258"
    return "utf-8"


def text_blocks(stream: ByteStream, encoding: str, size: int = BLOCK_BYTES) -> Iterator[bytes]:
    """Blocks of UTF-8 from a stream in any encoding; cp1258's loose tone marks are composed (NFC)."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    except LookupError as error:
        raise UnknownEncoding(encoding=encoding) from error
    if codecs.lookup(encoding).name == "utf-8":
        yield from stream.blocks(size)
        return
    if encoding == "utf-8-sig":
        yield from _without_mark(stream, size)
        return
    kept = ""
    for block in stream.blocks(size):
        text = kept + decoder.decode(block)
        kept = text[-1:]  # a tone mark may open the next block
        yield _composed(text[:-1])
    yield _composed(kept + decoder.decode(b"", final=True))


def _without_mark(stream: ByteStream, size: int) -> Iterator[bytes]:
    first = True
    for block in stream.blocks(size):
        yield block[3:] if first else block
        first = False


def _composed(text: str) -> bytes:
    return unicodedata.normalize("NFC", text).encode("utf-8", errors="replace")
