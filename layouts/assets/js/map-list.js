/* The list beside the map: narrowed, sorted by the walk, and put back by area. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const all = (selector, place) => Array.from(place.querySelectorAll(selector));
  const titleOf = (row) => row.querySelector('a').textContent;
  const heardOf = (row) => {
    const number = row.querySelector('.number .visually-hidden');
    return number ? number.textContent : '';
  };

  /* A row as the map knows it. Its words are read only when they are wanted. */
  function placeOf(facts, row, spot) {
    return {
      spot,
      position: doorstep.positionOf(facts, spot),
      row: () => row,
      title: () => titleOf(row),
      name: () => [heardOf(row), titleOf(row)].filter(Boolean).join(', '),
      number: () => (/\d+/.exec(heardOf(row)) || ['•'])[0],
    };
  }

  doorstep.mapList = () => {
    const rows = [];
    all('[data-spot]', document).forEach((row) => { rows[row.dataset.spot] = row; });
    const homes = rows.map((row) => row.parentElement);
    const areas = Array.from(new Set(homes)).map((home) => home.closest('section'));
    let bands = [];

    /* A part without anything to show goes, and so does the link that leads to it. */
    function hideEmpty() {
      [...areas, ...bands].forEach((part) => {
        part.hidden = !part.querySelector('[data-spot]:not([hidden])');
        const jump = part.id && document.querySelector(`[href="#${part.id}"]`);
        if (jump) jump.parentElement.hidden = part.hidden;
      });
    }

    function narrow(isKept) {
      rows.forEach((row, spot) => { row.hidden = !isKept(spot); });
      hideEmpty();
      return rows.filter((row) => !row.hidden).length;
    }

    /* A part like those of the areas, with another heading and other rows. */
    function band(heading, members) {
      const [part, title, list] = [areas[0], areas[0].querySelector('h2'), homes[0]]
        .map((one) => one.cloneNode());
      part.removeAttribute('id');
      title.textContent = heading;
      list.append(...members);
      part.append(title, list);
      return part;
    }

    function restore() {
      all('[data-walk]', document).forEach((walk) => walk.remove());
      rows.forEach((row, spot) => homes[spot].append(row));
      bands.forEach((part) => part.remove());
      bands = [];
      hideEmpty();
    }

    /* `walks` has minutes and words for each row; `ranges` are pairs of minutes and a heading. */
    function sort(walks, ranges) {
      restore();
      const order = Array.from(rows.keys()).sort((a, b) => walks[a].minutes - walks[b].minutes);
      order.forEach((spot) => {
        const walk = document.createElement('p');
        walk.className = 'map-list__walk';
        walk.dataset.walk = '';
        walk.textContent = walks[spot].words;
        rows[spot].append(walk);
      });
      let least = 0;
      bands = ranges.map(([most, heading]) => {
        const within = order.filter(
          (spot) => walks[spot].minutes > least && walks[spot].minutes <= most,
        );
        least = most;
        return within.length && band(heading, within.map((spot) => rows[spot]));
      }).filter(Boolean);
      areas[0].before(...bands);
      hideEmpty();
    }

    /* The first heading there is, for the focus to come back to. */
    function top() {
      const first = [...bands, ...areas].find((part) => !part.hidden) || areas[0].parentElement;
      const heading = first.querySelector('h2, h1');
      heading.tabIndex = -1;
      return heading;
    }

    return {
      narrow,
      sort,
      restore,
      before: (...parts) => areas[0].before(...parts),
      top,
      places: (facts) => rows.map((row, spot) => placeOf(facts, row, spot)),
    };
  };
})();
