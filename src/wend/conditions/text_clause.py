"""The clauses of the text form: every leaf begins with a word of its own, and is read here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast, get_args

from wend.conditions import errors
from wend.conditions.limits import MOST_DEPTH
from wend.conditions.shapes import ENDS, GROUPS
from wend.conditions.text_cursor import Cursor
from wend.conditions.text_value import happening, limits, money, names, of, step, test
from wend.conditions.tree import (
    EVER,
    NEVER_DONE,
    ONCE,
    Account,
    Answer,
    Computed,
    Condition,
    Consent,
    ConsentState,
    Day,
    Did,
    End,
    EndKind,
    Frame,
    Group,
    GroupKind,
    Happening,
    Identified,
    InList,
    InOrder,
    InSegment,
    Measure,
    MeasureKind,
    Range,
    Share,
    Silent,
    Slower,
    Stage,
    Step,
    Trait,
)
from wend.domain.event import IDENTIFIER_KINDS, SCALES, IdentifierKind, Scale

MEASURED: dict[str, MeasureKind] = {
    "sum": "sum",
    "average": "average",
    "smallest": "smallest",
    "largest": "largest",
    "different": "distinct",
}
"""The word that a measure begins with."""


class Clauses(Cursor):
    """One logical line: a leaf, or a group in brackets."""

    def condition(self, level: int) -> Condition:
        """The condition that comes next."""
        if level > MOST_DEPTH:
            raise errors.TooDeep(most=MOST_DEPTH)
        kind = self.word(*GROUPS)
        if kind:
            return self._group(cast("GroupKind", kind), level)
        leaves: dict[str, Callable[[], Condition]] = {
            "did": self._did,
            "in": self._standing,
            "silent": self._silent,
            "slower": self._slower,
            "trait": self._trait,
            "computed": lambda: Computed(test(self, "trait")),
            "account": lambda: Account(test(self, "trait")),
            "known": self._identified,
            "consent": self._consent,
            "answered": self._answered,
            "date": lambda: self._day(yearly=False),
            "anniversary": lambda: self._day(yearly=True),
            "share": self._share,
        }
        word = self.word(*leaves, *MEASURED, *ENDS)
        if word in leaves:
            return leaves[word]()
        if word in MEASURED:
            return self._measure(MEASURED[word])
        return self._end(cast("EndKind", self.needed(word)))

    def _group(self, kind: GroupKind, level: int) -> Condition:
        self.word("of")
        self.needed(self.sign("(") or self.token(":"))
        parts = [self.condition(level + 1)]
        while self.sign(","):
            parts.append(self.condition(level + 1))
        self.needed(self.sign(")"))
        return Group(kind, tuple(parts))

    def _did(self) -> Condition:
        if self.word("not"):
            self.word("do")
            return Did(happening(self), NEVER_DONE, self._frame())
        what = happening(self)
        times = self._times()
        frame = self._frame()
        return Did(what, times or self._times() or ONCE, frame)

    def _times(self) -> Range | None:
        found = limits(self, self.whole)
        if found is not None:
            self.needed(self.word("times", "time"))
        return found

    def _measure(self, kind: MeasureKind) -> Condition:
        self.word("of")
        measured = of(self)
        self.needed(self.word("over"))
        what, frame = happening(self), self._frame()
        self.word("is")
        found, measured = money(self, measured)
        return Measure(kind, what, measured, found, frame)

    def _end(self, kind: EndKind) -> Condition:
        what, frame = happening(self), self._frame()
        self.needed(self.word("has"))
        return End(kind, what, test(self), frame)

    def _standing(self) -> Condition:
        word = self.needed(self.word("order", "stage", "segment", "list"))
        if word == "order":
            return self._order()
        if word == "stage":
            stage = self.name()
            stage_set = self.name() if self.word("of") else ""
            seconds = self.duration() if self.word("for") else 0
            return Stage(stage, seconds, self.name() if self.words("coming from") else "", stage_set)
        return InSegment(self.name()) if word == "segment" else InList(self.name())

    def _order(self) -> Condition:
        steps = [Step(happening(self))]
        while self.word("then"):
            (what, compared), without = step(self), []
            while self.word("without"):
                without.append(happening(self))
            steps.append(Step(what, tuple(without), compared))
        if len(steps) == 1:
            raise self.refusal()
        within = self.duration() if self.word("within") else None
        return InOrder(tuple(steps), within, self._frame())

    def _silent(self) -> Condition:
        what = happening(self) if not self.word("for") else None
        if what is not None:
            self.needed(self.word("for"))
        return Silent(what or Happening("anything"), self.duration())

    def _slower(self) -> Condition:
        self.needed(self.words("than usual by"))
        times = self.number()
        self.needed(self.word("times", "time"))
        return Slower(happening(self) if self.word("in") else Happening("anything"), times)

    def _trait(self) -> Condition:
        found = test(self, "trait")
        return Trait(found, self.duration() if self.words("told in the last") else None)

    def _identified(self) -> Condition:
        self.needed(self.word("by"))
        return Identified(cast("IdentifierKind", self.needed(self.word(*IDENTIFIER_KINDS))))

    def _consent(self) -> Condition:
        self.needed(self.word("to"))
        purpose = self.name()
        self.needed(self.word("by"))
        channel = self.name()
        states = get_args(ConsentState)
        state = self.needed(self.word(*states)) if self.word("is") else states[0]
        return Consent(purpose, channel, cast("ConsentState", state))

    def _answered(self) -> Condition:
        scale = cast("Scale", self.needed(self.word(*SCALES)))
        found = self.needed(limits(self, self.number))
        asked = names(self) if self.words("at event") else ()
        return Answer(scale, found, asked, self._frame())

    def _day(self, *, yearly: bool) -> Condition:
        self.word("of")
        trait = self.name()
        days = self.needed(limits(self, self.whole))
        self.needed(self.word("days", "day"))
        self.needed(self.words("from today"))
        return Day(trait, days, yearly)

    def _share(self) -> Condition:
        low = self.number()
        self.needed(self.word("to"))
        high = self.number()
        self.sign("%")
        self.needed(self.word("as"))
        return Share(low, high, self.name())

    def _frame(self) -> Frame:
        given: dict[str, Any] = {}
        while True:
            if "last" not in given and self.words("in the last"):
                given["last"] = self.duration()
            elif "from_at" not in given and self.word("from"):
                given["from_at"] = self.moment()
            elif "before" not in given and self.word("before"):
                given["before"] = self.moment()
            elif "since" not in given and self.word("since"):
                given["since"] = happening(self)
            else:
                return Frame(**given) if given else EVER
