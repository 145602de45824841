"""XML read as it comes, a piece at a time, by a parser that follows no entity and opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax import ContentHandler, SAXParseException  # only the types; the parser is defusedxml's

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from wend.collect.errors import FileDamaged
from wend.collect.reading.stream import ByteStream

_PIECE = 1 << 18


def fed(path: Path, handler: ContentHandler, stream: ByteStream | None = None) -> Iterator[None]:
    """Tell the handler what stands in a file, and stop after every piece. Raises FileDamaged for broken XML, and for
    XML that declares entities.
    """
    parser = DefusedExpatParser()
    parser.setContentHandler(handler)
    try:
        for piece in (stream or ByteStream(path)).blocks(_PIECE):
            parser.feed(piece)
            yield
        parser.close()
        yield
    except (SAXParseException, DefusedXmlException) as error:
        raise FileDamaged(file=path.name) from error
