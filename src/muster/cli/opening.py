"""The ledger that the settings name, opened for a command."""

from typing import TYPE_CHECKING

from muster.settings import load_settings

if TYPE_CHECKING:
    from muster.ledger import Ledger, Reader


def reader() -> "Reader":
    """The ledger to ask, a context manager. Raises SettingsError, LedgerError."""
    # Imported here: a command's --help does not need it.
    from muster.ledger import open_reader

    return open_reader(load_settings().database)


def ledger() -> "Ledger":
    """The ledger to add to, a context manager, begun if there is none. Raises SettingsError, LedgerError."""
    # Imported here: as above, and it loads the store.
    from muster.ledger import open_ledger

    return open_ledger(load_settings().database)
