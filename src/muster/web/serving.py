"""Starting the server: a socket, a browser, and uvicorn between them."""

import secrets
import socket
import threading
import webbrowser

import uvicorn

from muster.errors import MusterError
from muster.web.app import create_app
from muster.web.site import Site

_SOON = 0.6
"""Seconds after which a browser is opened: the server listens by then."""


def run(database: str, author: str, host: str, port: int, *, browser: bool) -> None:
    """Serve the ledger at `database` until interrupted. Raises LedgerError, MusterError if nothing can listen there."""
    site = Site(database=database, author=author, secret=secrets.token_hex(32))
    with site.ledger():  # Begun or migrated now, not in the middle of somebody's reading.
        pass
    listening = _listen(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}/"
    print(f"Muster is at {address} (Ctrl-C stops it)", flush=True)
    if browser:
        threading.Timer(_SOON, webbrowser.open, [address]).start()
    server = uvicorn.Server(uvicorn.Config(create_app(site), log_level="warning", server_header=False))
    server.run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise MusterError(f"nothing can listen at {host}:{port} ({error.strerror}): choose another --port") from error
