"""Candidate pairs by Splink on DuckDB: blocking on shared keys and a first, coarse weighing with fixed weights.

Splink keeps the number of comparisons small and does them in columns; what survives is judged in full by
`identity.matching`. Splink's own training is not asked: on dirty identifiers it learns the dirt.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from wend.identity.matching.keys import blocks
from wend.identity.matching.records import Profile
from wend.identity.matching.shares import Shares
from wend.kit.errors import Mistake

if TYPE_CHECKING:
    import pyarrow as pa

ALL_PAIRS_UP_TO = 1_200
"""So few records are all compared with each other: no key can be missing."""
_LEAST = -4.0
_PIECE = 200_000


class IdentityExtraMissing(Mistake):
    """Splink is not installed."""

    code = "matching.extra_missing"


def candidate_pairs(profiles: Sequence[Profile], shares: Shares) -> Iterator[tuple[str, str]]:
    """Pairs worth judging, in no order."""
    if len(profiles) < 2:
        return
    try:
        import duckdb
        from splink import Linker
        from splink.backends.duckdb import DuckDBAPI
    except ImportError as missing:
        raise IdentityExtraMissing(package=missing.name or "splink") from missing
    logging.getLogger("splink").setLevel(logging.ERROR)
    with duckdb.connect() as connection:
        database = DuckDBAPI(connection)
        others = sorted({column for profile in profiles for column, _ in profile.others})
        table = _table(profiles, shares, others)
        linker = Linker(database.register(table), _settings(len(profiles), len(others)), log_level=logging.ERROR)
        found = linker.inference.predict(threshold_match_weight=_LEAST, warning_mode="never")
        result = connection.table(found.physical_name)
        keys = [profile.key for profile in profiles]
        for batch in result.project("unique_id_l, unique_id_r").to_arrow_reader(_PIECE):
            left, right = batch.columns
            for a, b in zip(left.to_pylist(), right.to_pylist(), strict=True):
                yield keys[a], keys[b]


def _table(profiles: Sequence[Profile], shares: Shares, others: Sequence[str]) -> pa.Table:
    """One row per record: keys to meet under, and plain columns to compare."""
    import pyarrow as pa

    usable = blocks(profiles, shares)
    text, texts = pa.string(), pa.list_(pa.string())
    columns: dict[str, Any] = {
        "unique_id": pa.array(range(len(profiles)), pa.int64()),
        "meets": pa.array([list(usable[p.key]) for p in profiles], texts),
        "bag": pa.array([p.name.bag if p.name else None for p in profiles], text),
        "given": pa.array([(p.name.of("given") or None) if p.name else None for p in profiles], text),
        "words": pa.array([_words(p) for p in profiles], texts),
        "birth": pa.array([p.births[0].digits if p.births else None for p in profiles], text),
        "phones": pa.array([list(p.phones) or None for p in profiles], texts),
        "email": pa.array([p.emails[0] if p.emails else None for p in profiles], text),
        "place": pa.array([_place(p) for p in profiles], texts),
    }
    for at, column in enumerate(others):
        columns[f"other_{at}"] = pa.array([dict(p.others).get(column) for p in profiles], text)
    return pa.table(columns)


def _words(profile: Profile) -> list[str] | None:
    if not profile.name:
        return None
    return sorted({part.plain for part in profile.name.parts if part.role not in ("family", "filler")}) or None


def _place(profile: Profile) -> list[str] | None:
    if not profile.place:
        return None
    return [*profile.place.words, *([f"#{profile.place.number}"] if profile.place.number else [])] or None


def _settings(records: int, others: int) -> dict[str, Any]:
    all_pairs = records <= ALL_PAIRS_UP_TO
    blocking: dict[str, Any] = {"blocking_rule": "1=1"} if all_pairs else {
        "blocking_rule": "l.meets = r.meets", "arrays_to_explode": ["meets"]
    }  # fmt: skip
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": 1 / (records + 1),
        "blocking_rules_to_generate_predictions": [blocking],
        "comparisons": [*_COMPARISONS, *(_other(f"other_{at}") for at in range(others))],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
    }


def _comparison(column: str, levels: Sequence[tuple[str, float]]) -> dict[str, Any]:
    """A comparison of fixed weights: the first condition that holds counts its bits."""
    missing = {
        "sql_condition": f"{column}_l IS NULL OR {column}_r IS NULL",
        "label_for_charts": "missing",
        "is_null_level": True,
    }
    return {
        "output_column_name": column,
        "comparison_levels": [missing, *(_level(condition, bits) for condition, bits in levels)],
    }


def _level(condition: str, bits: float) -> dict[str, Any]:
    """m and u whose ratio is 2 to the power of `bits`; only the ratio counts."""
    m, u = (0.5, 0.5 * 2**-bits) if bits > 0 else (0.5 * 2**bits, 0.5)
    return {
        "sql_condition": condition,
        "label_for_charts": condition,
        "m_probability": m,
        "u_probability": u,
        "fix_m_probability": True,
        "fix_u_probability": True,
    }


def _other(column: str) -> dict[str, Any]:
    same, typo = f"{column}_l = {column}_r", f"damerau_levenshtein({column}_l, {column}_r) <= 1"
    long = f"length({column}_l) > 4"
    return _comparison(column, [(f"{long} AND {same}", 10.0), (same, 1.0), (f"{long} AND {typo}", 5.0), ("ELSE", -1.0)])


_COMPARISONS = (
    _comparison(
        "bag",
        [
            ("bag_l = bag_r", 12.0),
            ("jaro_winkler_similarity(bag_l, bag_r) >= 0.92", 8.0),
            ("given_l = given_r", 6.0),
            ("list_has_any(words_l, words_r)", 5.0),
            ("jaro_winkler_similarity(given_l, given_r) >= 0.85", 4.0),
            ("jaro_winkler_similarity(bag_l, bag_r) >= 0.8", 2.0),
            ("left(given_l, 1) = left(given_r, 1)", 0.0),
            ("ELSE", -3.0),
        ],
    ),
    _comparison(
        "birth",
        [
            ("birth_l = birth_r", 12.0),
            ("damerau_levenshtein(birth_l, birth_r) <= 2", 7.0),
            ("left(birth_l, 4) = left(birth_r, 4)", 4.0),
            ("right(birth_l, 4) = right(birth_r, 4)", 4.0),
            ("ELSE", -4.0),
        ],
    ),
    _comparison("phones", [("list_has_any(phones_l, phones_r)", 12.0), ("ELSE", 0.0)]),
    _comparison(
        "email",
        [("email_l = email_r", 12.0), ("jaro_winkler_similarity(email_l, email_r) >= 0.9", 7.0), ("ELSE", -0.5)],
    ),
    _comparison(
        "place",
        [
            ("len(list_intersect(place_l, place_r)) >= 3", 9.0),
            ("len(list_intersect(place_l, place_r)) = 2", 6.0),
            ("len(list_intersect(place_l, place_r)) = 1", 3.0),
            ("ELSE", -1.0),
        ],
    ),
)
