/* Narrows a list by day by several choices at once, and keeps them in the address, after the #. */
(() => {
  'use strict';

  const template = document.querySelector('[data-filter-form]');
  if (!template) return;
  const all = (selector, place) => Array.from(place.querySelectorAll(selector));
  const rows = all('[data-facets]', document);
  const form = window.doorstep.filterForm(template, choose);
  let applied = [];

  const facetsOf = (row) => row.dataset.facets.split(' ');
  const isToCome = (row) => !row.closest('[hidden]');
  const isShown = (row) => isToCome(row) && !row.style.display;
  const addressOf = (facets) =>
    (facets.length ? `#${facets.join('&')}` : location.pathname + location.search);

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
    applied = facets;
    form.show(facets);
    narrow();
    count();
  }

  function choose(facets) {
    if (facets.join() !== applied.join()) history.pushState(null, '', addressOf(facets));
    show(facets);
  }

  function inAddress() {
    const facets = location.hash.slice(1).split('&');
    return form.known.filter((facet) => facets.includes(facet));
  }

  addEventListener('hashchange', () => {
    const facets = inAddress();
    // A link within the page, such as the skip link, takes no choice back.
    if (location.hash && applied.length && !facets.length) {
      history.replaceState(null, '', addressOf(applied));
    } else {
      show(facets);
    }
  });

  // A page may stay open for days. Ticks that are not applied yet are left alone.
  document.addEventListener('visibilitychange', count);

  all('[data-instead]', document).forEach((one) => { one.hidden = true; });
  show(inAddress());
})();
