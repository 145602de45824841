"""What was planted in the files: who, when, how strong, and how to see it, so that anybody can check what was found."""

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileTruth:
    """One written file: its mapping (None for a look-up file), its rows, and the events that should come out of it."""

    name: str
    mapping: str | None
    rows: int
    events: dict[str, int]
    bad_rows: int = 0  # rows that cannot be read and belong in quarantine


@dataclass(frozen=True, slots=True)
class LateDeliveries:
    """Planted cause 1. Shares are of delivered orders; stars are means; calls and purchases are shares of orders."""

    provinces: tuple[str, ...]
    late_there: float
    late_elsewhere: float
    stars_on_time: float
    stars_late: float
    calls_on_time: float  # a call to the call centre within seven days after the delivery
    calls_late: float
    chased: float  # of the late orders: a call before the parcel came
    repurchase_ratio: float  # chance to buy again within `repurchase_days` after the delivery, late against on time
    repurchase_days: int
    orders: int  # delivered inside the period
    late_orders: int
    late_customers: int
    since: date
    until: date
    recognise: str = "orders.csv: delivered_at after expected_by, by province; survey_answers.csv: survey = delivery"
    in_events: str = "order.expected comes before order.delivered; then delivery.rated is low, support.called follows"


@dataclass(frozen=True, slots=True)
class FeeShownLate:
    """Planted cause 2. Shares are of web sessions with a `checkout.started`."""

    share: float
    abandoned: float
    abandoned_fee_late: float
    checkouts: int
    hit_checkouts: int
    hit_customers: int
    since: date
    until: date
    recognise: str = "web_events.csv.gz: in a session with checkout.started, no checkout.fee_shown came before it"
    in_events: str = "checkout.fee_shown comes after checkout.payment_chosen, not cart.filled; no order.placed follows"


@dataclass(frozen=True, slots=True)
class CheckoutFault:
    """Planted cause 3. Conversion is the share of sessions with a `checkout.started` that end in an order."""

    place: str  # the app, not the web
    platform: str
    first_day: date
    last_day: date
    converted: float
    converted_in_fault: float
    hit_checkouts: int
    hit_customers: int
    lost_orders: int  # orders that would have come at the usual rate
    recognise: str = "app_events.jsonl: platform, ts, payment.failed with error = gateway_timeout; orders.csv: no order"
    in_events: str = "app, android: payment.failed after checkout.payment_chosen; no order.placed follows"


@dataclass(frozen=True, slots=True)
class SlowingDown:
    """Planted cause 4: a steady rhythm, then each of `growing_gaps` gaps is `growth` times the last one."""

    growth: float
    growing_gaps: int
    silent_days: int  # those who left came last at least that many days before the end
    left: tuple[str, ...]  # identifiers, "device:…"
    still_slowing: tuple[str, ...]
    recognise: str = "gaps between visit.started and app.opened of one person; a person may use two devices"
    in_events: str = "visit.started or app.opened, each gap longer than the last; then none (letters may still be sent)"


@dataclass(frozen=True, slots=True)
class Truths:
    """Everything a test may hold against an analysis of the files."""

    seed: int
    people: int  # distinct people in the files, once devices, phones, addresses and numbers are joined
    begins_on: date
    ends_on: date
    late: LateDeliveries
    fee: FeeShownLate
    fault: CheckoutFault
    slowing: SlowingDown
    files: tuple[FileTruth, ...] = field(default=())
    quiet: str = (
        "Nothing else is planted: all other shares and scores were drawn independently of everything. Natural, as "
        "anywhere: many people come once or twice, so a first visit is followed by another less often than a later one."
    )

    @property
    def events(self) -> int:
        """All events that an import of every file should bring."""
        return sum(sum(file.events.values()) for file in self.files)

    def save(self, path: Path) -> None:
        """Write the truths as JSON, dates as text."""
        text = json.dumps(asdict(self) | {"events": self.events}, ensure_ascii=False, indent=1, default=date.isoformat)
        path.write_text(text + "\n", encoding="utf-8")
