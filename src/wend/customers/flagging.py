"""Who is not a real customer: marked by a person, by a rule, or only suggested. Marks leave every analysis
(`touchpoints.left_out`); the people stay in the list, with their mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args
from urllib.parse import urlsplit

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wend.customers import repository
from wend.customers.errors import BadFlag
from wend.customers.model import Flag, FlagKind, FlagRules, Flags, FlagSuggestion
from wend.customers.naming import label_of
from wend.customers.repository import Marked
from wend.customers.who import person
from wend.domain.names import Name
from wend.kit.clock import epoch_micros
from wend.kit.texts import LANGUAGES, text
from wend.log.facade import Bucket, Journal
from wend.people import facade as people
from wend.workspaces.facade import Workspace

KINDS: tuple[FlagKind, ...] = get_args(FlagKind)
BUSY = 300
"""More events than this within one hour: a program."""
_HOUR = 3_600
_SECOND = 1_000_000
_MOST_SUGGESTED = 50
_NAMES = ("name", "full_name", "email")
_TEST = r"(?i)(^|[^a-z])(test|testing|qa|demo|thu nghiem)([^a-z]|$)"
_BOT = (
    r"(?i)(bot\b|crawler|spider|slurp|headless|phantomjs|selenium|puppeteer|playwright|facebookexternalhit|"
    r"lighthouse|pingdom|uptimerobot|curl/|wget/|python-requests|okhttp/|go-http-client|scrapy|ahrefs|semrush)"
)
_AGENTS = ("user_agent", "userAgent", "ua")
_DOMAIN = re.compile(r"[a-z0-9.-]+\.[a-z]{2,}")


def flag(workspace: Workspace, key: str, kind: str, who: str, note: str = "") -> str:
    """Mark a person, by any of their identifiers; returns who it is. Raises BadFlag and UnknownCustomer."""
    if kind not in KINDS:
        raise BadFlag(flag=kind)
    customer = person(workspace, key).customer
    now = epoch_micros(workspace.clock.now())
    with workspace.store.work(workspace.name) as work:
        repository.mark(work, [Marked(customer, kind, who, note[:500], now)])
    return customer


def unflag(workspace: Workspace, key: str) -> int:
    """Take every mark of a person away; returns how many there were. Raises UnknownCustomer."""
    found = person(workspace, key)
    with workspace.store.work(workspace.name) as work:
        return repository.unmark(work, found.identifiers)


def flags(workspace: Workspace) -> Flags:
    """Everybody who is marked, the rules, and whom one might mark."""
    journal = workspace.log.journal_at_hand()
    with workspace.store.reading(workspace.name) as reading:
        marks, rules = repository.flags(reading), repository.flag_rules(reading)
        whose = people.canonical(reading, [mark.identifier for mark in marks])
    marked = tuple(_flag(journal, mark, whose[mark.identifier]) for mark in marks)
    known = {each.customer for each in marked}
    suggested = [
        each for each in _suggestions(journal, _own_domain(workspace.settings.public_url)) if each.customer not in known
    ]
    return Flags(marked, rules, tuple(suggested[:_MOST_SUGGESTED]))


def save_rules(workspace: Workspace, rules: FlagRules) -> FlagRules:
    """Let these rules mark people, now and whenever the worker looks."""
    domains = tuple(sorted({domain.strip().lower().lstrip("@") for domain in rules.staff_domains}))
    kept = FlagRules(tuple(domain for domain in domains if _DOMAIN.fullmatch(domain)), rules.known_bots)
    with workspace.store.work(workspace.name) as work:
        repository.save_flag_rules(work, kept)
    apply_rules(workspace)
    return kept


def apply_rules(workspace: Workspace) -> int:
    """Mark whom the rules mean, and take away marks of rules that no longer mean them; returns how many changed.

    A mark that a person set stays as it is.
    """
    journal = workspace.log.journal()
    with workspace.store.reading(workspace.name) as reading:
        rules, marks = repository.flag_rules(reading), repository.flags(reading)
    meant = {identifier: ("staff", "rule:staff_domains") for identifier in _of_domains(workspace, journal, rules)}
    if rules.known_bots:
        meant |= {customer: ("bot", "rule:known_bots") for customer in _bots(workspace, journal)}
    by_hand = {mark.identifier for mark in marks if not mark.by.startswith("rule:")}
    held = {mark.identifier: (mark.flag, mark.by) for mark in marks if mark.by.startswith("rule:")}
    now = epoch_micros(workspace.clock.now())
    fresh = [
        Marked(identifier, kind, by, "", now)
        for identifier, (kind, by) in sorted(meant.items())
        if identifier not in by_hand and held.get(identifier) != (kind, by)
    ]
    gone = sorted(identifier for identifier in held if identifier not in meant)
    if fresh or gone:
        with workspace.store.work(workspace.name) as work:
            repository.mark(work, fresh)
            repository.unmark(work, gone)
    return len(fresh) + len(gone)


def _of_domains(workspace: Workspace, journal: Journal, rules: FlagRules) -> set[str]:
    """E-mail addresses of these domains: those that are linked to somebody, and those that are customers themselves."""
    found: set[str] = set()
    with workspace.store.reading(workspace.name) as reading:
        for domain in rules.staff_domains:
            found |= set(repository.addresses_of(reading, domain))
            found |= set(_ending(journal, f"@{domain}"))
    return found


def _ending(journal: Journal, ending: str) -> Iterator[str]:
    for bucket in journal.buckets:
        names = bucket.customers
        yield from names.filter(pc.and_(pc.starts_with(names, "email:"), pc.ends_with(names, ending))).to_pylist()


def _bots(workspace: Workspace, journal: Journal) -> set[str]:
    """Customers all of whose events that name a program name a known bot."""
    found: set[str] = set()
    for name in _AGENTS:
        said = workspace.log.property(name, journal)
        if len(said.values) == 0:
            continue
        is_bot = np.append(np.asarray(pc.match_substring_regex(said.values, _BOT)), False)
        for bucket, codes in zip(journal.buckets, said.codes, strict=True):
            starts = np.asarray(bucket.offsets[:-1])
            if len(starts):
                told = np.add.reduceat((codes >= 0).astype(np.int64), starts)
                bots = np.add.reduceat(is_bot[codes].astype(np.int64), starts)
                found |= set(bucket.customers.filter(pa.array((told > 0) & (told == bots))).to_pylist())
    return found


def _suggestions(journal: Journal, own: str) -> list[FlagSuggestion]:
    """Whom one might mark, the busiest first; `own` is the company's own domain, if it is known."""
    found: dict[tuple[int, int], tuple[FlagKind, Name]] = {}
    for number, bucket in enumerate(journal.buckets):
        for row, most in _busy(np.asarray(bucket.occurred_at), np.asarray(bucket.offsets)):
            found.setdefault((number, row), ("bot", _said("profiles.suggest.busy", events=f"{most:,}")))
        for row in np.flatnonzero(_tests(bucket))[:_MOST_SUGGESTED].tolist():
            value = label_of(bucket.customers[row].as_py(), _traits(journal, number, row))
            found.setdefault((number, row), ("test", _said("profiles.suggest.test_name", value=value)))
    for customer in _ending(journal, f"@{own}") if own else ():
        place = journal.find(customer)
        if place is not None:
            found.setdefault(place, ("staff", _said("profiles.suggest.own_domain", domain=own)))
    told = [_suggestion(journal, place, kind, reason) for place, (kind, reason) in found.items()]
    return sorted(told, key=lambda each: (-each.events, each.customer))


