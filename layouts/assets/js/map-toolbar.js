/* Buttons that move the map, outside its picture: nothing needs dragging, nothing is covered. */
(() => {
  'use strict';

  const { doorstep } = window;
  const NAMES = ['zoom-in', 'zoom-out', 'up', 'down', 'left', 'right', 'show-all'];
  const WAYS = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };
  const PART = 0.4;

  function pan(map, [x, y]) {
    const size = map.getSize();
    map.panBy([x * size.x * PART, y * size.y * PART]);
  }

  /* The same buttons as on the page of the map, for pages that have none of their own. */
  doorstep.newMapToolbar = (words) => {
    const bar = document.createElement('div');
    bar.className = 'live-map__toolbar';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', words.move);
    bar.append(...NAMES.map((name) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.dataset.mapDo = name;
      button.textContent = words[name.replace('-', '_')];
      return button;
    }));
    return bar;
  };

  doorstep.mapToolbar = (bar, map, showAll) => {
    const acts = {
      'zoom-in': () => map.zoomIn(), 'zoom-out': () => map.zoomOut(), 'show-all': showAll,
    };
    Object.keys(WAYS).forEach((way) => { acts[way] = () => pan(map, WAYS[way]); });
    bar.querySelectorAll('[data-map-do]').forEach((button) => {
      button.addEventListener('click', acts[button.dataset.mapDo]);
    });
  };
})();
