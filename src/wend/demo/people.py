"""The invented people: where they live, how they can be recognised, and what kind of visitor each one is."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from wend.demo.chance import Flags, Generator, Ints, happens, stream, weighted
from wend.demo.words import column, plain, strings


class Kind(IntEnum):
    """How somebody comes and goes. Everything else about a person is drawn independently of it."""

    REGULAR = 0  # keeps a rhythm of their own
    PASSING = 1  # comes once or a few times
    SLOWING = 2  # planted: the gaps lengthen, then the visits stop
    COUNTER = 3  # only ever seen at the shop counter, known by phone number


KIND_SHARES = [0.34, 0.42, 0.06, 0.18]
PHONE_PREFIXES = (32, 33, 34, 35, 36, 37, 38, 39, 56, 58, 70, 76, 77, 78, 79, 81, 82, 83, 84, 85, 86, 88, 90, 91,
                  93, 94, 96, 97, 98)  # fmt: skip
# Nobody can own these. The bare example.com is what people type to get rid of a form, so these are hosts under it.
MAIL_HOSTS = ["mail.example.com", "thu.example.com", "hop-thu.example.net", "nha.example.org"]


@dataclass(frozen=True, slots=True)
class People:
    """One row per person; `phone` is the nine digits after the leading zero."""

    kind: Ints
    province: Ints
    phone: Ints
    name: list[str]
    email: list[str]
    woman: Flags
    born: Ints
    app: Flags  # prefers the app to the web
    ios: Flags
    desktop: Flags  # browses the web at a desk
    reads_mail: Flags
    reads_zalo: Flags
    visits_counter: Flags
    types_plain: Flags  # leaves out Vietnamese marks
    device: list[str]
    other_device: list[str]

    def __len__(self) -> int:
        return len(self.kind)


def invent_people(seed: int, size: int) -> People:
    """`size` people, the same for the same seed."""
    rng = stream(seed, "people")
    woman = happens(rng, 0.58, size)
    names = _names(rng, woman)
    return People(
        kind=weighted(rng, KIND_SHARES, size),
        province=weighted(rng, column("places", "province", "share"), size),
        phone=_phones(rng, size),
        name=names,
        email=_emails(rng, names),
        woman=woman,
        born=rng.integers(1958, 2007, size),
        app=happens(rng, 0.38, size),
        ios=happens(rng, 0.34, size),
        desktop=happens(rng, 0.30, size),
        reads_mail=happens(rng, 0.55, size),
        reads_zalo=happens(rng, 0.70, size),
        visits_counter=happens(rng, 0.25, size),
        types_plain=happens(rng, 0.22, size),
        device=_devices(rng, size, "d"),
        other_device=_devices(rng, size, "e"),
    )


def _names(rng: Generator, woman: Flags) -> list[str]:
    size = len(woman)
    surnames = strings("names", "surnames")
    surname = weighted(rng, [int(weight) for weight in strings("names", "surname_weights")], size)
    middle, given = rng.random(size), rng.random(size)
    lists = {
        True: (strings("names", "women_middle"), strings("names", "women_given")),
        False: (strings("names", "men_middle"), strings("names", "men_given")),
    }
    names = []
    for at in range(size):
        middles, givens = lists[bool(woman[at])]
        middle_name, given_name = middles[int(middle[at] * len(middles))], givens[int(given[at] * len(givens))]
        names.append(f"{surnames[surname[at]]} {middle_name} {given_name}")
    return names


def _phones(rng: Generator, size: int) -> Ints:
    """Distinct numbers: a prefix in use in Viet Nam and seven random digits; never meant to be called."""
    prefix = np.asarray(PHONE_PREFIXES, dtype=np.int64)[rng.integers(0, len(PHONE_PREFIXES), size * 2)]
    numbers = prefix * 10_000_000 + rng.integers(1_000_000, 10_000_000, size * 2)
    _, first = np.unique(numbers, return_index=True)
    distinct: Ints = numbers[np.sort(first)][:size]
    return distinct


def _emails(rng: Generator, names: list[str]) -> list[str]:
    host = rng.integers(0, len(MAIL_HOSTS), len(names))
    emails = []
    for at, name in enumerate(names):
        family, *_, given = plain(name).lower().split()
        emails.append(f"{given}.{family}{at:05d}@{MAIL_HOSTS[host[at]]}")  # the number keeps addresses distinct
    return emails


def _devices(rng: Generator, size: int, letter: str) -> list[str]:
    return [f"{letter}{number:012x}" for number in rng.integers(0, 1 << 48, size)]
