"""What an operator sets for the command line and the bot alike: from the environment, ``.env``, or secret files.

Each setting is a variable whose name begins with ``ONRECORD_``. The environment wins over the ``.env`` of the working
directory, and that over secret files, which are named like the variables in lower case (``onrecord_token``). Import
this only where settings are read: pydantic takes a tenth of a second to load.
"""

import os
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from dotenv import dotenv_values
from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError
from index.store.places import is_server, misaddressed, with_password

if TYPE_CHECKING:
    from index.encoder.encoder import Encoder

PREFIX = "ONRECORD_"
_CONTAINER_SECRETS = Path("/run/secrets")
_DOTENV = ".env"
_NEAR = 0.8  # of what a name has in common with a setting's: it is that one, misspelt
_SERVICE = re.compile(r"(?:SERVICE_(?:HOST|PORT(?:_\w+)?)|PORT(?:_\d+_\w+)?)", re.ASCII)
"""How Kubernetes calls what it tells each container of a service that is itself called onrecord."""


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
        "takes 60 MB of memory, 90 MB once it has read articles, and 0.4 kB more a sentence.",
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
    def chosen_encoder(self) -> "Encoder | None":
        """The encoder as `index.open_library` takes it."""
        from index.encoder.encoder import shared_encoder  # noqa: PLC0415 -- who wants a setting alone waits for no numpy

        return shared_encoder() if self.encoder == "on" else None

    @field_validator("database")
    @classmethod
    def _file_or_server(cls, database: Path | str) -> Path | str:
        if is_server(database):
            return database
        if (wrong := misaddressed(str(database))) is not None:
            raise ValueError(wrong)
        if Path(database).is_dir():
            raise ValueError("this is a directory; give a file's name")
        return Path(database)


_S = TypeVar("_S", bound=LibrarySettings)


def read_settings(kind: type[_S], **given: Any) -> _S:
    """Read settings of a kind; what is `given` wins over what is set.

    Raises
    ------
    SettingsError
        If one is missing or cannot be used, or its name is misspelt.
    """
    secrets = _secrets()
    places: dict[str, Any] = {"_env_file": _DOTENV, "_secrets_dir": secrets if secrets.is_dir() else None}
    try:
        misspelt = list(_misspelt(kind, _unknown(kind, secrets)))
        if misspelt:
            raise SettingsError("\n".join(misspelt))
        return kind(**places, **given)
    except ValidationError as error:
        raise SettingsError("\n".join(_line(kind, dict(problem)) for problem in error.errors())) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f".env or a file in {secrets} cannot be read: {error}") from None


def unknown_settings(kind: type[LibrarySettings]) -> tuple[str, ...]:
    """What is set under names that begin as settings do and are none of this kind; none is near enough to be meant.

    Raises
    ------
    SettingsError
        As `read_settings`.
    """
    return tuple(f"{PREFIX}{name}" for name in _unknown(kind, _secrets()))


def _secrets() -> Path:
    """The directory of secret files; where none is named there need not be one."""
    named = os.environ.get(f"{PREFIX}SECRETS_DIR")
    secrets = Path(named) if named else _CONTAINER_SECRETS
    if named and not secrets.is_dir():
        raise SettingsError(f"{PREFIX}SECRETS_DIR: there is no such directory")
    return secrets


def _unknown(kind: type[LibrarySettings], secrets: Path) -> list[str]:
    """The names without their prefix, in order."""
    places: list[Iterable[str]] = [os.environ, dotenv_values(_DOTENV)]
    if secrets.is_dir():
        places.append(path.name for path in secrets.iterdir())
    begun = {name.upper() for place in places for name in place if name.upper().startswith(PREFIX)}
    names = {name.removeprefix(PREFIX) for name in begun} - {name.upper() for name in kind.model_fields}
    return sorted(name for name in names if not _SERVICE.fullmatch(name))


def _misspelt(kind: type[LibrarySettings], names: Iterable[str]) -> Iterable[str]:
    """A line for each that is meant to be a setting of this kind."""
    known = [name.upper() for name in kind.model_fields]
    for name in names:
        for near in get_close_matches(name, known, n=1, cutoff=_NEAR):
            yield f"{PREFIX}{name}: there is no such setting; {PREFIX}{near} is the nearest"


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
