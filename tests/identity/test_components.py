"""People are the connected parts of the links, whatever the order the links came in."""

from hypothesis import given, strategies as st

from wend.identity.components import components, conflicts
from wend.identity.reasons import REASONS, Link, explain
from wend.kit.texts import LANGUAGES

identifiers = st.builds(
    lambda kind, n: f"{kind}:{n}", st.sampled_from(["customer", "email", "phone", "device"]), st.integers(0, 6)
)
links = st.lists(st.tuples(identifiers, identifiers), max_size=25)


def plain(pairs: list[tuple[str, str]]) -> dict[str, set[str]]:
    """Grow each person until nothing changes: slow, and plainly right."""
    person = {each: {each} for pair in pairs for each in pair}
    for _ in person:
        for a, b in pairs:
            whole = person[a] | person[b]
            person |= dict.fromkeys(whole, whole)
    return person


@given(links)
def test_people_are_the_connected_parts(pairs: list[tuple[str, str]]) -> None:
    canonical = components(pairs)
    person = plain(pairs)
    assert canonical.keys() == person.keys()
    for each, group in person.items():
        assert {other for other in canonical if canonical[other] == canonical[each]} == group
        assert canonical[each] in group


@given(links, st.randoms())
def test_the_order_of_links_does_not_matter(pairs: list[tuple[str, str]], chance: object) -> None:
    shuffled = [(b, a) for a, b in pairs]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert components(shuffled) == components(pairs)


@given(links, links)
def test_joining_two_answers_is_answering_the_joined_links(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    merged = [*components(one).items(), *components(other).items()]
    assert components(merged) == components([*one, *other])


def test_the_best_identifier_names_the_person() -> None:
    found = components(
        [("device:1", "phone:+84903127455"), ("phone:+84903127455", "customer:9"), ("customer:9", "customer:10")]
    )
    assert set(found.values()) == {"customer:10"}
    assert conflicts(found) == {"customer:10": ["customer:10", "customer:9"]}


def test_a_long_chain_is_one_person() -> None:
    chain = [(f"device:{n}", f"device:{n + 1}") for n in range(5_000)]
    assert set(components(chain).values()) == {"device:0"}


def test_each_reason_is_a_sentence_in_both_languages() -> None:
    for reason in REASONS:
        link = Link.of("phone:+84903127455", "customer:9", reason, "import_1")
        assert (link.a, link.b) == ("customer:9", "phone:+84903127455")
        assert all("+84903127455" in explain(link, language) for language in LANGUAGES)
