"""What a running site was started with: one frozen value, passed down in the application's state."""

from dataclasses import dataclass

from fastapi import Request

from muster.ledger import Ledger, Reader, open_ledger, open_reader


@dataclass(frozen=True, slots=True)
class Site:
    """Where the ledger is, who may do what, and how the pages are to say whose status is disputed.

    `author` signs what is decided where nobody has to sign in. With `accounts`, people sign in; with `public`, whoever
    has not signed in may read. `secret` signs sessions; `names` are host names it goes by beside this machine's own.
    """

    database: str
    author: str
    secret: str
    accounts: bool = False
    public: bool = False
    footnote: str = ""
    names: tuple[str, ...] = ()

    def reader(self) -> Reader:
        """The ledger, to be asked; a context manager. Raises LedgerError."""
        return open_reader(self.database)

    def ledger(self) -> Ledger:
        """The ledger, to be added to; a context manager. Raises LedgerError."""
        return open_ledger(self.database)


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site
