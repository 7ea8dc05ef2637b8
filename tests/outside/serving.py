"""A web server on this machine, on a free port, for the length of one test."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass(kw_only=True)
class Server:
    """Where the server is, which hosts it was asked for, and how often it was connected to."""

    port: int
    accepted: list[object] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)

    @property
    def connections(self) -> int:
        """Count the connections made, whether anything was asked over them or not."""
        return len(self.accepted)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Spell the address of a path on this server."""
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[Server]:
    """Answer paths as told, and end with the block."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers.get("Host", ""))
            answers.get(self.path, status(404))(self)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    accepted: list[object] = []

    class Counting(ThreadingHTTPServer):
        def verify_request(self, _: object, client: object) -> bool:
            accepted.append(client)
            return True

    server = Counting(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Server(port=server.server_address[1], hosts=asked, accepted=accepted)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def page(body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
    """Answer with a page."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in {"Content-Type": "text/html", **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def status(code: int) -> Answer:
    """Answer with a status and no page."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.end_headers()

    return answer


def redirect(location: str) -> Answer:
    """Answer that the page is elsewhere."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", location)
        handler.end_headers()

    return answer
