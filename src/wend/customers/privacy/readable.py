"""The file a person takes away: one page that any browser shows, in both languages, with the same as data inside. It
loads nothing, runs nothing and needs no Wend.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from typing import Any

from wend.customers.model_privacy import PersonFile
from wend.customers.privacy.gathering import Document
from wend.kit import zones
from wend.kit.texts import LANGUAGES, Language, text

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid #ccc}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;
border-bottom:1px solid #eee;overflow-wrap:anywhere}th{font-weight:600}
label{margin-right:1rem;cursor:pointer}section{display:none}
#en:checked~.en,#vi:checked~.vi{display:block}
@media print{input,label{display:none}}
"""


def file_of(document: Document) -> PersonFile:
    """The page of a person's document (`gathering.everything`)."""
    name = _UNSAFE.sub("-", document["customer"]).strip("-").lower() or "person"
    return PersonFile(f"{name}.html", "text/html; charset=utf-8", page(document).encode())


def page(document: Document) -> str:
    """The page itself."""
    data = json.dumps(document, ensure_ascii=False, indent=1).replace("<", "\\u003c")
    sections = "".join(
        f'<section class="{lang}" lang="{lang}">{_section(document, lang)}</section>' for lang in LANGUAGES
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><title>{escape(document["label"])}</title>'
        f"<style>{_STYLE}</style></head><body>"
        f'<input type="radio" name="lang" id="vi" checked><label for="vi">Tiếng Việt</label>'
        f'<input type="radio" name="lang" id="en"><label for="en">English</label>'
        f'{sections}<script type="application/json" id="data">{data}</script></body></html>'
    )


def _section(document: Document, lang: Language) -> str:
    say: Callable[[str], str] = lambda key: text(lang, f"privacy.file.{key}")  # noqa: E731  # read eighteen times below
    moment = _clock(document["timezone"], lang)
    head = f"<h1>{escape(document['label'])}</h1><p>{escape(say('intro'))}</p>"
    head += f"<p>{escape(say('made_at'))}: {moment(document['made_at'])}</p>"
    return head + "".join(_tables(document, lang, say, moment))


def _tables(
    document: Document, lang: Language, say: Callable[[str], str], moment: Callable[[str | None], str]
) -> Iterator[str]:
    def table(key: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
        return _table(say(key), [say(column) for column in columns], rows, say("nothing"))

    yield table(
        "identifiers",
        ("identifier", "events", "first", "last"),
        ((e["identifier"], e["events"], moment(e["first_at"]), moment(e["last_at"])) for e in document["known"]),
    )
    yield table(
        "joins",
        ("reason", "source", "when"),
        ((e["reason"][lang], e["source"], moment(e["at"])) for e in document["links"]),
    )
    yield table("traits", ("name", "value", "source", "first", "last"), _traits(document, moment))
    yield table("computed", ("name", "value"), ((e["title"][lang], e["value"]) for e in document["computed"]))
    yield table(
        "stages",
        ("stage", "from", "to"),
        ((e["name"][lang], moment(e["entered_at"]), moment(e["left_at"])) for e in document["stages"]),
    )
    yield table("accounts", ("name", "when"), ((e["label"], moment(e["since"])) for e in document["accounts"]))
    yield table(
        "consents",
        ("when", "said", "purpose", "channel", "wording", "method", "source"),
        (
            (
                moment(e["at"]),
                text(lang, f"consents.cli.said.{e['state']}"),
                e["purpose"],
                e["channel"] or text(lang, "consents.channel.all"),
                f"{e['wording']} {e['wording_version'] or ''}",
                e["method"],
                e["source"],
            )
            for e in document["consents"]
        ),
    )
    yield table("notes", ("when", "by", "note"), ((moment(e["at"]), e["by"], e["text"]) for e in document["notes"]))
    yield table("sources", ("source", "name"), ((e["source"], e["name"]) for e in document["sources"]))
    yield table("not_used", ("source", "row"), ((e["source"], _said(e["row"])) for e in document["not_used"]))
    yield table(
        "events",
        ("when", "event", "channel", "under", "source", "more"),
        (
            (moment(e["occurred_at"]), e["event"], e["channel"], e["under"], e["source"], _said(e["properties"]))
            for e in document["rows"]
        ),
    )


def _traits(document: Document, moment: Callable[[str | None], str]) -> Iterator[Sequence[object]]:
    for trait in document["trait_history"]:
        for value in trait["values"]:
            times = moment(value["first_at"]), moment(value["last_at"])
            yield (trait["name"], value["value"], value["source"], *times)


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], nothing: str) -> str:
    body = "".join("<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row) + "</tr>" for row in rows)
    if not body:
        return f"<h2>{escape(title)}</h2><p>{escape(nothing)}</p>"
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    return f"<h2>{escape(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    return "" if value is None else escape(str(value))


def _said(value: Any) -> str:
    """A row or properties as a person reads them: names and values, not brackets."""
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_said(each)}" for name, each in value.items() if each not in (None, ""))
    if isinstance(value, list):
        return ", ".join(_said(each) for each in value)
    return "" if value is None else str(value)


def _clock(zone: str, lang: Language) -> Callable[[str | None], str]:
    where = zones.zone(zone)

    def moment(written: str | None) -> str:
        if not written:
            return ""
        local = datetime.fromisoformat(written).astimezone(where)
        return f"{local:%d/%m/%Y %H:%M}" if lang == "vi" else f"{local:%Y-%m-%d %H:%M}"

    return moment
