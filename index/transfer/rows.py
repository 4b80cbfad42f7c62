"""What all lines of an export have in common: a model that has no other fields, and one that is a row of a table."""

from collections.abc import Sequence
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

from index.store import tables
from index.store.engine import Row, Value
from index.transfer.fields import FilledText, Moment


class LineRecord(BaseModel):
    """An object of a line, and nothing more."""

    model_config = ConfigDict(frozen=True, use_enum_values=True)

    @model_validator(mode="before")
    @classmethod
    def _has_no_other_field(cls, value: object) -> object:
        """Forbids at the first what pydantic's "forbid" makes an error of for each of a line's millions of fields."""
        for name in value if isinstance(value, dict) else ():
            if name not in cls.model_fields:
                raise ValueError(f"{name[:40]!a} is no field of this kind")
        return value


class SectionHeader(LineRecord):
    """The first line of a community's section."""

    onrecord: int
    community: FilledText
    exported: Moment


class RowRecord(LineRecord):
    """A row of `table`, whose columns are in the order of the fields."""

    table: ClassVar[tables.Table]

    @classmethod
    def of(cls, row: Sequence[Value]) -> Self:
        """The record of a row."""
        values: dict[str, Any] = dict(zip(cls.model_fields, row, strict=True))
        return cls.model_construct(**values)

    def row(self) -> Row:
        """The row."""
        return tuple(vars(self).values())
