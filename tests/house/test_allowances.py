"""Exceptions have reasons, are needed, and become fewer."""

import pytest

from tools.house.allowances import MOST, Allowance, without_allowed
from tools.house.budget import notes
from tools.house.finding import Finding

FOUND = Finding("src/wend/log/table.py", 3, "clock", "datetime.now")
REASON = "the journal prints the time it was built"


def test_a_reasoned_exception_silences_one_rule_in_one_file() -> None:
    other = Finding("src/wend/log/table.py", 3, "sql", "select")
    given = (Allowance("sql", "src/wend/log/table.py", REASON),)
    assert without_allowed([FOUND, other], given) == [FOUND]


@pytest.mark.parametrize(
    ("rule", "because", "fault"),
    [("sql", REASON, "no longer needed"), ("floors", REASON, "knows no exception"), ("prints", "why not", "say in")],
)
def test_a_bad_exception_is_itself_a_finding(rule: str, because: str, fault: str) -> None:
    [finding] = without_allowed([], (Allowance(rule, "src/wend/log/table.py", because),))
    assert fault in finding.message


def test_one_exception_too_many_is_a_finding() -> None:
    given = (Allowance("clock", "src/wend/log/table.py", REASON),)
    assert MOST["clock"] == 0
    assert ["at most 0" in finding.message for finding in without_allowed([FOUND], given)] == [True]


def test_every_signed_note_gives_its_reason() -> None:
    assert all(len(note.because.split()) >= 5 for note in notes().values())
