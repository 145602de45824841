"""What can be wrong with a file or a mapping, each with its code; the sentences live in the texts of this room."""

from __future__ import annotations

from wend.kit.errors import Mistake


class FileMissing(Mistake):
    """There is no such file."""

    code = "collect.file_missing"
    status = 404


class FileIsDirectory(Mistake):
    """A directory was given where a file belongs."""

    code = "collect.file_is_directory"


class FileUnreadable(Mistake):
    """The system does not let us read this file."""

    code = "collect.file_unreadable"


class FileEmpty(Mistake):
    """Nothing is in the file, or nothing behind its header."""

    code = "collect.file_empty"


class NoRows(Mistake):
    """A header, and no row under it."""

    code = "collect.no_rows"


class NotATable(Mistake):
    """The bytes are none of the formats that are read."""

    code = "collect.not_a_table"


class JsonIsOneDocument(Mistake):
    """One big JSON array or object instead of one object per line."""

    code = "collect.json_is_one_document"


class ArchiveRefused(Mistake):
    """A .zip or another archive: it is not unpacked here."""

    code = "collect.archive_refused"


class UnpacksTooLarge(Mistake):
    """A packed file that grows beyond reason when unpacked."""

    code = "collect.unpacks_too_large"


class FileDamaged(Mistake):
    """The file ends in the middle, or its checksums do not fit."""

    code = "collect.file_damaged"


class UnknownEncoding(Mistake):
    """The mapping names a character encoding that does not exist."""

    code = "collect.unknown_encoding"


class NoHeader(Mistake):
    """The first row looks like data, not like names."""

    code = "collect.no_header"


class DuplicateHeader(Mistake):
    """Two columns share one name."""

    code = "collect.duplicate_header"


class TooManyColumns(Mistake):
    """More columns than an event may have properties."""

    code = "collect.too_many_columns"


class SheetMissing(Mistake):
    """The workbook has no sheet of that name."""

    code = "collect.sheet_missing"


class TooManyBadRows(Mistake):
    """So many rows are bad that the file or the mapping must be wrong."""

    code = "collect.too_many_bad_rows"


class MappingUnreadable(Mistake):
    """The mapping is no valid TOML."""

    code = "collect.mapping_unreadable"


class UnknownMappingKey(Mistake):
    """A key that mappings do not have."""

    code = "collect.unknown_mapping_key"


class BadMappingValue(Mistake):
    """A value of the wrong kind in a mapping."""

    code = "collect.bad_mapping_value"


class MappingIncomplete(Mistake):
    """Something every mapping needs is not there."""

    code = "collect.mapping_incomplete"


class UnknownColumn(Mistake):
    """The mapping speaks of a column that the file does not have."""

    code = "collect.unknown_column"


class LookupMissing(Mistake):
    """A look-up file of a join was not found beside the imported file."""

    code = "collect.lookup_missing"


class NoMappingFits(Mistake):
    """Neither a ready mapping nor a proposal makes events of this file."""

    code = "collect.no_mapping_fits"


class NotConfirmed(Mistake):
    """A proposed mapping was neither accepted nor replaced."""

    code = "collect.not_confirmed"


class NothingInQuarantine(Mistake):
    """No bad rows wait for this file or id."""

    code = "collect.nothing_in_quarantine"


class JsonTooLarge(Mistake):
    """A JSON document that would have to be read whole and is too large for that."""

    code = "collect.json_too_large"


class LogFormUnknown(Mistake):
    """The ending of a file that names no form of a log."""

    code = "collect.log_form_unknown"


class LogUnwritable(Mistake):
    """The file of an exported log cannot be written there."""

    code = "collect.log_unwritable"
