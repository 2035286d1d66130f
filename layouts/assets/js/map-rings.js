/* A place somebody chose -> rings on the map, as far as people walk in so many minutes. */
(() => {
  'use strict';

  const { L, doorstep } = window;
  const METRES_A_DEGREE = 111320;
  const SMALL = 400; // pixels, in which the widest ring would leave no street to read
  const ABOVE = 1000000;
  const DASHES = ['1 8', '10 8', ''];

  /* A pale line under a dark one can be seen on streets, on parks and in black and white. */
  function lines(position, radius, place) {
    const line = (look, dashArray) => L.circle(position, {
      radius, fill: false, interactive: false, className: look, dashArray,
    });
    return [line('map-ring--under', ''), line('map-ring--over', DASHES[place % DASHES.length])];
  }

  /* The words stand at the top and at the bottom by turns, where they have room. */
  function ring(position, [, radius, words], place) {
    const way = place % 2 ? -1 : 1;
    const edge = [position[0] + way * radius / METRES_A_DEGREE, position[1]];
    return [...lines(position, radius, place), doorstep.mapLabel(edge, words, 'map-label--ring', ABOVE)];
  }

  const middle = (position) =>
    L.circle(position, { radius: 12, interactive: false, className: 'map-ring__middle' });

  /* `say` says words beside the map, with a button after them. */
  doorstep.mapRings = (map, facts, say) => {
    const drawn = L.layerGroup().addTo(map);
    const { x, y } = map.getSize();
    const [, reach] = facts.rings[facts.rings.length - (Math.min(x, y) < SMALL ? 2 : 1)];

    function clear() {
      drawn.clearLayers();
      say('');
      map.getContainer().focus();
    }

    function show(position, name) {
      drawn.clearLayers();
      facts.rings.forEach((one, place) => ring(position, one, place)
        .forEach((layer) => drawn.addLayer(layer)));
      drawn.addLayer(middle(position));
      map.fitBounds(L.latLng(position).toBounds(2 * reach), { animate: false });
      say(doorstep.filled(facts.words.rings, { name }), [facts.words.rings_away, clear]);
    }

    return { show, clear };
  };
})();
