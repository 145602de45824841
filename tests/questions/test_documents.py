"""The page of questions is executed: every question is explained in both languages, and its example is asked anew."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.questions.shop import CLOCK, context
from wend.kit.texts import LANGUAGES, Language, text
from wend.questions.asking import ask
from wend.questions.specs import QUESTIONS, Question

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = re.compile(r"```\nwend ask (\w+) ?(.*?) ?--json\n```\n\n```json\n(.*?)\n```", re.DOTALL)


def page(language: Language) -> str:
    return (DOCS / ("questions.md" if language == "en" else f"questions.{language}.md")).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_every_question_is_explained_under_its_own_heading(question: Question, language: Language) -> None:
    heading = f"## {text(language, question.title_key)} (`{question.key}`)\n\n{text(language, question.help_key)}\n"
    written = page(language)
    assert heading in written
    part = written.split(heading)[1].split("\n## ")[0]
    assert all(f"--{parameter.name.replace('_', '-')}" in part for parameter in question.parameters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_still_come_out(language: Language) -> None:
    examples = EXAMPLE.findall(page(language))
    assert [name for name, _, _ in examples] == [question.key for question in QUESTIONS]
    for name, options, printed in examples:
        words = shlex.split(options)
        params = {words[i][2:].replace("-", "_"): words[i + 1] for i in range(0, len(words), 2)}
        told = json.loads(json.dumps(ask(context(), CLOCK, name, params).to_json()))
        for key, value in json.loads(printed).items():
            assert (told[key][: len(value)] if isinstance(value, list) else told[key]) == value
