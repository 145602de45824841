"""Parameters as people write them."""

from __future__ import annotations

import pytest

from wend.kit.errors import Mistake
from wend.questions import errors, parsing


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a > b > c", (("a",), ("b",), ("c",))),
        ("a|b>c", (("a", "b"), ("c",))),
        ('"a > b" > c d', (("a > b",), ("c d",))),
        ("một lần", (("một lần",),)),
        ("a[x>=1, y=b|c] > !d", (("a[x>=1, y=b|c]",), ("!d",))),
        ('"a > b"[x=1] | c', (("a > b[x=1]", "c"),)),
    ],
)
def test_steps(written: str, read: parsing.Steps) -> None:
    assert parsing.steps(written) == read


@pytest.mark.parametrize(
    "written", ["", ">", "a >", "> a", "a >> b", "a |", '"a" b', "a[x > b", "a]", " > ".join("a" * 63)]
)
def test_steps_that_cannot_be_read(written: str) -> None:
    with pytest.raises(errors.BadSteps):
        parsing.steps(written)


@pytest.mark.parametrize(
    ("written", "seconds"), [("45s", 45), ("30m", 1_800), ("12h", 43_200), ("2w", 1_209_600), ("90", 90)]
)
def test_durations(written: str, seconds: int) -> None:
    assert parsing.duration(written) == seconds


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("1970-01-02", 86_400),
        ("1970-01-01T07:00:00+07:00", 0),
        ("1970-01-01T00:01:00Z", 60),
        ("1700000000", 1_700_000_000),
    ],
)
def test_moments(written: str, seconds: int) -> None:
    assert parsing.moment(written) == seconds


@pytest.mark.parametrize("read", [lambda: parsing.duration("7 days"), lambda: parsing.moment("yesterday")])
def test_what_cannot_be_read_is_a_mistake_in_both_languages(read: object) -> None:
    assert callable(read)
    with pytest.raises(Mistake) as raised:
        read()
    assert all(raised.value.message(language) for language in ("en", "vi"))
