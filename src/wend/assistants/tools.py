"""The tools an assistant is shown: one for each question, made from the catalogue of questions, and two beside them.

A tool per question, and not one `ask` for all: so its parameters have their own names, types and words, and an
assistant that reads the list of tools can ask well the first time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wend.kit.texts import Language, text
from wend.questions.facade import QUESTIONS, Parameter, Question

LOG, BEHIND = "log", "customers_behind"
NAMING = ("features",)
"""Questions whose rows are customers."""
MOST_ROWS, ROWS = 200, 25
LONGEST_ARGUMENT = 4_000
COMMON = ("from", "to", "channels", "traits", "segments", "over", "per", "rows")
"""What every question can be asked with; no question has a parameter of such a name."""

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as a client is told of it: the schema is JSON Schema."""

    name: str
    title: str
    description: str
    schema: Schema


def tools(language: Language, customers: bool) -> list[Tool]:
    """What whoever may, or may not, see customers can call."""
    found = [Tool(LOG, _said(language, "log.title"), _said(language, "log.help"), _object({}))]
    found += [_of(each, language) for each in QUESTIONS if customers or each.key not in NAMING]
    return [*found, _behind(language)] if customers else found


def asked(parameter: Parameter) -> bool:
    """Whether an assistant may give it: files belong to the person at the machine."""
    return parameter.kind != "file"


def _of(question: Question, language: Language) -> Tool:
    own = [each for each in question.parameters if asked(each)]
    properties = {each.name: _schema(each, language) for each in own} | _common(question, language)
    needed = [each.name for each in own if each.required or each.unless]
    said = [text(language, question.help_key)]
    if question.caution:
        said.append(text(language, question.caution_key))
    title = text(language, question.title_key)
    return Tool(question.key, title, " ".join(said), _object(properties, needed))


def _schema(parameter: Parameter, language: Language) -> Schema:
    made: Schema = {"type": "string"}
    if parameter.kind == "number":
        made = {"type": "integer", "minimum": parameter.least, "maximum": parameter.most}
    elif parameter.kind == "flag":
        made = {"type": "boolean"}
    elif parameter.choices:
        made = {"type": "string", "enum": list(parameter.choices)}
    if parameter.default and parameter.kind != "flag":
        made["default"] = int(parameter.default) if parameter.kind == "number" else parameter.default
    return made | {"description": text(language, parameter.help_key)}


def _common(question: Question, language: Language) -> Schema:
    words = {"type": "array", "items": {"type": "string"}, "maxItems": 50}
    kinds: dict[str, Schema] = {
        "from": {"type": "string"},
        "to": {"type": "string"},
        "channels": words,
        "traits": {"type": "object", "additionalProperties": {"type": "string"}},
        "segments": words,
        "over": {"type": "string", "enum": ["events", "touchpoints"]},
        "per": {"type": "string", "default": "customer"},
        "rows": {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": ROWS},
    }
    offered = [name for name in COMMON if not (name == "over" and question.fixed)]
    return {name: kinds[name] | {"description": _said(language, f"common.{name}")} for name in offered}


def _behind(language: Language) -> Tool:
    words = {"type": "object", "additionalProperties": {"type": ["string", "integer", "boolean"]}}
    properties: dict[str, Schema] = {
        "question": {"type": "string", "enum": [each.key for each in QUESTIONS]},
        "params": words,
        "where": words,
    }
    made = {name: kind | {"description": _said(language, f"behind.{name}")} for name, kind in properties.items()}
    schema = _object(made | _common(QUESTIONS[0], language), ["question", "where"])
    return Tool(BEHIND, _said(language, "behind.title"), _said(language, "behind.help"), schema)


def _object(properties: Schema, needed: list[str] | None = None) -> Schema:
    return {"type": "object", "properties": properties, "required": needed or [], "additionalProperties": False}


def _said(language: Language, key: str) -> str:
    return text(language, f"assistants.{key}")
