/* The form by which a list is narrowed: choices with counts, and what is chosen, to be taken away. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const all = (selector, place) => Array.from(place.querySelectorAll(selector));

  /* Where the filters are on the page as links, gives the form a group for each group of these. */
  function fillFrom(links, form) {
    const pattern = form.querySelector('fieldset');
    all('.filters__group', links).forEach((group) => {
      const made = pattern.cloneNode(true);
      const label = made.querySelector('label');
      if ('needs' in group.dataset) made.dataset.needs = '';
      made.querySelector('legend').textContent = group.firstElementChild.textContent;
      all('[data-facet]', group).forEach((item) => {
        const choice = label.cloneNode(true);
        choice.firstElementChild.value = item.dataset.facet;
        choice.querySelector('span span').textContent = item.firstElementChild.textContent;
        made.append(choice);
      });
      label.remove();
      pattern.before(made);
    });
    pattern.remove();
  }

  /* Draws the form that is in the template, before it. `apply` is told the facets that were chosen. */
  doorstep.filterForm = (template, apply) => {
    const words = template.dataset;
    const parts = document.importNode(template.content, true);
    const [details, summary, form, said, chosen, clear] =
      ['details', 'summary', 'form', '[role=status]', 'ul', '[type=button]']
        .map((selector) => parts.querySelector(selector));
    const links = document.querySelector('.filters');
    if (links) fillFrom(links, form);
    const groups = all('fieldset', form);
    const boxes = all('input', form);
    const boxesIn = new Map(groups.map((group) => [group, all('input', group)]));
    const isWide = matchMedia('(min-width: 56em)').matches;
    let applied = [];

    const valuesOf = (some) => some.map((box) => box.value);
    const areNeeds = (group) => 'needs' in group.dataset;
    const wantedIn = (group) => valuesOf(boxesIn.get(group)).filter((one) => applied.includes(one));

    /* More choices in a group widen the list, but for needs, of which each has to be met. */
    function isMet(group, wanted, facets) {
      const isThere = (facet) => facets.includes(facet);
      return areNeeds(group) ? wanted.every(isThere) : wanted.some(isThere);
    }

    /* What tells of a row, by its facets, whether it suits all that was applied in these groups. */
    function suiting(some) {
      const asked = some.map((group) => [group, wantedIn(group)]).filter(([, wanted]) => wanted.length);
      return (facets) => asked.every(([group, wanted]) => isMet(group, wanted, facets));
    }

    /* What there would be with one more choice of a group, which may widen the list again. */
    const suitsBut = (group) => suiting(groups.filter((one) => one !== group || areNeeds(one)));

    function tallyOf(rows) {
      const tally = {};
      rows.forEach((facets) => facets.forEach((facet) => {
        tally[facet] = (tally[facet] || 0) + 1;
      }));
      return tally;
    }

    /* Says how much there is of each choice, among the rows to count for its group. */
    function count(rowsFor) {
      groups.forEach((group) => {
        const tally = tallyOf(rowsFor(group));
        const inGroup = boxesIn.get(group);
        inGroup.forEach((box) => {
          const label = box.parentElement;
          label.querySelector('.filter-form__count').textContent = `(${tally[box.value] || 0})`;
          label.hidden = !tally[box.value] && !box.checked;
        });
        group.hidden = inGroup.every((box) => box.parentElement.hidden);
      });
    }

    const nameOf = (box) => box.nextElementSibling.firstElementChild.textContent;

    function removal(box) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = words.remove.replace('{name}', () => nameOf(box));
      button.addEventListener('click', () => {
        apply(applied.filter((facet) => facet !== box.value));
        (chosen.querySelector('button') || summary).focus();
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    }

    function show(facets) {
      applied = facets;
      boxes.forEach((box) => { box.checked = facets.includes(box.value); });
      chosen.textContent = '';
      chosen.append(...boxes.filter((box) => box.checked).map(removal));
      clear.hidden = !facets.length;
    }

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      apply(valuesOf(all(':checked', form)));
      if (isWide) return;
      details.open = false;
      summary.focus();
    });

    clear.addEventListener('click', () => {
      apply([]);
      summary.focus();
    });

    details.open = isWide;
    template.before(parts);

    const suits = () => suiting(groups);
    const names = () => boxes.filter((box) => applied.includes(box.value)).map(nameOf);
    return { words, said, details, known: valuesOf(boxes), names, suits, suitsBut, count, show };
  };
})();
