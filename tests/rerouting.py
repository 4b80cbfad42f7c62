"""One database by two ways: as its server is reached, and by way of a proxy."""

from urllib.parse import parse_qsl, urlencode


def rerouted(url: str, port: int) -> str:
    """The address of the same PostgreSQL database by way of a port of this machine."""
    server, _, options = url.partition("?")
    return f"{server}?{urlencode(dict(parse_qsl(options)) | {'host': '127.0.0.1', 'port': str(port)})}"
