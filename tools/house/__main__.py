"""`python -m tools.house`: print every finding and leave with status 1 when there is one."""

import sys

from tools.house.rules import FILE_RULES, TREE_RULES
from tools.house.run import ROOT, check_all


def main() -> int:
    """Run all rules over this tree and print what they found."""
    found = check_all(ROOT)
    for finding in found:
        print(finding)
    rules = len(FILE_RULES) + len(TREE_RULES)
    print(f"house: {rules} rules, {len(found)} findings", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
