"""A throw-away PostgreSQL cluster for tests: made, started and removed by whoever asks."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

USER = "portal"
DATABASE = "portal"


def binaries() -> Path | None:
    """Find the folder with initdb and postgres, newest version first."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return installed[0].parent if installed else None


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Cluster:
    """Hold a running cluster; it listens on a socket in its folder and on 127.0.0.1."""

    folder: Path
    port: int
    durable: bool = False
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Give the address as DATABASE_URL takes it."""
        return f"postgres://{USER}@127.0.0.1:{self.port}/{DATABASE}"

    def url_of(self, database: str) -> str:
        """Give the address of another database of the cluster."""
        return f"postgres://{USER}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        speed = [] if self.durable else ["-cfsync=off", "-cfull_page_writes=off"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *_as_postgres(),
                    str(_binary("postgres")),
                    "-D",
                    str(self.folder / "data"),
                    "-p",
                    str(self.port),
                    "-k",
                    str(self.folder),
                    "-h",
                    "127.0.0.1",
                    "-cmax_connections=60",
                    "-cshared_buffers=32MB",
                    "-clogging_collector=off",
                    *speed,
                ],
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        ready = subprocess.run(
            [str(_binary("pg_isready")), "-q", "-h", "127.0.0.1", "-p", str(self.port)],
            check=False,
        )
        for _ in range(600):
            if ready.returncode == 0:
                return
            if self.process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text())
            subprocess.run(["sleep", "0.05"], check=True)
            ready = subprocess.run(ready.args, check=False)
        raise RuntimeError("PostgreSQL did not answer in thirty seconds")

    def stop(self) -> None:
        """Stop the server at once; nothing in it is kept."""
        if self.process is not None and self.process.poll() is None:
            subprocess.run(
                [
                    *_as_postgres(),
                    str(_binary("pg_ctl")),
                    "-D",
                    str(self.folder / "data"),
                    "-m",
                    "immediate",
                    "-w",
                    "stop",
                ],
                check=False,
                stdout=subprocess.DEVNULL,
            )
            self.process.wait(10)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the server and to all its processes at once."""
        if self.process is None:
            return
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        for each in [pid, *map(int, children)]:
            with suppress(ProcessLookupError):
                os.kill(each, number)

    def kill(self) -> None:
        """Let the server die as it does of a power cut."""
        self.signal(signal.SIGKILL)
        if self.process is not None:
            self.process.wait(10)

    def take(self, database: str, other: str) -> None:
        """Copy a database of another cluster, named by its address."""
        dump = subprocess.run(
            [str(_binary("pg_dump")), "--no-owner", other], check=True, capture_output=True
        )
        self.psql(f'CREATE DATABASE "{database}"')
        subprocess.run(
            [str(_binary("psql")), "-XqAt", "-v", "ON_ERROR_STOP=1", self.url_of(database)],
            input=dump.stdout, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def psql(self, statement: str, database: str = "postgres") -> str:
        """Run a statement as the owner."""
        result = subprocess.run(
            [
                str(_binary("psql")),
                "-XAtq",
                "-h",
                "127.0.0.1",
                "-p",
                str(self.port),
                "-U",
                USER,
                "-d",
                database,
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                statement,
            ],
            check=True,
            capture_output=True,
            text=True,
        )
        return result.stdout.strip()


def _binary(name: str) -> Path:
    folder = binaries()
    if folder is None:
        raise RuntimeError("PostgreSQL is not installed")
    return folder / name


def _as_postgres() -> list[str]:
    """Step down from root, under which PostgreSQL refuses to run."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Make a cluster in a temporary folder, start it, and remove it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    made = Cluster(folder, free_port(), durable)
    try:
        subprocess.run(
            [
                *_as_postgres(),
                str(_binary("initdb")),
                "-D",
                str(folder / "data"),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        made.start()
        made.psql(f"CREATE DATABASE {DATABASE}")
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)
