"""A site over a small ledger, asked in this process or by a browser."""

import os
import socket
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from muster import pipeline
from muster.ledger import open_ledger
from muster.model.user import Role
from muster.pipeline import Page
from muster.read import Sidecar
from muster.web import Site, create_app
from muster.web.passwords import new_user
from web.visit import PASSWORD, Visit

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette would rather have another client than the one there is.
    from fastapi.testclient import TestClient

CHROMIUM = os.environ.get("MUSTER_CHROMIUM", "/usr/bin/chromium")
_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

NORLAND = "Norway has 40 soldiers in KFOR.\n\nLast year it had 38 soldiers there."
"""Read by the stand-in for the language work as two claims of Norway's contingent."""


@pytest.fixture
def database(tmp_path: Path, no_language_work: None) -> str:
    """The address of a ledger with one page of two claims."""
    url = f"sqlite:///{tmp_path / 'web.db'}"
    facts = Sidecar("2023-06-01", "Example Wire", "Norlanders in Kosovo", "https://example.org/norland")
    with open_ledger(url) as ledger:
        pipeline.add_page(ledger, Page("norland", NORLAND.encode(), facts))
    return url


@pytest.fixture
def visit(database: str) -> Callable[..., Visit]:
    """Opens the site to one more visitor; accounts are made for the roles that are given."""

    def opened(*roles: Role, site: Site | None = None, **options: Any) -> Visit:
        with open_ledger(database) as ledger:
            for role in roles:
                ledger.add_user(new_user(str(role), role, PASSWORD))
        given = {"database": database, "author": "Inés", "secret": "s" * 40, "accounts": bool(roles)} | options
        application = create_app(site or Site(**given))
        return Visit(TestClient(application, base_url="http://127.0.0.1"))

    return opened


@contextmanager
def serving(database: str) -> Iterator[str]:
    """The address at which a site over the ledger is really served."""
    application = create_app(Site(database=database, author="Inés", secret="s" * 40))
    server = uvicorn.Server(uvicorn.Config(application, log_level="error"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def served(database: str) -> Iterator[str]:
    """The address at which a site over the small ledger is really served."""
    with serving(database) as address:
        yield address


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a ledger with the demonstration's documents, really read; to be looked at only."""
    url = f"sqlite:///{tmp_path_factory.mktemp('examples') / 'demo.db'}"
    with open_ledger(url) as ledger:
        for _ in pipeline.add_files(ledger, pipeline.find_files([Path(__file__).parents[2] / "examples"])):
            pass
    return url


@pytest.fixture(scope="session")
def demo(examples: str) -> Iterator[str]:
    """The address at which the demonstration is served."""
    with serving(examples) as address:
        yield address


@pytest.fixture(scope="session")
def looking(examples: str) -> Visit:
    """Somebody who looks at the demonstration, without a browser."""
    application = create_app(Site(database=examples, author="Inés", secret="s" * 40, footnote="No status is implied."))
    return Visit(TestClient(application, base_url="http://127.0.0.1"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: set MUSTER_CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
        yield opened
        opened.close()
