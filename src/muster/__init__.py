"""Muster: reads reporting about peace operations and keeps the record.

Everything a Python user needs can be imported from here; each name is loaded when it is first used, because the
language model and the store are slow to import.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muster.errors import MusterError
    from muster.ledger import Ledger, Reader, open_ledger, open_reader
    from muster.model.claim import Claim
    from muster.model.document import Document
    from muster.pipeline import add_files, extract_document, extract_files, redate
    from muster.query import brief, claims, documents, operations, warnings, why
    from muster.read import read_document

__version__ = "0.2.0"

_ROOMS = {
    "Claim": "model.claim",
    "Document": "model.document",
    "Ledger": "ledger",
    "MusterError": "errors",
    "Reader": "ledger",
    "add_files": "pipeline",
    "brief": "query",
    "claims": "query",
    "documents": "query",
    "extract_document": "pipeline",
    "extract_files": "pipeline",
    "open_ledger": "ledger",
    "open_reader": "ledger",
    "operations": "query",
    "read_document": "read",
    "redate": "pipeline",
    "warnings": "query",
    "why": "query",
}

__all__ = [
    "Claim",
    "Document",
    "Ledger",
    "MusterError",
    "Reader",
    "__version__",
    "add_files",
    "brief",
    "claims",
    "documents",
    "extract_document",
    "extract_files",
    "open_ledger",
    "open_reader",
    "operations",
    "read_document",
    "redate",
    "warnings",
    "why",
]


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module 'muster' has no attribute {name!r}")
    return getattr(import_module(f"muster.{_ROOMS[name]}"), name)
