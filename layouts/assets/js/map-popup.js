/* A pin that was opened -> what the list says of it, in a box that takes the focus and gives it back. */
(() => {
  'use strict';

  const { L, doorstep } = window;

  /* The row of the list once more, without the names by which the page finds it. */
  function told(row) {
    const box = document.createElement('div');
    const copy = row.cloneNode(true);
    box.className = 'map-popup';
    box.dir = document.documentElement.dir;
    copy.querySelectorAll('[id]').forEach((one) => one.removeAttribute('id'));
    box.append(...Array.from(copy.childNodes));
    return box;
  }

  function sizes(map) {
    const { x, y } = map.getSize();
    return { minWidth: Math.min(200, x - 64), maxWidth: Math.min(300, x - 64), maxHeight: y - 56 };
  }

  doorstep.mapPopup = (map, words, { focusPin, showRings }) => {
    let shown = null;

    function close() {
      if (!shown) return;
      const { pin, popup } = shown;
      shown = null;
      popup.remove();
      focusPin(pin);
    }

    function open(pin) {
      const { place } = pin.options;
      const box = told(place.row());
      const rings = doorstep.button(words.rings_here, () => {
        close();
        showRings(place.position, place.title());
        // The map has moved, and the pin may have gone into a cluster.
        focusPin(pin);
      });
      const closing = doorstep.button(words.close, close);
      closing.classList.add('map-popup__close');
      // First, so that it is in sight however long the rest is.
      box.prepend(closing);
      box.append(rings);
      shown = null;
      const popup = L.popup(Object.assign({ className: 'map-dialog', closeButton: false, offset: [0, -10] }, sizes(map)))
        .setLatLng(pin.getLatLng()).setContent(box).openOn(map);
      shown = { pin, popup };
      const dialog = popup.getElement();
      dialog.setAttribute('role', 'dialog');
      dialog.setAttribute('aria-label', place.name());
      dialog.tabIndex = -1;
      dialog.focus({ preventScroll: true });
    }

    // Also where a tap beside it closes it.
    map.on('popupclose', ({ popup }) => {
      if (shown && shown.popup === popup) close();
    });

    return { open, close, isOpen: () => Boolean(shown) };
  };
})();
