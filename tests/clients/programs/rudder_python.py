"""What a server with the RudderStack library does: arguments are the address, the write key, the number of orders."""

import json
import sys

import rudderstack.analytics as analytics  # type: ignore[import-untyped]
from rudderstack.analytics.version import VERSION  # type: ignore[import-untyped]

base, key, orders = sys.argv[1], sys.argv[2], int(sys.argv[3])
complaints: list[str] = []
analytics.write_key = key
analytics.dataPlaneUrl = base
analytics.gzip = True
analytics.on_error = lambda error, batch: complaints.append(f"{type(error).__name__}: {error} ({len(batch)})")

analytics.identify("C-1", {"name": "Nguyễn Thị Lan", "email": "lan@shop.vn"})
analytics.page("C-1", "Sản phẩm", "Áo dài", {"url": "https://shop.vn/ao-dai"})
analytics.screen("C-1", "App", "Home", {"width": 390})
analytics.group("C-1", "ACME", {"plan": "gold"})
analytics.alias("anon-7", "C-1")
for number in range(orders):
    analytics.track("C-1", "order.placed", {"number": number, "price": 12.5, "total": 250000, "currency": "VND"})
analytics.flush()
analytics.shutdown()
sys.stdout.write(json.dumps({"version": VERSION, "complaints": complaints}) + "\n")
