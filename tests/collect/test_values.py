"""The compiled readers of numbers, times and properties say what slow plain Python says."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, strategies as st

from wend.collect.formats import time_format_of
from wend.collect.mapping.columns import BAD, EMPTY, FINE
from wend.collect.mapping.events import feelings
from wend.collect.mapping.moments import parse_moments
from wend.collect.mapping.numbers import parse_decimals, parse_money
from wend.collect.mapping.people import normalised_column
from wend.collect.mapping.properties import LONGEST_VALUE, json_objects
from wend.domain.currencies import exponent_of
from wend.domain.event import SCALES, Scale, feeling, scale_bounds
from wend.identity.normalise import normalised

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31))  # noqa: DTZ001  # local times are the point
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def one_number(written: str, exponent: int, mark: str = "") -> int | None:
    values, status = parse_decimals(pa.array([written]), exponent, mark=mark)
    return int(values[0]) if status[0] == FINE else None


def one_moment(written: str, form: str = "iso", zone: str = "UTC") -> datetime | None:
    values, status = parse_moments(pa.array([written]), form, zone)
    return EPOCH + timedelta(microseconds=int(values[0])) if status[0] == FINE else None


@pytest.mark.parametrize(
    ("written", "vnd", "usd"),
    [
        ("1.250.000 ₫", 1_250_000, 125_000_000),
        ("1,250,000.50", 1_250_001, 125_000_050),
        ("1.250.000,50", 1_250_001, 125_000_050),
        ("1.250", 1250, 125),
        ("1,250", 1250, 125_000),
        ("0.500", 1, 50),
        ("12,5", 13, 1250),
        ("(12.00)", -12, -1200),
        ("−7", -7, -700),
        ("R$ 12,34", 12, 1234),
        ("$1,234.56", 1235, 123_456),
        ("1 250 000 đ", 1_250_000, 125_000_000),
        ("1'250.00", 1250, 125_000),
        ("1234.500", 1235, 123_450),
        (".5", 1, 50),
        ("350000.00", 350_000, 35_000_000),
        ("0", 0, 0),
    ],
)
def test_money_is_read_as_its_country_writes_it(written: str, vnd: int, usd: int) -> None:
    assert (one_number(written, exponent_of("VND")), one_number(written, exponent_of("USD"))) == (vnd, usd)


@pytest.mark.parametrize("written", ["12abc3", "1.2.3", "10%", "1,234,56", "9" * 30, "abc", "1/2", "2026-01-02"])
def test_what_is_no_amount_is_said_to_be_none(written: str) -> None:
    assert parse_decimals(pa.array([written]), 2)[1][0] == BAD


@pytest.mark.parametrize("written", ["", "  ", "NA", "N/A", "null", "NaN", "-"])
def test_words_for_nothing_are_empty_not_bad(written: str) -> None:
    assert parse_decimals(pa.array([written]), 2)[1][0] == EMPTY


@given(st.decimals(-(10**12), 10**12, places=4, allow_nan=False), st.integers(0, 3))
def test_plain_decimals_round_half_away_from_zero(value: Decimal, exponent: int) -> None:
    exact = value.scaleb(exponent).quantize(Decimal(1), ROUND_HALF_UP)
    assert one_number(format(value, "f"), exponent, mark=".") == int(exact)


@given(st.integers(1, 10**11), st.sampled_from([(",", "."), (".", ","), (" ", ",")]))
def test_grouped_and_plain_are_one_number(cents: int, marks: tuple[str, str]) -> None:
    group, mark = marks
    written = f"{cents // 100:,}".replace(",", group) + f"{mark}{cents % 100:02}"
    assert one_number(written, 2) == cents


def test_a_price_times_a_quantity_is_rounded_once() -> None:
    amounts, _ = parse_money(pa.array(["0.001", "2.55"]), np.array([2, 2], np.int8), pa.array(["480", "-6"]))
    assert amounts.tolist() == [48, -1530]


@given(
    moments, st.sampled_from(["seconds", "milliseconds", "microseconds"]), st.sampled_from([None, 0, 420, -210, 825])
)
def test_iso_times_are_what_python_reads(moment: datetime, detail: str, offset: int | None) -> None:
    zone = UTC if offset is None else timezone(timedelta(minutes=offset))
    written = (moment if offset is None else moment.replace(tzinfo=zone)).isoformat(timespec=detail)
    exact = datetime.fromisoformat(written)
    assert one_moment(written) == (exact if exact.tzinfo else exact.replace(tzinfo=UTC))
    assert one_moment(written.replace("T", " ")) == one_moment(written)


@given(moments, st.sampled_from(["%d/%m/%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%d %b %Y %H:%M:%S", "%Y%m%dT%H%M%S"]))
def test_patterns_are_what_python_reads(moment: datetime, form: str) -> None:
    assert one_moment(moment.strftime(form), form) == moment.replace(microsecond=0, tzinfo=UTC)


@given(moments, st.sampled_from(["Asia/Ho_Chi_Minh", "Europe/Paris", "America/Sao_Paulo"]))
def test_local_times_are_those_of_their_zone(moment: datetime, zone: str) -> None:
    local = moment.replace(microsecond=0, tzinfo=ZoneInfo(zone), year=max(moment.year, 1971))
    if local.astimezone(UTC).astimezone(ZoneInfo(zone)) == local:  # a time that exists on that day
        assert one_moment(local.replace(tzinfo=None).isoformat(), zone=zone) == local.astimezone(UTC)


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "2026-02-30",
        "0000-01-01",
        "9999-12-31",
        "2026-01-01T10:00:60",
        "2026-01-01T25:00",
        "2026-13-01",
        "2026-01-01+99:99",
        "12",
        "2026-01-01 10",
        "2026-01-01Tx",
    ],
)
def test_what_is_no_time_is_said_to_be_none(written: str) -> None:
    assert one_moment(written) is None


@pytest.mark.parametrize(
    ("values", "form"),
    [
        (["2026-01-02", "2026-01-03 10:00"], "iso"),
        (["31/12/2025 10:20"], "%d/%m/%Y %H:%M"),
        (["12/31/2025"], "%m/%d/%Y"),
        (["1772326800"], "epoch_s"),
        (["1772326800000"], "epoch_ms"),
        (["1772326800000000"], "epoch_us"),
        (["20260301"], "iso"),
        (["5", "6"], ""),
        (["lan", "an"], ""),
        (["01/02/2026 08:00 SA", "13/02/2026 09:00 CH"], "%d/%m/%Y %I:%M %p"),
    ],
)
def test_the_way_times_are_written_is_recognised(values: list[str], form: str) -> None:
    assert time_format_of(values) == form


def test_spreadsheet_days_and_epochs() -> None:
    assert one_moment("46023.5", "excel") == datetime(2026, 1, 1, 12, tzinfo=UTC)
    assert one_moment("1772326800.25", "epoch_s") == datetime(2026, 3, 1, 1, 0, 0, 250_000, tzinfo=UTC)
    assert one_moment("99999999999999", "epoch_s") is None


@given(st.lists(st.tuples(texts, texts), max_size=20))
def test_properties_are_json_that_python_reads_back(rows: list[tuple[str, str]]) -> None:
    columns = {
        "b": pa.array([row[0] for row in rows], pa.string()),
        'a"\\ñ': pa.array([row[1] for row in rows], pa.string()),
    }
    written = json_objects(columns, len(rows)).to_pylist()
    wanted = [{name: text for name, text in (('a"\\ñ', row[1]), ("b", row[0])) if text} or None for row in rows]
    assert [None if each is None else json.loads(each) for each in written] == wanted
    assert all(list(json.loads(each)) == sorted(json.loads(each)) for each in written if each)


def test_a_long_value_is_cut_between_characters() -> None:
    [written] = json_objects({"text": pa.array(["đ" * LONGEST_VALUE])}, 1).to_pylist()
    assert json.loads(written) == {"text": "đ" * (LONGEST_VALUE // 2)}


@given(st.sampled_from(SCALES), st.integers(-30, 130))
def test_feelings_are_those_of_the_domain(scale: Scale, tenths: int) -> None:
    low, high = scale_bounds(scale)
    values, status = feelings(pa.array([str(tenths / 10)]), scale)
    if low <= tenths / 10 <= high:
        assert int(values[0]) == pytest.approx(feeling(tenths / 10, scale), abs=1)
    else:
        assert status[0] == BAD


@given(
    st.lists(st.one_of(texts, st.sampled_from(["null", " Khách lẻ ", "KH1", "Hue\u0302\u0301", "x" * 600])), min_size=1)
)
def test_vectorised_customer_numbers_are_those_of_identity(written: list[str]) -> None:
    column = normalised_column("customer", pa.array(written, pa.string()), "VN")
    assert column.to_pylist() == [normalised("customer", each) or "" for each in written]
