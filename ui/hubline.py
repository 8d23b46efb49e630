"""The window's line to the hub: the loop of `sync.runner`, once there is one. Before that nothing answers and nothing is asked."""

from __future__ import annotations

from sync.runner import Runner


class HubLine:
    """At most one loop."""

    def __init__(self) -> None:
        self._runner: Runner | None = None

    def run(self, runner: Runner) -> None:
        """Begin."""
        self._runner = runner
        runner.start()

    def wake(self) -> None:
        """There is something new to tell."""
        if self._runner is not None:
            self._runner.wake()

    def online(self) -> bool:
        """Whether the hub answered last time."""
        return self._runner is not None and self._runner.online()

    def end(self, timeout: float) -> bool:
        """Stop, and wait so many seconds; whether it has ended."""
        if self._runner is None:
            return True
        self._runner.stop()
        return self._runner.join(timeout)
