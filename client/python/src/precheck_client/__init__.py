"""The Python client of Precheck, which tells before a database migration starts whether it will work.

:class:`PrecheckClient` reaches a server; its attributes, one for each tag of the contract, call its operations, and
:meth:`PrecheckClient.submit_and_wait` submits a plan and returns the outcome. A refusal is a :class:`PrecheckError`,
whatever the wire form. The types of requests and answers are in :mod:`precheck_client.models`.
"""

from precheck_client.client import PrecheckClient
from precheck_client.errors import UNEXPECTED_ANSWER, NoAnswerError, NotEndedError, PrecheckError

__all__ = ["UNEXPECTED_ANSWER", "NoAnswerError", "NotEndedError", "PrecheckClient", "PrecheckError"]
