"""What may be wrong with a question about customers."""

from __future__ import annotations

from wend.kit.errors import Mistake, UnknownName


class UnknownCustomer(Mistake):
    """No customer goes by this identifier."""

    code = "customers.unknown"
    status = 404


class UnknownAccount(Mistake):
    """No account goes by this name."""

    code = "profiles.unknown_account"
    status = 404


class UnknownComputedTrait(UnknownName):
    """No computed trait goes by this name."""

    code = "profiles.unknown_computed_trait"


class BadComputedTrait(Mistake):
    """A definition that measures nothing, or not what it says."""

    code = "profiles.bad_computed_trait"


class BadCursor(Mistake):
    """A cursor that did not come from a page."""

    code = "profiles.bad_cursor"
    status = 400


class BadFlag(Mistake):
    """Not a kind of people who are not customers."""

    code = "profiles.bad_flag"


class BadTraitRules(Mistake):
    """A rule for choosing between values that nobody knows."""

    code = "profiles.bad_trait_rules"
