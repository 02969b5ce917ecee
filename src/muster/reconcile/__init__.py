"""Claims to a record: what they come to for one operation on one day."""

from muster.reconcile.record import record

__all__ = ["record"]
