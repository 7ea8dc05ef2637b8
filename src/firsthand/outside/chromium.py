"""Starts Chromium cut off from every network, speaks with it over a pipe, and ends it for certain.

Nothing listens on a port: the browser is driven through two pipes. Its home is a fresh folder that
only this user may enter, and that is gone when the browser is.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

Message = dict[str, Any]

NAMES: Final = ("chromium", "chromium-browser")
_LARGEST_MESSAGE: Final = 256 * 1024 * 1024

# Three walls: no name and no number resolves, what would go out goes to a proxy that is not there,
# and whatever the browser would fetch for itself is off.
_ARGUMENTS: Final = (
    "--headless",
    "--remote-debugging-pipe",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:1",
    "--proxy-bypass-list=<-loopback>",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--mute-audio",
)

# The browser reads from descriptor 3 and writes to 4; the shell puts this end's pipes there.
_ON_PIPES: Final = 'exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>/dev/null'


class BrowserFailed(Exception):
    """The browser ended, hung, or would not do what it was told."""


@dataclass(kw_only=True)
class Browser:
    """A running browser; ``hears`` is told of each event while an answer is waited for."""

    process: "subprocess.Popen[bytes]"
    deadline: float
    hears: Callable[[Message], None] = lambda _: None
    _sent: int = 0
    _waiting: bytearray = field(default_factory=bytearray)

    def tell(self, method: str, session: str | None = None, **what: object) -> int:
        """Send an order and do not wait for its answer; gives the order's number."""
        self._sent += 1
        order = {"id": self._sent, "method": method, "params": what}
        if session is not None:
            order["sessionId"] = session
        into = self.process.stdin
        try:
            if into is not None:
                into.write(json.dumps(order).encode() + b"\0")
                into.flush()
        except (OSError, ValueError) as ended:
            raise self._failed() from ended
        return self._sent

    def ask(self, method: str, session: str | None = None, **what: object) -> Message:
        """Send an order and wait for its answer."""
        number = self.tell(method, session, **what)
        while True:
            message = self._next(self.deadline)
            if message is None:
                raise self._failed()
            if message.get("id") == number:
                if "error" in message:
                    raise BrowserFailed(f"it would not carry out {method}")
                answer = message.get("result")
                return answer if isinstance(answer, dict) else {}
            self.hears(message)

    def listen_until(self, done: Callable[[], bool]) -> None:
        """Listen to events until something is so."""
        while not done():
            message = self._next(self.deadline)
            if message is None:
                raise self._failed()
            self.hears(message)

    def listen_until_quiet(self, quiet_s: float, at_most_s: float) -> None:
        """Listen to events until none has come for a while."""
        end = min(self.deadline, time.monotonic() + at_most_s)
        while time.monotonic() < end:
            message = self._next(min(end, time.monotonic() + quiet_s))
            if message is None:
                return
            self.hears(message)

    def _next(self, until: float) -> Message | None:
        """Take the next message, None where none comes in time."""
        out = self.process.stdout
        if out is None:
            raise self._failed()
        searched = 0
        while (end := self._waiting.find(b"\0", searched)) < 0:
            searched = len(self._waiting)
            ready, _, _ = select.select([out], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return None
            more = os.read(out.fileno(), 1024 * 1024)
            if not more or searched > _LARGEST_MESSAGE:
                raise self._failed()
            self._waiting += more
        try:
            message = json.loads(self._waiting[:end])
        except (ValueError, RecursionError) as nonsense:
            raise BrowserFailed("it answers in no words of a browser") from nonsense
        del self._waiting[: end + 1]
        return message if isinstance(message, dict) else {}

    def _failed(self) -> BrowserFailed:
        if time.monotonic() >= self.deadline:
            return BrowserFailed("it did not finish in time")
        return BrowserFailed("it ended before it was done")


def chromium_on_path() -> Path | None:
    """Find Chromium where the system's programs are."""
    found = next((found for name in NAMES if (found := shutil.which(name))), None)
    return Path(found) if found else None


@contextmanager
def running(program: Path, at_most_s: float) -> Iterator[Browser]:
    """Run a browser for a block, and leave neither a process nor a file of it behind.

    Raises BrowserFailed where it does not start, and within the block where it ends or hangs.
    """
    home = Path(tempfile.mkdtemp(prefix="firsthand-"))
    try:
        with _process(program, home) as process:
            # The clock ends a browser that no longer reads what it is told.
            clock = threading.Timer(at_most_s, _end, [process])
            clock.daemon = True
            clock.start()
            try:
                yield Browser(process=process, deadline=time.monotonic() + at_most_s)
            finally:
                clock.cancel()
    finally:
        _remove(home)


@contextmanager
def _process(program: Path, home: Path) -> Iterator["subprocess.Popen[bytes]"]:
    arguments = [*_ARGUMENTS, f"--user-data-dir={home / 'profile'}", "about:blank"]
    if os.geteuid() == 0:
        # Chromium has no sandbox for root, and refuses to start without this word.
        arguments.insert(0, "--no-sandbox")
    places = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    try:
        process = subprocess.Popen(  # noqa: S603 - the program the user's system names Chromium
            ["/bin/sh", "-c", _ON_PIPES, str(program.absolute()), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=home,
            # The browser makes a socket among its temporary files, and a socket's whole path may
            # hold 107 signs: from inside the home it is short, wherever that stands.
            env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", "TMPDIR": "."}
            | dict.fromkeys(places, str(home)),
            start_new_session=True,
        )
    except OSError as broken:
        raise BrowserFailed("it cannot be started") from broken
    try:
        yield process
    finally:
        _end(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            # What was not written to a dead browser is lost, and meant to be.
            with suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the browser with all that it started: it leads a session of its own."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _remove(home: Path) -> None:
    # The last of the browser's processes may still be writing as it dies.
    for _ in range(20):
        shutil.rmtree(home, ignore_errors=True)
        if not home.exists():
            return
        time.sleep(0.05)
