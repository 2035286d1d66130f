/* Somebody else's pictures of the streets, after a tap of their own and with a word before it. */
(() => {
  'use strict';

  const { doorstep } = window;

  doorstep.mapPictures = (facts, map, sheet, say) => {
    const layer = window[`${facts.element}_pictures`];
    if (!facts.pictures || !layer) return;
    const note = document.createElement('p');
    const line = document.createElement('p');
    note.textContent = facts.words.pictures_note;
    line.append(doorstep.button(facts.pictures, () => {
      layer.addTo(map);
      line.remove();
      sheet.focus();
    }));
    // One sentence for all of them, however many do not come.
    layer.once('tileerror', () => say(facts.words.no_pictures));
    sheet.after(note, line);
  };
})();
