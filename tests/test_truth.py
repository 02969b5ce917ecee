"""Reports held against the United Nations' ledger of fatalities: numbers right, wrong and missing, by nationality."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
LEDGER = """id,incident_date,casualty_id,mission_acronym,casualty_nationality,isocode3
1,2016-05-04,A,MINUSMA,Chad,TCD
2,2016-05-04,B,MINUSMA,Chad,TCD
3,2016-05-04,C,MINUSMA,Togo,TGO
4,2017-08-09,D,UNIFIL,Ireland,IRL
5,2017-08-09,E,UNIFIL,Nobody's,XXX
"""
BLAST = "Two Chadian peacekeepers of MINUSMA were killed on Wednesday. Four Togolese soldiers died in the same blast."
CRASH = "UNIFIL said that its vehicle had overturned."


def measured(folder: Path, *rows: str) -> subprocess.CompletedProcess[str]:
    """What the script says of reports in a folder."""
    (folder / "ledger.csv").write_text(LEDGER, "utf-8")
    (folder / "blast.txt").write_text(BLAST, "utf-8")
    (folder / "crash.txt").write_text(CRASH, "utf-8")
    (folder / "reports.csv").write_text("\n".join(("report,mission,date,published", *rows)), "utf-8")
    script = [sys.executable, REPOSITORY / "benchmarks" / "truth.py", folder, folder / "ledger.csv"]
    return subprocess.run(script, capture_output=True, text=True, check=False)


def test_each_nationality_of_the_dead_is_right_wrong_or_missing(tmp_path: Path) -> None:
    said = measured(
        tmp_path, "blast.txt,MINUSMA,2016-05-04,2016-05-05", "crash.txt,UNIFIL,2017-08-09,2017-08-10"
    ).stdout
    assert "TD 2 right, TG 1 wrong (4)" in said
    assert "IE 1 missing" in said
    assert "incidents wholly right: 0 of 2" in said
    assert "1 right, 1 wrong, 1 missing of 3" in said


def test_an_incident_that_the_ledger_has_not_is_named(tmp_path: Path) -> None:
    refused = measured(tmp_path, "blast.txt,MINUSMA,2016-05-05,2016-05-06")
    assert refused.returncode == 1
    assert "no incident of MINUSMA on 2016-05-05" in refused.stderr


def test_without_folder_and_ledger_it_says_how_to_use_it() -> None:
    script = [sys.executable, REPOSITORY / "benchmarks" / "truth.py"]
    refused = subprocess.run(script, capture_output=True, text=True, check=False)
    assert "usage:" in refused.stderr