def _tests(bucket: Bucket) -> np.ndarray:
    """Whose name or address says that it is a test."""
    tests = pc.match_substring_regex(bucket.customers, _TEST)
    for column in bucket.traits.column_names:
        if column.lower() in _NAMES:
            tests = pc.or_kleene(tests, pc.match_substring_regex(bucket.traits.column(column), _TEST))
    plain = tests.combine_chunks() if isinstance(tests, pa.ChunkedArray) else tests
    return np.asarray(pc.fill_null(plain, False))


def _suggestion(journal: Journal, place: tuple[int, int], kind: FlagKind, reason: Name) -> FlagSuggestion:
    bucket, row = journal.buckets[place[0]], place[1]
    customer = bucket.customers[row].as_py()
    events = int(bucket.offsets[row + 1] - bucket.offsets[row])
    return FlagSuggestion(customer, label_of(customer, _traits(journal, *place)), kind, reason, events)


def _busy(times: np.ndarray, offsets: np.ndarray) -> Iterator[tuple[int, int]]:
    """Customers of a bucket with more than BUSY events within an hour, with the most they had."""
    for row in np.flatnonzero(np.diff(offsets) > BUSY).tolist():
        own = times[offsets[row] : offsets[row + 1]]
        most = int((np.searchsorted(own, own + _HOUR) - np.arange(len(own))).max())
        if most > BUSY:
            yield row, most


def _traits(journal: Journal, number: int, row: int) -> list[tuple[str, str]]:
    table = journal.buckets[number].traits
    return [(name, table.column(name)[row].as_py() or "") for name in table.column_names]


def _own_domain(address: str) -> str:
    """The domain of the address under which the workspace is reached from outside, without its first name."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return host.partition(".")[2] if host.count(".") > 1 else host


def _flag(journal: Journal, mark: Marked, customer: str) -> Flag:
    place = journal.find(customer)
    label = label_of(customer, [] if place is None else _traits(journal, *place))
    return Flag(customer, label, mark.identifier, mark.flag, mark.by, mark.note, mark.at // _SECOND)


def _said(key: str, **places: object) -> Name:
    return Name(*(text(language, key, **places) for language in LANGUAGES))
