"""A network that refuses web sockets, as some schools' do: a way through to a server that lets all else pass."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.e2e.waiting import LIMIT_MS

OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # the server is on this machine
PASSED_ON = ("Content-Type", "Content-Encoding", "Content-Security-Policy", "Cache-Control", "Vary")


@contextmanager
def without_web_sockets(server: str) -> Iterator[str]:
    """Another address of a server at which web sockets are refused; yields it."""

    class Through(BaseHTTPRequestHandler):
        """Passes what is asked on to the server, and what it answers back."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name that http.server asks for
            if self.headers.get("Upgrade"):
                self.send_error(403)
                return
            asked = urllib.request.Request(server + self.path, headers={"Accept-Encoding": "gzip"})
            try:
                with OPEN.open(asked, timeout=LIMIT_MS / 1000) as answer:
                    status, body, headers = answer.status, answer.read(), answer.headers
            except urllib.error.HTTPError as refused:
                status, body, headers = refused.code, refused.read(), refused.headers
            self.send_response(status)
            for name in PASSED_ON:
                if name in headers:
                    self.send_header(name, headers[name])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing: what was asked is the browser's business."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Through)
    listening.daemon_threads = True
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.server_port}"
    finally:
        listening.shutdown()
        listening.server_close()
