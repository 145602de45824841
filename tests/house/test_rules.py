"""Every house rule finds nothing in its good lines and something in each of its bad ones; the tree is clean."""

import ast
from pathlib import Path

import pytest

from tools.house.finding import Example, FileRule, Files, TreeRule
from tools.house.rules import FILE_RULES, TREE_RULES
from tools.house.run import ROOT, check_all, check_files


def _name(case: object) -> str:
    return str(getattr(case, "RULE", "")) or getattr(case, "path", "tree")


FILE_GOOD = [(rule, example) for rule in FILE_RULES for example in rule.GOOD]
FILE_BAD = [(rule, example) for rule in FILE_RULES for example in rule.BAD]
TREE_GOOD = [(rule, files) for rule in TREE_RULES for files in rule.GOOD]
TREE_BAD = [(rule, files) for rule in TREE_RULES for files in rule.BAD]


@pytest.mark.parametrize(("rule", "example"), FILE_GOOD, ids=_name)
def test_good_lines_pass(rule: FileRule, example: Example) -> None:
    assert rule.check(ast.parse(example.source), example.path) == []


@pytest.mark.parametrize(("rule", "example"), FILE_BAD, ids=_name)
def test_bad_lines_are_found(rule: FileRule, example: Example) -> None:
    found = rule.check(ast.parse(example.source), example.path)
    assert found
    assert {finding.rule for finding in found} == {rule.RULE}


@pytest.mark.parametrize(("rule", "files"), TREE_GOOD, ids=_name)
def test_good_trees_pass(rule: TreeRule, files: Files, tmp_path: Path) -> None:
    assert check_files(files, tmp_path, rule) == []


@pytest.mark.parametrize(("rule", "files"), TREE_BAD, ids=_name)
def test_bad_trees_are_found(rule: TreeRule, files: Files, tmp_path: Path) -> None:
    found = check_files(files, tmp_path, rule)
    assert found
    assert {finding.rule for finding in found} == {rule.RULE}


@pytest.mark.parametrize("rule", [*FILE_RULES, *TREE_RULES], ids=_name)
def test_a_rule_tells_its_story(rule: FileRule | TreeRule) -> None:
    assert "Story:" in str(rule.__doc__)
    assert rule.GOOD
    assert rule.BAD


def test_the_tree_keeps_every_rule() -> None:
    assert [str(finding) for finding in check_all(ROOT)] == []
