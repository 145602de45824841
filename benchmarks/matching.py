"""Matching on labelled sets: precision, recall and F1 over pairs, B³, seconds and memory, beside plain equality.

`python -m benchmarks.matching` measures and writes docs/quality/identity.md and identity.vi.md; the words around the
numbers stand in `matching_page.en.md` and `.vi.md`. Each set runs in a process of its own: its memory is its own.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.matching_page import written
from benchmarks.people import population
from wend.identity.matching.records import Columns, Profile, guessed, profile
from wend.identity.matching.resolving import resolve
from wend.people.linking import candidate_pairs

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
PAGES = ROOT / "docs" / "quality"
MADE = 40_000
"""People in the made-up population: about a hundred thousand records."""
FEBRL = "identity_febrl/febrl"
RLDATA = Columns(given=("fname_c1", "fname_c2"), family=("lname_c1", "lname_c2"), birth=("by", "bm", "bd"))


@dataclass(frozen=True)
class Case:
    """A set: files, the column of the true person (`#febrl`: inside the id), columns left out, or its own columns."""

    files: tuple[str, ...]
    truth: str
    without: tuple[str, ...] = ()
    columns: Columns | None = None
    half: int | None = None


FEBRL4 = (f"{FEBRL}4a.csv.gz", f"{FEBRL}4b.csv.gz")
VIETNAMESE = ("identity_vn_synthetic/vn_identities.csv.gz",)
FAKE = ("identity_fake1000/fake_1000.csv.gz",)
CASES = {
    "FEBRL1": Case((f"{FEBRL}1.csv.gz",), "#febrl"),
    "FEBRL2": Case((f"{FEBRL}2.csv.gz",), "#febrl"),
    "FEBRL4": Case(FEBRL4, "#febrl"),
    "FEBRL4 − soc_sec_id": Case(FEBRL4, "#febrl", ("soc_sec_id",)),
    "fake1000": Case(FAKE, "cluster"),
    "RLdata500": Case(("identity_rldata500/rldata500.csv.gz",), "entity_id", columns=RLDATA),
    "vn_synthetic": Case(VIETNAMESE, "entity_id"),
    "vn_synthetic ½ A": Case(VIETNAMESE, "entity_id", half=0),
    "vn_synthetic ½ B": Case(VIETNAMESE, "entity_id", half=1),
    "vn_synthetic − device_id, gender": Case(VIETNAMESE, "entity_id", ("device_id", "gender")),
    "population": Case((), ""),
}


def main() -> None:
    """Measure every set, or print the measure of the one that is named."""
    if len(sys.argv) > 1:
        print(json.dumps(measured(sys.argv[1])))
        return
    found = {}
    for name in CASES:
        command = [sys.executable, "-m", "benchmarks.matching", name]
        told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        found[name] = json.loads(told.stdout.splitlines()[-1])
        print(name, found[name], flush=True)
        publish(found)


def publish(found: Mapping[str, Mapping[str, float]]) -> None:
    """Write both pages."""
    PAGES.mkdir(parents=True, exist_ok=True)
    load = f"{os.getloadavg()[0]:.1f}"
    for language, name in (("en", "identity.md"), ("vi", "identity.vi.md")):
        (PAGES / name).write_text(written(language, found, load), encoding="utf-8")


def measured(name: str) -> dict[str, float]:
    """The figures of one set."""
    profiles, truth = _loaded(CASES[name])
    began = time.perf_counter()
    people = resolve(profiles, candidate_pairs).people
    seconds = time.perf_counter() - began
    precision, recall = pairwise(truth, people.person_of)
    base_precision, base_recall = pairwise(truth, by_equality(profiles))
    cubed = b_cubed(truth, people.person_of)
    return {
        "records": len(profiles),
        "precision": precision,
        "recall": recall,
        "f1": f1(precision, recall),
        "b3": f1(*cubed),
        "seconds": seconds,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "base_precision": base_precision,
        "base_recall": base_recall,
        "base_f1": f1(base_precision, base_recall),
    }


def by_equality(profiles: Sequence[Profile]) -> dict[str, str]:
    """The plain way: the same normalised phone, e-mail, identifier, or whole name with whole birth date joins."""
    parent = {each.key: each.key for each in profiles}

    def top(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    first: dict[tuple[str, str], str] = {}
    for each in profiles:
        values = [("phone", phone) for phone in each.phones] + [("email", email) for email in each.emails]
        values += [(column, value) for column, value in each.others if column != "gender"]
        values += [(each.name.bag, birth.digits) for birth in each.births if each.name and birth.full]
        for value in values:
            parent[top(each.key)] = top(first.setdefault(value, each.key))
    return {key: top(key) for key in parent}


def pairwise(truth: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall over pairs of records."""
    right = _pairs(Counter((truth[key], found[key]) for key in truth))
    return right / max(_pairs(Counter(found.values())), 1), right / max(_pairs(Counter(truth.values())), 1)


def b_cubed(truth: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall from the view of a record, averaged over records."""
    both = Counter((truth[key], found[key]) for key in truth)
    true, said = Counter(truth.values()), Counter(found.values())
    precision = sum(count * count / said[person] for (_, person), count in both.items())
    recall = sum(count * count / true[person] for (person, _), count in both.items())
    return precision / len(truth), recall / len(truth)


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _pairs(sizes: Mapping[object, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _loaded(case: Case) -> tuple[list[Profile], dict[str, str]]:
    if not case.files:
        rows, truth = population(MADE)
        columns = Columns(name=("name",), birth=("birth",), phone=("phone",), email=("email",), address=("address",))
        return [profile(row["id"], row, columns) for row in rows], truth
    rows = [row for file in case.files for row in _rows(DATA / file)]
    person = [row["rec_id"].split("-")[1] if case.truth == "#febrl" else row[case.truth] for row in rows]
    if case.half is not None:  # whole people, every second one
        order = {name: at for at, name in enumerate(sorted(set(person)))}
        chosen = [at for at, name in enumerate(person) if order[name] % 2 == case.half]
        rows, person = [rows[at] for at in chosen], [person[at] for at in chosen]
    columns = case.columns or guessed(column for column in rows[0] if column not in case.without)
    profiles = [profile(str(at), row, columns) for at, row in enumerate(rows)]
    return profiles, {str(at): name for at, name in enumerate(person)}


def _rows(file: Path) -> list[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


if __name__ == "__main__":
    main()
