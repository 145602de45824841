"""The ledger in a real store: what is unclear is read in the stricter way, and nothing is said twice."""

from __future__ import annotations

import json

import pytest

from wend.bootstrap import open_workspace
from wend.customers import facade as customers
from wend.customers.consents.asking import BadPurposes, ConsentRefused, UnknownChannel
from wend.customers.consents.wordings import (
    READY,
    BadWordingKey,
    UnknownPurpose,
    UnknownWording,
    WordingIncomplete,
)
from wend.customers.model_consents import NewConsent, Purpose, Recorded, Said, WordingText
from wend.domain.names import Name
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.people import erasing
from wend.workspaces.facade import Workspace, audit_entries, verify_audit

EMAIL = "email:lan@shop.vn"


@pytest.fixture
def shop(data_dir: object, clock: FixedClock) -> Workspace:
    return open_workspace(Settings(data=data_dir), clock, CountingIds())  # type: ignore[arg-type]  # a Path


def record(shop: Workspace, *rows: NewConsent) -> Recorded:
    with shop.store.work(shop.name) as work:
        return customers.record_consents(work, rows)


def states(shop: Workspace, purpose: str = "marketing", who: str = EMAIL) -> dict[str, Said]:
    held = customers.consents(shop, who).standings
    return {each.channel: each.state for each in held if each.purpose == purpose}


def yes(at: int = 100, purpose: str = "marketing", channel: str = "email") -> NewConsent:
    return NewConsent(EMAIL, purpose, channel, "granted", at)


def no(at: int = 200, purpose: str = "marketing", channel: str = "") -> NewConsent:
    return NewConsent(EMAIL, purpose, channel, "withdrawn", at)


def test_what_is_said_is_kept_and_shown(shop: Workspace) -> None:
    assert record(shop, yes(), no(50)) == Recorded(2, ())
    assert states(shop) == {"email": "granted", "sms": "withdrawn", "zalo": "withdrawn"} | dict.fromkeys(
        ("push", "call"), "withdrawn"
    )
    assert [row.at for row in customers.consents(shop, EMAIL).ledger] == [100, 50]


def test_saying_it_again_adds_nothing(shop: Workspace) -> None:
    assert record(shop, yes(), yes()).added == 1
    assert record(shop, yes()).added == 0


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (yes(purpose="?"), "purpose"),
        (yes(purpose="*"), "purpose"),
        (yes(channel="fax"), "channel"),
        (NewConsent("lan", "marketing", "email", "granted", 1), "identifier"),
        (NewConsent("email:nobody", "marketing", "email", "granted", 1), "identifier"),
        (NewConsent(EMAIL, "marketing", "email", "granted", 1, wording="news", wording_version=1), "wording"),
    ],
)
def test_a_vague_yes_grants_nothing_and_says_why(shop: Workspace, row: NewConsent, reason: str) -> None:
    recorded = record(shop, row)
    assert (recorded.added, recorded.refused[0].reason) == (0, f"consents.refused.{reason}")


@pytest.mark.parametrize("row", [no(purpose="?"), no(channel="fax"), no(purpose="", channel="?")])
def test_a_vague_no_forbids_more_not_less(shop: Workspace, row: NewConsent) -> None:
    record(shop, yes(), row)
    assert states(shop)["email"] == "withdrawn"


def test_an_event_says_one_row_for_each_purpose_and_channel() -> None:
    told = {"purpose": ["marketing", "analytics"], "channel": "all", "method": "form", "wording_version": True}
    rows = customers.consents_said_in("consent.granted", EMAIL, told, 7, "site")
    assert [(row.purpose, row.channel, row.state, row.at) for row in rows] == [
        ("marketing", "", "granted", 7),
        ("analytics", "", "granted", 7),
    ]
    assert rows[0].wording_version == 0
    assert customers.consents_said_in("order.paid", EMAIL, told, 7, "site") == ()


def test_an_event_without_a_channel_withdraws_all_and_grants_none(shop: Workspace) -> None:
    granted = customers.consents_said_in("consent.granted", EMAIL, {"purpose": "marketing"}, 7, "site")
    assert record(shop, *granted).refused[0].reason == "consents.refused.channel"
    record(shop, yes(), *customers.consents_said_in("consent.withdrawn", EMAIL, {}, 900, "site"))
    assert set(states(shop).values()) == {"withdrawn"}


