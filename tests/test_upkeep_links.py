"""Links to other sites are visited politely, and what leads nowhere is noted on the round."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from builders import entry, guide_of
from fake_forge import FakeForge
from test_importers_ics_fetching import PUBLIC, Server, says

from doorstep.internet.network import Network
from doorstep.upkeep.link_notes import as_file, dead_links, from_file, keep_links
from doorstep.upkeep.links import Link, in_turn, links_of
from doorstep.upkeep.visits import IN_ALL, PAUSE, Found, Visit, Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "http://choir.org.uk/songs"
GUIDE = "https://harbour-row.example.org/guide/"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this computer, which a network of ours takes for one on the internet."""
    with closing(Server()) as running:
        yield running


def status(code: int, location: str = "") -> bytes:
    led = f"Location: {location}\r\n" if location else ""
    return f"HTTP/1.1 {code} Well\r\n{led}Content-Length: 0\r\n\r\n".encode()


def visit(server: Server, *answers: bytes, address: str = ADDRESS, **places: str) -> Visit:
    server.answers = [says(answer) for answer in answers]
    visitor = Visitor(GUIDE, server.network(**places), pause=lambda _: None)
    (found,) = visitor.visited([Link(address, ())])
    return found


def test_a_link_that_answers_is_fine_and_nothing_of_it_is_fetched(server: Server) -> None:
    assert visit(server, status(200)).found is Found.FINE
    assert [asked.split(b" ")[0] for asked in server.asked] == [b"HEAD"]


def test_whoever_keeps_the_other_site_can_see_who_asks(server: Server) -> None:
    visit(server, status(200))
    assert f"User-Agent: Doorstep link check (+{GUIDE})\r\n".encode() in server.asked[0]


def test_a_site_that_answers_only_readers_is_asked_as_one(server: Server) -> None:
    assert visit(server, status(405), status(200)).found is Found.FINE
    assert [asked.split(b" ")[0] for asked in server.asked] == [b"HEAD", b"GET"]


@pytest.mark.parametrize("code", [401, 403, 429])
def test_a_site_that_wants_no_robots_is_there_all_the_same(server: Server, code: int) -> None:
    assert visit(server, status(code), status(code)).found is Found.FINE


@pytest.mark.parametrize("code", [404, 410])
def test_a_page_that_is_not_there_any_more_is_gone(server: Server, code: int) -> None:
    assert visit(server, status(code), status(code)).found is Found.GONE


def test_a_site_in_trouble_may_be_well_tomorrow(server: Server) -> None:
    assert visit(server, status(503), status(503)).found is Found.SILENT


@pytest.mark.parametrize("code", [301, 308])
def test_a_page_that_moved_for_good_says_where_to(server: Server, code: int) -> None:
    found = visit(server, status(code, "/music"), status(200))
    assert (found.found, found.onward) == (Found.MOVED, "http://choir.org.uk/music")


@pytest.mark.parametrize("code", [302, 303, 307])
def test_a_page_that_leads_on_for_the_day_is_fine(server: Server, code: int) -> None:
    assert visit(server, status(code, "/today"), status(200)).found is Found.FINE


def test_where_it_leads_on_for_the_day_is_no_new_address(server: Server) -> None:
    found = visit(server, status(301, "/music"), status(302, "/today"), status(200))
    assert found.onward == "http://choir.org.uk/music"


def test_the_same_page_with_www_and_a_slash_has_not_moved(server: Server) -> None:
    found = visit(server, status(301, "http://www.choir.org.uk/songs/"), status(200))
    assert found.found is Found.FINE


def test_a_page_that_moved_to_nothing_is_gone(server: Server) -> None:
    answers = (status(301, "/music"), status(404), status(404))
    assert visit(server, *answers).found is Found.GONE


def test_a_ring_of_pages_does_not_answer(server: Server) -> None:
    assert visit(server, *[status(301, "/songs")] * 10).found is Found.SILENT
    assert len(server.asked) == 6


