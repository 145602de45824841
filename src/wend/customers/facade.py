"""What other rooms and the doors may ask of customers.

Collection comes through here for consents, so nothing heavy is imported before somebody asks about people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from wend.customers import identity
from wend.customers.consents.asking import (
    bring as bring_consents,
    change_purposes,
    of_address as consent_of_address,
    of_person as consents,
    permitting,
    purposes,
    say as say_consents,
)
from wend.customers.consents.ledger import record as record_consents, said_in as consents_said_in
from wend.customers.consents.wordings import (
    every as wordings,
    one as wording,
    publish as publish_wording,
    ready as ready_wording,
)
from wend.customers.errors import (
    BadComputedTrait,
    BadCursor,
    BadFlag,
    BadTraitRules,
    UnknownAccount,
    UnknownComputedTrait,
    UnknownCustomer,
)
from wend.customers.model import Account, AccountPage, Addressed, CustomerPage, CustomerProfile, FlagRules, Flags, Sort
from wend.customers.model_computed import ComputedColumn, ComputedTrait
from wend.customers.model_consents import CHANNELS, Channel
from wend.customers.model_list import ListFilter
from wend.customers.model_privacy import Erased, ErasureNote, ErasurePlan, PersonFile
from wend.customers.model_profile import ProfileLookup, TraitRules
from wend.customers.model_suggestions import Joined, Searched, SuggestionPage
from wend.customers.model_timeline import TimelineEvent, TimelineFilter, TimelinePage
from wend.customers.naming import folded, is_name
from wend.customers.notes.writing import of_person as notes, remove as remove_note, write as write_note
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace

if TYPE_CHECKING:
    from wend.conditions.facts import Facts
    from wend.customers.among import Among
    from wend.customers.facts import Beside

__all__ = [
    "CHANNELS",
    "Account",
    "AccountPage",
    "Addressed",
    "Among",
    "BadComputedTrait",
    "BadCursor",
    "BadFlag",
    "BadTraitRules",
    "Channel",
    "ComputedColumn",
    "ComputedTrait",
    "CustomerPage",
    "CustomerProfile",
    "FlagRules",
    "Flags",
    "ListFilter",
    "ProfileLookup",
    "TimelineEvent",
    "TimelineFilter",
    "TimelinePage",
    "TraitRules",
    "UnknownAccount",
    "UnknownComputedTrait",
    "UnknownCustomer",
    "account",
    "account_traits",
    "accounts",
    "addressed",
    "among",
    "apply_flag_rules",
    "beside",
    "bring_consents",
    "change_purposes",
    "computed_trait",
    "computed_traits",
    "consent_of_address",
    "consents",
    "consents_said_in",
    "define_trait",
    "erase",
    "erase_again",
    "erasure_marks",
    "erasure_plan",
    "erasures",
    "facts",
    "finish_erasures",
    "flag",
    "flags",
    "folded",
    "forget_trait",
    "happened",
    "identity",
    "is_name",
    "lift_erasure",
    "look_up",
    "notes",
    "page_of",
    "permitting",
    "person_file",
    "profile",
    "publish_wording",
    "purposes",
    "ready_wording",
    "record_consents",
    "remove_note",
    "said_version",
    "save_flag_rules",
    "save_trait_rules",
    "say_consents",
    "search",
    "spellings",
    "timeline",
    "trait_rules",
    "unflag",
    "warm",
    "wording",
    "wordings",
    "write_note",
]


_EVERYTHING, _EVERYBODY = TimelineFilter(), ListFilter()


def search(
    workspace: Workspace,
    query: str = "",
    *,
    limit: int = 50,
    offset: int = 0,
    wanted: ListFilter = _EVERYBODY,
    sort: Sort = "last_seen",
    columns: Sequence[str] = (),
    among: Among | None = None,
) -> CustomerPage:
    """Customers whose identifiers or traits hold every word of the query, who fit the filter, and who are `among` some
    when these are given; `columns` names computed traits to show. Case and Vietnamese diacritics do not matter.

    Raises UnknownComputedTrait.
    """
    from wend.customers import finding

    return finding.search(workspace, query, limit, offset, wanted, sort, columns, among)


def addressed(workspace: Workspace, customers: Sequence[str], channel: Channel) -> tuple[Addressed, ...]:
    """How these canonical customers are addressed on a channel; whoever asked to be erased is left out."""
    from wend.customers import addressing

    return addressing.addressed(workspace, customers, channel)


def among(customers: Iterable[str]) -> Among:
    """These canonical customers, as lists are cut by them."""
    from wend.customers.among import Among

    return Among.of(customers)


def facts(workspace: Workspace) -> Facts:
    """What conditions may name of this room: computed traits, identifiers, consents, accounts, since when of traits."""
    from wend.customers import facts as known

    return known.facts(workspace)


def said_version(reading: Reading) -> str:
    """Changes whenever a computed trait is defined otherwise, or the purposes of consents are others."""
    from wend.customers import facts as known

    return known.said_version(reading)


def beside(reading: Reading, members: Sequence[str]) -> Beside:
    """What conditions read of the one person who has all these identifiers, beside their events and traits."""
    from wend.customers import facts as known

    return known.beside(reading, members)


def warm(workspace: Workspace) -> None:
    """List everybody, so that the first search and the first profile after a start wait for nothing."""
    from wend.customers import catalogue

    catalogue.prepare(workspace)


def page_of(workspace: Workspace, customers: Sequence[str], *, limit: int = 50, offset: int = 0) -> CustomerPage:
    """A page of these canonical customers, in their order."""
    from wend.customers import finding

    return finding.page_of(workspace, customers, limit, offset)


def profile(workspace: Workspace, customer: str, *, stage_set: str | None = None, limit: int = 200) -> CustomerProfile:
    """One person as of this moment, found by any of their identifiers (with its kind, or as people write it), with the
    newest `limit` events. Raises UnknownCustomer.
    """
    from wend.customers import profile as profiles

    return profiles.profile(workspace, customer, stage_set, limit)


def timeline(
    workspace: Workspace,
    customer: str,
    *,
    stage_set: str | None = None,
    wanted: TimelineFilter = _EVERYTHING,
    cursor: str | None = None,
    limit: int = 200,
) -> TimelinePage:
    """A person's events that fit, newest first, older than the cursor. Raises UnknownCustomer and BadCursor."""
    from wend.customers import profile as profiles

    return profiles.timeline_of(workspace, customer, stage_set, wanted, cursor, limit)


