"""What an alert promises to say, in the transaction that changes its state; and how it is sent afterwards."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from wend.boards.alerts import repository
from wend.boards.alerts.errors import UnknownAlert
from wend.boards.alerts.judging import Tells
from wend.boards.model_alerts import Alert, AlertCheck
from wend.channels import email, webhook
from wend.channels.email import Mail, MailServer
from wend.kit.clock import epoch_seconds, from_epoch
from wend.kit.texts import Language, text
from wend.outbox import facade as outbox
from wend.outbox.facade import Promised, Sender
from wend.store.facade import Work
from wend.store.sealing import unseal
from wend.workspaces.facade import Workspace

EMAIL, WEBHOOK = "alert_email", "alert_webhook"
_DECIMAL_COMMA = str.maketrans(",.", ".,")


def receivers(alert: Alert) -> Iterator[tuple[str, str]]:
    """Whom an alert tells: kind and address."""
    yield from ((EMAIL, address) for address in alert.watch.emails)
    if alert.watch.webhook:
        yield WEBHOOK, alert.watch.webhook


def lane(alert: Alert, kind: str, to: str) -> str:
    """What one receiver hears of one alert comes in order."""
    return f"{alert.id}/{kind}/{hashlib.sha256(to.encode()).hexdigest()[:16]}"


def promise(workspace: Workspace, work: Work, alert: Alert, told: Tells, check: AlertCheck, episode: int) -> None:
    """Promise to tell everybody. The key names the alert, how often it has left its range, and what is told."""
    for kind, to in receivers(alert):
        way = lane(alert, kind, to)
        payload = {"alert": alert.id, "to": to, **_said(workspace, alert, told, check, kind)}
        outbox.promise(work, kind, f"{way}/{episode}/{told}", way, payload)


def senders(workspace: Workspace) -> Mapping[str, Sender]:
    """How each kind is sent."""

    def mail(promised: Promised) -> None:
        said = json.loads(promised.payload)
        settings = workspace.settings
        address = (settings.smtp_host, settings.smtp_port, settings.smtp_user, settings.smtp_password)
        server = MailServer(*address, settings.smtp_tls, settings.mail_from)
        email.send(server, Mail(said["to"], said["subject"], said["text"]), promised.key, workspace.clock.now())

    def hook(promised: Promised) -> None:
        said = json.loads(promised.payload)
        with workspace.store.reading(workspace.name) as reading:
            sealed = repository.sealed(reading, said["alert"])
        if not sealed:
            raise UnknownAlert(id=said["alert"])
        secret = unseal(workspace.store.data, owner_of(workspace, said["alert"]), sealed)
        now_s = epoch_seconds(workspace.clock.now())
        body = json.dumps(said["body"], ensure_ascii=False).encode()
        webhook.post(said["to"], body, secret, promised.key, now_s, hosts_of(workspace))

    return {EMAIL: mail, WEBHOOK: hook}


def owner_of(workspace: Workspace, alert: str) -> str:
    """For whom a webhook's secret is sealed."""
    return f"{workspace.name}/{alert}"


def hosts_of(workspace: Workspace) -> frozenset[str]:
    """Private hosts that the operator allows webhooks to be sent to."""
    return frozenset(each.strip().lower() for each in workspace.settings.webhook_hosts.split(",") if each.strip())


def _said(workspace: Workspace, alert: Alert, told: Tells, check: AlertCheck, kind: str) -> dict[str, object]:
    at = from_epoch(check.at).isoformat().replace("+00:00", "Z")
    if kind == WEBHOOK:
        number = {"value": check.value, "low": check.low, "high": check.high, "at": at}
        about = {"segment": alert.segment, "number": alert.watch.cell.column} if alert.segment else {}
        return {"body": {"type": f"alert.{told}", "alert": alert.id, "name": alert.name, **about, **number}}
    language = alert.watch.language
    places = {
        "name": alert.name,
        "value": written(check.value, language),
        "low": written(check.low, language),
        "high": written(check.high, language),
        "at": at,
        "link": f"{address_of(workspace)}/{f'segments/{alert.segment}' if alert.segment else 'boards'}",
    }
    return {
        "subject": text(language, f"boards_alerts.mail.{told}.subject", **places),
        "text": text(language, f"boards_alerts.mail.{told}.text", **places),
    }


def address_of(workspace: Workspace) -> str:
    """Where people open this Wend."""
    settings = workspace.settings
    return settings.public_url.rstrip("/") or f"http://{settings.host}:{settings.port}"


def written(value: float | None, language: Language) -> str:
    """A number for a sentence.

    >>> written(12345.678, "en"), written(0.4567, "vi"), written(None, "en")
    ('12,346', '0,4567', '–')
    """
    if value is None:
        return "–"
    shown = f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:.4g}"
    return shown.translate(_DECIMAL_COMMA) if language == "vi" else shown
