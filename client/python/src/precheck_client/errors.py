"""How calls fail."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from precheck_client.generated.models.violation import Violation

UNEXPECTED_ANSWER = "UNEXPECTED_ANSWER"
"""The code of an answer that is not the envelope of the contract, say of a proxy."""


class PrecheckError(Exception):
    """The server has refused a request or has failed. Decide by ``code``; the rest is for people.

    :ivar http_status: 200 for most failures of the action form
    :ivar code: for example ``PRECHECK_NOT_FOUND``; be ready for codes you do not know
    :ivar message: what went wrong, in the server's words
    :ivar advice: what to do about it; None if there is nothing
    :ivar request_id: the id under which the server's log knows the request; None if somebody else has answered
    :ivar violations: what is wrong with the members of the request; empty if it is something else
    """

    def __init__(
        self,
        http_status: int,
        code: str,
        message: str,
        advice: Optional[str] = None,
        request_id: Optional[str] = None,
        violations: Optional[List[Violation]] = None,
    ) -> None:
        self.http_status = http_status
        self.code = code
        self.message = message
        self.advice = advice
        self.request_id = request_id
        self.violations = violations or []
        faults = "".join(f"; {fault.pointer}: {fault.message}" for fault in self.violations)
        super().__init__(f"{message} {advice} [{code}, HTTP {http_status}, request {request_id}{faults}]")

    @classmethod
    def of(cls, http_status: int, envelope: Dict[str, Any]) -> PrecheckError:
        """Makes the error of an answer with an envelope."""
        violations = (envelope.get("errorDetail") or {}).get("violations") or []
        return cls(
            http_status,
            envelope["code"],
            envelope.get("message") or "",
            envelope.get("advice"),
            envelope.get("requestId"),
            [Violation.model_validate(violation) for violation in violations],
        )

    @classmethod
    def strange(cls, url: str, http_status: int) -> PrecheckError:
        """Makes the error of an answer without an envelope."""
        return cls(
            http_status,
            UNEXPECTED_ANSWER,
            f"{url} sent an answer that is not one of Precheck.",
            "Check the URL, and whether a proxy stands in between.",
        )


class NoAnswerError(Exception):
    """The server cannot be reached, or not in time."""


class NotEndedError(TimeoutError):
    """A precheck has not ended in time. It goes on; wait for it again.

    :ivar id: the precheck
    """

    def __init__(self, id: str, limit: float, seen: str) -> None:
        super().__init__(f"Precheck {id} has not ended within {limit:g} s: {seen}. It goes on; wait for it again.")
        self.id = id
