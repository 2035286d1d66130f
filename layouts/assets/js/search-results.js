/* Entries that were found -> copies of their cards: the first few at once, the rest a little later. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const AT_ONCE = 4; // a small screen holds two
  const A_TASK = 24;
  const A_PAGE = 100; // the first few, and four times as many as in a task
  const PAUSE = 150;

  /* Returns what does a task after a while, unless it is given another one, or none, before that. */
  doorstep.pausing = (milliseconds) => {
    let timer = 0;
    return (task) => {
      clearTimeout(timer);
      if (task) timer = setTimeout(task, milliseconds);
    };
  };

  /* Every card of the page, by the path of its entry; they are looked for once. */
  function cardsIn(everything, root) {
    const cards = new Map();
    everything.querySelectorAll('.card__link').forEach((link) => {
      cards.set(link.getAttribute('href').slice(root.length), link.closest('li'));
    });
    return cards;
  }

  /* Returns what shows the entries at these paths in a list, with a button for more of them. */
  doorstep.resultList = (list, more, everything, root) => {
    const cards = cardsIn(everything, root);
    // Cards that are there have to be taken away at the next key, so they wait for a pause.
    const inPause = doorstep.pausing(PAUSE);
    let paths = [];
    let shown = 0;
    let most = A_PAGE;

    function add(number) {
      // A card is copied only now, so that it says what past.js has made of it by now.
      const copies = paths.slice(shown, shown + number)
        .map((path) => cards.get(path)).filter(Boolean).map((card) => card.cloneNode(true));
      list.append(...copies);
      shown += number;
    }

    function fill() {
      add(A_TASK);
      if (shown < Math.min(most, paths.length)) inPause(fill);
      else more.hidden = shown >= paths.length;
    }

    more.addEventListener('click', () => {
      const { length } = list.children;
      most += A_PAGE;
      more.hidden = true;
      add(AT_ONCE);
      list.children[length].querySelector('a').focus();
      inPause(fill);
    });

    return (found) => {
      list.textContent = '';
      list.hidden = !found.length;
      [paths, shown, most] = [found, 0, A_PAGE];
      add(AT_ONCE);
      more.hidden = true;
      inPause(found.length > shown ? fill : null);
    };
  };
})();
