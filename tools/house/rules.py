"""The list of rules; a rule exists when it is in this list."""

from tools.house import floors, knots
from tools.house.finding import FileRule, TreeRule

FILE_RULES: tuple[FileRule, ...] = (floors,)
TREE_RULES: tuple[TreeRule, ...] = (knots,)
