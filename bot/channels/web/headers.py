"""What every response tells the browser: load nothing from elsewhere, keep nothing, tell nobody."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.counts import Counts

_INDEXED = ("/directory", "/guidance")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self' {scheme}:; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Chromium asks a name server for the hosts of all links on a page: that alone tells what was read.
    "X-DNS-Prefetch-Control": "off",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=(), payment=(), usb=()",
    # The style sheet, too: a cache on the disk outlives the chat.
    "Cache-Control": "no-store",
}
_HTTPS_ONLY = "max-age=31536000"


class Headers:
    """Adds the headers, and counts the response by its route."""

    def __init__(self, app: ASGIApp, exit_url: str, counts: Counts) -> None:
        self._app = app
        self._counts = counts
        # Without scripts, Exit is a form whose answer redirects to another site, which may redirect again. Chromium
        # holds every one of these steps against form-action, and with 'self' alone it would stay on the chat.
        self._policy = _POLICY.format(scheme=urlsplit(exit_url).scheme)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._counts.page(getattr(scope.get("route"), "path", "none"), message["status"])
                headers = MutableHeaders(scope=message)
                headers.update(_ALWAYS)
                headers["Content-Security-Policy"] = self._policy
                if not scope["path"].startswith(_INDEXED):
                    headers["X-Robots-Tag"] = "noindex"
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = _HTTPS_ONLY
            await send(message)

        await self._app(scope, receive, with_headers)
