"""What only the trained reader sees: listed at once, in the record when somebody accepts it."""

import json
from pathlib import Path

from command_line import Muster


def test_what_only_the_trained_reader_sees_waits_until_it_is_accepted(muster: Muster, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("UNIFIL patrols the Litani. Dublin's last soldiers boarded the ship home on Monday.", "utf-8")
    muster("add", page, "--published", "2019-05-08")

    def moved() -> list[str]:
        brief = json.loads(muster("brief", "unifil", "--on", "2019-06-01", "--json").out)
        return [movement["actor"] for movement in brief["movements"]]

    (claim,) = (json.loads(line) for line in muster("claims", "--kind", "movement", "--json").out.splitlines())
    assert (claim["actor"], claim["waits"], moved()) == ("IE", True, [])
    assert "waits" in muster("claims", "--kind", "movement").out
    assert "no record rests on it until somebody accepts it" in muster("why", claim["claim"]).out
    muster("judge", "accept", claim["claim"])
    (accepted,) = (json.loads(line) for line in muster("claims", "--kind", "movement", "--json").out.splitlines())
    assert (accepted["waits"], moved()) == (False, ["IE"])
    assert "no record rests on it" not in muster("why", claim["claim"]).out
