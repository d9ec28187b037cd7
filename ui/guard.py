"""What may pass between a browser and this process? A layer that checks and marks."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MAX_UPLOAD_BYTES = 100 * 1024 * 1024
MAX_BODY_BYTES = 1024 * 1024
UPLOADS = "/api/v1/documents"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
CSP = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'; font-src 'self' data:; connect-src 'self'; "
    "worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'"
)
HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
# Of Gradio's own routes only what the page needs: its upload, file, proxy and call routes stay shut, because
# whatever passes through its file cache is readable by everyone.
_GRADIO = re.compile(
    r"/gradio_api/(?:queue/(?:join|data)|heartbeat/[^/]+|startup-events|theme\.css|reset|cancel|app_id)/?"
)
_GRADIO_PAGE = re.compile(
    r"/|/config/?|/theme\.css|/(?:assets|static|svelte)/.*|/favicon\.ico|/manifest\.json"
)
_OURS = re.compile(r"/(?:api/v1|desk)/.*|/healthz|/readyz|/docs|/openapi\.json")


class Guard:
    """Wraps an ASGI app; `loopback_only` also refuses requests addressed to another host name."""

    def __init__(self, app: App, *, loopback_only: bool = True) -> None:
        self._app = app
        self._loopback_only = loopback_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(event: Event) -> None:
            if event["type"] == "http.response.start":
                event["headers"] = _completed(event.get("headers", ()))
            await send(event)

        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, marked)
        else:
            await _refuse(marked, *refusal)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if self._loopback_only and _name(host) not in LOOPBACK:
            return 421, "这个服务只接受本机访问"  # a page elsewhere re-pointed its own name at us
        if not any(pattern.fullmatch(scope["path"]) for pattern in (_OURS, _GRADIO, _GRADIO_PAGE)):
            return 404, "没有这个地址"
        if scope["method"] in ("GET", "HEAD", "OPTIONS"):
            return None
        if _is_foreign(headers, host):
            return 403, "拒绝来自其他网站的请求"
        return _too_large(headers, scope["path"])


def _completed(headers: Any) -> list[tuple[bytes, bytes]]:
    """The response's headers with ours added where the route has not set its own."""
    given = list(headers)
    names = {name.lower() for name, _ in given}
    ours = ((name.encode(), value.encode()) for name, value in HEADERS.items())
    return [*given, *((name, value) for name, value in ours if name not in names)]


def _name(host: str) -> str:
    return urlsplit(f"//{host}").hostname or ""


def _is_foreign(headers: MutableMapping[str, str], host: str) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != host


def _too_large(headers: MutableMapping[str, str], path: str) -> tuple[int, str] | None:
    length = headers.get("content-length", "" if "transfer-encoding" in headers else "0")
    if not length.isdigit():
        return 411, "请求没有写明长度"
    limit = MAX_UPLOAD_BYTES if path.rstrip("/") == UPLOADS else MAX_BODY_BYTES
    if int(length) > limit:
        return 413, f"内容太大，上限 {limit // 1024 // 1024} MB；请拆分后再传"
    return None


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = json.dumps({"error": reason}, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json; charset=utf-8"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
