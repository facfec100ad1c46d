"""A server's operations, and waiting for what they start."""

from __future__ import annotations

import random
import time
from typing import Dict, Optional

import urllib3

from precheck_client.errors import NoAnswerError, NotEndedError, PrecheckError
from precheck_client.generated.api import Operations
from precheck_client.generated.models import (
    GetPreCheckResultRequest,
    PreCheckResult,
    PreCheckStatus,
    SubmitPreCheckRequest,
)
from precheck_client.transport import Transport

_FINAL = {PreCheckStatus.FINISHED, PreCheckStatus.FAILED, PreCheckStatus.SKIPPED}
_PASSING = {429, 502, 503, 504}
_ATTEMPTS_WHILE_AWAY = 12


class PrecheckClient(Operations):
    """Calls one Precheck server. Safe for many threads.

    :param server: where the server is, for example ``http://localhost:8080``; a path is a prefix of every request
    :param token: an API token (``pck_…``), or one of an OpenID Connect provider; without it, the server has to ask nobody
    :param timeout: how long one request may take, in seconds, more than zero; 30 by default
    :param headers: sent with every request
    :param action_form: name actions as OMS does, ``POST /api/v2?Action=GetPreCheckResult``; without it, each action has
        a path of its own, ``POST /api/v2/GetPreCheckResult``
    :param http: connections of your own, for example a ``urllib3.ProxyManager``
    :raises ValueError: the URL holds a user or a password, which would end up in logs, or is none of a server
    """

    def __init__(
        self,
        server: str,
        *,
        token: Optional[str] = None,
        timeout: float = 30.0,
        headers: Optional[Dict[str, str]] = None,
        action_form: bool = False,
        http: Optional[urllib3.PoolManager] = None,
    ) -> None:
        login = {} if token is None else {"Authorization": f"Bearer {token}"}
        super().__init__(Transport(server, timeout, {**login, **(headers or {})}, action_form, http))
        self._timeout = timeout

    def submit_and_wait(
        self, plan: SubmitPreCheckRequest, limit: float, *, idempotency_key: Optional[str] = None
    ) -> PreCheckResult:
        """Submits a plan and waits for its outcome.

        :param plan: what to check
        :param limit: how long to wait once the plan is submitted, in seconds, more than zero
        :param idempotency_key: makes it harmless to submit again because an answer was lost
        :return: the outcome; its status is FINISHED, FAILED or SKIPPED
        :raises PrecheckError: the server refuses or fails
        :raises NotEndedError: the run has not ended in time; it goes on, see :meth:`wait`
        :raises NoAnswerError: the server cannot be reached
        """
        return self.wait(self.pre_check.submit_pre_check(plan, idempotency_key=idempotency_key).data, limit)

    def wait(self, id: str, limit: float) -> PreCheckResult:
        """Waits for the outcome of a precheck that has been submitted before.

        It asks again after 0.2 s, then less and less often, at most every 3 s; each pause varies by a fifth, so that
        many clients do not ask at once. A server that is busy or away for some seconds is no failure: a run outlives
        it.

        :param id: the precheck's id
        :param limit: how long to wait, in seconds, more than zero
        :return: the outcome; its status is FINISHED, FAILED or SKIPPED
        :raises PrecheckError: the server refuses or fails
        :raises NotEndedError: the run has not ended in time; it goes on
        :raises NoAnswerError: the server cannot be reached for more than half a minute
        """
        deadline = time.monotonic() + limit
        seen = "not answered yet"
        pause = 0.2
        try:
            while True:
                result = self._ask_while_away(id, deadline)
                if result.project_status in _FINAL:
                    return result
                seen = f"{result.project_status}, {result.progress} %"
                _sleep(pause, deadline)
                pause = min(2 * pause, 3.0)
        except _DeadlinePassed as e:
            raise NotEndedError(id, limit, seen) from e

    def _ask_while_away(self, id: str, deadline: float) -> PreCheckResult:
        pause = 0.2
        for attempt in range(1, _ATTEMPTS_WHILE_AWAY + 1):
            left = _left(deadline)
            try:
                request = GetPreCheckResultRequest(id=id)
                return self.pre_check.get_pre_check_result(request, timeout=min(left, self._timeout)).data
            except (NoAnswerError, PrecheckError) as e:
                if attempt == _ATTEMPTS_WHILE_AWAY or (isinstance(e, PrecheckError) and e.http_status not in _PASSING):
                    raise
            _sleep(pause, deadline)
            pause = min(2 * pause, 5.0)
        raise AssertionError("The last attempt returns or raises.")


class _DeadlinePassed(Exception):
    pass


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _DeadlinePassed
    return left


def _sleep(pause: float, deadline: float) -> None:
    time.sleep(min(pause * random.uniform(0.8, 1.2), _left(deadline)))
