"""Sends requests and reads answers."""

from __future__ import annotations

import json
from typing import Any, Dict, Optional, Type, TypeVar

import urllib3
from pydantic import ValidationError

from precheck_client.errors import NoAnswerError, PrecheckError
from precheck_client.wire import Record

Answer = TypeVar("Answer", bound=Record)

_CONNECT_TIMEOUT = 10.0


class Transport:
    """Reaches one Precheck server. Safe for many threads.

    :param server: where the server is, for example ``http://localhost:8080``; a path is a prefix of every request
    :param timeout: how long one request may take, in seconds, more than zero
    :param headers: sent with every request
    :param action_form: name actions as OMS does, ``POST /api/v2?Action=GetPreCheckResult``
    :param http: connections of your own, for example with a proxy or a private trust store
    :raises ValueError: the URL holds a user or a password, which would end up in logs, or is none of a server
    """

    def __init__(
        self,
        server: str,
        timeout: float,
        headers: Dict[str, str],
        action_form: bool,
        http: Optional[urllib3.PoolManager],
    ) -> None:
        url = urllib3.util.parse_url(server)
        if url.auth is not None:
            raise ValueError(
                "The URL of the server must not hold a user or a password. Give an API token as token instead."
            )
        if url.scheme not in ("http", "https") or not url.host:
            raise ValueError(f"{server!r} is no URL of a server; write for example http://localhost:8080.")
        self._server = server.rstrip("/")
        self._timeout = timeout
        self._headers = headers
        self._action_form = action_form
        self._http = http or urllib3.PoolManager()

    def call(
        self,
        path: str,
        request: Record,
        answer: Type[Answer],
        headers: Optional[Dict[str, Optional[str]]] = None,
        timeout: Optional[float] = None,
    ) -> Answer:
        """Calls one operation. The generated classes do this; call it for an action that they do not know.

        :param path: the operation's path in the contract, for example ``/api/v2/GetPreCheckResult``
        :param headers: of this request; those that are None are left out
        :param timeout: how long this request may take, in seconds
        :raises PrecheckError: the server refuses or fails
        :raises NoAnswerError: the server cannot be reached, or not in time
        """
        url = self._server + self._target(path)
        limit = timeout or self._timeout
        given = {name: value for name, value in (headers or {}).items() if value is not None}
        try:
            response = self._http.request(
                "POST",
                url,
                body=json.dumps(request.to_json()).encode(),
                headers={"Content-Type": "application/json", "Accept": "application/json", **self._headers, **given},
                timeout=urllib3.Timeout(connect=min(_CONNECT_TIMEOUT, limit), total=limit),
                # Whoever calls decides whether to send it again; see PrecheckClient.wait.
                retries=False,
            )
        except urllib3.exceptions.HTTPError as e:
            raise NoAnswerError(f"No answer from {url}: {e}") from e
        return _read(url, response.status, response.data, answer)

    def _target(self, path: str) -> str:
        if not self._action_form:
            return path
        version, _, action = path.rpartition("/")
        return f"{version}?Action={action}"


def _read(url: str, status: int, text: bytes, answer: Type[Answer]) -> Answer:
    try:
        envelope: Any = json.loads(text)
        if status == 200 and envelope["success"] is True:
            return answer.model_validate(envelope)
        code = envelope["code"]
    except (ValueError, KeyError, TypeError, ValidationError) as e:
        raise PrecheckError.strange(url, status) from e
    raise PrecheckError.of(status, envelope) if code else PrecheckError.strange(url, status)
