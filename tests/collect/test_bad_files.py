"""Whatever a file is, the answer is a sentence in both languages or rows in quarantine, never a traceback."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from tests.collect.conftest import Write, bring_in, events_of
from wend.collect import errors
from wend.collect.facade import quarantined
from wend.collect.mapping.model import FileShape
from wend.collect.reading.delimited import DelimitedReader, open_delimited
from wend.collect.reading.dialect import Dialect
from wend.collect.reading.opening import open_file
from wend.collect.reading.stream import ByteStream
from wend.kit.errors import Mistake
from wend.kit.texts import LANGUAGES
from wend.workspaces.facade import Workspace

HEAD = "customer,event,time\n"
GOOD = "lan,cart.filled,2026-01-02 03:04:05\n"
MB = 1 << 20


def read(path: Path, limit: int = MB, shape: FileShape | None = None) -> list[tuple[str, ...]]:
    """All good rows of a file."""
    rows: list[tuple[str, ...]] = []
    for chunk in open_file(path, shape or FileShape(), limit).chunks():
        rows += zip(*(column.to_pylist() for column in chunk.table.columns), strict=True)
    return rows


def bomb() -> bytes:
    packed = io.BytesIO()
    with gzip.open(packed, "wb") as file:
        for _ in range(96):
            file.write(bytes(MB))
    return packed.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


REFUSED: list[tuple[str, bytes, type[Mistake]]] = [
    ("empty.csv", b"", errors.FileEmpty),
    ("blank.csv", b"\n\n  \n", errors.FileEmpty),
    ("zeros.csv", bytes(5000), errors.FileEmpty),
    ("header_only.csv", HEAD.encode(), errors.NoRows),
    ("no_header.csv", b"17,cart,2026-01-01\n18,cart,2026-01-02\n", errors.NoHeader),
    ("no_header_mail.csv", b"lan@shop.vn;cart;x\nan@shop.vn;cart;y\n", errors.NoHeader),
    ("twice.csv", b"customer,event,time,event\nlan,a,2026-01-01,b\n", errors.DuplicateHeader),
    (
        "wide.csv",
        (",".join(f"c{n}" for n in range(5000)) + "\n" + ",".join("x" * 5000) + "\n").encode(),
        errors.TooManyColumns,
    ),
    ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), errors.NotATable),
    ("noise.bin", bytes((n * 7919) % 32 for n in range(4096)), errors.NotATable),
    ("page.xml", b"<?xml version='1.0'?><html></html>", errors.NotATable),
    ("list.json", b'[{"a": 1}, {"a": 2}]', errors.JsonIsOneDocument),
    ("pretty.json", b'{\n  "a": 1\n}\n', errors.JsonIsOneDocument),
    ("files.zip", zipped("events.csv", (HEAD + GOOD).encode()), errors.ArchiveRefused),
    ("bomb.xlsx", zipped("xl/worksheets/sheet1.xml", bytes(96 * MB)), errors.UnpacksTooLarge),
    ("broken.xlsx", zipped("xl/worksheets/sheet1.xml", b"<x"), errors.FileDamaged),
    ("cut.csv.gz", gzip.compress((HEAD + GOOD * 9000).encode())[:-200], errors.FileDamaged),
    ("cut.parquet", b"PAR1" + bytes(100), errors.FileDamaged),
    (
        "laughs.xes",
        b'<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaa">]><log><trace>&a;</trace></log>',
        errors.FileDamaged,
    ),
    ("cut.xes", b'<?xml version="1.0"?><log><trace><event>', errors.FileDamaged),
]


@pytest.mark.parametrize(("name", "content", "mistake"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_an_unusable_file_is_refused_in_both_languages(
    write: Write, name: str, content: bytes, mistake: type[Mistake]
) -> None:
    with pytest.raises(mistake) as caught:
        read(write(content, name))
    for language in LANGUAGES:
        said = [caught.value.message(language), caught.value.cause(language), caught.value.next_step(language)]
        assert all(said)
        assert name in " ".join(said)


def test_a_folder_and_a_missing_file_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(errors.FileIsDirectory):
        read(tmp_path)
    with pytest.raises(errors.FileMissing):
        read(tmp_path / "none.csv")


def test_a_gzip_bomb_stops_while_it_is_still_small(write: Write) -> None:
    reader = open_delimited(write((HEAD + GOOD).encode()), MB)
    bombed = replace(reader, path=write(bomb(), "bomb.csv.gz"))
    with pytest.raises(errors.UnpacksTooLarge):
        list(bombed.chunks())


class _Endless(ByteStream):
    """A line that does not end for two gigabytes, made as it is read."""

    def blocks(self, size: int = 0) -> Iterator[bytes]:  # noqa: ARG002  # cut where it likes
        yield (HEAD + GOOD).encode()
        for _ in range(256):
            yield b"x" * (8 * MB)
        yield b"\n" + GOOD.encode()


def test_a_line_of_two_gigabytes_is_passed_over_in_bounded_memory() -> None:
    dialect = Dialect(",", ("customer", "event", "time"), header=True)
    reader = DelimitedReader(Path("events.csv"), dialect, "utf-8", MB, opened=_Endless)
    chunks = list(reader.chunks())
    assert [line for chunk in chunks for line in chunk.lines] == [2, 4]
    assert [(row.line, row.reason) for chunk in chunks for row in chunk.bad] == [(3, "too_long")]
    assert max(len(row.original) for chunk in chunks for row in chunk.bad) < 10_000


def test_a_quote_that_never_closes_costs_one_row(write: Write, workspace: Workspace) -> None:
    path = write(HEAD + GOOD + 'an,"cart.filled,2026-01-02\n' + GOOD.replace("lan", "binh") * 3)
    done = bring_in(workspace, path)
    assert (done.events, done.bad) == (4, 1)
    [row] = quarantined(workspace)
    assert (row.file, row.line, row.reason) == ("events.csv", 3, "unclosed_quote")
    assert all(row.sentence(language) and row.next_step(language) for language in LANGUAGES)


def test_rows_of_the_wrong_width_and_wrong_dates_wait_in_quarantine(write: Write, workspace: Workspace) -> None:
    path = write(
        HEAD
        + GOOD
        + "an,cart.filled\n"
        + "an,cart.filled,2026-02-30\n"
        + "an,,2026-01-01\n,a.done,2026-01-01\n"
        + "an,b.done,\n"
    )
    bring_in(workspace, path)
    found = [(row.line, row.reason) for row in quarantined(workspace)]
    assert found == [(3, "wrong_count"), (4, "bad_time"), (5, "no_event_name"), (6, "no_customer"), (7, "no_time")]
    assert len(events_of(workspace)) == 1


def test_dates_that_are_all_wrong_stop_the_import_and_stay_in_quarantine(write: Write, workspace: Workspace) -> None:
    path = write(HEAD + "an,cart.filled,yesterday\n" * 5)
    with pytest.raises(errors.TooManyBadRows):
        bring_in(workspace, path)
    assert [row.reason for row in quarantined(workspace)] == ["bad_time"] * 5


def test_more_than_a_tenth_of_bad_rows_stops_the_import(write: Write, workspace: Workspace) -> None:
    path = write(HEAD + (GOOD * 8 + "an,cart.filled,never\n" * 2) * 1_500)
    with pytest.raises(errors.TooManyBadRows) as caught:
        bring_in(workspace, path)
    assert caught.value.details["bad"] == 3_000
    assert len(quarantined(workspace)) == 3_000


def test_nul_bytes_mixed_newlines_and_blank_lines_are_harmless(write: Write) -> None:
    path = write(b"customer,event,time\r\nlan,c\0art,1\r\rbinh,cart,2\n\n\nan,cart,3\r\n")
    assert read(path) == [("lan", "cart", "1"), ("binh", "cart", "2"), ("an", "cart", "3")]


def test_lines_are_counted_as_an_editor_counts_them(write: Write) -> None:
    path = write('customer,note\r\nlan,"one\r\ntwo"\r\n\r\nbinh,"x\ry"\nan,z\n')
    [chunk] = list(open_file(path, FileShape(), MB).chunks())
    assert chunk.lines.tolist() == [2, 5, 7]


ROWS = [("customer", "city"), ("lan", "Huế; cố đô"), ("bình", 'nói "vâng"')]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("packed", [False, True])
def test_every_encoding_and_delimiter_reads_the_same(write: Write, encoding: str, delimiter: str, packed: bool) -> None:
    lines = [delimiter.join('"' + value.replace('"', '""') + '"' for value in row) for row in ROWS]
    content = "\r\n".join(lines).encode(encoding)
    path = write(gzip.compress(content) if packed else content)
    assert read(path) == ROWS[1:]


def test_vietnamese_windows_text_is_composed(write: Write) -> None:
    decomposed = "customer;city\nlan;Hu\u00ea\u0301\nan;\u0110a\u0300 N\u0103\u0303ng\n"
    path = write(decomposed.encode("cp1258"))
    assert read(path)[0] == ("lan", "Huế")


def test_a_separator_line_of_a_spreadsheet_is_obeyed(write: Write) -> None:
    path = write("sep=;\ncustomer;note\nlan;a,b,c\n")
    [chunk] = list(open_file(path, FileShape(), MB).chunks())
    assert chunk.table.to_pylist() == [{"customer": "lan", "note": "a,b,c"}]
    assert chunk.lines.tolist() == [3]


def test_formula_cells_are_text(write: Write, workspace: Workspace) -> None:
    formula = '=HYPERLINK("http://x","y")'
    bring_in(
        workspace, write(HEAD.strip() + ',note\nlan,cart.filled,2026-01-02,"' + formula.replace('"', '""') + '"\n')
    )
    [event] = events_of(workspace)
    assert event["properties"] == '{"note":"=HYPERLINK(\\"http://x\\",\\"y\\")"}'


def test_a_workbook_gives_what_its_cells_show(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 0, ["Mã khách hàng", "Tổng", "Ghi chú"])
        sheet.write_row(3, 0, ["KH1", 250000, "=1+1"])
        sheet.write_formula(3, 3, "=1+1", None, 2)
        sheet.write_row(4, 0, ["KH2", 12.5])
    assert read(path)[0][:2] == ("KH2", "12.5")
    [chunk] = list(open_file(path, FileShape(), MB).chunks())
    assert [(row.line, row.reason) for row in chunk.bad] == [(4, "wrong_count")]


def test_bytes_that_are_no_utf8_cost_their_own_row(write: Write) -> None:
    path = write(b"customer,city\n" + b"lan,Hue\n" * 60_000 + b"an,Hu\xe9\n")
    chunks = list(open_file(path, FileShape(), MB).chunks())
    assert sum(chunk.rows for chunk in chunks) == 60_000
    assert [(row.line, row.reason) for chunk in chunks for row in chunk.bad] == [(60_002, "not_utf8")]


def test_json_lines_that_are_none_wait_in_quarantine(write: Write) -> None:
    deep = '{"a":' * 40 + "1" + "}" * 40
    many = "{" + ",".join(f'"k{n}":1' for n in range(600)) + "}"
    lines = [
        '{"a": {"b": 1.50}, "n": 9223372036854775808}',
        "nonsense",
        '{"a": NaN}',
        deep,
        "[1]",
        many,
        '{"a": "\\ud800"}',
        '{"c": "x\\u0000y"}',
    ]
    [chunk] = list(open_file(write("\n".join(lines), "events.jsonl"), FileShape(), MB).chunks())
    assert [row.reason for row in chunk.bad] == [
        "bad_json",
        "bad_json",
        "too_deep",
        "bad_json",
        "too_many_properties",
        "bad_json",
    ]
    assert chunk.table.to_pylist() == [
        {"a.b": "1.50", "n": "9223372036854775808", "c": ""},
        {"a.b": "", "n": "", "c": "xy"},
    ]
