import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.errors import SettingsError
from muster.settings import default_database, load_settings

ADDRESSES = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_any_setting_the_ledger_is_a_file_in_the_users_data_folder(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("MUSTER_", "XDG_"))}
    program = "from muster.settings import load_settings; print(load_settings().database)"
    command = [sys.executable, "-c", program]
    environment = {**bare, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "PYTHONPATH": "src"}
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert answer.stdout.startswith("sqlite:////")
    assert answer.stdout.strip().endswith("muster/muster.db")


def test_default_address_is_an_absolute_sqlite_file() -> None:
    assert default_database().startswith("sqlite:////")


def test_the_file_sets_what_no_variable_sets(file: Path) -> None:
    file.write_text('database = "sqlite:///from-the-file.db"', encoding="utf-8")
    named = {"MUSTER_SETTINGS": str(file)}
    assert load_settings(named).database == "sqlite:///from-the-file.db"
    assert load_settings({**named, "MUSTER_DATABASE": "sqlite:///x.db"}).database == "sqlite:///x.db"


@given(ADDRESSES)
def test_a_variable_is_taken_letter_by_letter(address: str) -> None:
    assert load_settings({"MUSTER_DATABASE": address}).database == address


@given(ADDRESSES)
def test_file_and_variable_give_the_same_answer(tmp_path_factory: pytest.TempPathFactory, address: str) -> None:
    file = tmp_path_factory.getbasetemp() / "same.toml"
    file.write_text(f"database = {json.dumps(address, ensure_ascii=False)}", encoding="utf-8")
    assert load_settings({"MUSTER_SETTINGS": str(file)}) == load_settings({"MUSTER_DATABASE": address})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('databse = "x.db"', "there is no setting databse; what can be set: database"),
        ("database = 7", "the setting database is 7"),
        ('database = " "', "the setting database is ' '"),
        ("database", "cannot be read"),
    ],
)
def test_a_faulty_file_is_refused_with_the_reason(file: Path, content: str, told: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=told):
        load_settings({"MUSTER_SETTINGS": str(file)})


def test_a_file_that_is_named_must_be_there(file: Path) -> None:
    with pytest.raises(SettingsError, match=r"settings\.toml cannot be read"):
        load_settings({"MUSTER_SETTINGS": str(file)})


def test_an_empty_variable_is_no_address() -> None:
    with pytest.raises(SettingsError, match="the setting database is ''"):
        load_settings({"MUSTER_DATABASE": ""})
