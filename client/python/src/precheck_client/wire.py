"""What all generated types have in common."""

from __future__ import annotations

from enum import Enum
from typing import Any, Dict

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A JSON object.

    Members are named as in Python (``pre_check_id``). Members of an answer that this version does not know are kept and
    can be read under their own name. A misspelt member of a request is sent, and refused by the server.
    """

    model_config = ConfigDict(extra="allow", validate_by_name=True, validate_by_alias=True, protected_namespaces=())

    def to_json(self) -> Dict[str, Any]:
        """Returns what is sent: null is the same as leaving a member out."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


class OpenEnum(str, Enum):
    """A list of words to which later versions add.

    A word that this version does not know is a member without a name of its own: ``known`` is false, ``value`` is the
    word.
    """

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum:
        if not isinstance(value, str):
            raise ValueError(f"{value!r} is no word of {cls.__name__}.")
        word = str.__new__(cls, value)
        word._name_ = "UNKNOWN"
        word._value_ = value
        return word

    @property
    def known(self) -> bool:
        """Whether this version knows the word."""
        return self.value in type(self)._value2member_map_

    def __str__(self) -> str:
        return str(self.value)
