"""What a server with the Segment library does: arguments are the address, the write key, the number of orders, options.

Prints a JSON line: the library's version and what it complained about.
"""

import json
import sys

import segment.analytics as analytics  # type: ignore[import-untyped]
from segment.analytics.client import Client  # type: ignore[import-untyped]
from segment.analytics.version import VERSION  # type: ignore[import-untyped]

base, key, orders = sys.argv[1], sys.argv[2], int(sys.argv[3])
options = dict(each.split("=") for each in sys.argv[4:])
complaints: list[str] = []

analytics.write_key = key
analytics.host = base
analytics.gzip = options.get("gzip") == "yes"
analytics.timeout = int(options.get("timeout", "15"))
analytics.max_retries = int(options.get("retries", "10"))
analytics.on_error = lambda error, batch: complaints.append(f"{type(error).__name__}: {error} ({len(batch)})")
if "size" in options:
    analytics.default_client = Client(
        key,
        host=base,
        timeout=analytics.timeout,
        upload_size=int(options["size"]),
        on_error=analytics.on_error,
    )

if "only" not in options:
    analytics.identify("C-1", {"name": "Nguyễn Thị Lan", "email": "lan@shop.vn", "age": 31, "address": {"city": "Huế"}})
    analytics.page("C-1", "Sản phẩm", "Áo dài", {"url": "https://shop.vn/ao-dai"})
    analytics.screen("C-1", "App", "Home", {"width": 390})
    analytics.group("C-1", "ACME", {"plan": "gold", "seats": 12})
    analytics.alias("anon-7", "C-1")
for number in range(orders):
    given = {"number": number, "price": 12.5, "gift": number % 2 == 0, "note": "Giao nhanh 🎁", "items": ["a", "b"]}
    analytics.track("C-1", "order.placed", {**given, "total": 250000, "currency": "VND"})
analytics.flush()
analytics.shutdown()
sys.stdout.write(json.dumps({"version": VERSION, "complaints": complaints}) + "\n")
