"""How is a small value made by the thousand? As a frozen dataclass that the type checker alone keeps frozen.

`@dataclass(frozen=True)` sets its fields one by one through `object.__setattr__` and takes two to three times
as long to make as a plain one; reading a document makes two hundred values of a thousand fields in all.
"""

from __future__ import annotations

from dataclasses import Field, dataclass, field
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field, field))
def value(cls: type[_Class]) -> type[_Class]:
    """The class as a keyword-only dataclass, equal and hashed by its fields; mypy refuses to set one anew."""
    return dataclass(kw_only=True, unsafe_hash="__hash__" not in vars(cls))(cls)
