"""The ledger that the settings name, opened for a command."""

from typing import TYPE_CHECKING

from muster.cli.options import one_of
from muster.model.claim import Tier
from muster.settings import load_settings

if TYPE_CHECKING:
    from muster.ledger import Ledger, Reader
    from muster.model.brief import Brief


def reader() -> "Reader":
    """The ledger to ask, a context manager. Raises SettingsError, LedgerError."""
    # Imported here: a command's --help does not need it.
    from muster.ledger import open_reader

    return open_reader(load_settings(needed="database").database)


def brief_of(
    operation: str, on: str | None, known_by: str | None, tier: str | None, stale_after: int | None = None
) -> "Brief":
    """What the ledger knows of an operation, as options ask for it. Raises MusterError, SettingsError, LedgerError."""
    # Imported here: as above.
    from muster import query

    one_of(tier, tuple(Tier), "--tier")
    with reader() as asked:
        return query.brief(asked, operation, on, known_by, tier, stale_after)


def author_of(given: str | None = None) -> str:
    """Who signs: the one given, else the setting, else the system's user name. Raises SettingsError."""
    return (given or load_settings().author).strip() or _system_user()


def _system_user() -> str:
    # Imported here: most commands sign nothing.
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):  # As in a container whose user has no name.
        return "an unnamed user"


def ledger() -> "Ledger":
    """The ledger to add to, a context manager, begun if there is none. Raises SettingsError, LedgerError."""
    # Imported here: as above, and it loads the store.
    from muster.ledger import open_ledger

    return open_ledger(load_settings(needed="database").database)
