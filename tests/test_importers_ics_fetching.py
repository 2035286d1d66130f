"""Fetching a calendar from the open internet, and from nowhere else."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress

import pytest

from doorstep.importers import fetching
from doorstep.importers.fetching import LARGEST, fetch
from doorstep.internet.asking import CannotFetch
from doorstep.internet.network import Network, is_public

ADDRESS = "http://calendar.example.org/club.ics"
PUBLIC = "93.184.216.34"

Answer = Callable[[socket.socket], None]


class Server:
    """A server on this computer, which a network of ours takes for one on the internet."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.answers: list[Answer] = []
        self.asked: list[bytes] = []
        self.connected: list[str] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                with closing(connection), suppress(OSError):
                    self.asked.append(connection.recv(65_536))
                    self.answers.pop(0)(connection)

    def network(self, **places: str) -> Network:
        """Return a network in which every name but these is on the open internet."""

        def resolve(host: str, _port: int) -> list[str]:
            return places.get(host.replace(".", "_"), PUBLIC).split(",")

        return Network(resolve, self.connect)

    def connect(self, address: str, _port: int, seconds: float) -> socket.socket:
        self.connected.append(address)
        if address.startswith("2606:"):
            raise OSError
        return socket.create_connection(self._listening.getsockname(), timeout=seconds)

    def close(self) -> None:
        self._listening.close()


@pytest.fixture
def server() -> Iterator[Server]:
    with closing(Server()) as running:
        yield running


def says(*parts: bytes) -> Answer:
    return lambda connection: connection.sendall(b"".join(parts))


def content(words: bytes) -> Answer:
    return says(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(words), words)


def redirect(address: str) -> Answer:
    return says(f"HTTP/1.1 302 Found\r\nLocation: {address}\r\n\r\n".encode())


def why(server: Server, address: str = ADDRESS, **places: str) -> str:
    with pytest.raises(CannotFetch) as reason:
        fetch(address, server.network(**places))
    return str(reason.value)


def test_what_is_there_is_fetched(server: Server) -> None:
    server.answers = [content(b"BEGIN:VCALENDAR")]
    assert fetch(ADDRESS, server.network()) == b"BEGIN:VCALENDAR"


def test_it_is_asked_for_plainly(server: Server) -> None:
    server.answers = [content(b"")]
    address = "http://calendar.example.org:8080/the%20club.ics?a=b%20c#d"
    fetch(address, server.network())
    lines = server.asked[0].decode().split("\r\n")
    assert lines[0] == "GET /the%20club.ics?a=b%20c HTTP/1.1"
    assert "Host: calendar.example.org:8080" in lines
    assert "Accept-Encoding: identity" in lines


def test_what_comes_in_chunks_is_put_together(server: Server) -> None:
    chunks = b"5\r\nBEGIN\r\na\r\n:VCALENDAR\r\n0\r\n\r\n"
    server.answers = [says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunks)]
    assert fetch(ADDRESS, server.network()) == b"BEGIN:VCALENDAR"


def test_redirects_are_followed(server: Server) -> None:
    server.answers = [redirect("/elsewhere.ics"), redirect("http://b.example.org/"), content(b"x")]
    assert fetch(ADDRESS, server.network()) == b"x"
    assert server.asked[1].startswith(b"GET /elsewhere.ics")


def test_redirects_are_not_followed_for_ever(server: Server) -> None:
    server.answers = [redirect("/again.ics")] * 10
    assert "more than 5 other addresses" in why(server)
    assert len(server.asked) == 6


def test_a_redirect_to_this_computer_is_not_followed(server: Server) -> None:
    server.answers = [redirect("http://inside.example.org/")]
    assert "not on the open internet" in why(server, inside_example_org="127.0.0.1")
    assert server.connected == [PUBLIC]


def test_a_redirect_to_a_file_is_not_followed(server: Server) -> None:
    server.answers = [redirect("file:///etc/passwd")]
    assert "starts with https://" in why(server)


def test_a_redirect_to_no_address_at_all_is_told(server: Server) -> None:
    server.answers = [redirect("http://[::1")]
    assert "leads on to what is not the address of anything" in why(server)


