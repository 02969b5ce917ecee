"""Everything Muster raises on purpose.

::

    MusterError
    ├── ReadError            a file could not be read as a document
    │   ├── NoSuchFile
    │   ├── NotText          binary, undecodable or without any text
    │   └── BadSidecar       NAME.json / NAME.yaml beside a document is not what it should be
    ├── BadDate              a day that does not exist or is not written as YYYY-MM-DD
    ├── UnknownOperation
    ├── UnknownDocument
    ├── UnknownClaim
    ├── BadJudgement         a judgement that cannot be one
    ├── UnknownJudgement     no judgement of that number
    ├── BadUser              an account that cannot be one: its name is taken, its password too short
    ├── UnknownUser          no account of that name
    ├── NotAllowed           a visitor of the pages may not do this
    ├── GazetteerError       a data file of the gazetteer or a lexicon is faulty
    ├── SettingsError
    ├── GoldError            a folder of gold cannot be scored
    └── LedgerError          the store cannot be opened or written
        ├── ForeignDatabase  the file is no ledger
        └── ReadOnlyLedger

Every message says what was wrong, where, and what to do about it; the command line prints it as it is.
"""


class MusterError(Exception):
    """The root of the tree: catch this to catch them all."""


class ReadError(MusterError):
    """A file could not be read as a document."""


class NoSuchFile(ReadError):
    """There is no such file, or a folder holds no document."""


class NotText(ReadError):
    """The bytes are no text: binary, undecodable, or nothing at all."""


class BadSidecar(ReadError):
    """The sidecar beside a document is not a mapping with the fields Muster knows."""


class BadDate(MusterError):
    """A day that does not exist, or is not written as YYYY-MM-DD."""


class UnknownOperation(MusterError):
    """No operation of that name is known or mentioned."""


class UnknownDocument(MusterError):
    """No document of that name or id is in the ledger."""


class UnknownClaim(MusterError):
    """No claim begins with that id, or several do."""


class BadJudgement(MusterError):
    """A judgement that cannot be one: the wrong number of subjects, a slot that does not exist."""


class UnknownJudgement(MusterError):
    """No judgement has that number, or it is withdrawn already."""


class BadUser(MusterError):
    """An account that cannot be one."""


class UnknownUser(MusterError):
    """No account has that name."""


class NotAllowed(MusterError):
    """Who asks may not do this."""


class GazetteerError(MusterError):
    """A data file of the gazetteer or a lexicon of frames is faulty."""


class SettingsError(MusterError):
    """A MUSTER_… variable or the settings file holds something unusable."""


class GoldError(MusterError):
    """A folder of gold cannot be scored."""


class LedgerError(MusterError):
    """The store cannot be opened, read or written."""


class ForeignDatabase(LedgerError):
    """The file is a database of something else, or none at all."""


class ReadOnlyLedger(LedgerError):
    """The store cannot be written to."""