def test_the_doors_are_strict_and_leave_a_trace_without_a_name(shop: Workspace) -> None:
    with pytest.raises(UnknownPurpose):
        customers.say_consents(shop, [yes(purpose="markting")], "ha")
    with pytest.raises(UnknownChannel):
        customers.say_consents(shop, [yes(channel="fax")], "ha")
    with pytest.raises(ConsentRefused, match="names nobody"):
        customers.say_consents(shop, [yes(), NewConsent("?", "marketing", "email", "granted", 1)], "ha")
    assert states(shop)["email"] == "unknown"
    customers.say_consents(shop, [NewConsent("email:Lan@Shop.vn", "marketing", "email", "granted", 1)], "ha")
    entry = audit_entries(shop)[0]
    assert (entry.who, entry.what) == ("ha", "consent.granted")
    assert "lan@" not in json.dumps([entry.subject, entry.details])
    assert verify_audit(shop).fault is None


def test_nobody_consents_in_the_name_of_an_erased_person_but_their_no_is_kept(shop: Workspace) -> None:
    with shop.store.work(shop.name) as work:
        erasing.forget(work, [EMAIL], shop.ids)
    recorded = record(shop, yes(), no())
    assert (recorded.added, [each.reason for each in recorded.refused]) == (1, ["consents.refused.erased"])
    with shop.store.reading(shop.name) as reading:
        assert customers.consent_of_address(reading, EMAIL, (), "marketing", "email").state == "withdrawn"
    assert customers.consents(shop, EMAIL).ledger == ()


def test_the_wordings_that_ship_can_be_published_and_named(shop: Workspace) -> None:
    for purpose in READY:
        texts = customers.ready_wording(purpose)
        assert texts is not None
        assert customers.publish_wording(shop, purpose, purpose, *texts, "ha").version == 1
    row = NewConsent(EMAIL, "marketing", "email", "granted", 5, "marketing", 1, "form", "f-1")
    assert record(shop, row).added == 1
    assert next(each.proven for each in customers.consents(shop, EMAIL).standings if each.state == "granted")


def test_a_published_version_never_changes(shop: Workspace) -> None:
    first = WordingText(ask="Share my name with the warranty partner.")
    second = WordingText(ask="Share my name and phone with the partner.")
    customers.publish_wording(shop, "partner", "sharing", first, first, "ha")
    assert customers.publish_wording(shop, "partner", "sharing", second, second, "ha").version == 2
    assert customers.wording(shop, "partner", 1).en == first
    assert customers.wording(shop, "partner").en == second
    assert [each.version for each in customers.wordings(shop)] == [2, 1]
    with pytest.raises(UnknownWording):
        customers.wording(shop, "partner", 3)


@pytest.mark.parametrize("element", ["ask", "content", "method", "form", "frequency", "sensitive"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_marketing_is_not_published_without_what_the_law_wants_told(
    shop: Workspace, element: str, language: str
) -> None:
    texts = dict(zip(("en", "vi"), customers.ready_wording("marketing") or (), strict=True))
    told = {name: getattr(texts[language], name) for name in WordingText.__dataclass_fields__}
    texts[language] = WordingText(**{**told, element: ""})
    with pytest.raises(WordingIncomplete) as refused:
        customers.publish_wording(shop, "news", "marketing", texts["en"], texts["vi"], "ha")
    assert (refused.value.details["element"], refused.value.details["shown_in"]) == (element, language)
    assert customers.wordings(shop) == ()


def test_one_sentence_for_everything_or_without_the_word_is_not_enough(shop: Workspace) -> None:
    en, vi = customers.ready_wording("analytics") or (WordingText(""), WordingText(""))
    silent = WordingText(ask=en.ask, sensitive="We record what you do on the site and in the app.")
    with pytest.raises(WordingIncomplete):
        customers.publish_wording(shop, "a", "analytics", silent, vi, "ha")
    same = WordingText(*["Yes to everything that is sensitive."] * 6)
    with pytest.raises(WordingIncomplete):
        customers.publish_wording(shop, "a", "marketing", same, same, "ha")
    with pytest.raises(BadWordingKey):
        customers.publish_wording(shop, "A b", "analytics", en, vi, "ha")


def test_a_workspace_has_its_own_list_of_purposes(shop: Workspace) -> None:
    assert [each.key for each in customers.purposes(shop)][:2] == ["service", "marketing"]
    own = (Purpose("club", Name("Club", "Câu lạc bộ"), ("sensitive",)),)
    assert customers.change_purposes(shop, own, "ha") == own
    assert record(shop, yes(), yes(purpose="club")).added == 1
    for bad in ((), own * 2, (Purpose("Club!", Name("", ""), ()),)):
        with pytest.raises(BadPurposes):
            customers.change_purposes(shop, bad, "ha")


def test_a_list_from_elsewhere_is_taken_as_far_as_it_can_be(shop: Workspace, clock: FixedClock) -> None:
    now = epoch_seconds(clock.now())
    recorded = customers.bring_consents(shop, [yes(at=now + 9_999), yes(purpose="x"), no(purpose="x")], "ha")
    assert (recorded.added, len(recorded.refused)) == (2, 1)
    assert max(row.at for row in customers.consents(shop, EMAIL).ledger) == now
