/* Fills a sheet anew with what somebody chooses, and leaves out what would not fit the printer. */
(() => {
  'use strict';

  const doorstep = window.doorstep;
  const sheet = document.querySelector('[data-letters]');
  if (!sheet) return;
  const rows = Array.from(sheet.querySelectorAll('[data-rank]'))
    .sort((a, b) => a.dataset.rank - b.dataset.rank);
  const beyond = JSON.parse(sheet.dataset.beyond);
  const paper = doorstep.sheetFitting(sheet);
  const template = document.querySelector('[data-filter-form]');

  const asList = (facets) => facets.split(' ');
  const facetsOf = (row) => asList(row.dataset.facets);
  const isShown = (row) => !row.hidden;
  const isWide = matchMedia('(min-width: 80em)').matches;
  let suits = () => true;

  const filled = (number, one, many) => (number === 1 ? one : many.replace('{number}', number));

  /* How many things are like that of which the page has not even a hidden row. */
  function numberBeyond() {
    return beyond.filter(([facets]) => suits(asList(facets)))
      .reduce((sum, [, number]) => sum + number, 0);
  }

  function sayMore(number) {
    const { noneMore, oneMore, manyMore } = sheet.dataset;
    sheet.querySelector('[data-more]').textContent =
      number ? filled(number, oneMore, manyMore) : noneMore;
  }

  /* Before anything is measured as well, because more words are higher. */
  function refit() {
    const wanted = rows.filter((row) => suits(facetsOf(row)));
    const number = wanted.length + numberBeyond();
    sayMore(number);
    sayMore(number - paper.fit(wanted).length);
  }

  function keepWhole() {
    if (paper.isOverfull()) refit();
  }

  function restore() {
    sayMore(rows.length + numberBeyond() - paper.restore().length);
    if (isWide) keepWhole();
  }

  // The letters of this computer may be wider than those the sheet was made for. A narrow screen
  // shows it in a shape of its own, so there it only matters when it is printed.
  window.addEventListener('beforeprint', keepWhole);
  if (isWide) keepWhole();
  if (!template) return;

  const form = doorstep.filterForm(template, (facets) => address.choose(facets));
  const address = doorstep.filterAddress(form.known, show);
  const line = sheet.querySelector('[data-chosen]');
  form.details.open = false;

  function sayChosen() {
    const names = form.names();
    line.hidden = !names.length;
    line.textContent = sheet.dataset.only.replace('{choices}', () => names.join(', '));
  }

  function count() {
    const { one, many, none } = form.words;
    const number = rows.filter(isShown).length;
    form.count(() => [].concat(rows.map(facetsOf),
      ...beyond.map(([facets, times]) => Array(times).fill(asList(facets)))));
    form.said.textContent = number ? filled(number, one, many) : none;
  }

  function show(facets) {
    const wasChosen = !line.hidden;
    form.show(facets);
    suits = form.suits();
    sayChosen();
    if (facets.length) refit();
    else if (wasChosen) restore();
    count();
  }

  address.start();
})();
