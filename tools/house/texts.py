"""Every sentence exists in English and in Vietnamese, with the same places, and somebody says it.

Story: projects that check their keys have machine-made second languages, and projects with good translators lose keys;
nobody we read tests that two languages say the same. A person in Cần Thơ who meets an error must get its cause and next
step, not a key.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from tools.house.finding import Files, Finding
from tools.house.plan import source_prefix
from tools.house.reading import nodes, tree_of

RULE = "texts"
FOLDER = f"{source_prefix()}kit/texts/"
LANGUAGES = ("en", "vi")
PARTS = ("message", "cause", "next")
CODE = re.compile(r"^[a-z_]+\.[a-z_0-9.]+$")
PREFIX = re.compile(r"^[a-z_]+\.(?:[a-z_0-9]+\.)*$")
REST = "[a-z0-9_.]+"
EN, VI = f"{FOLDER}en/voice.json", f"{FOLDER}vi/voice.json"
SAYS = {"src/wend/voice/facade.py": "text(language, 'voice.hello', n=1)\n"}
ERROR = {"src/wend/voice/facade.py": "class Empty(Mistake):\n    code = 'voice.empty'\n"}
FULL = '{"voice.empty.message": "a", "voice.empty.cause": "b", "voice.empty.next": "c"}'
GOOD: tuple[Files, ...] = (
    {EN: '{"voice.hello": "{n} answers"}', VI: '{"voice.hello": "Có {n} câu trả lời"}', **SAYS},
    {EN: FULL, VI: FULL, **ERROR},
    {EN: '{"voice.a": "a"}', VI: '{"voice.a": "á"}', "src/wend/voice/facade.py": "text(lang, f'voice.{kind}')\n"},
    {EN: '{"voice.a.b": "a"}', VI: '{"voice.a.b": "á"}', "src/wend/voice/facade.py": "key = 'voice.a.' + kind\n"},
    {
        EN.replace("voice", "voice_nps"): '{"voice.hello": "{n}"}',
        VI.replace("voice", "voice_nps"): '{"voice.hello": "{n}"}',
        **SAYS,
    },
)
BAD: tuple[Files, ...] = (
    {EN: '{"voice.hello": "{n} answers"}', VI: "{}", **SAYS},
    {EN: "{}", VI: '{"voice.hello": "{n} câu"}', **SAYS},
    {EN: '{"voice.hello": "{n} answers"}', VI: '{"voice.hello": "{m} câu trả lời"}', **SAYS},
    {EN: '{"voice.hello": "{n} answers"}', VI: '{"voice.hello": ""}', **SAYS},
    {EN: '{"voice.bye": "Bye"}', VI: '{"voice.bye": "Chào"}', **SAYS},
    {EN: '{"maps.hello": "a"}', VI: '{"maps.hello": "á"}', "src/wend/voice/facade.py": "text(lang, 'maps.hello')\n"},
    {EN: FULL.replace("voice.empty.next", "voice.empty.other"), VI: FULL, **ERROR},
    {EN: '{"voice.hello": "{n}"}', **SAYS},
    {EN: '{"voice.hello": "a", "voice.hello": "b"}', VI: '{"voice.hello": "á"}', **SAYS},
)


def check_tree(root: Path, paths: tuple[str, ...]) -> list[Finding]:
    """Compare the two languages, the error codes and what the sources say."""
    texts = {path: _read(root / path) for path in paths if path.startswith(FOLDER) and path.endswith(".json")}
    found = [finding for path in texts for finding in _check_file(path, texts)]
    codes, patterns = _said(root, paths)
    by_key = {key: (path, pairs) for path, pairs in texts.items() for key in dict(pairs)}
    for code, where in codes.items():
        missing = [f"{code}.{part}" for part in PARTS if f"{code}.{part}" not in by_key]
        found += [Finding(*where, RULE, f"no text {key}") for key in missing]
    spoken = "|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)"
    matches = re.compile(rf"(?:{spoken})(?:\.(?:message|cause|next))?").fullmatch
    found += [Finding(path, 0, RULE, f"nobody says {key}") for key, (path, _) in by_key.items() if not matches(key)]
    return found


def _read(file: Path) -> list[tuple[str, str]]:
    """The pairs of a text file in their order, also repeated ones."""
    pairs: list[tuple[str, str]] = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=list)
    return pairs or []


def _check_file(path: str, texts: dict[str, list[tuple[str, str]]]) -> Iterator[Finding]:
    """Judge one file of one language against its twin."""
    language, name = path.removeprefix(FOLDER).split("/")
    other = next(each for each in LANGUAGES if each != language)
    twin = dict(texts.get(f"{FOLDER}{other}/{name}", []))
    seen: set[str] = set()
    for key, text in texts[path]:
        if key in seen:
            yield Finding(path, 0, RULE, f"{key} stands twice")
        seen.add(key)
        if not text.strip():
            yield Finding(path, 0, RULE, f"{key} is empty")
        if key not in twin:
            yield Finding(path, 0, RULE, f"{key} is not in {other}")
        elif places(text) != places(twin[key]):
            yield Finding(path, 0, RULE, f"{key} has other places in {other}")
        if not re.match(rf"{key.split('.')[0]}(_\w+)?\.json$|kit\.json$", name):
            yield Finding(path, 0, RULE, f"{key} belongs in another file")


def places(text: str) -> frozenset[str]:
    """The names in braces of a text."""
    return frozenset(field for _, field, _, _ in Formatter().parse(text) if field is not None)


def _said(root: Path, paths: tuple[str, ...]) -> tuple[dict[str, tuple[str, int]], set[str]]:
    """Error codes with the place of their class, and patterns of every key that a source can say."""
    codes: dict[str, tuple[str, int]] = {}
    patterns: set[str] = set()
    for path in paths:
        if not path.startswith(source_prefix()) or not path.endswith(".py"):
            continue
        for node in nodes(tree_of(root / path)):
            if isinstance(node, ast.ClassDef):
                codes |= {code: (path, line) for code, line in _codes(node)}
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                patterns |= _word(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns |= _pattern(node)
    return codes, patterns


def _codes(node: ast.ClassDef) -> Iterator[tuple[str, int]]:
    """The code of an error class: a class attribute `code` in a class that has bases."""
    for line in node.body:
        if not isinstance(line, ast.AnnAssign | ast.Assign) or not isinstance(line.value, ast.Constant):
            continue
        target = line.target if isinstance(line, ast.AnnAssign) else line.targets[0]
        if isinstance(target, ast.Name) and target.id == "code" and node.bases:
            yield str(line.value.value), line.lineno


def _word(word: str) -> set[str]:
    """A key, or the beginning of keys when it ends with a dot."""
    if PREFIX.match(word):
        return {re.escape(word) + REST}
    return {re.escape(word)} if CODE.match(word) else set()


def _pattern(node: ast.JoinedStr) -> set[str]:
    """`f"settings.{name}"` can say every `settings.…`; an f-string that begins with a value can say nothing we know."""
    first = node.values[0] if node.values else None
    if not isinstance(first, ast.Constant) or "." not in str(first.value):
        return set()
    return {"".join(re.escape(str(v.value)) if isinstance(v, ast.Constant) else REST for v in node.values)}
