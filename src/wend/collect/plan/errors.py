"""What can be wrong with an event plan; the sentences are in `plan.json`."""

from __future__ import annotations

from wend.kit.errors import Mistake


class PlanUnreadable(Mistake):
    """The file is no TOML."""

    code = "plan.unreadable"


class UnknownPlanKey(Mistake):
    """A key that plans do not have."""

    code = "plan.unknown_key"


class BadPlanValue(Mistake):
    """A value of the wrong kind in a plan."""

    code = "plan.bad_value"


class NotPlanned(Mistake):
    """There is no such event in the plan."""

    code = "plan.not_planned"
    status = 404


class NothingToPropose(Mistake):
    """The log holds no events to draft a plan from."""

    code = "plan.nothing_to_propose"
