/* Keeps dates true on an old page: hides what is over, moves "today" on. */
(() => {
  'use strict';

  // Above lists by day this script stands too, where it has run already.
  const doorstep = window.doorstep = window.doorstep || {};
  if (doorstep.isPastKept) return;
  doorstep.isPastKept = true;
  const all = (selector, place = document) => Array.from(place.querySelectorAll(selector));
  const isOver = (one) => Date.parse(one.dataset.ends) <= Date.now();
  const isEmpty = (list) => all('[data-ends]', list).every((one) => one.hidden);
  const dayAfter = (day) => new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10);

  function namePage(name) {
    const heading = document.querySelector('h1');
    document.title = document.title.replace(heading.textContent, () => name);
    heading.textContent = name;
  }

  /* What is over goes, or gives way to what is then to be said: "Cancelled: Tea" to "Tea". */
  function hidePast() {
    all('[data-ends]').forEach((one) => {
      if (!('over' in one.dataset)) one.hidden = isOver(one);
      else if (isOver(one) && one.matches('h1')) namePage(one.dataset.over);
      else if (isOver(one)) one.textContent = one.dataset.over;
    });
    all('.date-list').forEach((list) => { list.hidden = isEmpty(list); });
  }

  function keepDay(old, day, today) {
    const { today: todays, tomorrow: tomorrows, most } = old.dataset;
    const { day: date, heading } = day.dataset;
    const title = day.firstElementChild;
    const words = { [today]: todays, [dayAfter(today)]: tomorrows }[date] || '{day}';
    title.textContent = words.replace('{day}', () => title.dataset.plain);
    const left = all('[data-ends]', day).filter((row) => !row.hidden);
    left.forEach((row, place) => { row.hidden = place >= (most || left.length); });
    if (heading && date === today) namePage(heading);
    day.hidden = (heading && date !== today) || isEmpty(day);
    const jump = document.querySelector(`[href="#${day.id}"]`);
    if (jump) jump.parentElement.hidden = day.hidden;
  }

  /* Where nothing is left, there is nothing to count, to narrow or to choose from. */
  function keepWays(old, isBare) {
    const choosing = all('[data-shortlist]', old.parentElement);
    [...choosing, ...all('[data-filter-form]')].forEach((one) => { one.hidden = isBare; });
    if (isBare) all('[data-instead]').forEach((one) => { one.hidden = true; });
  }

  function keepDays(old) {
    const { today } = document.documentElement.dataset;
    const { lastDay, heading } = old.dataset;
    const [nothing, beyond] = old.children;
    const empty = document.querySelector('[data-until]');
    const days = all('[data-day]');
    days.forEach((day) => keepDay(old, day, today));
    if (empty) empty.hidden = today > empty.dataset.until;
    const isSaid = days.some((day) => !day.hidden) || (empty && !empty.hidden);
    beyond.hidden = today <= lastDay;
    nothing.hidden = isSaid || !beyond.hidden;
    keepWays(old, days.every((day) => day.hidden));
    if (heading && !isSaid && !days.some((day) => day.dataset.day === today)) namePage(heading);
  }

  function look() {
    const old = document.querySelector('[data-last-day]');
    hidePast();
    if (old) keepDays(old);
    return old !== null;
  }

  /* While lists come in, each piece is looked at before it is drawn, so that nothing jumps. */
  function lookAtPieces() {
    const pieces = new MutationObserver(() => {
      if (look()) pieces.disconnect();
      pieces.takeRecords();
    });
    pieces.observe(document.documentElement, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', () => { pieces.disconnect(); look(); });
  }

  look();
  if (document.readyState === 'loading') lookAtPieces();
  // A page may stay open for days.
  document.addEventListener('visibilitychange', look);
})();
