"""The files of the web shop, the app, the order system and the advertising networks."""

from pathlib import Path

import numpy as np
import pyarrow as pa

from wend.demo import clicks as click, marketing, sessions, writing
from wend.demo.chance import Flags, Ints
from wend.demo.orders import PAYMENTS, Orders
from wend.demo.period import BEGINS_AT, DAY, DAYS, NEVER, UTC_OFFSET_S
from wend.demo.shop import Shop
from wend.demo.truths import FileTruth
from wend.demo.words import column, strings, written

ORDERS_START_AT = 240_001


def customer_numbers(person: Ints, empty: Flags | None = None) -> pa.Array:
    """KH000123, the number under which the shop knows a registered customer."""
    return writing.padded("KH", person if empty is None else np.where(empty, -1, person), 6)


def write_web_events(directory: Path, shop: Shop) -> FileTruth:
    """`web_events.csv.gz`: the clickstream of the web shop, times in UTC."""
    rows = np.flatnonzero(~shop.sessions.app[shop.clicks.session])
    clicks, session = shop.clicks, shop.clicks.session[rows]
    rows = rows[np.argsort(clicks.at[rows], kind="stable")]
    session, slot = clicks.session[rows], clicks.slot[rows]
    size = writing.csv(
        directory / "web_events.csv.gz",
        {
            "time": writing.written_moment(clicks.at[rows], "%Y-%m-%dT%H:%M:%SZ", utc=True),
            "device_id": _devices(shop, session),
            "customer_no": customer_numbers(shop.sessions.person[session], ~shop.recognised[rows]),
            "session_id": writing.padded("s", session, 6),
            "platform": writing.chosen(sessions.PLATFORMS, shop.sessions.platform[session]),
            "event": writing.chosen(click.EVENTS, slot),
            "page": writing.chosen(click.PAGES, slot),
            "sku": writing.chosen(column("products", "product", "sku"), clicks.product[rows]),
            "delivery_fee": writing.number(_shown_fee(shop, session, slot)),
        },
        bare=True,
    )
    return FileTruth("web_events.csv.gz", "web_events.toml", size, writing.counts(click.EVENTS, slot))


def write_app_events(directory: Path, shop: Shop) -> FileTruth:
    """`app_events.jsonl`: the clickstream of the app, times in milliseconds since 1970 UTC."""
    rows = np.flatnonzero(shop.sessions.app[shop.clicks.session])
    rows = rows[np.argsort(shop.clicks.at[rows], kind="stable")]
    session, slot = shop.clicks.session[rows], shop.clicks.slot[rows]
    names = ("app.opened", *click.EVENTS[1:])
    broken = (slot == click.FAILED) & shop.sessions.faulty[session]
    size = writing.json_lines(
        directory / "app_events.jsonl",
        {
            "ts": writing.number((shop.clicks.at[rows] - UTC_OFFSET_S) * 1000),
            "event": writing.chosen(names, slot),
            "user_id": customer_numbers(shop.sessions.person[session], ~shop.recognised[rows]),
            "device_id": _devices(shop, session),
            "session_id": writing.padded("s", session, 6),
            "platform": writing.chosen(sessions.PLATFORMS, shop.sessions.platform[session]),
            "app_version": writing.chosen(_VERSIONS, _version(shop.clicks.at[rows])),
            "sku": writing.chosen(column("products", "product", "sku"), shop.clicks.product[rows]),
            "delivery_fee": writing.number(_shown_fee(shop, session, slot)),
            "error": writing.chosen(("declined", "gateway_timeout"), np.where(slot == click.FAILED, broken, -1)),
        },
    )
    return FileTruth("app_events.jsonl", "app_events.toml", size, writing.counts(names, slot))


_VERSIONS = ("4.8", "5.0", "5.1", "5.2", "5.3")


