"""Two profiles compared: every field that both carry says something, and household evidence counts once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2

from wend.identity.matching.births import agreement
from wend.identity.matching.findings import OFTEN, Finding, Verdict
from wend.identity.matching.learning import is_often
from wend.identity.matching.letters import edits, near
from wend.identity.matching.namesakes import compare_names
from wend.identity.matching.places import Place
from wend.identity.matching.records import Profile
from wend.identity.matching.shares import Shares
from wend.identity.matching.weights import (
    EXPERT,
    FAMILY_IN_HOUSEHOLD,
    FAMILY_OF_NAMESAKE,
    MOST_ADDRESS,
    MOST_CODE,
    MOST_NEIGHBOUR,
    SECOND_HOUSEHOLD_SIGN,
)

_BEST_BIRTH = ("same", "swapped", "typo", "partly", "year", "close", "same_year", "other")
_DIGITS = re.compile(r"\D+")
_HOUSEHOLD_SIGN = 7.0
_NAMED = 3.0


@dataclass(frozen=True, slots=True)
class Model:
    """All that a comparison needs besides the two profiles. `prior` is log₂ odds before looking; `leanings` are what
    the data itself said about how often records of one person differ in a field. `apart` says that the two stand for
    two people in the counts, so one of them does not count against the other.
    """

    shares: Shares
    prior: float
    leanings: Mapping[str, float] = field(default_factory=dict)
    apart: bool = False

    def bits(self, kind: str, value: str) -> float:
        """Bits of a shared value."""
        return self.shares.bits(kind, value, self.apart)

    def differs(self, what: str, expert: str) -> float:
        """Bits of a disagreement: the expert's, moved by what the data said."""
        return self.leanings.get(what, EXPERT[expert])


def prior_odds(records: int, pairs: float | None = None) -> float:
    """log₂ odds that two records drawn at random are one person, before anything is compared.

    >>> prior_odds(1024), prior_odds(1024, pairs=2048)
    (-10.0, -8.0)
    """
    if records < 2:
        return 0.0
    usual = -log2(records)
    if pairs is None:
        return usual
    return min(max(log2(max(pairs, 1) * 2 / records**2), usual - 2), usual + 2)


def compare(a: Profile, b: Profile, model: Model) -> Verdict:
    """The verdict about two records."""
    found: list[Finding] = []
    if a.name and b.name:
        found += compare_names(a.name, b.name, model)
    found += _births(a, b, model)
    found += _contacts("phone", a.phones, b.phones, model)
    found += _contacts("email", a.emails, b.emails, model, _called(a))
    if a.place and b.place:
        found += _places(a.place, b.place, model)
    found += _others(a, b, model)
    found = _household(found)
    return Verdict(model.prior + sum(each.bits for each in found), tuple(found))


def _births(a: Profile, b: Profile, model: Model) -> list[Finding]:
    if not a.births or not b.births:
        return []
    best = min((agreement(one, other) for one in a.births for other in b.births), key=_BEST_BIRTH.index)
    if best == "other":
        bits = model.differs("birth", "birth.other")
        return [Finding("birth", best, bits, OFTEN if is_often(bits) else "")]
    bits = EXPERT[f"birth.{best}"]
    if best == "same":  # a date that far more people carry than can be, says little
        bits = min(bits, max(model.bits("birth", a.births[0].digits) + 4, 2.0))
        best = "same" if a.births[0].full else "year"
        bits = bits if best == "same" else EXPERT["birth.year"]
    return [Finding("birth", best, bits)]


def _called(a: Profile) -> tuple[str, ...]:
    return tuple(part.plain for part in a.name.parts if len(part.plain) > 1) if a.name else ()


def _contacts(
    what: str, a: tuple[str, ...], b: tuple[str, ...], model: Model, named: tuple[str, ...] = ()
) -> list[Finding]:
    if not a or not b:
        return []
    shared = set(a) & set(b)
    if shared:
        bits = max(model.bits(what, value) for value in sorted(shared))
        return [Finding(what, "same", min(bits + EXPERT[f"{what}.same"], MOST_CODE))]
    if what == "phone":
        tried = [_phones_alike(one, other, model) for one in a for other in b]
    else:
        tried = [_emails_alike(one, other, model, named) for one in a for other in b]
    best = max(tried, key=lambda each: each[1])
    if best[1] >= 0 and best[0]:
        return [Finding(what, best[0], best[1])]
    return [Finding(what, "other", model.differs(what, f"{what}.other"))]


