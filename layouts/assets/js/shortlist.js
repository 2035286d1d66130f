/* Puts a shortlist together from the numbers after the # or on this phone, and changes it. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const place = document.querySelector('[data-entries]');
  if (!place) return;
  const words = place.dataset;
  const { kept, keep } = doorstep.shortlistAt(words.kept);
  const parts = document.importNode(place.querySelector('[data-page]').content, true);
  const [form, box, choice, status, sheet, title, none, list, openFoot, plainFoot] =
    ['form', '#number-to-add', '[type=checkbox]', '[role=status]', '.shortlist', 'h2',
      '[data-none]', 'ol', '[data-open-foot]', '[data-plain-foot]']
      .map((selector) => parts.querySelector(selector));
  const [keeper, clearer] =
    ['[data-keep]', '[data-clear]'].map((selector) => parts.querySelector(selector));
  const named = [title, document].map((one) => one.textContent || one.title);
  const drawMap = doorstep.shortlistMap(sheet.querySelector('.sheet-map'));
  let known = { entries: {}, gone: [] };
  let asked = [];

  const isThere = (number) => number in known.entries;
  const listed = () => asked.filter(isThere);
  const isKept = () => kept().join() === listed().join();

  function say(sentences) {
    status.textContent = '';
    sentences.forEach((sentence) => {
      const line = document.createElement('p');
      line.textContent = sentence;
      status.append(line);
    });
  }

  function counted({ length }) {
    if (length < 2) return length ? words.one : words.empty;
    return words.many.replace('{number}', length);
  }

  function missing(number) {
    const isGone = known.gone.includes(Number(number));
    return (isGone ? words.gone : words.unknown).replace('{number}', number);
  }

  /* A browser may print the title of the page as well. */
  function drawSheet(numbers) {
    const isDiscreet = choice.checked;
    const template = place.querySelector(`[data-entry=${isDiscreet ? 'discreet' : 'open'}]`);
    [title.textContent, document.title] = isDiscreet ? [words.neutral, words.neutral] : named;
    list.textContent = '';
    list.append(...numbers.map((number) =>
      doorstep.shortlistEntry(template, number, known.entries[number])));
    drawMap(numbers.map((number) => [number, known.entries[number].at]));
    openFoot.hidden = isDiscreet;
    plainFoot.hidden = !isDiscreet;
    none.hidden = numbers.length > 0;
    sheet.hidden = false;
  }

  function show() {
    const numbers = listed();
    drawSheet(numbers);
    clearer.hidden = !numbers.length;
    keeper.hidden = !numbers.length || isKept();
    say([counted(numbers), ...asked.filter((number) => !isThere(number)).map(missing)]);
    history.replaceState(null, '', location.pathname + (asked.length ? `#${asked}` : ''));
  }

  /* A list that came with an address is not put in the place of this phone's own. */
  function change(numbers) {
    const isOwn = isKept();
    asked = numbers;
    if (isOwn) keep(listed());
    show();
  }

  function remove(button) {
    const next = button.closest('li').nextElementSibling;
    const after = next && next.querySelector('button').value;
    change(listed().filter((number) => number !== button.value));
    (list.querySelector(`[value="${after}"]`) || list.querySelector('button') || box).focus();
  }

  function readAddress() {
    const typed = location.hash.slice(1);
    const numbers = doorstep.numbersIn(typed);
    // A link within the page, such as the skip link, takes no list away.
    if (numbers.length || !typed) asked = numbers;
    show();
  }

  function start(data) {
    known = data;
    asked = kept();
    if (location.hash) readAddress();
    else show();
    addEventListener('hashchange', readAddress);
    document.addEventListener('visibilitychange', show);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = doorstep.numbersIn(box.value.replace(/\D+/g, ','));
    change([...new Set([...listed(), ...typed])]);
    box.value = '';
    box.focus();
  });
  choice.addEventListener('change', show);
  keeper.addEventListener('click', () => { keep(listed()); show(); box.focus(); });
  clearer.addEventListener('click', () => { change([]); box.focus(); });
  list.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (button) remove(button);
  });

  place.querySelector('[data-instead]').hidden = true;
  place.append(parts);
  doorstep.addCopying(place.querySelector('[data-copy]'));
  fetch(words.entries).then((answer) => answer.json()).then(start, () => say([words.offline]));
})();
