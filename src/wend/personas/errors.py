"""What can be wrong with personas; the sentences are in `personas.json`."""

from __future__ import annotations

from wend.kit.errors import Mistake, UnknownName


class UnknownPersona(UnknownName):
    """No persona has this id or name."""

    code = "personas.unknown"


class UnknownChannel(Mistake):
    """A channel on which nobody can agree to be asked."""

    code = "personas.unknown_channel"


class BadName(Mistake):
    """A name without letters, or a very long one."""

    code = "personas.bad_name"


class NameTaken(Mistake):
    """Another persona is called so."""

    code = "personas.name_taken"
    status = 409


class ChangedMeanwhile(Mistake):
    """Somebody else changed it since it was looked at."""

    code = "personas.changed_meanwhile"
    status = 409


class TooMany(Mistake):
    """More personas than anybody keeps in mind."""

    code = "personas.too_many"
    status = 409


class BadLine(Mistake):
    """A line without text or without its source, or a very long one."""

    code = "personas.bad_line"
