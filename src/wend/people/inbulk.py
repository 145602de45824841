"""The same rules as `identity.resolving`, on columns. Tests hold the two together.

Ties are judged by their two ends with counts per identifier; what is left falls into connected parts. Most parts can
break no rule and are one person each; only the others are joined tie by tie, by `identity.joining` itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from wend.identity.joining import BY_HAND, STRONG, TRUSTED, WEAK, Step, joined
from wend.identity.judging import Refusal, Why
from wend.identity.rules import UNKNOWN
from wend.identity.ties import Pair, Said
from wend.people.columns import Codes, Columns, Mask

_OFTEN: tuple[Why, ...] = ("blocked", "shared", "two_numbers")
_BLOCKED, _SHARED, _TWO_NUMBERS = range(1, 4)


@dataclass(frozen=True)
class Whole:
    """The code of everybody's person, how many pairs each identifier is an end of, and the refused pairs."""

    person: Codes
    links: Codes
    refused: dict[Pair, Refusal]


def resolve(columns: Columns, said: Said) -> Whole:
    """Who is who."""
    hand = _codes(columns, list(said.joins))
    foes = _codes(columns, list(said.aparts))
    apart = np.isin(_key(columns, columns.a, columns.b), _key(columns, *foes))
    by_hand = np.isin(_key(columns, columns.a, columns.b), _key(columns, *hand))
    why, about = _judged(columns, ~apart)
    why[apart | by_hand] = 0
    edges = ~apart & ~by_hand & (why == 0)
    part = _parts(columns, edges, hand)
    hard = _hard(columns, part, foes)
    person = _best(columns, part)
    late = _exact(columns, said, edges & hard[part[columns.a]], hard, part, person)
    links = np.bincount(columns.a, minlength=columns.size) + np.bincount(columns.b, minlength=columns.size)
    apart_still = np.flatnonzero((why > 0) & (person[columns.a] != person[columns.b]))
    refused = late | {
        _pair(columns, row): Refusal(_OFTEN[int(why[row]) - 1], columns.names[int(about[row])].as_py())
        for row in apart_still.tolist()
    }
    return Whole(person, links, refused)


def _pair(columns: Columns, row: int) -> Pair:
    return columns.names[int(columns.a[row])].as_py(), columns.names[int(columns.b[row])].as_py()


def _codes(columns: Columns, pairs: Sequence[Pair]) -> tuple[Codes, Codes]:
    return columns.codes_of([a for a, _ in pairs]), columns.codes_of([b for _, b in pairs])


def _key(columns: Columns, a: Codes, b: Codes) -> Codes:
    return a * columns.size + b


def _count(columns: Columns, ends: Codes) -> Codes:
    return np.bincount(ends, minlength=columns.size)


def _judged(columns: Columns, active: Mask) -> tuple[Codes, Codes]:
    """Per pair why it is refused (0 = it is not) and the code of the identifier that the rule is about."""
    rules, a, b = columns.rules, columns.a, columns.b
    weak = columns.by_kind([rule.role == "weak" for rule in rules.kinds], 1).astype(np.bool_)
    unique = columns.by_kind([rule.role == "unique" for rule in rules.kinds], 0).astype(np.bool_)
    weak_tie = weak[a] | weak[b]
    count = _count(columns, a[active]) + _count(columns, b[active])
    strong = _count(columns, a[active & ~weak_tie]) + _count(columns, b[active & ~weak_tie])
    shared = _shared(columns, active)
    weak_off = shared | (count > rules.most_links)
    all_off = shared | (strong > rules.most_links) | (weak & (count > rules.most_links))
    off = [all_off[end] | (weak_tie & weak_off[end]) for end in (a, b)]
    worse_is_a = columns.rank[a] > columns.rank[b]
    both = unique[a] & unique[b]
    numbered = [active & _of_another(columns, active, unique, *ends) for ends in ((a, b), (b, a))]
    two = ~columns.trusted & ((both & (columns.kind[a] == columns.kind[b])) | numbered[0] | numbered[1])
    barred = columns.blocked[a] | columns.blocked[b]
    why = np.select([barred, off[0] | off[1], two], [_BLOCKED, _SHARED, _TWO_NUMBERS], 0)
    about = np.select(
        [barred, off[0] & off[1], off[0] | off[1]],
        [np.where(columns.blocked[a], a, b), np.where(worse_is_a, a, b), np.where(off[0], a, b)],
        np.where(numbered[0], a, b),
    )
    return why, about