def happened(workspace: Workspace, customer: str, event_ids: Collection[str]) -> tuple[TimelineEvent, ...]:
    """Those of a person's events that have these ids, as the timeline shows them. Raises UnknownCustomer."""
    from wend.customers import profile as profiles

    return profiles.happened(workspace, customer, event_ids)


def look_up(workspace: Workspace, identifier: str) -> ProfileLookup:
    """What a server needs to speak to one person; no timeline. Raises UnknownCustomer."""
    from wend.customers import profile as profiles

    return profiles.look_up(workspace, identifier)


def spellings(written: str) -> tuple[str, ...]:
    """The identifiers that somebody may mean, written with their kind or as people write them; the likeliest first."""
    from wend.customers.who import candidates

    return tuple(candidates(written))


def person_file(workspace: Workspace, key: str, who: str, reason: str) -> PersonFile:
    """Everything about a person in one file that they can read, in both languages; written to the audit log.

    Raises UnknownCustomer, NoReason.
    """
    from wend.customers.privacy import asking

    return asking.take_out(workspace, key, who, reason)


def erasure_plan(workspace: Workspace, key: str) -> ErasurePlan:
    """What an erasure would take away, and the word that confirms it. Raises UnknownCustomer."""
    from wend.customers.privacy import asking

    return asking.plan(workspace, key)


def erase(workspace: Workspace, key: str, who: str, reason: str, confirm: str) -> Erased:
    """Erase a person everywhere, for good. Raises UnknownCustomer, NoReason, NotConfirmed; and LogBusy or StoreBusy
    when the person is marked already and `finish_erasures` must do the rest later.
    """
    from wend.customers.privacy import asking

    return asking.forget(workspace, key, who, reason, confirm)


def finish_erasures(workspace: Workspace) -> tuple[Erased, ...]:
    """Finish the erasures that were cut off; the worker calls it."""
    from wend.customers.privacy import erasing

    return erasing.finish(workspace)


def erasure_marks(workspace: Workspace) -> tuple[str, ...]:
    """Who was erased, as keyed hashes: to be kept beside backups."""
    from wend.customers.privacy import erasing

    return erasing.kept_marks(workspace)


def erase_again(workspace: Workspace, marks: Sequence[str], who: str, reason: str) -> Erased | None:
    """Erase, out of a restored backup, everybody whose mark was kept; None when nobody of them is there.

    Raises BadMarks, and what `erase` raises when it must be finished later.
    """
    from wend.customers.privacy import asking

    return asking.again(workspace, marks, who, reason)


def lift_erasure(workspace: Workspace, key: str, who: str, reason: str) -> int:
    """Let an erased person come back who wants to; what was erased stays erased. Raises UnknownCustomer, NoReason."""
    from wend.customers.privacy import asking

    return asking.lift(workspace, key, who, reason)


