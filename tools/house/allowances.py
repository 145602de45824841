"""Exceptions to the rules, with their reasons, kept in `allowed.toml`; floors and knots know no exception."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.house.finding import Finding

HERE = Path(__file__).parent
RULE = "allowances"
WITHOUT_EXCEPTION = frozenset({"floors", "knots", "locks", "traces"})
MOST = {"broad_handler": 3, "clock": 0}
"""How many places a rule may have at most; these numbers may only fall."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """One file in which one rule may be broken, and why."""

    rule: str
    path: str
    because: str


@cache
def allowances() -> tuple[Allowance, ...]:
    """The exceptions of this house."""
    return read_allowances((HERE / "allowed.toml").read_text(encoding="utf-8"))


def read_allowances(text: str) -> tuple[Allowance, ...]:
    """Exceptions from the text of `allowed.toml`."""
    return tuple(Allowance(**entry) for entry in tomllib.loads(text).get("allowed", []))


def without_allowed(found: Iterable[Finding], given: tuple[Allowance, ...] | None = None) -> list[Finding]:
    """Drop what is allowed; add a finding for an exception that is needless, has no reason, or is one too many."""
    entries = allowances() if given is None else given
    everything = list(found)
    broken = {(finding.rule, finding.path) for finding in everything}
    valid = {(entry.rule, entry.path) for entry in entries} - {(e.rule, e.path) for e in entries if _fault(e, broken)}
    left = [finding for finding in everything if (finding.rule, finding.path) not in valid]
    faults = [(entry, _fault(entry, broken)) for entry in entries]
    left += [Finding(entry.path, 0, RULE, fault) for entry, fault in faults if fault]
    for rule, most in MOST.items():
        count = sum(entry.rule == rule for entry in entries)
        if count > most:
            left.append(Finding("tools/house/allowed.toml", 0, RULE, f"{rule}: {count} exceptions, at most {most}"))
    return left


def _fault(entry: Allowance, broken: set[tuple[str, str]]) -> str:
    """What is wrong with an exception, or an empty string."""
    if entry.rule in WITHOUT_EXCEPTION:
        return f"{entry.rule} knows no exception"
    if len(entry.because.split()) < 5:
        return f"{entry.rule}: say in a sentence why"
    if (entry.rule, entry.path) not in broken:
        return f"{entry.rule}: no longer needed; remove it from tools/house/allowed.toml"
    return ""
