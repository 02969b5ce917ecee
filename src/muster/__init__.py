"""Muster: reads reporting about peace operations and keeps the record."""

__version__ = "0.1.0"
