"""The mission in a browser: pages over the query side, and the desk where claims are checked. Needs `muster[web]`."""

from muster.web.app import create_app
from muster.web.site import Site

__all__ = ["Site", "create_app"]
