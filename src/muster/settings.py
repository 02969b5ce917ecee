"""Settings: MUSTER_… variables, a TOML file, defaults, in this order. Read once, on the top floor, and passed down.

A frozen dataclass does it, because pydantic-settings takes 260 ms to import: more than a whole read command may.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from muster.errors import SettingsError

FILE_VARIABLE = "MUSTER_SETTINGS"
"""Names the settings file; without it `settings.toml` in the user's configuration folder is read if it is there."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. Each field is the key of the same name in the file, and MUSTER_ with the name as a variable."""

    database: str = field(
        metadata={
            "help": "Where the ledger is: a path, `sqlite:///PATH`, or `postgresql://USER@HOST/NAME`.",
            "default": "`muster.db` in the user's data folder",
        }
    )
    author: str = field(
        default="",
        metadata={
            "help": "Your name, under which judgements and the dating of pages are kept.",
            "default": "the system's user name",
        },
    )
    footnote: str = field(
        default="",
        metadata={"help": "A sentence below every page, as on the status of a territory.", "default": "none"},
    )
    secret: str = field(
        default="",
        metadata={
            "help": "What sign-ins to `muster serve` are signed with: 40 characters or more that nobody can guess.",
            "default": "a new one at every start, which ends all sign-ins",
        },
    )


def load_settings(environment: Mapping[str, str] | None = None, needed: str | None = None) -> Settings:
    """The settings that hold for these variables (by default the process's own).

    With `needed`, only that setting is sure to be read: the file is left alone where a variable gives it.

    Raises SettingsError if the file is missing where one is named, cannot be read, or sets something Muster does not
    know; or if a value is empty or no text.
    """
    variables = os.environ if environment is None else environment
    names = [setting.name for setting in fields(Settings)]
    given = {name: variables[variable_of(name)] for name in names if variable_of(name) in variables}
    # The default file is looked for only where something is left to set: finding its folder takes 15 ms.
    enough = needed in given or len(given) == len(names)
    written = given if enough and FILE_VARIABLE not in variables else _from_file(variables) | given
    for name, value in written.items():
        if not isinstance(value, str) or not value.strip():
            raise SettingsError(f"the setting {name} is {value!r}; give it as text, or leave it out.")
    return Settings(**{"database": written.get("database") or default_database(), **written})


def variable_of(name: str) -> str:
    """The environment variable of a setting."""
    return f"MUSTER_{name.upper()}"


def default_database() -> str:
    """The ledger's address where nothing sets it: an SQLite file in the user's data folder."""
    # Imported here: needed only where nothing is set, and every read command waits for it.
    from platformdirs import user_data_path

    return f"sqlite:///{user_data_path('muster', appauthor=False) / 'muster.db'}"


def _from_file(variables: Mapping[str, str]) -> dict[str, Any]:
    named = variables.get(FILE_VARIABLE)
    path = Path(named).expanduser() if named else _default_file()
    if not named and not path.exists():
        return {}
    return _known(_read_toml(path), path)


def _default_file() -> Path:
    # Imported here: not needed where the file is named.
    from platformdirs import user_config_path

    return user_config_path("muster", appauthor=False) / "settings.toml"


def _read_toml(path: Path) -> dict[str, Any]:
    # Imported here: most users have no such file.
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"the settings file {path} cannot be read: {error}") from error


def _known(written: dict[str, Any], path: Path) -> dict[str, Any]:
    names = [setting.name for setting in fields(Settings)]
    unknown = sorted(set(written) - set(names))
    if unknown:
        raise SettingsError(f"{path}: there is no setting {', '.join(unknown)}; what can be set: {', '.join(names)}.")
    return written
