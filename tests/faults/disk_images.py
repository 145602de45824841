"""Disks as a power cut may leave them, made from what a process did and what it forced to disk.

What was forced to disk before the cut is there. Of what came after the last force, anything may be there: nothing, all
of it, or some writes, a third of those torn at a sector. The same holds for names: a file that was made, renamed or
removed without its folder being forced may still be as it was.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal, TypeVar

from tests.faults.disk_trace import Act

T = TypeVar("T")
SECTOR = 512
TORN = 0.3
Left = Literal["nothing", "everything", "something"]


@dataclass(slots=True)
class _File:
    """What a file holds for sure, and what was written since."""

    forced: bytearray = field(default_factory=bytearray)
    young: list[tuple[int, Act]] = field(default_factory=list)


@dataclass(slots=True)
class _Disk:
    """Names and files. `names` is what the process sees; `forced` what the disk is sure of; `young` the changes
    between the two, per folder.
    """

    files: list[_File] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    forced: dict[str, int] = field(default_factory=dict)
    young: list[tuple[int, str, int | None]] = field(default_factory=list)

    def new(self, content: bytes = b"") -> int:
        self.files.append(_File(bytearray(content)))
        return len(self.files) - 1

    def name(self, number: int, path: str, file: int | None) -> None:
        """From act `number` on, the path is this file (None: nothing)."""
        if file is None:
            self.names.pop(path, None)
        else:
            self.names[path] = file
        self.young.append((number, path, file))


class Replay:
    """Follows a run act by act from the disk it began with; `image` makes a disk as a cut right now may leave it."""

    def __init__(self, root: Path, before: dict[str, bytes]) -> None:
        self._root = str(root)
        self._disk = _Disk()
        self._number = 0
        for path, content in before.items():
            file = self._disk.new(content)
            self._disk.names[path] = self._disk.forced[path] = file

    def follow(self, act: Act) -> None:
        """Take the next act in."""
        self._number += 1
        if act.path != self._root and not act.path.startswith(self._root + "/"):
            return
        match act.kind:
            case "create":
                if act.path not in self._disk.names:
                    self._disk.name(self._number, act.path, self._disk.new())
            case "write" | "truncate":
                self._file(act.path).young.append((self._number, act))
            case "rename" | "link":
                self._disk.name(self._number, act.to, self._disk.names.get(act.path))
                if act.kind == "rename":
                    self._disk.name(self._number, act.path, None)
            case "unlink":
                self._disk.name(self._number, act.path, None)
            case "sync":
                self._sync(act)

    def image(self, into: Path, chance: random.Random, left: Left) -> None:
        """Write the files of a disk after a cut below `into`."""
        names = dict(self._disk.forced)
        for _, path, file in self._some(self._disk.young, chance, left, in_order=True):
            if file is None:
                names.pop(path, None)
            else:
                names[path] = file
        for path, number in names.items():
            place = into / PurePosixPath(path).relative_to(self._root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(self._content(self._disk.files[number], chance, left))

    def _content(self, file: _File, chance: random.Random, left: Left) -> bytes:
        content = bytearray(file.forced)
        for _, act in self._some(file.young, chance, left, in_order=False):
            _apply(content, act, chance if left == "something" else None)
        return bytes(content)

    def _file(self, path: str) -> _File:
        if path not in self._disk.names:
            self._disk.name(self._number, path, self._disk.new())
        return self._disk.files[self._disk.names[path]]

    def _sync(self, act: Act) -> None:
        """A file's content is sure up to what had ended before the call began; a folder's names likewise."""
        file = self._disk.names.get(act.path)
        if file is not None:
            held = self._disk.files[file]
            for number, each in held.young:
                if number <= act.began:
                    _apply(held.forced, each, None)
            held.young = [(number, each) for number, each in held.young if number > act.began]
            return
        kept = []
        for number, path, named in self._disk.young:
            if number > act.began or str(PurePosixPath(path).parent) != act.path:
                kept.append((number, path, named))
            elif named is None:
                self._disk.forced.pop(path, None)
            else:
                self._disk.forced[path] = named
        self._disk.young = kept

    @staticmethod
    def _some(young: Sequence[T], chance: random.Random, left: Left, *, in_order: bool) -> Sequence[T]:
        if left == "nothing":
            return []
        if left == "everything":
            return young
        if in_order:  # a journalling file system keeps the order of names
            return young[: chance.randrange(len(young) + 1)]
        return [each for each in young if chance.random() < 0.5]


def _apply(content: bytearray, act: Act, chance: random.Random | None) -> None:
    if act.kind == "truncate":
        del content[act.offset :]
        content.extend(bytes(act.offset - len(content)))
        return
    offset, data = (len(content) if act.offset < 0 else act.offset), act.data
    if chance is not None and chance.random() < TORN:
        data = data[: chance.randrange(0, len(data) + 1) // SECTOR * SECTOR]
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data
