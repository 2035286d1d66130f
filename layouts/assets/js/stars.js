/* Adds the stars by which entries are put on a shortlist. */
(() => {
  'use strict';

  const A_TASK = 40;
  const place = document.querySelector('.stars');
  if (!place) return;
  const words = place.dataset;
  const { kept, keep } = window.doorstep.shortlistAt(words.shortlist);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const footer = document.querySelector(`.footer a[href="${words.shortlist}"]`);
  const said = document.createElement('p');
  let adding = 0;

  function button() {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button';
    return made;
  }

  function starOf(number) {
    const star = button();
    star.className = 'star button';
    star.value = number;
    return star;
  }

  const numberOf = (row) => row.querySelector('.number').textContent.match(/\d+/)[0];

  /* "Add Tea and talk, Number 127, to my shortlist" */
  function nameOf(star, named) {
    const parts = { title: 'a', number: '.number .visually-hidden' };
    const row = star.closest('[data-star]');
    return named.replace(/{(\w+)}/g, (gap, part) => row.querySelector(parts[part]).textContent);
  }

  function draw(star, isOn) {
    star.textContent = isOn ? words.added : words.add;
    star.setAttribute('aria-pressed', isOn);
    const named = isOn ? words.addedNamed : words.addNamed;
    if (!words.own) star.setAttribute('aria-label', nameOf(star, named));
  }

  function lead(link, numbers) {
    link.href = words.shortlist + (numbers.length ? `#${numbers}` : '');
    link.textContent = words.link.replace('{number}', numbers.length);
  }

  function show(stars) {
    const numbers = kept();
    stars.forEach((star) => draw(star, numbers.includes(star.value)));
    if (footer && (numbers.length || footer.hash)) lead(footer, numbers);
  }

  /* What is said is the way to the shortlist, and how many are on it. */
  function say() {
    const link = document.createElement('a');
    link.className = 'alone';
    lead(link, kept());
    said.textContent = '';
    said.append(link);
  }

  /* Copies of a card, among what is found, have stars of their own for the same number. */
  function press({ value }) {
    const others = kept().filter((number) => number !== value);
    keep(others.length < kept().length ? others : [...others, value]);
    show(all(`.star[value="${value}"]`));
    say();
  }

  /* A few rows in each task: a list may have two thousand, and a finger may be scrolling it. */
  function addStars(rows) {
    const added = rows.slice(0, A_TASK).map((row) => {
      const star = starOf(numberOf(row));
      row.firstElementChild.append(star);
      return star;
    });
    show(added);
    adding = rows.length > A_TASK ? setTimeout(() => addStars(rows.slice(A_TASK))) : 0;
  }

  function openOrClose(opener) {
    const isOpen = opener.getAttribute('aria-expanded') === 'true';
    opener.setAttribute('aria-expanded', !isOpen);
    clearTimeout(adding);
    if (isOpen) all('.star').forEach((star) => star.remove());
    else addStars(all('[data-star]'));
  }

  function addToList() {
    const opener = button();
    opener.textContent = words.choose;
    opener.setAttribute('aria-expanded', false);
    opener.addEventListener('click', () => openOrClose(opener));
    place.querySelector('.stars__room').replaceWith(opener);
  }

  function addToPage() {
    const item = document.createElement('li');
    item.className = 'share__way';
    item.append(starOf(words.own));
    document.querySelector('[data-copy]').append(item);
  }

  if (words.own) addToPage();
  else addToList();
  said.className = 'stars__said';
  said.setAttribute('role', 'status');
  place.append(said);
  show(all('.star'));

  document.addEventListener('click', ({ target }) => {
    const star = target.closest('.star');
    if (star) press(star);
  });
  // Another page may have changed the shortlist meanwhile.
  ['pageshow', 'storage'].forEach((event) => addEventListener(event, () => show(all('.star'))));
})();
