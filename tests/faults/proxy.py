"""A network that fails: a TCP proxy that passes, cuts after so many bytes, or swallows."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

CHUNK = 65_536


class Proxy:
    """Stand before a server on 127.0.0.1; the faults are set while it runs."""

    def __init__(self, target: tuple[str, int]) -> None:
        self.target = target
        self.sent = 0  # bytes from the client to the server since the last `calm`
        self.answered = 0
        self.cut_after: int | None = None
        self.cut_answer_after: int | None = None
        self.word = b""  # from this word of the client on, the two counts begin anew
        self.swallows = False
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def calm(self) -> None:
        """Pass everything on, and count from nought."""
        self.sent = self.answered = 0
        self.cut_after = self.cut_answer_after = None
        self.word = b""
        self.swallows = False

    def close(self) -> None:
        """Let nobody in any more, and cut whoever is."""
        self._listener.close()
        for client, server in self._pairs:
            _close(client, server)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self.target)
            except OSError:
                client.close()
                continue
            self._pairs.append((client, server))
            for way in ((client, server, True), (server, client, False)):
                threading.Thread(target=self._pump, args=way, daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, is_from_client: bool) -> None:
        while True:
            try:
                piece = source.recv(CHUNK)
            except OSError:
                piece = b""
            if self.swallows:
                # Both ends stay open and hear nothing more, not even that the other has gone.
                return
            whole = len(piece)
            piece = self._let_through(piece, is_from_client)
            with suppress(OSError):
                sink.sendall(piece)
            if not piece or len(piece) < whole:
                _close(source, sink)
                return

    def _let_through(self, piece: bytes, is_from_client: bool) -> bytes:
        """Count a piece; give what of it still passes."""
        with self._lock:
            if self.word and is_from_client and self.word in piece:
                self.word, self.sent, self.answered = b"", 0, 0
            limit, passed = (
                (self.cut_after, self.sent)
                if is_from_client
                else (self.cut_answer_after, self.answered)
            )
            if is_from_client:
                self.sent += len(piece)
            else:
                self.answered += len(piece)
            if limit is None or self.word:
                return piece
            return piece[: max(limit - passed, 0)]


def _close(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
