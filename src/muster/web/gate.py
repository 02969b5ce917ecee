"""How often somebody may try to sign in."""

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

_PER_NAME = parse("10 per 10 minutes")
_PER_ADDRESS = parse("30 per 10 minutes")


class Gate:
    """Counts failed and successful tries alike, per account and address they come from, and per address."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def opens(self, address: str, name: str) -> bool:
        """Whether one more try is allowed; it is counted."""
        by_name = self._limiter.hit(_PER_NAME, "name", address, name.casefold())
        return self._limiter.hit(_PER_ADDRESS, "address", address) and by_name
