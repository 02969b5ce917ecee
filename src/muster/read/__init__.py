"""Files → Documents: find them, decode plain text exactly, lay out PDF, and tell their segments apart."""

from muster.read.decoding import MAX_BYTES, decode
from muster.read.document import bytes_of, read_bytes, read_document
from muster.read.finding import Source, find_documents
from muster.read.pdf import is_pdf
from muster.read.publication import publication_day
from muster.read.segments import segment
from muster.read.sidecar import Sidecar, read_sidecar

__all__ = [
    "MAX_BYTES",
    "Sidecar",
    "Source",
    "bytes_of",
    "decode",
    "find_documents",
    "is_pdf",
    "publication_day",
    "read_bytes",
    "read_document",
    "read_sidecar",
    "segment",
]
