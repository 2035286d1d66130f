/* Places -> pins that say their number, take the focus, and are told by name. */
(() => {
  'use strict';

  const { L, doorstep } = window;
  if (!L) return;

  /* Made only when it comes into sight: of five thousand names few are read. */
  const PinIcon = L.Icon.extend({
    options: { className: 'map-pin', iconSize: [44, 44], iconAnchor: [22, 22] },

    createIcon() {
      const { name, number } = this.options.place;
      const pin = document.createElement('div');
      const badge = document.createElement('span');
      pin.setAttribute('aria-label', name());
      badge.className = 'map-pin__number';
      badge.textContent = number();
      pin.append(badge);
      this._setIconStyles(pin, 'icon');
      return pin;
    },

    createShadow: () => null,
  });

  /* Words that stand on the map and do nothing. */
  const LabelIcon = L.Icon.extend({
    createIcon() {
      const label = document.createElement('div');
      const text = document.createElement('span');
      text.className = 'map-label__words';
      text.textContent = this.options.words;
      label.append(text);
      this._setIconStyles(label, 'icon');
      return label;
    },

    createShadow: () => null,
  });

  doorstep.mapPin = (place, settings) =>
    L.marker(place.position, Object.assign({ icon: new PinIcon({ place }), place }, settings));

  doorstep.mapLabel = (position, words, look, zIndexOffset) =>
    L.marker(position, {
      icon: new LabelIcon({ words, className: `map-label ${look}` }),
      interactive: false,
      keyboard: false,
      zIndexOffset,
    });
})();
