/* Leaves the page at once, by the button or by pressing Shift 3 times (GOV.UK: exit this page). */
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
    sheet.className = 'exit-cover';
    document.body.append(sheet);
  }

  function leave() {
    if (!isLeaving) cover();
    isLeaving = true;
    said.textContent = said.dataset.leaving;
    // Back must not lead here again.
    location.replace(buttons[0].href);
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
    // Shift held for another key (Shift and Tab, a capital) is not a wish to leave.
    if (event.key !== 'Shift') startAgain();
    else if (!isCombined) press();
    isCombined = event.shiftKey;
  });

  buttons.forEach((button) => button.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  }));

  // A page kept whole in memory may be shown again all the same.
  addEventListener('pageshow', (event) => {
    if (event.persisted && isLeaving) leave();
  });

  hint.hidden = false;
})();
