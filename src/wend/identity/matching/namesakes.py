"""Two names laid beside each other, word by word, whatever their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wend.identity.matching.findings import OFTEN, Finding
from wend.identity.matching.learning import is_often
from wend.identity.matching.letters import edits, is_syllable, near
from wend.identity.matching.names import Part, PersonName
from wend.identity.matching.weights import EXPERT

Pairing = tuple[Part, Part, str]
_PARTLY_CALLED = 0.9


class Bits(Protocol):
    """Whoever knows how much a shared value says."""

    def bits(self, kind: str, value: str) -> float:
        """Bits of a shared value of a kind."""

    def differs(self, what: str, expert: str) -> float:
        """Bits of a disagreement."""


def compare_names(a: PersonName, b: PersonName, shares: Bits) -> list[Finding]:
    """What the names say: one finding for what a person is called, one for the family, one for what differs."""
    pairs, left_a, left_b = _laid(a, b)
    found = _own_words(a, b, pairs, shares)
    found += _family(pairs, shares)
    beside = _left_over(left_a, left_b, pairs, shares)
    if any(each.how == "elsewhere" for each in beside):  # another name to be called by: sisters share a middle name
        found = [_shortened_to(each) if each.what == "given" else each for each in found]
    return found + beside


def _shortened_to(called: Finding) -> Finding:
    return Finding(called.what, called.how, min(called.bits, _PARTLY_CALLED))


def _laid(a: PersonName, b: PersonName) -> tuple[list[Pairing], list[Part], list[Part]]:
    """Pairs of words, best fits first, and the words of each side that found no partner."""
    if a.bag == b.bag and [part.role for part in a.parts] == [part.role for part in b.parts]:
        in_order = [(one, other, "exact") for one, other in zip(a.parts, b.parts, strict=True)]
        if all(one.plain == other.plain for one, other, _ in in_order):
            return in_order, [], []
    left_a, left_b = list(a.parts), list(b.parts)
    pairs: list[Pairing] = []
    for fit in (_exactly, _exactly_elsewhere, _mistyped, _shortened):
        for one in tuple(left_a):
            partner = next((other for other in left_b if fit(one, other)), None)
            if partner is not None:
                pairs.append((one, partner, _KIND[fit.__name__](one, partner)))
                left_a.remove(one)
                left_b.remove(partner)
    _glued(left_a, left_b, pairs)
    return pairs, left_a, left_b


def _exactly(a: Part, b: Part) -> bool:
    return a.plain == b.plain and a.role == b.role


def _exactly_elsewhere(a: Part, b: Part) -> bool:
    return a.plain == b.plain


def _mistyped(a: Part, b: Part) -> bool:
    if "filler" in (a.role, b.role):
        return False
    if is_syllable(a.plain) and is_syllable(b.plain):  # Hoa and Hoan, Thoa and Thao: two names, not one mistyped
        return False
    return near(a.plain, b.plain) or _far(a.plain, b.plain)


def _far(a: str, b: str) -> bool:
    """Two letters apart but with the same beginning, or one the short form of the other ("Rob" of "Robert")."""
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) < 3 or shorter[0] != longer[0] or len(longer) < 5:
        return False
    return longer.startswith(shorter) or edits(a, b) <= 2 or sorted(shorter) == sorted(longer)


def _shortened(a: Part, b: Part) -> bool:
    return 1 in (len(a.plain), len(b.plain)) and a.plain[0] == b.plain[0]


def _how(a: Part, b: Part) -> str:
    return "typo" if near(a.plain, b.plain) else "far"


_KIND: dict[str, Callable[[Part, Part], str]] = {
    "_exactly": lambda _a, _b: "exact",
    "_exactly_elsewhere": lambda _a, _b: "exact",
    "_mistyped": _how,
    "_shortened": lambda _a, _b: "initial",
}


def _glued(left_a: list[Part], left_b: list[Part], pairs: list[Pairing]) -> None:
    """A word torn apart or two written as one ("elk i" and "elki")."""
    if not left_a or not left_b or len(left_a) + len(left_b) < 3:
        return
    one, other = "".join(part.plain for part in left_a), "".join(part.plain for part in left_b)
    if one == other or near(one, other):
        longest_a, longest_b = max(left_a, key=_length), max(left_b, key=_length)
        pairs.append((longest_a, longest_b, "typo"))
        left_a.clear()
        left_b.clear()


def _length(part: Part) -> int:
    return len(part.plain)


def _own_words(a: PersonName, b: PersonName, pairs: list[Pairing], shares: Bits) -> list[Finding]:
    """Given and middle names that agree; their bits together are at most those of the whole given name."""
    own = [pair for pair in pairs if not _is_family(pair) and "filler" not in (pair[0].role, pair[1].role)]
    if not own:
        return []
    worst = "exact"
    bits = 0.0
    clash = False
    for one, other, kind in own:
        bits += _worth(one, other, kind, shares)
        worst = max(worst, kind, key=_ORDER.index)
        clash |= kind == "exact" and _marks_differ(one, other)
    whole = bits
    if worst == "exact" and a.own == b.own:
        whole = min(bits, shares.bits("own", a.own) + EXPERT["name.exact"])
    else:
        whole = min(bits, max(shares.bits("own", a.own), shares.bits("own", b.own)))
    if _order_differs(own):
        return [Finding("given", "order", max(whole + EXPERT["given.order"], 0.0))]
    if clash:
        return [Finding("given", "marks", whole + EXPERT["name.marks"])]
    level = worst if worst != "exact" else "same" if _written_alike(own) else "plain"
    return [Finding("given", level, whole)]


_ORDER = ("exact", "initial", "typo", "far")


def _worth(one: Part, other: Part, kind: str, shares: Bits) -> float:
    if kind == "initial":
        return EXPERT["name.initial"]
    bits = min(shares.bits("word", one.plain), shares.bits("word", other.plain))
    turned = EXPERT["name.turned"] if one.role != other.role and "family" in (one.role, other.role) else 0.0
    return max(bits + EXPERT[f"name.{kind}"] + turned, 0.0)


def _is_family(pair: Pairing) -> bool:
    return pair[0].role == "family" and pair[1].role == "family"


def _marks_differ(a: Part, b: Part) -> bool:
    return a.marks is not None and b.marks is not None and a.marks != b.marks


def _order_differs(own: list[Pairing]) -> bool:
    """Lê Nhật Minh is not Lê Minh Nhật: what one is called is only the other's middle name."""
    crossed = {(one.role, other.role) for one, other, _ in own}
    return ("given", "middle") in crossed and ("middle", "given") in crossed