def erasures(workspace: Workspace) -> tuple[ErasureNote, ...]:
    """Past erasures, the newest first: reports from before one may show people who are gone."""
    from wend.customers.privacy import erasing

    return erasing.erasures(workspace)


def accounts(workspace: Workspace, query: str = "", *, limit: int = 50, offset: int = 0) -> AccountPage:
    """Companies, households and other groups whose name or traits hold every word, last seen first."""
    from wend.customers import accounts as room

    return room.search(workspace, query, limit, offset)


def account(workspace: Workspace, name: str, *, limit: int = 50, offset: int = 0) -> Account:
    """One account with a page of its people. Raises UnknownAccount."""
    from wend.customers import accounts as room

    return room.account(workspace, name, limit, offset)


def account_traits(workspace: Workspace) -> Mapping[str, Mapping[str, int]]:
    """What is known of accounts: traits by name, each with its values and how many accounts have them."""
    from wend.customers import accounts as room

    return room.traits(workspace)


def flags(workspace: Workspace) -> Flags:
    """Who is not a real customer, by which rules, and whom one might mark."""
    from wend.customers import flagging

    return flagging.flags(workspace)


def flag(workspace: Workspace, customer: str, kind: str, who: str, note: str = "") -> str:
    """Mark a person as `staff`, `bot` or `test`: from now on in no analysis. Raises BadFlag and UnknownCustomer."""
    from wend.customers import flagging

    return flagging.flag(workspace, customer, kind, who, note)


def unflag(workspace: Workspace, customer: str) -> int:
    """Take every mark of a person away; returns how many there were. Raises UnknownCustomer."""
    from wend.customers import flagging

    return flagging.unflag(workspace, customer)


def save_flag_rules(workspace: Workspace, rules: FlagRules) -> FlagRules:
    """Let rules mark people, now and whenever the worker looks."""
    from wend.customers import flagging

    return flagging.save_rules(workspace, rules)


def apply_flag_rules(workspace: Workspace) -> int:
    """Mark whom the rules mean; for the worker. Returns how many marks changed."""
    from wend.customers import repository

    with workspace.store.reading(workspace.name) as reading:
        if repository.flag_rules(reading) == FlagRules():  # whoever takes the rules away, takes their marks too
            return 0
    from wend.customers import flagging

    return flagging.apply_rules(workspace)


def trait_rules(workspace: Workspace) -> TraitRules:
    """How a trait's value is chosen where several were said."""
    from wend.customers import defining

    return defining.trait_rules(workspace)


def save_trait_rules(workspace: Workspace, rules: TraitRules) -> TraitRules:
    """Let these rules hold for every profile from now on. Raises BadTraitRules."""
    from wend.customers import defining

    return defining.save_trait_rules(workspace, rules)


def computed_traits(workspace: Workspace) -> tuple[ComputedTrait, ...]:
    """All definitions of computed traits."""
    from wend.customers import defining

    return defining.definitions(workspace)


def define_trait(workspace: Workspace, trait: ComputedTrait) -> ComputedTrait:
    """Keep a definition of a computed trait. Raises BadComputedTrait."""
    from wend.customers import defining

    return defining.define(workspace, trait)


def forget_trait(workspace: Workspace, name: str) -> None:
    """Take a definition away. Raises UnknownComputedTrait."""
    from wend.customers import defining

    defining.forget(workspace, name)


def computed_trait(workspace: Workspace, name: str) -> ComputedColumn:
    """A computed trait over all real customers. Raises UnknownComputedTrait."""
    from wend.customers import defining

    return defining.over_everybody(workspace, name)


def suggest(workspace: Workspace) -> Searched:
    """Look for people who are probably one; new pairs wait for a decision. Raises IdentityExtraMissing."""
    from wend.customers import suggesting

    return suggesting.suggest(workspace)


def suggestions(workspace: Workspace, *, least: float = 0.0, limit: int = 50, offset: int = 0) -> SuggestionPage:
    """Pairs that wait, from a weight upwards, the strongest first."""
    from wend.customers import suggesting

    return suggesting.suggestions(workspace, least, limit, offset)


def accept_suggestion(workspace: Workspace, a: str, b: str, who: str) -> Joined:
    """Join a suggested pair. Raises UnknownSuggestion."""
    from wend.customers import suggesting

    return suggesting.accept(workspace, a, b, who)


def accept_suggestions(workspace: Workspace, least: float, who: str) -> Joined:
    """Join every suggested pair from a weight upwards, some hundred at a time."""
    from wend.customers import suggesting

    return suggesting.accept_from(workspace, least, who)


def dismiss_suggestion(workspace: Workspace, a: str, b: str) -> None:
    """Set a suggested pair aside for good. Raises UnknownSuggestion."""
    from wend.customers import suggesting

    suggesting.dismiss(workspace, a, b)
