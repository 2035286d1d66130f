"""Every entry together -> what is wrong between them; one rule a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doorstep.checks import (
    addresses_kept,
    asked_not_to_be_listed,
    bodies_plain,
    changes_said,
    changes_scheduled,
    events_dated,
    events_over,
    exceptions_scheduled,
    links_lead_somewhere,
    mesh_known,
    numbers_once,
    offers_end,
    photo_files,
    photo_places,
    photos_there,
    places_known,
    positions_sensible,
    private_details_agreed,
    safe_spaces_quiet,
    safe_spaces_safe,
    schedules_happen,
    slugs_once,
    terms_known,
    times_apart,
    times_said,
    words_short,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from doorstep.drafts import Draft
    from doorstep.problems import Problem

CHECKS: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    safe_spaces_safe.check,
    safe_spaces_quiet.check,
    private_details_agreed.check,
    asked_not_to_be_listed.check,
    slugs_once.check,
    numbers_once.check,
    places_known.check,
    mesh_known.check,
    addresses_kept.check,
    positions_sensible.check,
    links_lead_somewhere.check,
    bodies_plain.check,
    photos_there.check,
    photo_files.check,
    photo_places.check,
    offers_end.check,
    events_dated.check,
    times_said.check,
    terms_known.check,
    schedules_happen.check,
    exceptions_scheduled.check,
    times_apart.check,
    events_over.check,
    changes_said.check,
    changes_scheduled.check,
    words_short.check,
)


def run_checks(draft: Draft) -> list[Problem]:
    """Return everything that is wrong between the entries of a guide."""
    return [problem for check in CHECKS for problem in check(draft)]
