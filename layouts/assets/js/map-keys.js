/* How the map is held: by key, by mouse, and by finger without taking the page's own scrolling. */
(() => {
  'use strict';

  const { L, doorstep } = window;

  /* Esc leaves the map for where somebody came from. */
  doorstep.mapKeys = (container, escape) => {
    container.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      escape();
    }, true);
  };

  /* One finger and the wheel scroll the page; two fingers move the map, a mouse drags it. */
  doorstep.mapFingers = (map) => {
    map.scrollWheelZoom.disable();
    map.dragging.disable();
    map.getContainer().addEventListener('pointerdown', ({ pointerType }) => {
      if (pointerType === 'touch') map.dragging.disable();
      else map.dragging.enable();
    }, true);
  };

  /* Nothing moves by itself for whoever asked for that (WCAG 2.2, 2.3.3). */
  doorstep.mapStillness = (map) => {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    Object.assign(map.options, { zoomAnimation: false, inertia: false });
    map._zoomAnimated = map._fadeAnimated = false;
    map.panBy = (offset) => L.Map.prototype.panBy.call(map, offset, { animate: false });
  };
})();
