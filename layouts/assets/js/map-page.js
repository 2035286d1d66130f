/* The page of the map: its list, its forms and its button, and the map once it is there. */
(() => {
  'use strict';

  const { doorstep } = window;
  const page = document.querySelector('[data-map-page]');
  if (!page) return;

  const template = page.querySelector('template');
  const parts = document.importNode(template.content, true);
  const part = (name) => parts.querySelector(`[data-map-${name}]`);
  const [opening, form, filters, mapSaid, bar, here] =
    ['open', 'from', 'filters', 'status', 'toolbar', 'here'].map(part);
  const sheet = bar.nextElementSibling;
  const listSaid = mapSaid.cloneNode();
  const back = document.createElement('button');
  const address = page.dataset.mapPage;
  const version = new URL(address, location.href).searchParams.get('v');
  const sayByMap = doorstep.sayIn(mapSaid);
  const sayByList = doorstep.sayIn(listSaid);
  const list = doorstep.mapList();
  let open = null;
  let from = null;
  let isKept = () => true;

  /* A page that is older than the map would say one thing and show another. */
  function checked(facts) {
    if (facts.version === version) return facts;
    throw Object.assign(new Error(facts.words.older), { again: facts.words.reload });
  }

  /* Says what happened. Everything is as it was, and may be tried again. */
  function tell(say, { message, again }) {
    if (again) say(message, [again, () => location.reload()]);
    else say(template.dataset.noMap);
  }

  const withFacts = (say) => (act) => {
    say(template.dataset.loading);
    return doorstep.mapFacts(address).then(checked).then((facts) => {
      say('');
      back.textContent = facts.words.by_area;
      return facts;
    }).then(act, (reason) => tell(say, reason));
  };

  const withListFacts = withFacts(sayByList);

  function narrow(facts) {
    const places = Array.from(filters.querySelectorAll('select')).map((field) => field.value).filter(Boolean)
      .map((value) => facts.facets.findIndex(([facet]) => facet === value));
    isKept = (spot) => places.every((place) => facts.spots[spot][2].includes(place));
    const number = list.narrow(isKept);
    const { places_one: one, places_many: many, none } = facts.words;
    sayByList(number ? doorstep.filled(number === 1 ? one : many, { number }) : none);
    if (open) open.narrow(isKept);
  }

  /* Back to where somebody came from: a place's own row, or the top of the list. */
  function leave(place) {
    (place && !place.row().hidden ? place.row().querySelector('a') : list.top()).focus();
  }

  function showRings() {
    if (open && from) open.rings.show(from.position, from.name);
  }

  /* Whoever came by a link to a place sees that place first. */
  function showWanted() {
    const row = document.getElementById(doorstep.decoded(location.hash.slice(1)));
    if (row && 'spot' in row.dataset && !row.hidden) open.show(Number(row.dataset.spot));
  }

  function show(facts) {
    sayByMap('');
    opening.remove();
    sheet.before(bar);
    page.className = 'map map--open';
    open = doorstep.openMap(facts, list.places(facts), { bar, say: sayByMap, leave });
    open.narrow(isKept);
    doorstep.mapPictures(facts, open.map, sheet, sayByMap);
    showRings();
    sheet.focus();
    showWanted();
  }

  function get(facts) {
    sayByMap(template.dataset.loading);
    page.append(sheet);
    return doorstep.mapFiles(facts).then(() => show(facts), (reason) => {
      sheet.remove();
      tell(sayByMap, reason);
    });
  }

  Object.assign(back, { type: 'button', className: 'button', hidden: true });
  document.querySelector('[data-map-ways]').append(...parts.querySelectorAll('details'));
  list.before(listSaid, back);
  page.append(opening, mapSaid);
  filters.addEventListener('submit', (event) => {
    event.preventDefault();
    withListFacts(narrow);
  });
  opening.querySelector('button').addEventListener('click', () => withFacts(sayByMap)(get));
  doorstep.near({
    form,
    here,
    back,
    list,
    say: sayByList,
    withFacts: withListFacts,
    sorted(start) {
      from = start;
      if (open && !from) open.rings.clear();
      showRings();
    },
  });
})();
