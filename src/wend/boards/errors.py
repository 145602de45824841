"""What can be wrong with saved questions, dashboards and links; the sentences are in `boards.json`."""

from __future__ import annotations

from wend.kit.errors import Mistake, Trouble, UnknownName


class UnknownSaved(UnknownName):
    """No saved question has this id or name."""

    code = "boards.unknown_saved"


class UnknownDashboard(UnknownName):
    """No dashboard has this id or name."""

    code = "boards.unknown_dashboard"


class BadName(Mistake):
    """A name without letters, or a very long one."""

    code = "boards.bad_name"


class NameTaken(Mistake):
    """Another one is called so."""

    code = "boards.name_taken"
    status = 409


class ChangedMeanwhile(Mistake):
    """Somebody else changed it since it was looked at."""

    code = "boards.changed_meanwhile"
    status = 409


class InUse(Mistake):
    """A saved question that a dashboard or an alert shows."""

    code = "boards.in_use"
    status = 409


class BadAsked(Mistake):
    """A period or a way of showing that cannot be."""

    code = "boards.bad_asked"


class BadTile(Mistake):
    """A tile outside the grid, or with nothing to show."""

    code = "boards.bad_tile"


class TilesOverlap(Mistake):
    """Two tiles in one place."""

    code = "boards.tiles_overlap"


class TooMany(Mistake):
    """More than one workspace or one dashboard may hold."""

    code = "boards.too_many"


class BadLife(Mistake):
    """A link has an end."""

    code = "boards.bad_life"


class UnknownShare(Mistake):
    """No link has this id."""

    code = "boards.unknown_share"
    status = 404


class TooManyLooks(Trouble):
    """One link is looked at more often than a link may be."""

    code = "boards.too_many_looks"
    status = 429


class NotShared(Mistake):
    """A link that never was, has ended or was taken back. One answer for every reason."""

    code = "boards.not_shared"
    status = 404


class NotAnswered(Mistake):
    """A tile whose question cannot be asked any more. One answer for every reason: names of what it asks about, and of
    what is like it, are nothing for strangers.
    """

    code = "boards.not_answered"
    status = 409


class NotForOthers(Mistake):
    """An answer that is about single customers."""

    code = "boards.not_for_others"
    status = 403
