"""What does `zhaoda chat` start? The desk and the HTTP API in one process."""

from __future__ import annotations

from ui.arguments import Options


def run(options: Options) -> int:
    """Serve until interrupted."""
    from ui.server import serve

    serve(options.store, host=options.host, port=options.port)
    return 0
