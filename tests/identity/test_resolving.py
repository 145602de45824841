"""Who is who, as a pure function: the laws, then examples that a person can check by hand."""

from __future__ import annotations

from hypothesis import given, strategies as st

from wend.identity.reasons import REASONS, Evidence, explain, explain_by_hand
from wend.identity.resolving import Resolution, resolve
from wend.identity.rules import Rules
from wend.identity.ties import Decision
from wend.kit.texts import LANGUAGES

LAN, AN, PHONE, MAIL = "customer:lan", "customer:an", "phone:+84903127455", "email:lan@shop.vn"


def seen(a: str, b: str, at: int = 0) -> Evidence:
    """Two identifiers in one event."""
    return Evidence.of(a, b, "same_event", "web", at)


def why(found: Resolution, a: str, b: str) -> str:
    return found.refused[min(a, b), max(a, b)].why


free = st.builds(lambda kind, n: f"{kind}:{n}", st.sampled_from(["email", "phone"]), st.integers(0, 6))
LOOSE = Rules(
    tuple(type(rule)(rule.kind, "strong", 99, 0) for rule in Rules().kinds), most_identifiers=99, most_links=99
)


def plain(pairs: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Grow each person until nothing changes: slow, and plainly right."""
    person = {each: {each} for pair in pairs for each in pair}
    for _ in person:
        for a, b in pairs:
            whole = person[a] | person[b]
            person |= dict.fromkeys(whole, whole)
    return person


@given(st.lists(st.tuples(free, free), max_size=25))
def test_without_limits_people_are_the_connected_parts(pairs: list[tuple[str, str]]) -> None:
    found = resolve([seen(a, b) for a, b in pairs if a != b], LOOSE)
    expected = plain([pair for pair in pairs if pair[0] != pair[1]])
    assert {each: set(found.members(found.person_of[each])) for each in found.person_of} == expected


def test_the_best_identifier_names_the_person() -> None:
    found = resolve([seen("device:1", PHONE), seen(PHONE, MAIL), seen(MAIL, LAN)])
    assert set(found.person_of.values()) == {LAN}
    assert found.members(LAN) == (LAN, "device:1", MAIL, PHONE)


def test_two_customer_numbers_are_two_people_and_the_phone_is_the_firsts() -> None:
    found = resolve([seen(AN, PHONE, at=2), seen(LAN, PHONE, at=1)])
    assert found.person_of == {AN: AN, LAN: LAN, PHONE: LAN}
    assert why(found, AN, PHONE) == "two_numbers"


def test_a_till_with_six_customers_joins_nobody() -> None:
    five = [seen("device:till", f"customer:{n}", at=n) for n in range(5)]
    assert resolve(five).person_of["device:till"] == "customer:0"
    six = resolve([*five, seen("device:till", "customer:5", at=5)])
    assert six.person_of["device:till"] == "device:till"
    assert why(six, "customer:0", "device:till") == "shared"


def test_a_chain_of_aliases_ends_where_a_person_is_full() -> None:
    found = resolve([Evidence.of(f"device:{n:03}", f"device:{n + 1:03}", "alias_call", "web", n) for n in range(200)])
    sizes = sorted(len(found.members(person)) for person in set(found.person_of.values()))
    assert sizes[-1] == 50
    assert {refusal.why for refusal in found.refused.values()} == {"too_many"}


def test_only_a_secret_key_or_a_person_joins_two_customer_numbers() -> None:
    assert why(resolve([Evidence.of(LAN, AN, "alias_call", "web")]), LAN, AN) == "two_numbers"
    assert resolve([Evidence.of(LAN, AN, "alias_trusted", "crm")]).person_of == {LAN: AN, AN: AN}
    assert resolve([], decisions=[Decision(1, "join", LAN, AN)]).person_of == {LAN: AN, AN: AN}


def test_a_circle_of_aliases_is_one_person_once() -> None:
    a, b, c = "device:a", "device:b", "device:c"
    found = resolve([seen(a, b), seen(b, c), seen(c, a), seen(a, a)])
    assert found.person_of == {a: a, b: a, c: a}


def test_told_apart_stays_apart_by_any_way_round() -> None:
    around = [seen(LAN, PHONE, 1), seen(PHONE, MAIL, 2), seen(LAN, MAIL, 3)]
    found = resolve(around, decisions=[Decision(1, "apart", LAN, PHONE)])
    assert found.person_of[LAN] != found.person_of[PHONE]
    back = resolve(around, decisions=[Decision(1, "apart", LAN, PHONE), Decision(2, "revoke", LAN, PHONE, 0, 1)])
    assert set(back.person_of.values()) == {LAN}


def test_a_blocked_value_joins_nobody() -> None:
    rules = Rules(blocked=("phone:+8428*",))
    found = resolve([seen(LAN, "phone:+84281234567"), seen(AN, "phone:+84281234567")], rules)
    assert found.person_of["phone:+84281234567"] == "phone:+84281234567"
    assert why(found, LAN, "phone:+84281234567") == "blocked"


def test_each_reason_is_a_sentence_in_both_languages() -> None:
    for reason in REASONS:
        said = Evidence.of(PHONE, "customer:9", reason, "import_1")
        assert said.pair == ("customer:9", PHONE)
        assert all("+84903127455" in explain(said, language) for language in LANGUAGES)
    assert all("Lan" in explain_by_hand(AN, PHONE, "Lan", language) for language in LANGUAGES)
