"""Files of lists: which line names whom, what is said of the others, and the file that says it."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random

import pytest

from tests.customers.living import happens
from wend.segments import facade as segments
from wend.segments.listing import ListFile
from wend.workspaces.facade import Workspace

FILE = """email,note,phone
lan@shop.vn,"two
lines",

customer@,,
,nobody,
LAN@shop.vn ,,
n/a,,0903718264
,,"0903 718 264"
"""


def test_a_row_stands_on_the_line_on_which_it_begins() -> None:
    random = Random(11)
    for parted in ",;\t":
        out, lines = io.StringIO(), list[int]()
        writer = csv.writer(out, delimiter=parted)
        writer.writerow(["email", "note"])
        for number in range(50):
            out.write("\r\n" * random.randint(0, 2))
            lines.append(out.getvalue().count("\n") + 1)
            writer.writerow([f"a{number}@shop.vn", random.choice(["", "x\ny", "p,q;r\ts", 'say "it"'])])
        rows = list(ListFile(out.getvalue()))
        assert [row.line for row in rows] == lines
        assert [row.named for row in rows] == [(f"email:a{number}@shop.vn",) for number in range(50)]


def test_what_is_said_of_rows_names_their_lines(shop: Workspace) -> None:
    told = segments.create_list(shop, "VIP", segments.list_file(FILE), "mai")
    assert (told.rows, told.known, told.unknown, told.unreadable, told.repeated, told.same_person) == (6, 1, 1, 2, 2, 0)
    said = [(each.line, each.why, each.first) for each in told.left_out]
    assert said == [
        (5, "unreadable", None),
        (6, "empty", None),
        (7, "repeated", 2),
        (8, "unknown", None),
        (9, "repeated", 8),
    ]
    said_of = segments.said_of_row(told.left_out[2], "vi")
    assert said_of == ("Dòng 7: “LAN@shop.vn” đã có ở dòng 2, chỉ tính một lần.", "")
    assert [each.written for each in told.left_out] == ["customer@", "", "LAN@shop.vn", "0903718264", "0903 718 264"]


def test_a_customer_by_two_identifiers_counts_once_and_stays_when_only_one_is_left(shop: Workspace) -> None:
    told = segments.create_list(shop, "VIP", ["customer:1", "lan@shop.vn", "customer:3"], "mai")
    assert (told.rows, told.known, told.same_person, told.repeated) == (3, 2, 1, 0)
    [said] = told.left_out
    assert (said.line, said.why, said.first) == (2, "same_person", 1)
    change = segments.preview_list(shop, "VIP", ["lan@shop.vn"])
    assert (change.come, change.go, change.stay) == (0, 1, 1)


def test_a_row_with_empty_cells_beside_is_told_as_it_is_written(shop: Workspace) -> None:
    told = segments.create_list(shop, "VIP", segments.list_file("identifier,name\n999,\n998,\n"), "mai")
    assert [each.written for each in told.left_out] == ["999", "998"]


@pytest.mark.parametrize("head", ["identifier", "customer", "email,customer", ""])
@pytest.mark.parametrize("limit", [131_072, 1_000_000])
def test_a_row_with_an_endless_cell_names_nobody(head: str, limit: int) -> None:
    csv.field_size_limit(limit)  # which other readers of the process set
    endless, last = segments.list_file(f"{head}\n{'9' * 200_000}\n17\n")
    assert (endless.line, endless.named, last.line) == (2, (), 3)
    assert last.named[0].endswith("17")


def test_whoever_is_known_by_any_cell_of_a_row_is_meant(shop: Workspace) -> None:
    told = segments.create_list(shop, "VIP", segments.list_file("email,customer\nnew@shop.vn,3\n"), "mai")
    assert (told.known, told.unknown) == (1, 0)


def test_every_row_is_counted_once_whatever_is_in_a_file(shop: Workspace) -> None:
    random, cells = Random(5), ["lan@shop.vn", "customer:1", "1", "2", "999", "phone:1", "", " ", "x@", "anh@gmail.com"]
    for _ in range(30):
        written = "identifier\n" + "".join(f"{random.choice(cells)},.\n" for _ in range(random.randint(1, 12)))
        file = segments.list_file(written)
        try:
            told = segments.create_list(shop, f"L{random.random()}", file, "mai")
        except segments.EmptyList:
            continue
        assert told.rows == told.known + told.unknown + told.unreadable + told.repeated + told.same_person
        assert [each.line for each in told.left_out] == sorted({each.line for each in told.left_out})
        back = "".join(segments.left_out_of_list(shop, file, "en"))
        again = [row.named for row in segments.list_file(back)]
        assert again == [row.named for row in file if row.line in {each.line for each in told.left_out}]


def test_the_file_of_what_was_left_out_says_line_reason_and_next_step(shop: Workspace) -> None:
    written = "email,=note\nn/a,=1+1\n"
    rows = list(csv.reader("".join(segments.left_out_of_list(shop, segments.list_file(written), "en")).splitlines()))
    assert rows[0] == ["Line", "Reason", "What to do", "email", "'=note"]
    [line, reason, step, *cells] = rows[1]
    assert (line, cells) == ("2", ["n/a", "'=1+1"])
    assert reason == "Line 2: “n/a” is no identifier, so the row is left out."
    assert step.startswith("Mend the address")
    with pytest.raises(segments.EmptyList):
        segments.create_list(shop, "VIP", segments.list_file(written), "mai")


def test_what_was_mended_is_added_and_nobody_goes(shop: Workspace) -> None:
    segments.create_list(shop, "VIP", ["customer:1"], "mai")
    mended = segments.list_file("Line,email\n3,anh@gmail.com\n")
    change = segments.preview_list(shop, "VIP", mended, adding=True)
    assert (change.come, change.go, change.stay) == (1, 0, 1)
    segments.replace_list(shop, "VIP", mended, "mai", adding=True)
    segments.catch_up(shop)
    assert sorted(segments.member_ids(shop, "vip")) == ["customer:1", "customer:2"]


def test_members_come_back_from_their_file_as_they_are(shop: Workspace, tmp_path: Path) -> None:
    odd = ["customer:-7", "customer:@lan", "device:=1+1", "device:+x", "customer:'=2", "customer:1"]
    for each in odd:
        happens(shop, each, "product.viewed")
    segments.create_list(shop, "Odd", odd, "mai")
    segments.catch_up(shop)
    segments.export(shop, "odd", "csv", tmp_path / "odd.csv", "mai")
    again = segments.create_list(shop, "Again", segments.list_file((tmp_path / "odd.csv").read_text("utf-8")), "mai")
    segments.catch_up(shop)
    assert (again.known, again.left_out) == (6, ())
    assert sorted(segments.member_ids(shop, "again")) == sorted(odd)


def test_an_odd_number_that_was_left_out_comes_back_as_it_is(shop: Workspace) -> None:
    file = segments.list_file("customer\n-x7\n@lan\n'=1\n")
    back = segments.list_file("".join(segments.left_out_of_list(shop, file, "vi")))
    assert [row.named for row in back] == [row.named for row in file]
    assert [row.named[0] for row in back] == ["customer:-x7", "customer:@lan", "customer:=1"]
