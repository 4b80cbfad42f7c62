"""The operator's settings: what the command line reads too, the bot's own, and the shards that a process serves."""

import hashlib
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import NoDecode

from index import IN_MEMORY, LibrarySettings, read_settings

_SHARD_SHIFT = 22  # Discord's rule: shard = (server id >> 22) % number of shards
_MOST_SHARDS = 16_384
_SHARDS = re.compile(r"([0-9]{1,5}(?:,[0-9]{1,5})*)/([0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Shards:
    """Shards number `ids`, ascending, of `count`; all servers on one connection unless told otherwise.

    Discord deals servers out to as many connections as are asked for.
    """

    ids: tuple[int, ...] = (0,)
    count: int = 1

    def hold(self, guild_id: int) -> bool:
        """Whether the server is on one of them."""
        return (guild_id >> _SHARD_SHIFT) % self.count in self.ids


def parse_shards(words: str) -> Shards:
    """Read ``i,j/n``: shards i and j of n.

    Raises
    ------
    ValueError
        Saying what is wrong.
    """
    found = _SHARDS.fullmatch(words.replace(" ", ""))
    if found is None:
        raise ValueError("write the shards as i,j/n: 0/2 is the first of two, 0,1/4 the first two of four")
    ids, count = tuple(sorted({int(one) for one in found[1].split(",")})), int(found[2])
    if not 1 <= count <= _MOST_SHARDS or ids[-1] >= count:
        raise ValueError(f"of n shards the first is 0 and the last n - 1, and n is 1 to {_MOST_SHARDS}")
    return Shards(ids, count)


def _shards(value: object) -> object:
    return parse_shards(value) if isinstance(value, str) else value


class Settings(LibrarySettings):
    """What an operator can set for the bot; the fields' descriptions are the documentation."""

    token: SecretStr = Field(description="The bot's token, from the Bot page of the Discord developer portal.")
    in_memory: int = Field(
        default=IN_MEMORY,
        ge=1_000,
        description="How many sentences of all libraries are held in memory together, at 1.8 kB each; others are "
        "loaded when asked.",
    )
    shards: Annotated[Shards, BeforeValidator(_shards), NoDecode] = Field(
        default=Shards(),
        description="The part of the servers that this process serves, as i,j/n (see SCALING.md); all without it.",
    )
    message_content: Annotated[Literal["on", "off"], BeforeValidator(str.lower)] = Field(
        default="off",
        description="Whether a reply that mentions the bot is told who said what stands in the message above it: on or "
        "off. On needs the Message Content intent, switched on at the portal.",
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)] = Field(
        default="INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR."
    )
    grace_days: int = Field(
        default=30, ge=1, le=3650, description="Days after which the data of a server that the bot has left is deleted."
    )
    log_format: Annotated[Literal["text", "json"], BeforeValidator(str.lower)] = Field(
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

    @property
    def asked_at(self) -> Path:
        """The socket at which the bot is asked how it is: where the settings say, else in the temporary directory, by
        the user, the database and the shards, so that several bots on one machine have one each."""
        if self.health_socket is not None:
            return self.health_socket
        user = os.getuid() if sys.platform != "win32" else 0
        database = self.database if isinstance(self.database, str) else str(self.database.absolute())
        served = f"{self.shards.ids} of {self.shards.count} over {database}"
        name = hashlib.sha256(os.fsencode(served)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"onrecord-{user}" / f"{name}.sock"

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


def load_settings() -> Settings:
    """Read the settings; raises `index.SettingsError` if one is missing or cannot be used."""
    return read_settings(Settings)


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of the settings' documentation: the variable, its default ("required" without one), its use."""

    name: str
    default: str
    help: str


def settings_table() -> tuple[Setting, ...]:
    """List every setting, those that are required first."""
    prefix = Settings.model_config["env_prefix"]
    rows = (
        Setting(f"{prefix}{name.upper()}", _default_of(field), field.description or "")
        for name, field in Settings.model_fields.items()
    )
    return tuple(sorted(rows, key=lambda row: row.default != "required"))


def _default_of(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    if field.default_factory is not None:
        return "the platform's data directory"
    return "" if field.default is None or field.default == Shards() else str(field.default)
