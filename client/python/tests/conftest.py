"""A server whose answers a test chooses, for what no real one can be asked for."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Iterator, List, Tuple

import pytest


class RecordedServer:
    """Gives recorded answers in turn, the last one again and again."""

    def __init__(self) -> None:
        self.requests: List[Tuple[str, Any]] = []
        self.headers: List[Any] = []
        self._answers: List[Tuple[int, str]] = []
        self._closing = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def answers(self, status: int, body: Any) -> "RecordedServer":
        self._answers.append((status, body if isinstance(body, str) else json.dumps(body)))
        return self

    def answers_never(self) -> None:
        """Takes requests and keeps them waiting until it is closed."""
        self._answers.append((0, ""))

    def close(self) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type:
        recorded = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                recorded.requests.append((self.path, json.loads(body)))
                recorded.headers.append(self.headers)
                answers = recorded._answers
                status, text = answers.pop(0) if len(answers) > 1 else answers[0]
                if status == 0:
                    recorded._closing.wait()
                    return
                self.send_response(status)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


@pytest.fixture
def server() -> Iterator[RecordedServer]:
    recorded = RecordedServer()
    yield recorded
    recorded.close()
