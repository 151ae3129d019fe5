"""Two devices of one learner, and between them Anki's own sync server on the loopback."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anki.collection  # noqa: F401 (first: these modules import each other in a ring)
from anki.sync import SyncAuth

from tests.anki_harness import Learner

USER, PASSWORD = "learner", "secret"


@contextmanager
def sync_server(folder: Path) -> Iterator[str]:
    """Run Anki's sync server on a free port until the block ends; give its address."""
    settings = {
        "SYNC_USER1": f"{USER}:{PASSWORD}",
        "SYNC_BASE": str(folder),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": "0",  # the system picks a free one, and the server's first line tells which
        "RUST_LOG": "anki=info",
    }
    command = [sys.executable, "-m", "anki.syncserver"]
    with subprocess.Popen(command, env=os.environ | settings, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield _address(server.stdout.readline())
        finally:
            server.kill()


def _address(line: str) -> str:
    port = re.search(r"127\.0\.0\.1:(\d+)", line)
    assert port, line
    return f"http://127.0.0.1:{port[1]}/"


class Device:
    """A collection that is synced."""

    def __init__(self, anki: Learner, server: str) -> None:
        self.anki = anki
        self.auth = self._login(server)

    def syncs(self) -> None:
        """Exchange changes with the server; a one-way sync would be a failure of the test."""
        done = self.anki.collection.sync_collection(self.auth, False)
        assert done.required == done.NO_CHANGES, done

    def uploads(self) -> None:
        """Put the whole collection on the server, as on the first sync of all."""
        self._replaces(upload=True)

    def downloads(self) -> None:
        """Take the whole collection from the server, as on the first sync of another device."""
        self._replaces(upload=False)

    def _login(self, server: str) -> SyncAuth:
        return self.anki.collection.sync_login(USER, PASSWORD, server)

    def _replaces(self, *, upload: bool) -> None:
        collection = self.anki.collection
        collection.sync_collection(self.auth, False)
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=upload)
        collection.reopen(after_full_sync=True)
