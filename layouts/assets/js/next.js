/* Keeps "Next on" true on an old page: the first date of the list that is to come and is not off. */
(() => {
  'use strict';

  const next = document.querySelector('time[data-over]');
  if (!next) return;
  const isOver = (one) => Date.parse(one.dataset.ends) <= Date.now();
  const dates = Array.from(document.querySelectorAll('.date-list [data-ends]:not([data-off])'));

  function look() {
    const row = isOver(next) && dates.find((date) => !isOver(date));
    if (!row) return;
    const parts = Array.from(row.querySelectorAll('time, p'));
    next.textContent = parts.map((part) => part.textContent).join('. ');
    next.dateTime = row.querySelector('time').dateTime;
    next.dataset.ends = row.dataset.ends;
  }

  look();
  // A page may stay open for days.
  document.addEventListener('visibilitychange', look);
})();
