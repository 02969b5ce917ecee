"""A visitor of the site: asks for pages, sends the forms on them."""

import re
from typing import Any

PASSWORD = "four words make one"


class Visit:
    """A browser without a screen. What it sends carries the token of the page it last looked at."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.token = ""

    def get(self, path: str, **given: Any) -> Any:
        """Look at a page."""
        answer = self.client.get(path, **given)
        found = re.search(r'name="token" value="(\w+)"', answer.text)
        self.token = found[1] if found else self.token
        return answer

    def post(self, path: str, files: Any = None, **fields: Any) -> Any:
        """Send a form of the page looked at, and follow where that leads."""
        return self.client.post(path, data={"token": self.token, **fields}, files=files)

    def sign_in(self, name: str, password: str = PASSWORD, **fields: Any) -> Any:
        """Sign in by the form."""
        self.get("/sign-in")
        return self.post("/sign-in", name=name, password=password, **fields)
