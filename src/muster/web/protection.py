"""What every answer carries so that a hostile document stays a text: no script but ours, no frame, no guessing."""

from collections.abc import Awaitable, Callable

from fastapi import Request
from starlette.responses import Response

# Charts are drawn by Vega with its own expression interpreter, so that no page needs eval; images may be data (a chart
# saved by the reader), nothing else may.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer, with the headers that keep a page to itself."""
    response = await answer(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
