"""Systems we know of: how each signs, and which ready mapping reads what it sends.

All of this is from their public documentation; none of it was tried against a live account. Whoever connects one sends
a test request first and looks at what arrives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wend.domain.names import Name


@dataclass(frozen=True, slots=True)
class Preset:
    """A system that pushes. `signature` are settings of `Signature`; `mapping` is the key of a ready mapping."""

    key: str
    name: Name
    mapping: str
    signature: dict[str, Any] = field(default_factory=dict)
    delivery_header: str = ""


def _same(name: str) -> Name:
    return Name(name, name)


PRESETS: dict[str, Preset] = {
    each.key: each
    for each in (
        Preset(
            "haravan",
            Name("Haravan: orders", "Haravan: đơn hàng"),
            "hook_haravan_orders",
            {"scheme": "hmac", "header": "X-Haravan-Hmacsha256", "encoding": "base64"},
        ),
        Preset(
            "sapo",
            Name("Sapo: orders", "Sapo: đơn hàng"),
            "hook_sapo_orders",
            {"scheme": "hmac", "header": "X-Sapo-Hmac-Sha256", "encoding": "base64"},
        ),
        Preset(
            "kiotviet",
            Name("KiotViet: invoices and orders", "KiotViet: hóa đơn và đơn đặt hàng"),
            "hook_kiotviet",
            {"scheme": "hmac", "header": "X-Hub-Signature", "prefix": "sha256="},
        ),
        Preset(
            "ghn",
            Name("GHN: delivery status", "GHN: trạng thái giao hàng"),
            "hook_ghn",
            {"scheme": "token", "query": "token"},
        ),
        Preset(
            "ghtk",
            Name("GHTK: delivery status", "GHTK: trạng thái giao hàng"),
            "hook_ghtk",
            {"scheme": "token", "query": "hash"},
        ),
        # Zalo sends again for twelve hours when nobody answers, and its moment is that of the event.
        Preset("zalo", _same("Zalo OA"), "hook_zalo_oa", {"scheme": "zalo", "tolerance_s": 43_200}),
        Preset(
            "calls",
            Name("Call centre", "Tổng đài"),
            "hook_calls",
            {"scheme": "token", "header": "Authorization", "prefix": "Bearer "},
        ),
    )
}
