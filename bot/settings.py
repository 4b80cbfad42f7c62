"""The operator's settings: from the environment, a ``.env`` file, or a directory of secret files.

Each is a variable whose name begins with ``ONRECORD_``. The environment wins over ``.env``, and ``.env`` over
secret files, which are named like the variables in lower case (``onrecord_token``).
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.runtime.shards import Shards, parse_shards
from index import IN_MEMORY, is_server, with_password

PREFIX = "ONRECORD_"
_CONTAINER_SECRETS = Path("/run/secrets")


def _shards(value: object) -> object:
    return parse_shards(value) if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


class Settings(BaseSettings):
    """What an operator can set; the fields' descriptions are the documentation."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    token: SecretStr = Field(description="The bot's token, from the Bot page of the Discord developer portal.")
    database: Path | str = Field(
        default_factory=lambda: user_data_path("onrecord", appauthor=False) / "onrecord.db",
        description="The SQLite file that holds all libraries, made if it is not there; or a postgresql:// address.",
    )
    database_password: SecretStr | None = Field(
        default=None, description="The password at a postgresql:// address that has none in it."
    )
    in_memory: int = Field(
        default=IN_MEMORY,
        ge=1_000,
        description="How many sentences of all libraries are held in memory together, at 1.4 kB each; others are "
        "loaded when asked.",
    )
    shards: Annotated[Shards, BeforeValidator(_shards), NoDecode] = Field(
        default=Shards(),
        description="The part of the servers that this process serves, as i,j/n (see SCALING.md); all without it.",
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        default="INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR."
    )
    grace_days: int = Field(
        default=30, ge=1, le=3650, description="Days after which the data of a server that the bot has left is deleted."
    )
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = Field(
        default="text", description="How the log is written: text for people, or json, one object a line."
    )
    metrics_port: int | None = Field(
        default=None,
        ge=0,
        le=65_535,
        description="The port at which figures for Prometheus are served; none are without it, and 0 is a free one.",
    )
    metrics_host: str = Field(
        default="127.0.0.1",
        description="The address at which the figures are served: anybody who can reach it can read them.",
    )
    health_socket: Path | None = Field(
        default=None,
        description="The socket by which onrecord-bot health asks; without it one in the temporary directory.",
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

    @field_validator("database")
    @classmethod
    def _file_or_server(cls, database: Path | str) -> Path | str:
        return database if is_server(database) else Path(database)

    @field_validator("token")
    @classmethod
    def _usable(cls, token: SecretStr) -> SecretStr:
        value = token.get_secret_value().strip().removeprefix("Bot ")
        if value.isdigit():
            raise ValueError("this is an application id; the token is on the portal's Bot page")
        if len(value.split()) != 1:
            raise ValueError("a token is one word without spaces; copy it again from the portal's Bot page")
        return SecretStr(value)

    @field_validator("metrics_host")
    @classmethod
    def _address(cls, host: str) -> str:
        try:
            return str(ip_address(host.strip()))
        except ValueError:
            raise ValueError("this is no IP address; 127.0.0.1 is this machine alone") from None


class SettingsError(Exception):
    """Settings that cannot be used; ``str(error)`` has a line for each, by the variable's name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of the settings' documentation: the variable, its default ("required" without one), its use."""

    name: str
    default: str
    help: str


def settings_table() -> tuple[Setting, ...]:
    """List every setting, in the order in which they are declared."""
    return tuple(
        Setting(f"{PREFIX}{name.upper()}", _default_of(field), field.description or "")
        for name, field in Settings.model_fields.items()
    )


def _default_of(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    if field.default_factory is not None:
        return "the platform's data directory"
    return "" if field.default is None or field.default == Shards() else str(field.default)


def load_settings(environment: Mapping[str, str] | None = None, *, env_file: Path = Path(".env")) -> Settings:
    """Read the settings.

    Parameters
    ----------
    environment : mapping of str to str, optional
        Where `ONRECORD_SECRETS_DIR` is looked up; the process's environment by default.
    env_file : Path
        Read if it exists.

    Raises
    ------
    SettingsError
        If one is missing or cannot be used. Values are never repeated in it: one of them is the token.
    """
    named = (os.environ if environment is None else environment).get(f"{PREFIX}SECRETS_DIR")
    secrets = Path(named) if named else _CONTAINER_SECRETS
    if named and not secrets.is_dir():
        raise SettingsError(f"{PREFIX}SECRETS_DIR: there is no such directory")
    sources: dict[str, Any] = {"_env_file": env_file, "_secrets_dir": secrets if secrets.is_dir() else None}
    try:
        return Settings(**sources)
    except ValidationError as error:
        raise SettingsError("\n".join(_line(dict(problem)) for problem in error.errors())) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{env_file} or a file in {secrets} cannot be read: {error}") from None


def _line(problem: Mapping[str, Any]) -> str:
    """Put one of pydantic's errors in words an operator can act on."""
    name = f"{PREFIX}{str(problem['loc'][0]).upper()}" if problem["loc"] else PREFIX
    match problem["type"]:
        case "missing":
            said = f"not set. {Settings.model_fields[str(problem['loc'][0])].description}"
        case "literal_error":
            said = f"must be {problem['ctx']['expected'].replace(chr(39), '')}"
        case "value_error":
            said = str(problem["ctx"]["error"])
        case _:
            said = str(problem["msg"])
    return f"{name}: {said}"
