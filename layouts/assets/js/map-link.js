/* The link from an entry to the map -> the map in its place, around the entry. */
(() => {
  'use strict';

  const { doorstep } = window;
  const link = document.querySelector('a[data-map]');
  if (!link) return;

  const { map: at, loading, noMap } = link.dataset;
  const shows = link.textContent;
  const heading = document.querySelector('h1');
  const number = document.querySelector('main .number .visually-hidden');
  const heard = number ? number.textContent : '';
  const place = document.createElement('div');
  const sheet = document.createElement('div');
  const said = document.createElement('p');
  const say = doorstep.sayIn(said);
  let hides = '';

  const entry = {
    position: at.split(',').map(Number),
    title: () => heading.textContent,
    name: () => [heard, heading.textContent].filter(Boolean).join(', '),
    number: () => (/\d+/.exec(heard) || ['•'])[0],
  };

  /* Whose street map it is. */
  function credit(facts) {
    const line = document.createElement('p');
    line.className = 'footnote';
    line.textContent = facts.credit;
    return line;
  }

  function open(facts) {
    sheet.id = facts.element;
    place.append(sheet);
    return doorstep.mapFiles(facts).then(() => {
      const bar = doorstep.newMapToolbar(facts.words);
      sheet.before(bar);
      place.append(credit(facts));
      doorstep.openMapOf(facts, entry, { bar, say, leave: () => link.focus() });
      hides = link.textContent = facts.words.hide;
      sheet.focus();
    });
  }

  function get() {
    say(loading);
    doorstep.mapFacts(new URL('map.json', link.href).href).then(open).catch(() => {
      place.textContent = '';
      say(noMap);
    });
  }

  function toggle() {
    place.hidden = said.hidden = !place.hidden;
    link.textContent = place.hidden ? shows : hides;
  }

  place.className = 'map map--open';
  sheet.className = 'live-map__sheet';
  said.className = 'live-map__status';
  said.setAttribute('role', 'status');
  link.setAttribute('role', 'button');
  link.parentElement.after(said, place);
  link.addEventListener('click', (event) => {
    // Whoever asks for another window or tab gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (hides) toggle();
    else get();
  });
  // A button answers to Space as well, a link does not.
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    link.click();
  });
})();
