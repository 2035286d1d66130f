/* Lays out the rows that wait for it (.later): once the page is there, a few in each idle moment. */
(() => {
  'use strict';

  const AT_ONCE = 10;
  const MOST = 300; // the rows of a longer list wait until they come near the screen
  const rows = Array.from(document.querySelectorAll('.later')).slice(0, MOST);
  if (!rows.length) return;

  const whenIdle = window.requestIdleCallback || ((work) => setTimeout(work, 50));

  function layOut() {
    rows.splice(0, AT_ONCE).forEach((row) => row.classList.remove('later'));
    if (rows.length) whenIdle(layOut);
  }

  addEventListener('load', () => whenIdle(layOut));
})();