def _phones_alike(a: str, b: str, model: Model) -> tuple[str, float]:
    if min(len(a), len(b)) >= 7 and edits(a, b) == 1:
        return "typo", min(model.bits("phone", a), model.bits("phone", b)) + EXPERT["phone.typo"]
    return "", 0.0


def _emails_alike(a: str, b: str, model: Model, named: tuple[str, ...]) -> tuple[str, float]:
    """Mistyped, or the same box elsewhere. What a box takes over from the name says nothing that the name did not."""
    box_a, _, domain_a = a.partition("@")
    box_b, _, domain_b = b.partition("@")
    numbers_a, numbers_b = _DIGITS.sub("", box_a), _DIGITS.sub("", box_b)
    same_domain = domain_a == domain_b or near(domain_a, domain_b)
    if len(numbers_a) == len(numbers_b) and numbers_a != numbers_b:
        return "", 0.0
    if box_a != box_b and (min(len(box_a), len(box_b)) < 5 or edits(box_a, box_b) > (1 if len(box_a) < 10 else 2)):
        return "", 0.0
    if same_domain:
        return "typo", min(model.bits("email", a), model.bits("email", b)) + EXPERT["email.typo"]
    taken = any(word in box_a for word in named) and len(numbers_a) < 2
    return "box", EXPERT["email.box"] if len(box_a) >= 6 and not taken else 0.5


def _places(a: Place, b: Place, model: Model) -> list[Finding]:
    """Shared address words weigh their rarity; words that only one writes weigh against, as far as both say much."""
    bits = model.bits
    shared, total_a, total_b = 0.0, 0.0, 0.0
    left = list(b.words)
    for word in a.words:
        worth = bits("place", word)
        total_a += worth
        partner = word if word in left else next((other for other in left if near(word, other)), None)
        if partner is not None:
            left.remove(partner)
            shared += worth if partner == word else max(min(worth, bits("place", partner)) - 3.0, 0.0)
    total_b = sum(bits("place", word) for word in b.words)
    same_number = bool(a.number) and a.number == b.number
    if same_number:
        shared += min(bits("number", a.number), 8.0)
    if a.province and b.province:
        shared += bits("province", a.province) if a.province == b.province else -1.0
    missed = max(min(total_a, total_b) - max(shared, 0.0), 0.0)
    weight = 0.7 * shared - 0.25 * missed
    floor = model.differs("address", "address.other")
    if weight <= 0.5:
        return [Finding("address", "other", max(weight, floor))]
    if a.number and b.number and not same_number:
        return [Finding("address", "near", min(weight, MOST_NEIGHBOUR))]
    return [Finding("address", "same" if missed < 0.3 * shared else "partly", min(weight, MOST_ADDRESS))]


def _others(a: Profile, b: Profile, model: Model) -> list[Finding]:
    theirs = dict(b.others)
    found: list[Finding] = []
    for column, value in a.others:
        other = theirs.get(column)
        if other is None:
            continue
        kind = f"other:{column}"
        if value == other:
            bits = min(max(model.bits(kind, value) + EXPERT["other.same"], 0.0), MOST_CODE)
            found.append(Finding("other", "same", bits, column))
        elif len(value) >= 5 and edits(value, other) == 1:
            bits = min(model.bits(kind, value), model.bits(kind, other)) + EXPERT["other.typo"]
            found.append(Finding("other", "typo", bits, column))
        else:
            found.append(Finding("other", "other", model.differs(kind, "other.other"), column))
    return found


def _household(found: list[Finding]) -> list[Finding]:
    """Phone, address and family name come together in a household: the second sign of one says less."""
    signs = [each for each in found if each.what in ("phone", "address") and each.bits >= _HOUSEHOLD_SIGN]
    if not signs:
        return found
    strongest = max(signs, key=lambda each: each.bits)
    namesake = any(each.what == "given" and each.bits >= _NAMED for each in found)
    most = FAMILY_OF_NAMESAKE if namesake else FAMILY_IN_HOUSEHOLD
    weighed = []
    for each in found:
        if each in signs and each is not strongest:
            each = Finding(each.what, each.how, each.bits * SECOND_HOUSEHOLD_SIGN, each.detail)
        elif each.what == "family" and each.bits > most:
            each = Finding(each.what, each.how, most, each.detail)
        weighed.append(each)
    return weighed