def _shared(columns: Columns, active: Mask) -> Mask:
    """Values that too many people have, counted in identifiers of any one better kind."""
    sharers = columns.by_kind([rule.sharers for rule in columns.rules.kinds], UNKNOWN.sharers)
    shared = np.zeros(columns.size, np.bool_)
    for kind in range(len(columns.rules.kinds)):
        people = np.zeros(columns.size, np.int64)
        for mine, other in ((columns.a, columns.b), (columns.b, columns.a)):
            theirs = active & (columns.kind[other] == kind) & (columns.kind[mine] > kind) & ~columns.blocked[other]
            people += _count(columns, mine[theirs])
        shared |= (sharers > 0) & (people > sharers)
    return shared


def _of_another(columns: Columns, active: Mask, unique: Mask, mine: Codes, other: Codes) -> Mask:
    """Pairs of a value with a unique identifier that is not the first one of its kind that the value was seen with."""
    wrong = np.zeros(len(mine), np.bool_)
    rows = np.flatnonzero(active & unique[other] & ~unique[mine] & ~columns.blocked[other])
    value, claim = _claims(columns, active, unique)
    if len(rows):
        wanted = mine[rows] * (len(columns.rules.kinds) + 1) + columns.kind[other[rows]]
        wrong[rows] = claim[np.searchsorted(value, wanted)] != other[rows]
    return wrong


def _claims(columns: Columns, active: Mask, unique: Mask) -> tuple[Codes, Codes]:
    """(value and kind, the unique identifier of that kind it belongs to), ascending."""
    kinds = len(columns.rules.kinds) + 1
    values, claims, order = [], [], []
    for mine, other in ((columns.a, columns.b), (columns.b, columns.a)):
        rows = np.flatnonzero(active & unique[other] & ~unique[mine] & ~columns.blocked[other])
        values.append(mine[rows] * kinds + columns.kind[other[rows]])
        claims.append(other[rows])
        order.append((~columns.trusted[rows], columns.at[rows]))
    value, claim = np.concatenate(values), np.concatenate(claims)
    distrusted, at = (np.concatenate(each) for each in zip(*order, strict=True))
    by = np.lexsort((columns.text_rank[claim], at, distrusted, value))
    value, claim = value[by], claim[by]
    first = np.ones(len(value), np.bool_)
    first[1:] = value[1:] != value[:-1]
    return value[first], claim[first]


def _parts(columns: Columns, edges: Mask, hand: tuple[Codes, Codes]) -> Codes:
    """For each identifier the number of the part it hangs together with."""
    a, b = np.concatenate([columns.a[edges], hand[0]]), np.concatenate([columns.b[edges], hand[1]])
    graph = coo_array((np.ones(len(a), np.bool_), (a, b)), shape=(columns.size, columns.size))
    return np.asarray(connected_components(graph, directed=False)[1]).astype(np.int64)


def _hard(columns: Columns, part: Codes, foes: tuple[Codes, Codes]) -> Mask:
    """Parts that could break a rule if they were one person."""
    parts = int(part.max()) + 1 if len(part) else 0
    hard = np.bincount(part, minlength=parts) > columns.rules.most_identifiers
    for place, rule in enumerate(columns.rules.kinds):
        hard |= np.bincount(part[columns.kind == place], minlength=parts) > rule.most
    together = part[foes[0]] == part[foes[1]]
    hard[part[foes[0][together]]] = True
    return hard


def _best(columns: Columns, part: Codes) -> Codes:
    """The best identifier of each identifier's part."""
    order = np.lexsort((columns.rank, part))
    lined = part[order]
    first = np.ones(len(lined), np.bool_)
    first[1:] = lined[1:] != lined[:-1]
    best = order[first]  # parts are numbered without a gap
    return np.asarray(best[part]) if len(part) else part


def _exact(columns: Columns, said: Said, edges: Mask, hard: Mask, part: Codes, person: Codes) -> dict[Pair, Refusal]:
    """Join the hard parts tie by tie; sets their people in `person` and returns what was refused."""
    members = np.flatnonzero(hard[part]) if len(part) else part
    names = columns.names.take(members).to_pylist()
    code = dict(zip(names, members.tolist(), strict=True))
    steps = [Step(BY_HAND, at, *pair) for pair, at in said.joins.items() if pair[0] in code]
    weak = columns.by_kind([rule.role == "weak" for rule in columns.rules.kinds], 1).astype(np.bool_)
    for row in np.flatnonzero(edges).tolist():
        strength = WEAK if weak[columns.a[row]] or weak[columns.b[row]] else STRONG
        strength = TRUSTED if columns.trusted[row] else strength
        steps.append(Step(strength, int(columns.at[row]), *_pair(columns, row)))
    groups, refused = joined(steps, columns.rules, said.aparts)
    for name, its in code.items():
        person[its] = code[groups.best(name)]
    return {pair: why for pair, why in refused.items() if groups.root(pair[0]) != groups.root(pair[1])}
