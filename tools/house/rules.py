"""The list of rules; a rule exists when it is in this list."""

from tools.house import (
    broad_handler,
    budget,
    clock,
    commits,
    drawers,
    floors,
    fstring_sql,
    glossary,
    glued_text,
    honest_tests,
    knots,
    locks,
    naive_datetimes,
    prints,
    purity,
    screen_texts,
    screens,
    sql,
    texts,
    traces,
    weight,
)
from tools.house.finding import FileRule, TreeRule

FILE_RULES: tuple[FileRule, ...] = (
    floors,
    purity,
    clock,
    sql,
    fstring_sql,
    commits,
    broad_handler,
    prints,
    naive_datetimes,
    glued_text,
    honest_tests,
    drawers,
)
TREE_RULES: tuple[TreeRule, ...] = (knots, texts, budget, traces, locks, screens, screen_texts, glossary, weight)
