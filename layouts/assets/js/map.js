/* The facts and the places of a page -> the map, put together and ready to use. */
(() => {
  'use strict';

  const { L, doorstep } = window;
  const FEWEST_METRES = 300;
  const FARTHEST_METRES = 25000;
  const BELOW = -1000000;

  function boundary(map, facts) {
    const look = { fill: false, interactive: false, className: 'map-boundary' };
    if (facts.boundary.length) L.polygon(facts.boundary, look).addTo(map);
  }

  /* What everybody knows the way from. */
  function landmarks(map, facts) {
    facts.landmarks.forEach(([, name, lat, lon]) =>
      doorstep.mapLabel([lat, lon], name, 'map-label--landmark', BELOW).addTo(map));
  }

  const middle = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1];

  /* Without those that a slip of a figure has put far from most of the others. */
  function nearOthers(places) {
    const [lat, lon] = [0, 1].map((axis) => middle(places.map(({ position }) => position[axis])));
    return places.filter(({ position }) =>
      L.latLng(lat, lon).distanceTo(position) <= FARTHEST_METRES);
  }

  /* Room around the places, so that one alone is not looked at from a hand's breadth. */
  function around(places) {
    const near = nearOthers(places);
    const bounds = L.latLngBounds((near.length ? near : places).map((place) => place.position));
    const { lat, lng } = bounds.getCenter();
    return bounds.extend(L.latLng(lat, lng).toBounds(FEWEST_METRES));
  }

  function prepared(facts) {
    const map = window[facts.element];
    const container = map.getContainer();
    container.dir = 'ltr'; // Leaflet counts from the left
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', facts.words.map);
    if (map.zoomControl) map.zoomControl.remove();
    doorstep.mapStillness(map);
    doorstep.mapFingers(map);
    boundary(map, facts);
    return map;
  }

  /* A map of one place: nothing opens, because the page around it is all there is to say. */
  doorstep.openMapOf = (facts, place, { bar, say, leave }) => {
    const map = prepared(facts);
    const rings = doorstep.mapRings(map, facts, say);
    landmarks(map, facts);
    const showAll = () => rings.show(place.position, place.title());
    showAll();
    const pin = doorstep.mapPin(place, { interactive: false, keyboard: false });
    pin.addTo(map).getElement().setAttribute('role', 'img');
    doorstep.mapToolbar(bar, map, showAll);
    doorstep.mapKeys(map.getContainer(), leave);
  };

  /* A map of a list. `leave(place)` takes the focus back to it: to a place's own row, or to its top. */
  doorstep.openMap = (facts, places, { bar, say, leave }) => {
    const map = prepared(facts);
    const group = window[`${facts.element}_cluster`];
    const pins = places.map((place) => doorstep.mapPin(place));
    const rings = doorstep.mapRings(map, facts, say);
    // A street map names them itself, where no pin is in the way.
    if (!window[`${facts.element}_area`]) landmarks(map, facts);
    let last = null;
    let shown = pins;

    const popup = doorstep.mapPopup(map, facts.words, {
      focusPin: (pin) => (doorstep.seenAs(group, pin) || map.getContainer()).focus(),
      showRings: rings.show,
    });
    const open = (pin) => {
      last = pin.options.place;
      popup.open(pin);
    };
    const inOrder = doorstep.mapClusters(map, group, facts.words, open);

    function showAll() {
      const seen = (shown.length ? shown : pins).map((pin) => pin.options.place);
      map.fitBounds(around(seen), { animate: false, padding: [24, 24] });
    }

    function narrow(isKept) {
      popup.close();
      shown = pins.filter((pin) => isKept(pin.options.place.spot));
      group.clearLayers();
      group.addLayers(shown);
      inOrder();
    }

    doorstep.mapToolbar(bar, map, showAll);
    doorstep.mapKeys(map.getContainer(), () => {
      if (popup.isOpen()) popup.close();
      else leave(last);
    });
    showAll();
    return {
      map,
      narrow,
      rings,
      show: (spot) => group.zoomToShowLayer(pins[spot], () => open(pins[spot])),
    };
  };
})();