def _version(at: Ints) -> Ints:
    """A release every fifteen weeks or so, for both systems alike; a last session may run past midnight."""
    return np.minimum((at - BEGINS_AT) * len(_VERSIONS) // (DAYS * DAY), len(_VERSIONS) - 1)


def _devices(shop: Shop, session: Ints) -> pa.Array:
    people, size = shop.people, len(shop.people)
    words = writing.text(people.device + people.other_device)
    return writing.chosen(words, shop.sessions.person[session] + size * shop.sessions.other[session])


def _shown_fee(shop: Shop, session: Ints, slot: Ints) -> Ints:
    fees = np.asarray(column("places", "province", "fee"))
    shown = (slot == click.FEE_IN_CART) | (slot == click.FEE_AT_PAYMENT)
    return np.where(shown, fees[shop.people.province[shop.sessions.person[session]]], -1)


def order_numbers(orders: Orders, row: Ints) -> pa.Array:
    """DH240001 and up, in the order in which they were placed; negative rows stay empty."""
    turn = np.argsort(np.argsort(orders.placed, kind="stable")) + ORDERS_START_AT
    return writing.padded("DH", np.r_[turn, -1][row], 6)


def write_orders(directory: Path, shop: Shop) -> FileTruth:
    """`orders.csv`: one row an order, local times, đồng."""
    rows = np.argsort(shop.orders.placed, kind="stable")
    orders, person, session = shop.orders, shop.orders.person[rows], shop.orders.session[rows]
    provinces = column("places", "province", "name")
    size = writing.csv(
        directory / "orders.csv",
        {
            "order_no": order_numbers(orders, rows),
            "customer_no": customer_numbers(person),
            "phone": writing.padded("0", shop.people.phone[person], 9),
            "channel": writing.chosen(("web", "app"), shop.sessions.app[session].astype(np.int64)),
            "placed_at": writing.moment(orders.placed[rows]),
            "confirmed_at": writing.moment(orders.confirmed[rows]),
            "shipped_at": writing.moment(orders.shipped[rows]),
            "expected_by": writing.moment(orders.expected[rows]),
            "delivered_at": writing.moment(orders.delivered[rows]),
            "cancelled_at": writing.moment(orders.cancelled[rows]),
            "returned_at": writing.moment(orders.returned[rows]),
            "province": writing.chosen(provinces, shop.people.province[person]),
            "items": writing.number(orders.items[rows]),
            "goods_total": writing.number(orders.goods[rows]),
            "delivery_fee": writing.number(orders.fee[rows]),
            "total": writing.number((orders.goods + orders.fee)[rows]),
            "payment_method": writing.chosen(PAYMENTS, orders.payment[rows]),
            "carrier": writing.chosen(strings("places", "carriers"), orders.carrier[rows]),
        },
    )
    return FileTruth("orders.csv", "orders.toml", size, _order_events(orders))


def _order_events(orders: Orders) -> dict[str, int]:
    moments = {
        "order.placed": orders.placed, "order.confirmed": orders.confirmed, "order.shipped": orders.shipped,
        "order.expected": orders.expected, "order.delivered": orders.delivered, "order.cancelled": orders.cancelled,
        "order.returned": orders.returned,
    }  # fmt: skip
    return {name: int((at != NEVER).sum()) for name, at in moments.items()}


def write_customers(directory: Path, shop: Shop) -> FileTruth:
    """`customers.csv`: everybody who has a customer number; phones as people type them."""
    person = np.flatnonzero(shop.joined != NEVER)
    person = person[np.argsort(shop.joined[person], kind="stable")]
    people = shop.people
    phones = [_typed_phone(int(people.phone[who]), int(who) % 4) for who in person]
    size = writing.csv(
        directory / "customers.csv",
        {
            "customer_no": customer_numbers(person),
            "name": writing.text([people.name[who] for who in person]),
            "gender": writing.chosen(("nam", "nữ"), people.woman[person].astype(np.int64)),
            "born": writing.number(people.born[person]),
            "province": writing.chosen(column("places", "province", "name"), people.province[person]),
            "email": writing.text([people.email[who] for who in person]),
            "phone": writing.text(phones),
            "joined": writing.moment(shop.joined[person]),
            "joined_via": writing.chosen(("web", "app"), people.app[person].astype(np.int64)),
        },
    )
    return FileTruth("customers.csv", "customers.toml", size, {"account.created": size})


def _typed_phone(phone: int, habit: int) -> str:
    digits = f"{phone:09d}"
    return (f"0{digits}", f"+84{digits}", f"0{digits[:3]} {digits[3:6]} {digits[6:]}", f"84{digits}")[habit]


def write_products(directory: Path) -> FileTruth:
    """`products.csv`: a look-up file that the clickstream joins; it makes no events."""
    shelf = written("products")["product"]
    columns = {name: writing.text([str(row[name]) for row in shelf]) for name in ("sku", "name", "category", "price")}
    return FileTruth("products.csv", None, writing.csv(directory / "products.csv", columns), {})


def write_touches(directory: Path, shop: Shop) -> FileTruth:
    """`ad_touches.csv`: impressions and clicks as the networks report them, per device, times with an offset."""
    touches = shop.touches
    size = writing.csv(
        directory / "ad_touches.csv",
        {
            "at": writing.written_moment(touches.at, "%Y-%m-%dT%H:%M:%S+07:00"),
            "touch": writing.chosen(marketing.TOUCHES, touches.touch),
            "network": writing.chosen(marketing.NETWORKS, touches.network),
            "campaign": writing.chosen(marketing.CAMPAIGNS, touches.campaign),
            "device_id": _devices(shop, touches.session),
        },
        bare=True,
    )
    names = ("ad.seen", "ad.clicked", "search.clicked", "post.clicked")
    return FileTruth("ad_touches.csv", "ad_touches.toml", size, writing.counts(names, touches.touch))


def write_letters(directory: Path, shop: Shop) -> FileTruth:
    """`email_campaigns.csv`: one row a letter, with what its reader did."""
    letters = shop.letters
    columns = {
        "sent_at": letters.sent,
        "opened_at": letters.opened,
        "clicked_at": letters.clicked,
        "unsubscribed_at": letters.left,
    }
    times = {name: writing.moment(at) for name, at in columns.items()}
    size = writing.csv(
        directory / "email_campaigns.csv",
        {
            "email": writing.chosen(shop.people.email, letters.person),
            "subject": writing.chosen(marketing.LETTERS, letters.subject),
            **times,
        },
    )
    names = ("email.sent", "email.opened", "email.clicked", "email.unsubscribed")
    events = {name: int((at != NEVER).sum()) for name, at in zip(names, columns.values(), strict=True)}
    return FileTruth("email_campaigns.csv", "email_campaigns.toml", size, events)
