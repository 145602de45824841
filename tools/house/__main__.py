"""`python -m tools.house`: print every finding and leave with status 1 when there is one."""

import sys

from tools.house import sizes
from tools.house.rules import FILE_RULES, TREE_RULES
from tools.house.run import ROOT, check_all, tree_paths


def main() -> int:
    """Run all rules over this tree and print what they found."""
    paths = tree_paths(ROOT)
    found = check_all(ROOT, paths)
    for finding in found:
        print(finding)
    for line in sizes.report(ROOT, paths):
        print(line, file=sys.stderr)
    rules = len(FILE_RULES) + len(TREE_RULES)
    print(f"house: {rules} rules, {len(found)} findings", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