def test_a_name_that_nobody_has_is_gone(server: Server) -> None:
    import socket

    def resolve(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    visitor = Visitor(GUIDE, Network(resolve, server.connect))
    assert visitor.visited([Link(ADDRESS, ())])[0].found is Found.GONE


def test_a_name_that_cannot_be_looked_up_for_the_moment_may_be_there(server: Server) -> None:
    import socket

    def resolve(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    visitor = Visitor(GUIDE, Network(resolve, server.connect))
    assert visitor.visited([Link(ADDRESS, ())])[0].found is Found.SILENT


def test_a_computer_behind_the_same_door_is_never_asked(server: Server) -> None:
    assert visit(server, choir_org_uk="192.168.1.1").found is Found.SILENT
    assert server.connected == []


def test_a_page_that_leads_to_a_computer_behind_the_same_door_is_not_followed(
    server: Server,
) -> None:
    moved = status(301, "http://inside.org.uk/")
    assert visit(server, moved, inside_org_uk="10.0.0.1").found is Found.SILENT
    assert server.connected == [PUBLIC]


def test_a_site_is_left_in_peace_between_two_questions(server: Server) -> None:
    pauses: list[float] = []
    server.answers = [says(status(200))] * 3
    visitor = Visitor(GUIDE, server.network(), pause=pauses.append)
    addresses = ("http://a.org.uk/1", "http://a.org.uk/2", "http://b.org.uk/")
    visitor.visited([Link(address, ()) for address in addresses])
    assert [PAUSE - 1 < pause <= PAUSE for pause in pauses] == [True]


def test_what_there_is_no_time_for_waits_for_another_month(server: Server) -> None:
    server.answers = [says(status(200))] * 2
    times = iter([0.0, 1.0, 1.0, 2.0, IN_ALL - 1, IN_ALL - 1, IN_ALL - 1, IN_ALL + 1])
    visitor = Visitor(GUIDE, server.network(), pause=lambda _: None, clock=lambda: next(times))
    found = visitor.visited([Link(f"http://{name}.org.uk/", ()) for name in "abc"])
    assert [visit.link.address for visit in found] == ["http://a.org.uk/", "http://b.org.uk/"]


def test_each_month_begins_somewhere_else_and_leaves_none_out() -> None:
    links = [Link(f"http://{name}.org.uk/", ()) for name in "abcdef"]
    begun = {in_turn(links, month)[0].address for month in range(1, 13)}
    assert begun == {link.address for link in links}
    assert all(set(in_turn(links, month)) == set(links) for month in range(1, 13))
    assert in_turn([], 7) == ()


def addresses_of(folder: Path, facts: str, body: str = "") -> list[str]:
    text = f"---\ntitle: Choir\n{facts}\n---\n{body}\n"
    return [link.address for link in links_of(guide_of(folder, {"groups/choir.md": text}))]


def test_websites_and_links_in_words_are_visited_each_once(tmp_path: Path) -> None:
    body = "See [songs](https://songs.org.uk/a#top), https://songs.org.uk/a and [us](/about/)."
    found = addresses_of(tmp_path, "contact: {website: choir.org.uk}", body)
    assert found == ["https://choir.org.uk", "https://songs.org.uk/a"]


def test_links_of_a_safe_space_are_never_visited(tmp_path: Path) -> None:
    facts = "sensitive: yes\ncontact: {website: https://www.refuge.org.uk}"
    assert addresses_of(tmp_path, facts) == []


def test_what_closed_is_not_visited(tmp_path: Path) -> None:
    assert addresses_of(tmp_path, "status: closed\ncontact: {website: choir.org.uk}") == []


def test_addresses_for_examples_and_the_guides_own_are_not_visited(tmp_path: Path) -> None:
    body = "[a](https://www.example.com/) [b](mailto:pat@choir.org.uk) [c](/groups/)"
    facts = f"contact: {{website: {GUIDE}groups/}}"
    assert addresses_of(tmp_path, facts, body) == []


def noted(forge: FakeForge, found: Found, onward: str = "") -> int | None:
    link = Link("https://choir.org.uk/songs", (entry("number: 133\ntitle: Choir"),))
    return keep_links(forge, from_file(as_file(dead_links([Visit(link, found, onward)]))))


@pytest.fixture
def forge() -> FakeForge:
    """A forge with the issue of a round."""
    made = FakeForge()
    made.open(title="Check-up", body="<!-- doorstep check-up 2026-11 -->", labels=["check-up"])
    return made


def words(forge: FakeForge) -> str:
    (comment,) = forge.comments.values()
    return str(comment["body"]).replace("\u200b", "")


def test_a_dead_link_is_noted_on_the_round_with_whose_it_is(forge: FakeForge) -> None:
    assert noted(forge, Found.GONE) == 1
    assert "**No. 133, Choir**: https\\://choir.org.uk/songs" in words(forge)
    assert "There is nothing at this address any more." in words(forge)


def test_a_link_that_moved_is_noted_with_its_new_address(forge: FakeForge) -> None:
    noted(forge, Found.MOVED, "https://choir.org.uk/music")
    assert "This has moved to https\\://choir.org.uk/music." in words(forge)


def test_the_note_is_edited_and_not_repeated(forge: FakeForge) -> None:
    noted(forge, Found.GONE)
    noted(forge, Found.SILENT)
    assert "This did not answer; it may tomorrow." in words(forge)


def test_where_all_is_well_again_the_note_says_so(forge: FakeForge) -> None:
    noted(forge, Found.GONE)
    noted(forge, Found.FINE)
    assert words(forge).endswith("Every link to another site leads somewhere.")


def test_where_all_is_well_nothing_is_noted(forge: FakeForge) -> None:
    noted(forge, Found.FINE)
    assert forge.comments == {}


def test_without_a_round_nothing_is_noted() -> None:
    forge = FakeForge()
    assert noted(forge, Found.GONE) is None
    assert forge.sent == []