def test_a_name_with_one_address_inside_is_not_asked(server: Server) -> None:
    assert "not on the open internet" in why(server, calendar_example_org=f"{PUBLIC},10.0.0.1")
    assert server.connected == []


def test_a_name_is_looked_up_once_and_its_address_used(server: Server) -> None:
    looked_up: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        looked_up.append(host)
        return [PUBLIC] if len(looked_up) == 1 else ["127.0.0.1"]

    server.answers = [content(b"x")]
    fetch(ADDRESS, Network(resolve, server.connect))
    assert looked_up == ["calendar.example.org"]
    assert server.connected == [PUBLIC]


def test_an_address_that_does_not_answer_gives_way_to_the_next(server: Server) -> None:
    server.answers = [content(b"x")]
    network = server.network(calendar_example_org=f"2606:4700::1111,{PUBLIC}")
    assert fetch(ADDRESS, network) == b"x"


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.0.3", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),  # noqa: S104
        *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
        *("fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "64:ff9b::7f00:1"),
        *("64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "localhost", ""),
        *("fec0::1", "3fff::1", "192.88.99.1"),
    ],
)
def test_an_address_that_not_everybody_can_reach_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_an_address_that_everybody_can_reach_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("http://localhost/", "http://127.0.0.1/", "http://[::1]/", "http://0x7f.1/"),
        *("http://2130706433/", "http://017700000001/", "http://127.1/", "https://127.0.0.1/"),
        *("webcal://127.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://0/"),
    ],
)
def test_this_computer_is_not_asked_however_it_is_spelled(address: str) -> None:
    with pytest.raises(CannotFetch, match="not on the open internet"):
        fetch(address)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://example.org/club.ics", "starts with https://"),
        ("file:///etc/passwd", "starts with https://"),
        ("//example.org/club.ics", "starts with https://"),
        ("http:///club.ics", "starts with https://"),
        ("http://pat:secret@example.org/", "a name or a password"),
        ("http://example.org:22/", "not kept at port 22"),
        ("http://example.org:99999/", "not the address of anything"),
        ("http://example.org/\r\nHost: evil", "not the address of anything"),
        ("http://[::1/", "not the address of anything"),
        ("http://example.org/" + "x" * 3000, "not the address of anything"),
    ],
)
def test_an_odd_address_is_not_asked(server: Server, address: str, words: str) -> None:
    assert words in why(server, address)
    assert server.connected == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (says(b"HTTP/1.1 404 Not Found\r\n\r\n"), "There is nothing at this address."),
        (says(b"HTTP/1.1 401 Unauthorized\r\n\r\n"), "“public” or “iCal” address"),
        (says(b"HTTP/1.1 500 Oh\r\n\r\n"), "It answers with 500"),
        (says(b"what?\r\n\r\n"), "does not answer as a website does"),
        (says(b""), "does not answer as a website does"),
        (says(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"), "It answers packed"),
        (says(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"), "It stopped in the middle."),
        (says(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 200, b"\r\n"), "does not answer as a website"),
        (says(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * (LARGEST + 1)), "It is larger than 5 MB."),
    ],
)
def test_an_answer_that_is_no_calendar_is_told(server: Server, answer: Answer, words: str) -> None:
    server.answers = [answer]
    assert words in why(server)


def drip(connection: socket.socket) -> None:
    for letter in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50:
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def test_a_server_that_drips_is_not_waited_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LONGEST", 0.3)
    server.answers = [drip]
    started = time.monotonic()
    assert "It took longer than" in why(server)
    assert time.monotonic() - started < 2


def test_a_name_that_is_looked_up_for_ever_is_not_waited_for(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LONGEST", 0.2)
    held = threading.Event()

    def resolve(_host: str, _port: int) -> list[str]:
        held.wait(5)
        return [PUBLIC]

    with pytest.raises(CannotFetch, match="It took longer than"):
        fetch(ADDRESS, Network(resolve, server.connect))
    held.set()


def test_a_name_nobody_has_is_told(server: Server) -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise socket.gaierror

    with pytest.raises(CannotFetch, match="No computer answers to the name in it"):
        fetch(ADDRESS, Network(resolve, server.connect))


def test_settings_for_a_proxy_are_not_followed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    server.answers = [content(b"x")]
    assert fetch(ADDRESS, server.network()) == b"x"
