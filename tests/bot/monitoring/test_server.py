"""The figures' port, on this machine."""

import socket

import aiohttp
import pytest

from bot.monitoring.metrics import Meter, MetricsServer, MonitoringError
from tests.bot.monitoring.figures import figures_in


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
async def test_the_figures_are_served_until_closed(host: str) -> None:
    server = MetricsServer(Meter(), host, 0)
    link = await server.start()
    async with aiohttp.ClientSession() as session:
        async with session.get(link) as answer:
            found = figures_in(await answer.text())
            assert answer.content_type == "text/plain"
        async with session.post(link) as answer:
            assert answer.status == 405
        async with session.get(link.replace("/metrics", "/")) as answer:
            assert answer.status == 404
        await server.close()
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(link)
    assert found["onrecord_questions_total{kind=ask,outcome=answered}"] == 0
    assert found["process_resident_memory_bytes"] > 0


async def test_a_port_that_is_taken_is_one_plain_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(MonitoringError, match=f"ONRECORD_METRICS_PORT: port {port} of 127.0.0.1 cannot be had"):
            await MetricsServer(Meter(), "127.0.0.1", port).start()
