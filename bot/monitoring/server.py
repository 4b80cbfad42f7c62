"""The figures over HTTP: ``GET /metrics`` on one address of this machine, served by the bot's own event loop."""

import logging
from ipaddress import IPv6Address, ip_address

from aiohttp import web
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.monitoring.metrics import Meter
from index import OnrecordError

log = logging.getLogger(__name__)

_LAST_WORDS = 1.0  # seconds that a request under way has when the bot stops


class MonitoringError(OnrecordError):
    """The figures cannot be served where the settings say."""


class MetricsServer:
    """Serves a meter's figures between `start` and `close`."""

    def __init__(self, meter: Meter, host: str, port: int) -> None:
        self._meter = meter
        self._host, self._port = host, port
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_LAST_WORDS)

    async def start(self) -> str:
        """Begin to serve; gives the link.

        Raises
        ------
        MonitoringError
            If the port cannot be had.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise MonitoringError(
                f"ONRECORD_METRICS_PORT: port {self._port} of {self._host} cannot be had ({error.strerror}); "
                "give another port, or none."
            ) from error
        port = self._runner.addresses[0][1]
        host = f"[{self._host}]" if isinstance(ip_address(self._host), IPv6Address) else self._host
        link = f"http://{host}:{port}/metrics"
        log.info("Figures for Prometheus are at %s", link)
        return link

    async def close(self) -> None:
        """Stop serving."""
        await self._runner.cleanup()

    async def _metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=self._meter.exposed(), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})
