"""What an operator sets for the command line and the bot alike: from the environment, ``.env``, or secret files.

Each setting is a variable whose name begins with ``ONRECORD_``. The environment wins over the ``.env`` of the working
directory, and that over secret files, which are named like the variables in lower case (``onrecord_token``). Import
this only where settings are read: pydantic takes a tenth of a second to load.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeVar

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.encoder.encoder import Encoder, shared_encoder
from index.errors import SettingsError
from index.store import is_server, with_password

PREFIX = "ONRECORD_"
_CONTAINER_SECRETS = Path("/run/secrets")


class LibrarySettings(BaseSettings):
    """Where the libraries are; the fields' descriptions are the documentation."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    database: Path | str = Field(
        default_factory=lambda: user_data_path("onrecord", appauthor=False) / "onrecord.db",
        description="The SQLite file that holds all libraries, made if it is not there; or a postgresql:// address.",
    )
    database_password: SecretStr | None = Field(
        default=None, description="The password at a postgresql:// address that has none in it."
    )
    encoder: Literal["on", "off"] = Field(
        default="on",
        description="Whether questions are understood by what sentences mean as well as by their words: on or off. On "
        "takes 100 MB of memory, and 0.4 kB more a sentence.",
    )
    secrets_dir: Path | None = Field(
        default=None,
        description="A directory of secret files; /run/secrets is read without being named where it exists.",
    )

    @property
    def opened(self) -> Path | str:
        """The database as `index.open_library` takes it, with the password."""
        if self.database_password is None or not is_server(self.database):
            return self.database
        return with_password(str(self.database), self.database_password.get_secret_value().strip())

    @property
    def chosen_encoder(self) -> Encoder | None:
        """The encoder as `index.open_library` takes it."""
        return shared_encoder() if self.encoder == "on" else None

    @field_validator("database")
    @classmethod
    def _file_or_server(cls, database: Path | str) -> Path | str:
        if is_server(database):
            return database
        if Path(database).is_dir():
            raise ValueError("this is a directory; give a file's name")
        return Path(database)


_S = TypeVar("_S", bound=LibrarySettings)


def read_settings(kind: type[_S], **given: Any) -> _S:
    """Read settings of a kind; what is `given` wins over what is set.

    Raises
    ------
    SettingsError
        If one is missing or cannot be used.
    """
    named = os.environ.get(f"{PREFIX}SECRETS_DIR")
    secrets = Path(named) if named else _CONTAINER_SECRETS
    if named and not secrets.is_dir():
        raise SettingsError(f"{PREFIX}SECRETS_DIR: there is no such directory")
    places: dict[str, Any] = {"_env_file": ".env", "_secrets_dir": secrets if secrets.is_dir() else None}
    try:
        return kind(**places, **given)
    except ValidationError as error:
        raise SettingsError("\n".join(_line(kind, dict(problem)) for problem in error.errors())) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f".env or a file in {secrets} cannot be read: {error}") from None


def _line(kind: type[LibrarySettings], problem: Mapping[str, Any]) -> str:
    """Put one of pydantic's errors in words an operator can act on."""
    field = str(problem["loc"][0]) if problem["loc"] else ""
    match problem["type"]:
        case "missing":
            said = f"not set. {kind.model_fields[field].description}"
        case "literal_error":
            said = f"must be {problem['ctx']['expected'].replace(chr(39), '')}"
        case "greater_than_equal":
            said = f"must be at least {problem['ctx']['ge']}"
        case "less_than_equal":
            said = f"must be at most {problem['ctx']['le']}"
        case "int_parsing":
            said = "must be a whole number"
        case "value_error":
            said = str(problem["ctx"]["error"])
        case _:
            said = str(problem["msg"])
    return f"{PREFIX}{field.upper()}: {said}"
