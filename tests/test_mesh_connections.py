"""Who is connected with whom and why: clusters, islands, threads; a safe space is in none."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from builders import guide_of
from hypothesis import given
from hypothesis import strategies as st

from doorstep.mesh.connections import Mesh, Reason, Tie, mesh_of
from doorstep.mesh.knots import knots_of
from doorstep.mesh.threads import Thread, threads_of

if TYPE_CHECKING:
    from pathlib import Path

CHECKED = "checked: 2026-11-03, by phone, Amina"
HALL = f"---\ntitle: The hall\nnumber: 1\n{CHECKED}\n---\n"


def group(title: str, facts: str = "") -> str:
    return f"---\ntitle: {title}\n{CHECKED}\n{facts}\n---\n"


def mesh_with(folder: Path, **groups: str) -> Mesh:
    """Return the mesh of a guide with a hall and these groups, by slug, with their facts."""
    files = {f"groups/{slug}.md": group(slug, facts) for slug, facts in groups.items()}
    return mesh_of(guide_of(folder, {"places/the-hall.md": HALL, **files}))


def joined(*pairs: tuple[str, str]) -> Mesh:
    """Return a mesh in which these pairs work together."""
    slugs = dict.fromkeys(slug for pair in pairs for slug in pair)
    # Only the names count here: what an entry says was read when the ties were made.
    return Mesh(dict.fromkeys(slugs), tuple(Tie(Reason.WORKS_WITH, pair) for pair in pairs))  # type: ignore[arg-type]


def test_two_that_work_together_are_connected_whichever_says_so(tmp_path):
    mesh = mesh_with(tmp_path, choir="works_with: [band]", band="")
    assert mesh.partners["band"] == {"choir": {Reason.WORKS_WITH}}
    assert mesh.partners["choir"] == {"band": {Reason.WORKS_WITH}}


def test_two_that_both_say_so_are_connected_once(tmp_path):
    mesh = mesh_with(tmp_path, choir="works_with: [band]", band="works_with: [choir]")
    assert mesh.ties == (Tie(Reason.WORKS_WITH, ("band", "choir")),)


def test_those_who_meet_in_the_same_building_are_connected(tmp_path):
    mesh = mesh_with(tmp_path, choir="where: the-hall", band="where: the-hall")
    assert mesh.partners["choir"]["band"] == {Reason.SAME_PLACE}
    assert set(mesh.partners["the-hall"]) == {"choir", "band"}


def test_a_place_without_an_entry_is_shared_when_it_is_written_out_alike(tmp_path):
    here = "where: {name: The yellow box, address: 1 Lock Street}"
    there = "where: {name: the yellow box, address: 1 Lock Street}"
    mesh = mesh_with(tmp_path, choir=here, band=there, sewing=here)
    assert mesh.clusters == (("band", "choir", "sewing"),)


def test_a_postcode_alone_is_no_shared_place(tmp_path):
    here = "where: {postcode: AB1 2CD}"
    assert not mesh_with(tmp_path, choir=here, band=here).clusters


def test_what_the_same_group_runs_is_connected(tmp_path):
    mesh = mesh_with(tmp_path, friends="", choir="organiser: friends", band="organiser: friends")
    assert mesh.partners["choir"]["band"] == {Reason.SAME_ORGANISER}
    assert mesh.partners["choir"]["friends"] == {Reason.SAME_ORGANISER}


def test_what_nothing_is_connected_with_is_an_island(tmp_path):
    mesh = mesh_with(tmp_path, choir="works_with: [band]", band="", sewing="")
    assert mesh.clusters == (("band", "choir"),)
    assert mesh.islands == ("the-hall", "sewing")


def test_the_largest_cluster_comes_first(tmp_path):
    two, three = "works_with: [b]", "works_with: [d, e]"
    mesh = mesh_with(tmp_path, a=two, b="", c=three, d="", e="")
    assert mesh.clusters == (("c", "d", "e"), ("a", "b"))


@pytest.mark.parametrize("facts", ["works_with: [choir, band]", "organiser: friends"])
def test_a_safe_space_connects_nobody(tmp_path, facts):
    safe = f"sensitive: yes\n{facts}"
    mesh = mesh_with(tmp_path, quiet=safe, friends="", choir="works_with: [quiet]", band="")
    assert "quiet" not in mesh.entries
    assert not mesh.ties


def test_what_a_safe_space_runs_does_not_show_that_it_does(tmp_path):
    by_it = "organiser: quiet"
    assert not mesh_with(tmp_path, quiet="sensitive: yes", choir=by_it, band=by_it).ties


def test_stories_and_pages_are_in_no_mesh(tmp_path):
    files = {
        "pages/about.md": "---\ntitle: About\n---\n",
        "stories/bench.md": "---\ntitle: The bench\nconsent: {on: 2026-01-02, kept_by: us}\n---\n",
    }
    assert not mesh_of(guide_of(tmp_path, files)).entries


def test_a_closed_group_holds_nobody_together(tmp_path):
    mesh = mesh_with(
        tmp_path, choir="works_with: [gone]", band="works_with: [gone]", gone="status: closed"
    )
    assert mesh.islands == ("the-hall", "band", "choir")


def test_a_group_that_works_with_itself_is_still_an_island(tmp_path):
    assert mesh_with(tmp_path, choir="works_with: [choir]").islands == ("the-hall", "choir")


def test_entries_stand_in_the_order_of_their_numbers(tmp_path):
    mesh = mesh_with(tmp_path, choir="number: 9", band="number: 10", sewing="")
    assert [*mesh.entries] == ["the-hall", "choir", "band", "sewing"]


def test_one_entry_that_holds_others_to_the_rest_is_a_thread():
    mesh = joined(("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"))
    assert threads_of(mesh) == (Thread("c", ("d", "e")), Thread("d", ("e",)))


def test_a_ring_has_no_thread():
    assert threads_of(joined(("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"))) == ()


def test_of_two_alone_neither_holds_the_other():
    assert threads_of(joined(("a", "b"))) == ()


def test_it_is_the_smaller_part_that_a_thread_holds():
    chain = joined(*pairwise("abcde"))
    assert Thread("b", ("a",)) in threads_of(chain)
    assert Thread("d", ("e",)) in threads_of(chain)


def test_a_knot_is_a_building_with_those_who_meet_there(tmp_path):
    mesh = mesh_with(tmp_path, choir="where: the-hall", band="where: the-hall", sewing="")
    assert [knot.everyone for knot in knots_of(mesh).knots] == [
        ("the-hall", "band", "choir"),
        ("sewing",),
    ]


def test_what_meets_nowhere_gathers_where_its_organiser_does(tmp_path):
    mesh = mesh_with(tmp_path, friends="where: the-hall", ringing="organiser: friends")
    assert "ringing" in knots_of(mesh).knots[0].everyone


def test_lines_between_knots_count_what_joins_them(tmp_path):
    mesh = mesh_with(
        tmp_path,
        choir="where: the-hall\nworks_with: [sewing]",
        band="where: the-hall\nworks_with: [sewing]",
        sewing="",
    )
    assert knots_of(mesh).lines == {(0, 1): 2}


SLUGS = [f"e{number}" for number in range(12)]
TIES = st.builds(
    Tie,
    st.sampled_from(Reason),
    st.lists(st.sampled_from(SLUGS[1:]), min_size=2, max_size=4, unique=True).map(tuple),
    st.sampled_from(["", SLUGS[0]]),
)
MESHES = st.lists(TIES, max_size=12).map(
    lambda ties: Mesh(dict.fromkeys(SLUGS), tuple(ties))  # type: ignore[arg-type]
)


@given(MESHES)
def test_every_entry_is_in_one_cluster_or_an_island(mesh: Mesh) -> None:
    parts = [*mesh.clusters, *((slug,) for slug in mesh.islands)]
    assert sorted(slug for part in parts for slug in part) == sorted(SLUGS)


@given(MESHES)
def test_being_connected_goes_both_ways_for_the_same_reasons(mesh: Mesh) -> None:
    for one, others in mesh.partners.items():
        for other, reasons in others.items():
            assert mesh.partners[other][one] == reasons


@given(MESHES)
def test_partners_are_in_the_same_cluster(mesh: Mesh) -> None:
    cluster_of = {slug: part for part in mesh.clusters for slug in part}
    for one, others in mesh.partners.items():
        assert all(cluster_of[one] is cluster_of[other] for other in others)
        assert bool(others) == (one in cluster_of)


@given(MESHES)
def test_without_a_thread_what_it_held_no_longer_reaches_the_others(mesh: Mesh) -> None:
    for thread in threads_of(mesh):
        left = {slug: set(others) - {thread.by} for slug, others in mesh.partners.items()}
        ties = [tie for tie in mesh.ties if tie.hub != thread.by]
        without = Mesh(mesh.entries, tuple(ties))
        assert set(thread.held) <= set(left)
        for slug in thread.held:
            beyond = set(without.partners[slug]) - {thread.by} - set(thread.held)
            assert not beyond


@given(MESHES)
def test_every_entry_is_in_one_knot(mesh: Mesh) -> None:
    knots = knots_of(mesh).knots
    assert sorted(slug for knot in knots for slug in knot.everyone) == sorted(SLUGS)
