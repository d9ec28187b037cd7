"""The tests' own fence: nothing leaves the machine while they run."""

from __future__ import annotations

import socket
import urllib.request

import pytest
from pytest_socket import SocketConnectBlockedError

# The fence also warns; here the refusal itself is what is looked at.
pytestmark = pytest.mark.filterwarnings("ignore:A test tried to use:UserWarning")


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111"])
def test_a_public_address_is_refused(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as client, pytest.raises(SocketConnectBlockedError):
        client.connect((address, 80))


def test_a_library_that_goes_online_is_refused() -> None:
    with pytest.raises(SocketConnectBlockedError):
        urllib.request.urlopen("http://93.184.215.14/")


def test_loopback_stays_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        client.close()
