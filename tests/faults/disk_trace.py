"""What a process did to its files, call by call, as the kernel was asked: read from the trace of a run.

Reads the output of `strace -f -y -xx`: paths and data are hexadecimal, so that no name and no byte is misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

CALLS = (
    "openat,pwrite64,write,lseek,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,"
    "fsync,fdatasync"
)
Kind = Literal["create", "write", "truncate", "rename", "link", "unlink", "mkdir", "sync", "said"]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done to a path. `began` is how many acts had ended when it began: a sync covers those only."""

    kind: Kind
    path: str
    began: int
    offset: int = 0
    data: bytes = b""
    to: str = ""


_LINE = re.compile(r"^(\d+) +(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?")
_RESUMED = re.compile(r"^<\.\.\. (\w+) resumed>(.*)$")
_UNFINISHED = " <unfinished ...>"
_FD = re.compile(r"^(?:AT_FDCWD|(\d+))<((?:\\x[0-9a-f]{2})*)>")
_ON_FILES = frozenset({"write", "pwrite64", "lseek", "ftruncate", "fsync", "fdatasync"})
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


class CutTrace(ValueError):
    """The trace does not show a whole write; it was taken with too small a limit."""


def acts(lines: Iterable[str]) -> Iterator[Act]:
    """The acts of a trace in the order in which they ended. `said` are writes to standard output."""
    reader, ended = _Reader(), 0
    waiting: dict[str, tuple[str, int]] = {}
    for line in lines:
        found = _LINE.match(line.rstrip("\n"))
        if found is None:
            continue
        process, said = found.groups()
        if said.endswith(_UNFINISHED):
            waiting[process] = said.removesuffix(_UNFINISHED), ended
            continue
        began, resumed = ended, _RESUMED.match(said)
        if resumed is not None and process in waiting:
            head, began = waiting.pop(process)
            said = head + resumed.group(2)
        call = _CALL.match(said)
        if call is None or int(call.group(3)) < 0:
            continue
        for act in reader.read(call.group(1), call.group(2), int(call.group(3)), began):
            ended += 1
            yield act


class _Reader:
    def __init__(self) -> None:
        self._offset: dict[str, int] = {}

    def read(self, call: str, given: str, result: int, began: int) -> Iterator[Act]:
        texts = [_plain(each).decode() for each, _ in _TEXT.findall(given)] if call not in _ON_FILES else []
        if call == "openat":
            self._offset[str(result)] = -1 if "O_APPEND" in given else 0
            if "O_CREAT" in given:
                yield Act("create", texts[0], began)
            if "O_TRUNC" in given:
                yield Act("truncate", texts[0], began)
        elif call in ("rename", "renameat", "renameat2"):
            yield Act("rename", texts[0], began, to=texts[1])
        elif call in ("link", "linkat"):
            yield Act("link", texts[0], began, to=texts[1])
        elif call in ("unlink", "unlinkat"):
            yield Act("unlink", texts[0], began)
        elif call in ("mkdir", "mkdirat"):
            yield Act("mkdir", texts[0], began)
        else:
            yield from self._on_file(call, given, result, began)

    def _on_file(self, call: str, given: str, result: int, began: int) -> Iterator[Act]:
        found = _FD.match(given)
        if found is None:
            return
        number, path = found.group(1), _plain(found.group(2)).decode()
        if call == "lseek":
            self._offset[number] = result
        elif call in ("fsync", "fdatasync"):
            yield Act("sync", path, began)
        elif call == "ftruncate":
            yield Act("truncate", path, began, offset=int(given.rsplit(",", 1)[1]))
        elif call in ("write", "pwrite64"):
            yield self._write(call, given, result, began, number, path)

    def _write(self, call: str, given: str, result: int, began: int, number: str, path: str) -> Act:
        [(text, cut)] = _TEXT.findall(given[given.index(">") :])
        data = _plain(text)[:result]
        if cut or len(data) < result:
            raise CutTrace(path)
        if number == "1":
            return Act("said", path, began, data=data)
        if call == "pwrite64":
            return Act("write", path, began, offset=int(given.rsplit(",", 1)[1]), data=data)
        at = self._offset.get(number, 0)
        self._offset[number] = at + result if at >= 0 else at
        return Act("write", path, began, offset=at, data=data)


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
