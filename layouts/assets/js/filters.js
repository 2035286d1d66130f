/* Narrows a list by several choices at once, and keeps them in the address, after the #. */
(() => {
  'use strict';

  const template = document.querySelector('[data-filter-form]');
  if (!template) return;
  const all = (selector, place) => Array.from(place.querySelectorAll(selector));
  const words = template.dataset;
  const parts = document.importNode(template.content, true);
  const [details, summary, form, said, chosen, clear] =
    ['details', 'summary', 'form', '[role=status]', 'ul', '[type=button]']
      .map((selector) => parts.querySelector(selector));
  const groups = all('fieldset', form);
  const boxes = all('input', form);
  const rows = all('[data-facets]', document);
  const isWide = matchMedia('(min-width: 56em)').matches;
  let applied = [];

  const facetsOf = (row) => row.dataset.facets.split(' ');
  const valuesOf = (ticked) => ticked.map((box) => box.value);
  const isToCome = (row) => !row.closest('[hidden]');
  const isShown = (row) => isToCome(row) && !row.style.display;
  const addressOf = (facets) =>
    (facets.length ? `#${facets.join('&')}` : location.pathname + location.search);

  /* More choices in a group widen the list, but for needs, of which each has to be met. */
  function suits(row, group) {
    const wanted = valuesOf(all(':checked', group));
    const isMet = (facet) => facetsOf(row).includes(facet);
    return !wanted.length || ('needs' in group.dataset ? wanted.every(isMet) : wanted.some(isMet));
  }

  /* Leaves "hidden" alone, by which past.js tells what is over. */
  function narrow() {
    rows.forEach((row) => {
      row.style.display = groups.every((group) => suits(row, group)) ? '' : 'none';
    });
    all('[data-day]', document).forEach((day) => {
      const isLeft = all('[data-facets]', day).some((row) => !row.style.display);
      const jump = document.querySelector(`[href="#${day.id}"]`);
      [day, ...(jump ? [jump.parentElement] : [])].forEach((one) => {
        one.style.display = isLeft ? '' : 'none';
      });
    });
  }

  /* Says how much there is of each choice, which is left out without any, and how much is shown. */
  function count() {
    const tally = {};
    const toCome = rows.filter(isToCome);
    toCome.forEach((row) => facetsOf(row).forEach((facet) => {
      tally[facet] = (tally[facet] || 0) + 1;
    }));
    boxes.forEach((box) => {
      const label = box.parentElement;
      label.querySelector('.filter-form__count').textContent = `(${tally[box.value] || 0})`;
      label.hidden = !tally[box.value] && !box.checked;
    });
    groups.forEach((group) => {
      group.hidden = all('label', group).every((label) => label.hidden);
    });
    const number = rows.filter(isShown).length;
    const counted = number === 1 ? words.one : words.many.replace('{number}', number);
    said.textContent = number ? counted : words.none;
    details.hidden = said.hidden = !toCome.length;
  }

  function removal(box) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = words.remove.replace('{name}', () => box.nextElementSibling.firstElementChild.textContent);
    button.addEventListener('click', () => {
      choose(applied.filter((facet) => facet !== box.value));
      (chosen.querySelector('button') || summary).focus();
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  }

  function show(facets) {
    applied = facets;
    boxes.forEach((box) => { box.checked = facets.includes(box.value); });
    narrow();
    count();
    chosen.textContent = '';
    chosen.append(...boxes.filter((box) => box.checked).map(removal));
    clear.hidden = !facets.length;
  }

  function choose(facets) {
    if (facets.join() !== applied.join()) history.pushState(null, '', addressOf(facets));
    show(facets);
  }

  function inAddress() {
    const facets = location.hash.slice(1).split('&');
    return valuesOf(boxes).filter((facet) => facets.includes(facet));
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

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(valuesOf(all(':checked', form)));
    if (isWide) return;
    details.open = false;
    summary.focus();
  });

  clear.addEventListener('click', () => {
    choose([]);
    summary.focus();
  });

  // A page may stay open for days. Ticks that are not applied yet are left alone.
  document.addEventListener('visibilitychange', count);

  all('[data-instead]', document).forEach((one) => { one.hidden = true; });
  details.open = isWide;
  template.before(parts);
  show(inAddress());
})();
