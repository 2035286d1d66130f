/* Pins that would lie on each other -> one that says how many, and opens by key as by finger. */
(() => {
  'use strict';

  const { L, doorstep } = window;
  if (!L) return;
  const isPressed = (event) => event.key === 'Enter' || event.key === ' ';
  const placeOf = (pin) => pin.options.place.spot;

  const ClusterIcon = L.Icon.extend({
    options: { className: 'map-cluster', iconSize: [84, 44], iconAnchor: [42, 22] },

    createIcon() {
      const cluster = document.createElement('div');
      const words = document.createElement('span');
      words.className = 'map-cluster__words';
      words.textContent = this.options.words;
      cluster.setAttribute('aria-label', this.options.name);
      cluster.append(words);
      this._setIconStyles(cluster, 'icon');
      return cluster;
    },

    createShadow: () => null,
  });

  function iconOf(number, words) {
    const [seen, name] = [words.places_many, words.cluster]
      .map((many) => doorstep.filled(many, { number }));
    return new ClusterIcon({ words: seen, name });
  }

  /* The pins of a cluster as the list has them. */
  const pinsOf = (cluster) =>
    cluster.getAllChildMarkers().sort((one, other) => placeOf(one) - placeOf(other));

  const isOneSpot = (bounds) => bounds.getNorthEast().equals(bounds.getSouthWest());

  /* The element in which a pin is seen: its own, or that of its cluster. */
  doorstep.seenAs = (group, pin) => {
    const seen = group.getVisibleParent(pin);
    return seen && seen.getElement();
  };

  /* A cluster that opens is gone, and the focus would be with it. */
  function open(group, map, cluster) {
    const [first] = pinsOf(cluster);
    const arrive = () => (doorstep.seenAs(group, first) || map.getContainer()).focus();
    if (map.getZoom() === map.getMaxZoom() || isOneSpot(cluster.getBounds())) {
      group.once('spiderfied', arrive);
      cluster.spiderfy();
    } else {
      map.once('moveend', arrive);
      cluster.zoomToBounds({ maxZoom: map.getMaxZoom() });
    }
  }

  /* The keyboard meets what is in sight in the order of the list. */
  function order(map, group) {
    const places = new Map();
    group.eachLayer((pin) => {
      const seen = doorstep.seenAs(group, pin);
      if (seen) places.set(seen, Math.min(placeOf(pin), places.has(seen) ? places.get(seen) : Infinity));
    });
    const pane = map.getPane('markerPane');
    const focused = document.activeElement;
    const before = Array.from(pane.children).filter((one) => places.has(one));
    const after = Array.from(before).sort((one, other) => places.get(one) - places.get(other));
    if (before.every((one, place) => one === after[place])) return;
    pane.append(...after);
    if (places.has(focused)) focused.focus();
  }

  /* Turns the group's own ways off: it opens by mouse alone, and outlines what a cluster covers. */
  doorstep.mapClusters = (map, group, words, openPin) => {
    Object.assign(group.options, {
      iconCreateFunction: (cluster) => iconOf(cluster.getChildCount(), words),
      showCoverageOnHover: false,
      spiderfyOnMaxZoom: false,
      zoomToBoundsOnClick: false,
    });
    const pressed = (act) => ({ layer, originalEvent }) => {
      if (originalEvent.type !== 'click' && !isPressed(originalEvent)) return;
      originalEvent.preventDefault();
      act(layer);
    };
    group.on('clusterclick clusterkeydown', pressed((cluster) => open(group, map, cluster)));
    group.on('click keydown', pressed(openPin));
    const inOrder = () => order(map, group);
    map.on('moveend', inOrder);
    group.on('spiderfied', inOrder);
    return inOrder;
  };
})();
