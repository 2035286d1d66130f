/* Narrows a list by day by several choices at once. */
(() => {
  'use strict';

  const template = document.querySelector('[data-filter-form]');
  // The search page and a sheet narrow their lists themselves.
  if (!template || !document.querySelector('.filters')) return;
  const all = (selector, place) => Array.from(place.querySelectorAll(selector));
  const rows = all('[data-facets]', document);
  const form = window.doorstep.filterForm(template, (facets) => address.choose(facets));
  const address = window.doorstep.filterAddress(form.known, show);

  /* Those of a row, and that of its day, which is in its heading. */
  const known = new Map(rows.map((row) => {
    const { facet } = row.closest('[data-day]').dataset;
    return [row, [...row.dataset.facets.split(' '), ...(facet ? [facet] : [])]];
  }));
  const facetsOf = (row) => known.get(row);
  const isToCome = (row) => !row.closest('[hidden]');
  const isShown = (row) => isToCome(row) && !row.style.display;

  /* Leaves "hidden" alone, by which past.js tells what is over. */
  function narrow() {
    const suits = form.suits();
    rows.forEach((row) => { row.style.display = suits(facetsOf(row)) ? '' : 'none'; });
    all('[data-day]', document).forEach((day) => {
      const isLeft = all('[data-facets]', day).some((row) => !row.style.display);
      const jump = document.querySelector(`[href="#${day.id}"]`);
      [day, ...(jump ? [jump.parentElement] : [])].forEach((one) => {
        one.style.display = isLeft ? '' : 'none';
      });
    });
  }

  /* Says how much there is of each choice, and how much is shown. */
  function count() {
    const { one, many, none } = form.words;
    const toCome = rows.filter(isToCome);
    const facets = toCome.map(facetsOf);
    form.count(() => facets);
    const number = rows.filter(isShown).length;
    const counted = number === 1 ? one : many.replace('{number}', number);
    form.said.textContent = number ? counted : none;
    form.details.hidden = form.said.hidden = !toCome.length;
  }

  function show(facets) {
    form.show(facets);
    narrow();
    count();
  }

  // A page may stay open for days. Ticks that are not applied yet are left alone.
  document.addEventListener('visibilitychange', count);

  all('[data-instead]', document).forEach((one) => { one.hidden = true; });
  address.start();
})();
