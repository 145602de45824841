"""The house lints: one file per rule, each with its story, its good and its bad lines, and its check.

Run them all with `python -m tools.house`; `tests/house` proves every rule on its own examples and then runs all of
them over the tree, so a rule is enforced the moment its file is listed in `tools/house/rules.py`.
"""
