"""Run a fold over a whole journal on a Spark cluster: each task walks some buckets' Parquet files with the same
compiled code, and the answers are merged here. The answer equals the machine's cell for cell.

Executors need this version of Wend and reach the shelf; the journal itself, with names and traits, stays here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np

from wend.domain.selection import Selection
from wend.engines import budgets
from wend.engines.errors import ClusterDiffers
from wend.engines.executor import Bits, Cut, Read, Share, Task, unpacked
from wend.engines.jobs import rows_of
from wend.engines.lens import Lens
from wend.engines.machine import Machine, Members, merged
from wend.engines.shelf import CODES, Shelf, put_out
from wend.engines.source import Journal
from wend.engines.walking import Masks
from wend.folds.contract import NOT_COVERED, Answer, Cells, Fold
from wend.folds.driver import Chosen, sources_digest
from wend.folds.lapses import Hung

P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)


_LAPSES = "+"
"""What the name of a file of codes has before its bucket where it holds the lists of lapses beside them."""


class Cluster(Machine):
    """A machine whose walks run on executors. `versions` are those of the journal's buckets, `shelf` is a folder that
    the executors reach. Each of them may keep so many bytes of it `near`, on its own disk.
    """

    def __init__(
        self,
        journal: Journal,
        versions: Sequence[str],
        engine: str,
        shelf: str,
        threads: int | None = None,
        left_out: Masks | None = None,
        near: int = 0,
    ) -> None:
        super().__init__(journal, threads, left_out)
        self._versions, self._engine, self._shelf, self._near = tuple(versions), engine, Shelf(shelf), near

    def _over(self, journal: Any, left_out: Masks) -> Machine:
        return Cluster(journal, self._versions, self._engine, self._shelf.address, self.threads, left_out, self._near)

    def _answered(
        self, fold: Fold[P, A], params: P, selection: Selection, lens: Lens | None, among: Members | None
    ) -> tuple[A, Cells]:
        chosen = self._reading.chosen(selection, lens, None if among is None else among.masks, masked=False)
        return _merged(fold, params, self._run(fold, params, selection, chosen, lens, None))

    def _found(
        self,
        fold: Fold[P, A],
        params: P,
        cells: Callable[[A], Cells],
        selection: Selection,
        lens: Lens | None,
        among: Members | None,
    ) -> tuple[A, Masks]:
        chosen = self._reading.chosen(selection, lens, None if among is None else among.masks, masked=True)
        while True:
            masks = [np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in self.journal.buckets]
            rows = self._run(fold, params, selection, chosen, lens, cells)
            for row in rows:
                for number, bits in zip(row["buckets"], row["members"], strict=True):
                    masks[number] = Bits(bits, len(masks[number])).mask()
            answer, _ = _merged(fold, params, rows)
            if fold.overflowed is None or fold.wider is None or not fold.overflowed(answer):
                return answer, tuple(masks)
            params = fold.wider(params)

    def _run(
        self,
        fold: Fold[P, A],
        params: P,
        selection: Selection,
        chosen: Sequence[Chosen | None],
        lens: Lens | None,
        cells: Callable[[A], Cells] | None,
    ) -> list[dict[str, Any]]:
        """One row per task that had something to do."""
        blank = fold.blank(params)
        budgets.current().allow(sum(field.nbytes for field in blank))
        files = put_out(self._shelf, self.journal.buckets, self._versions, self.threads)
        home = lens is not None and (bool(lens.tested) or any((lens.steps, lens.marks, lens.stood, lens.lapsed)))
        nothing = [("", "")] * len(files)
        codes = self._codes(lens, files) if lens is not None and home else nothing
        shares = [
            Share(
                file,
                code,
                len(bucket.offsets) - 1,
                None if mine is None or mine.customers.all() else Bits.of(mine.customers),
                lapses,
            )
            for file, (code, lapses), bucket, mine in zip(files, codes, self.journal.buckets, chosen, strict=True)
        ]
        events = next((each._replace(customers=each.customers[:0]) for each in chosen if each is not None), None)
        read = None if lens is None or home else _read(lens)
        cut = Cut.of_view(blank, cells(blank)) if cells else None
        whole = self._reading.whole(selection)
        task = Task(fold.key, params, self._shelf, tuple(shares), events, read, cut, whole=whole, near=self._near)
        try:
            numbers = [number for number, file in enumerate(files) if file]
            walked = sum(len(self.journal.buckets[number].event) for number in numbers)
            rows = self._rows(task, numbers, walked)
        finally:
            if lens is not None and lens.marks is not None:
                self._shelf.drop([name for names in codes for name in names if name])
        for row in rows:
            if row["digest"] != sources_digest():
                raise ClusterDiffers(engine=self._engine)
        return rows

    def _rows(self, task: Task, numbers: Sequence[int], walked: int) -> list[dict[str, Any]]:
        """What the executors say of these buckets, which hold so many events."""
        return rows_of(self._engine, task, numbers, walked)

    def _codes(self, lens: Lens, files: Sequence[str]) -> list[tuple[str, str]]:
        """Files with the codes of events as a lens reads them that needs what is only here: properties of events, or
        the marks of one question; and beside each the lists of what time alone changes, "" where there are none.
        """
        there, names = self._shelf.names(), []
        for number, file in enumerate(files):
            hung = lens.lapsed(self.journal.buckets[number], number) if file and lens.lapsed else None
            named = self._named(lens, number, hung) if file else ""
            name, tables = file and f"{CODES}{named}-{file}", f"{CODES}{named}{_LAPSES}-{file}" if hung else ""
            if name and name not in there:
                seen = self._reading.columns(number, lens)
                stood = {} if lens.stood is None else {"stood": seen.stood}
                lapse = {} if hung is None else {"lapse": seen.lapse}
                self._shelf.put(name, {"step": seen.step, "about": seen.about} | stood | lapse)
            if hung is not None and tables not in there:
                self._shelf.put(tables, {"lapse_at": hung.lapse_at, "lapse_stood": hung.lapse_stood})
            names.append((name, tables))
        return names

    def _named(self, lens: Lens, number: int, hung: Hung | None) -> str:
        """What tells codes of the same bucket apart: the lens, or the codes themselves where they have no version."""
        told = hashlib.blake2b(lens.version.encode(), digest_size=8)
        if lens.marks is not None:
            seen = self._reading.columns(number, lens)
            for column in (seen.step, seen.about, *(hung or ())):
                told.update(column.data)
        return told.hexdigest()


def _read(lens: Lens) -> Read:
    """The tables of a lens without tests, narrowing included."""
    about = np.append(lens.about, np.uint16(NOT_COVERED))
    table = lens.table
    return Read(table, about) if lens.recode is None else Read(lens.recode[table], lens.recode[about])


def _merged(fold: Fold[P, A], params: P, rows: Sequence[dict[str, Any]]) -> tuple[A, Cells]:
    """All answers of tasks in one, and all tallies."""
    blank = fold.blank(params)
    kind = type(blank)
    parts = [(kind(*map(unpacked, row["answer"])), unpacked(row["tally"])) for row in rows]
    return merged(fold, parts or [(blank, np.zeros(3, np.int64))])