def _written_alike(own: list[Pairing]) -> bool:
    return all(one.marks == other.marks for one, other, _ in own)


def _family(pairs: list[Pairing], shares: Bits) -> list[Finding]:
    family = [pair for pair in pairs if _is_family(pair)]
    if not family:
        return []
    bits = 0.0
    for one, other, kind in family:
        told = min(shares.bits("family", one.plain), shares.bits("family", other.plain))
        bits += EXPERT["name.initial"] if kind == "initial" else max(told + EXPERT[f"name.{kind}"], 0.0)
    worst = max((kind for _, _, kind in family), key=_ORDER.index)
    return [Finding("family", "same" if worst == "exact" else worst, bits)]


def _left_over(left_a: list[Part], left_b: list[Part], pairs: list[Pairing], shares: Bits) -> list[Finding]:
    """What each side says that the other does not."""
    found: list[Finding] = []
    roles_a, roles_b = {part.role for part in left_a}, {part.role for part in left_b}
    if "given" in roles_a and "given" in roles_b:
        found.append(_called_otherwise(shares))
    elif ("given" in roles_a or "given" in roles_b) and any(not _is_family(pair) for pair in pairs):
        found.append(Finding("given", "elsewhere", EXPERT["given.elsewhere"]))
    elif "given" in roles_a | roles_b and "middle" in roles_a | roles_b and left_a and left_b:
        found.append(_called_otherwise(shares))
    elif "middle" in roles_a and "middle" in roles_b:
        found.append(Finding("middle", "other", EXPERT["middle.other"]))
    elif (roles_a | roles_b) & {"middle", "given"}:
        found.append(Finding("middle", "missing", EXPERT["name.missing_word"]))
    if "family" in roles_a and "family" in roles_b:
        found.append(Finding("family", "other", shares.differs("family", "family.other")))
    return found


def _called_otherwise(shares: Bits) -> Finding:
    bits = shares.differs("given", "given.other")
    return Finding("given", "other", bits, OFTEN if is_often(bits) else "")
