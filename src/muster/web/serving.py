"""Starting the server: a socket, a browser, and uvicorn between them."""

import ipaddress
import secrets
import socket
import threading
import webbrowser
from dataclasses import replace

import uvicorn

from muster.errors import MusterError
from muster.ledger.users import users
from muster.web.app import create_app
from muster.web.pages.charts import warm
from muster.web.site import Site

_SOON = 0.6
"""Seconds after which a browser is opened: the server listens by then."""

_SHORTEST_SECRET = 40


def run(site: Site, host: str, port: int, *, browser: bool) -> None:
    """Serve the site until interrupted. Whether people sign in is for the ledger to say: they do once it has accounts.

    Raises LedgerError, or MusterError if nothing can listen there, or nothing would keep others from writing.
    """
    with site.ledger() as ledger:  # Begun or migrated now, not in the middle of somebody's reading.
        accounts = bool(users(ledger))
    open_to = replace(site, accounts=accounts, secret=site.secret or secrets.token_hex(32))
    _check_reach(open_to, host)
    listening = _listen(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}/"
    print(f"Muster is at {address} (Ctrl-C stops it)", flush=True)
    if browser:
        threading.Timer(_SOON, webbrowser.open, [address]).start()
    threading.Thread(target=warm, daemon=True).start()
    server = uvicorn.Server(uvicorn.Config(create_app(open_to), log_level="warning", server_header=False))
    server.run(sockets=[listening])


def _check_reach(site: Site, host: str) -> None:
    """Raises MusterError where others could write without signing in, or sign in as they please."""
    if len(site.secret) < _SHORTEST_SECRET:
        raise MusterError(f"the setting secret is too short: give {_SHORTEST_SECRET} characters that nobody can guess")
    if site.accounts or site.public or is_loopback(host):
        return
    raise MusterError(
        f"at {host} others could change the ledger without signing in: muster user add NAME makes accounts, "
        "--public lets everybody read and nobody write"
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise MusterError(f"nothing can listen at {host}:{port} ({error.strerror}): choose another --port") from error
