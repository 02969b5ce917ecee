"""`muster serve`: the record in a browser."""

from typing import Annotated

from muster.cli.opening import author_of
from muster.cli.options import Option
from muster.errors import MusterError
from muster.settings import load_settings

Host = Annotated[str, Option("The address to listen at; only this machine can reach the default.", "ADDRESS")]
Port = Annotated[str, Option("The port to listen at; 0 for any that is free.", "PORT")]
NoBrowser = Annotated[bool, Option("Do not open a browser.")]
Public = Annotated[bool, Option("Let whoever has not signed in read, and nothing more.")]
Names = Annotated[str, Option("Host names that browsers reach it by, with commas between.", "NAMES", "--name")]


def serve(
    host: Host = "127.0.0.1",
    port: Port = "8000",
    no_browser: NoBrowser = False,
    public: Public = False,
    names: Names = "",
) -> None:
    """Open the record in a browser: operations, their strength, contingents, command, incidents; the desk for review.

    Nothing is fetched from anywhere: it works offline. Stop it with Ctrl-C. Where the ledger has accounts (muster
    user add), people sign in. Where it has none, only this machine may write: other addresses need --public.
    """
    number = _port(port)
    try:
        # Imported here: the pages' libraries are an extra and slow to load.
        from muster.web.serving import run
        from muster.web.site import Site
    except ImportError as error:
        raise MusterError(f"muster serve needs {error.name}: pip install 'musterroll[web]'") from error
    settings = load_settings()
    site = Site(
        database=settings.database,
        author=author_of(),
        secret=settings.secret,
        public=public,
        footnote=settings.footnote,
        names=tuple(name.strip() for name in names.split(",") if name.strip()),
    )
    run(site, host, number, browser=not no_browser)


def _port(words: str) -> int:
    if not words.isdigit() or int(words) > 65535:
        raise MusterError(f"--port {words}: give a number from 0 to 65535.")
    return int(words)
