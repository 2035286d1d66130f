/* Leaves the page at once, by a button or by pressing Shift 3 times (GOV.UK: exit this page). */
(() => {
  'use strict';

  const SECONDS = 5;
  const PRESSES = 3;
  const buttons = document.querySelectorAll('[data-exit]');
  const hint = document.querySelector('[data-exit-hint]');
  const said = document.querySelector('[data-leaving]');
  if (!buttons.length || !said) return;

  let presses = 0;
  let lapse = 0;
  let isLeaving = false;
  let isCombined = false;

  function cover() {
    const sheet = document.createElement('div');
    const words = document.createElement('p');
    sheet.className = 'exit-cover';
    words.className = 'visually-hidden';
    words.setAttribute('role', 'alert');
    sheet.append(words);
    // Nobody is to come upon the page below with the Tab key, or hear it read out.
    [...document.body.children].forEach((part) => { part.inert = true; });
    document.body.append(sheet);
    // Only what changes after it is there is read out everywhere.
    words.textContent = said.dataset.leaving;
    // A tab and the browser's history name the page by its title as it was last.
    document.title = new URL(buttons[0].href).hostname;
  }

  function go() {
    // Back must not lead here again.
    location.replace(buttons[0].href);
  }

  function leave() {
    // Asking again would make a slow page begin anew.
    if (isLeaving) return;
    isLeaving = true;
    clearTimeout(lapse);
    cover();
    go();
  }

  function startAgain() {
    clearTimeout(lapse);
    if (presses) said.textContent = said.dataset.lapsed;
    presses = 0;
  }

  function press() {
    clearTimeout(lapse);
    presses += 1;
    if (presses === PRESSES) {
      leave();
      return;
    }
    said.textContent = presses === 1 ? said.dataset.onePress : said.dataset.twoPresses;
    lapse = setTimeout(startAgain, SECONDS * 1000);
  }

  document.addEventListener('keyup', (event) => {
    if (isLeaving) return;
    // Shift held for another key (Shift and Tab, a capital) is not a wish to leave.
    if (event.key !== 'Shift') startAgain();
    else if (!isCombined) press();
    isCombined = event.shiftKey;
  }, true);

  buttons.forEach((button) => button.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  }));

  // A page kept whole in memory may be shown again all the same.
  addEventListener('pageshow', (event) => {
    if (event.persisted && isLeaving) go();
  });

  hint.hidden = false;
})();
