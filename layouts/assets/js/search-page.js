/* The search page: finds while one types, says what it found, and keeps that in the address. */
(() => {
  'use strict';

  const { doorstep } = window;
  const NO_BODIES = { words: '', rows: '' };
  const place = document.querySelector('[data-search-root]');
  if (!place) return;
  const box = document.querySelector('[data-index]');
  const hint = document.querySelector('[data-hint]');
  const input = box.querySelector('input');
  const form = doorstep.filterForm(place.querySelector('[data-filter-form]'), choose);
  const page = doorstep.searchShowing(place, form);
  const [askFirst, askSecond] = [box.dataset.index, place.dataset.bodies].map(doorstep.asking);
  let state = doorstep.readState(form.known);
  const keep = doorstep.keeper(form.known);
  const [inPause, inQuiet] = [200, 600].map(doorstep.pausing);
  let index = null;
  let facetsNow = null;
  let isDue = false;
  let go = '';

  function settle(isDone) {
    page.announce();
    keep(state, isDone);
  }

  /* Whoever listens is told at once of what was sent; of what is typed, once nobody types any more. */
  function settleSoon(isDone) {
    if (isDone) settle(true);
    inQuiet(isDone ? null : () => settle(false));
  }

  /* Digits alone that were sent are the number of an entry, and lead to it. */
  function follow(result) {
    const entry = index.entries[result.rows[0]];
    const isIts = result.number && entry && entry.number === result.number;
    if (go && isIts) location[go](place.dataset.searchRoot + entry.path);
    go = '';
  }

  function show(result) {
    const facets = facetsNow();
    const suits = form.suits();
    // Most who type have chosen nothing, and two thousand entries need not be asked.
    const rows = state.facets.length ? result.rows.filter((row) => suits(facets[row])) : result.rows;
    page.showFound(result, rows.map((row) => index.entries[row].path), state.words);
  }

  function count(result) {
    const facets = facetsNow();
    const rows = result.rows.map((row) => facets[row]);
    form.details.hidden = !rows.length;
    form.count((group) => rows.filter(form.suitsBut(group)));
  }

  function find(isDone) {
    const result = doorstep.find(index, state.words);
    const isAsked = !doorstep.isEmpty(state);
    const isMore = isAsked && result.wantsBodies;
    if (isMore && !result.rows.length) page.showWait();
    else if (isAsked) show(result);
    else page.showNothing();
    isDue = isDone;
    if (isMore) askSecond().then(readSecond, () => readSecond(NO_BODIES));
    inPause(() => count(result));
    settleSoon(isDone);
    follow(result);
  }

  function readFirst(first) {
    if (index) return;
    index = doorstep.readIndex(first);
    facetsNow = doorstep.facetsOf(index);
    find(isDue);
  }

  function readSecond(second) {
    if (index.hasBodies) return;
    doorstep.readBodies(index, second);
    find(isDue);
  }

  function beOffline() {
    if (doorstep.isEmpty(state)) return;
    page.showOffline();
    form.details.hidden = true;
    settleSoon(isDue);
  }

  function prepare() {
    if (!index) askFirst().then(readFirst, beOffline);
  }

  /* Finds what is asked for, or waits for what that takes. */
  function look(isDone) {
    if (index) {
      find(isDone);
      return;
    }
    if (doorstep.isEmpty(state)) page.showNothing();
    else page.showWait();
    isDue = isDone;
    settleSoon(isDone);
    prepare();
  }

  function choose(facets) {
    // What was typed so far is a place to come back to.
    keep(state, true);
    state = { words: state.words, facets };
    form.show(facets);
    look(true);
  }

  function open() {
    input.value = state.words;
    form.show(state.facets);
    if (!doorstep.isEmpty(state) || index) look(true);
  }

  input.addEventListener('input', () => {
    const words = input.value.trim();
    if (words === state.words) return;
    state = { words, facets: state.facets };
    look(false);
  });

  // Whoever leaves the box may be about to leave the page.
  input.addEventListener('change', () => keep(state, false));

  box.addEventListener('submit', (event) => {
    event.preventDefault();
    state = { words: input.value.trim(), facets: state.facets };
    go = 'assign';
    look(true);
    // The keyboard of a phone would cover what is found.
    if (matchMedia('(pointer: coarse)').matches) input.blur();
  });

  addEventListener('hashchange', () => {
    const next = doorstep.readState(form.known);
    const [isNone, wasNone] = [next, state].map(doorstep.isEmpty);
    // A link within the page, such as the skip link, takes nothing back.
    if (isNone && !wasNone && location.hash) {
      history.replaceState(null, '', doorstep.addressOf(state));
    } else if (!isNone || !wasNone) {
      state = next;
      open();
    }
  });

  [box, form.details].forEach((one) => one.addEventListener('focusin', prepare));
  hint.textContent = hint.dataset.hint;
  if (state.isSent) go = 'replace';
  if (state.isSent || location.search) history.replaceState(null, '', doorstep.addressOf(state));
  open();
})();
