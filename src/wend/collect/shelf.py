"""The mappings that ship with Wend, and which of them fits a file."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from wend.collect.mapping.language import parse_mapping
from wend.collect.mapping.model import Mapping
from wend.collect.reading.chunk import Reader

_SIGNATURES: dict[str, tuple[frozenset[str], ...]] = {
    "segment": (frozenset({"type", "messageId", "timestamp"}), frozenset({"type", "anonymousId", "timestamp"})),
    "ga4": (frozenset({"event_name", "event_timestamp", "user_pseudo_id"}),),
    "shopify_orders": (frozenset({"Name", "Email", "Financial Status", "Created at", "Total"}),),
    "woocommerce_orders": (
        frozenset({"Order Number", "Order Date", "Order Total Amount", "Email (Billing)"}),
        frozenset({"Order Number", "Order Date", "Order Total Amount", "Phone (Billing)"}),
    ),
    "kiotviet_orders": (
        frozenset({"Mã hóa đơn", "Thời gian", "Mã khách hàng"}),
        frozenset({"Mã hóa đơn", "Thời gian", "Điện thoại"}),
    ),
    "sapo_orders": (
        frozenset({"Mã đơn hàng", "Ngày tạo", "Số điện thoại"}),
        frozenset({"Mã đơn hàng", "Ngày tạo", "Mã khách hàng"}),
    ),
    "survey": tuple(frozenset({"answered_at", score}) for score in ("nps", "csat", "ces")),
    "xes": (frozenset({"case:concept:name", "concept:name", "time:timestamp"}),),
    "ocel": (frozenset({"ocel:type", "ocel:time"}),),
    "event_log": (frozenset({"customer", "event", "time"}),),
}
"""The columns by which each ready mapping knows its files: all of one of the sets must be there."""


@cache
def ready_toml(key: str) -> str:
    """The text of a ready mapping."""
    return files("wend.collect").joinpath("ready", f"{key}.toml").read_text(encoding="utf-8")


def ready_keys() -> tuple[str, ...]:
    """The ready mappings, the most particular first."""
    return tuple(_SIGNATURES)


def ready_mapping(key: str) -> Mapping:
    """A ready mapping."""
    return parse_mapping(ready_toml(key))


def ready_for(reader: Reader) -> Mapping | None:
    """The ready mapping whose columns this file has, if any."""
    columns = set(reader.columns)
    for key, signatures in _SIGNATURES.items():
        if any(signature <= columns for signature in signatures):
            mapping = ready_mapping(key)
            identifiers = {column for _, column in mapping.customer}
            if identifiers & columns and mapping.shape.format in ("", reader.format):
                return mapping
    return None


def for_file(mapping: Mapping, name: str) -> Mapping:
    """A mapping meant for one file only."""
    return replace(mapping, match=name)
