"""One frozen table of settings, validated at the door and printed by `wend settings`.

Each setting is read from the environment variable `WEND_<NAME>`; its help text is `settings.<name>` in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import ClassVar

from wend.kit.errors import Mistake

PROTECTED = (
    "payment.*, *.payment.*, refund.*, consent.*, unsubscribed, *.unsubscribed, message.*, "
    "email.delivered, email.bounced, email.opened, email.link.clicked, email.marked.as.spam"
)


class BadSetting(Mistake):
    """A setting holds a value of the wrong kind."""

    code: ClassVar[str] = "kit.bad_setting"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may choose. Defaults run everything on one machine, on loopback."""

    data: Path = Path("wend-data")
    database_url: str = field(default="", repr=False)  # it may hold a password
    workspace: str = "main"
    language: str = "en"
    timezone: str = "Asia/Ho_Chi_Minh"
    host: str = "127.0.0.1"
    port: int = 8377
    threads: int = 2
    buckets: int = 64
    batch_rows: int = 500_000
    max_line_bytes: int = 8 * 1024 * 1024
    max_bad_share_percent: int = 10
    upload_limit_mb: int = 2048
    connector_hosts: str = ""
    webhook_hosts: str = ""
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    smtp_tls: str = "starttls"
    mail_from: str = ""
    collect_rate: int = 20_000
    protected_events: str = PROTECTED
    trusted_proxies: str = ""
    public_url: str = ""
    browser_library: str = ""
    journal_patience_s: int = 0
    question_seconds: int = 300
    question_memory_mb: int = 2048
    engine: str = ""
    engine_shelf: str = ""
    engine_near_gb: int = 20

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """Settings from `WEND_…` variables; raises BadSetting naming the variable."""
        chosen: dict[str, object] = {}
        for setting in fields(cls):
            variable = variable_of(setting.name)
            if variable not in environment:
                continue
            value = environment[variable]
            if setting.type == "int" and not value.isdecimal():
                raise BadSetting(variable=variable, value=value)
            chosen[setting.name] = (
                int(value) if setting.type == "int" else Path(value) if setting.type == "Path" else value
            )
        return cls(**chosen)  # type: ignore[arg-type]  # each value was converted by its field's type above


def variable_of(name: str) -> str:
    """The environment variable of a setting: `batch_rows` → `WEND_BATCH_ROWS`."""
    return f"WEND_{name.upper()}"
