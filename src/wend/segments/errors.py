"""What can be wrong with segments; the sentences are in `segments.json`."""

from __future__ import annotations

from wend.kit.errors import Mistake, UnknownName


class UnknownSegment(UnknownName):
    """No segment has this key or name."""

    code = "segments.unknown"


class BadName(Mistake):
    """A name without letters, or a very long one."""

    code = "segments.bad_name"


class BadKey(Mistake):
    """A key that cannot stand in an address."""

    code = "segments.bad_key"


class NameTaken(Mistake):
    """Another segment is called so, or has this key."""

    code = "segments.name_taken"
    status = 409


class ChangedMeanwhile(Mistake):
    """Somebody else changed it since it was looked at."""

    code = "segments.changed_meanwhile"
    status = 409


class InUse(Mistake):
    """Another segment is made of it."""

    code = "segments.in_use"
    status = 409


class TooMany(Mistake):
    """More segments than one workspace may hold."""

    code = "segments.too_many"


class EmptyList(Mistake):
    """A list that names nobody."""

    code = "segments.empty_list"


class SameFile(Mistake):
    """What was left out would take the place of the list itself."""

    code = "segments.same_file"


class ReplacedAndAdded(Mistake):
    """A list that is to be replaced and added to at once."""

    code = "segments.replaced_and_added"


class NotAList(Mistake):
    """A segment that follows from a condition has no list to be replaced."""

    code = "segments.not_a_list"


class IsAList(Mistake):
    """A list has no condition to be changed."""

    code = "segments.is_a_list"


class NotText(Mistake):
    """A file that is no text in UTF-8."""

    code = "segments.not_text"


class TwoCursors(Mistake):
    """A page that is asked for from both ends."""

    code = "segments.two_cursors"
