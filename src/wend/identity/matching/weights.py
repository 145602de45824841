"""Expert weights: how many bits each agreement and disagreement is worth. log₂ of the odds; +1 doubles them.

Chosen by reasoning about how records of one person differ (m) and how often strangers agree (u), not fitted to a set.
What the data says without labels may move a disagreement by at most `LEANING` bits; see `learning.py`.
"""

from __future__ import annotations

EXPERT: dict[str, float] = {
    # names; agreements are worth the rarity of the word and lose this much
    "name.exact": -0.2,
    "name.typo": -4.0,
    "name.far": -6.0,
    "name.initial": 1.5,
    "name.marks": -4.5,
    "name.turned": -1.0,
    "name.missing_word": -0.4,
    "given.other": -6.5,
    "given.elsewhere": -4.0,
    "given.order": -5.0,
    "middle.other": -6.0,
    "family.other": -4.5,
    # birth dates: a stranger shares one in about 20,000
    "birth.same": 13.0,
    "birth.swapped": 10.0,
    "birth.typo": 7.0,
    "birth.partly": 4.5,
    "birth.year": 4.5,
    "birth.close": 0.5,
    "birth.same_year": -2.0,
    "birth.other": -7.0,
    # contacts; agreements are worth the rarity of the value and lose this much
    "phone.same": -0.5,
    "phone.typo": -6.0,
    "phone.other": -1.0,
    "email.same": -0.3,
    "email.typo": -5.0,
    "email.box": 5.0,
    "email.other": -1.5,
    "address.other": -2.0,
    "other.same": -0.3,
    "other.typo": -5.5,
    "other.other": -2.5,
}
LEANING = 2.5
THRESHOLD = 3.0
"""Bits from which two records are judged the same: odds of eight to one."""
MOST_ADDRESS, MOST_NEIGHBOUR = 16.0, 8.0
FAMILY_IN_HOUSEHOLD, FAMILY_OF_NAMESAKE = 1.5, 6.0
"""Relatives share their name with their address and phone: there a family name says little more, unless the given
name agrees as well.
"""
SECOND_HOUSEHOLD_SIGN = 0.4
MOST_CODE = 20.0
LARGEST_PERSON = 20
"""Records in one cluster; more needs a person's decision."""


def probability(weight: float) -> float:
    """The probability behind log₂ odds.

    >>> probability(0), round(probability(3), 3)
    (0.5, 0.889)
    """
    odds: float = 2.0 ** max(min(weight, 60.0), -60.0)
    return odds / (1 + odds)
