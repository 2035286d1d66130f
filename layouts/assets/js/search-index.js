/* The two files of the search index -> entries, and for each word where it is and what it means. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const { foldedWords, noTerms, put, putInOrder, stem, tellsNothing, termOf, termsOf } = doorstep;

  /* What it counts that a word is in the title, in the summary, in a topic or a place … */
  const TITLE = 10;
  const SUMMARY = 4;
  const FACET = 3;
  const PLACE = 3;
  const KIND = 2;
  const LANGUAGE = 'lang-';
  /* Of a safe space there is no more than kind, address, number and title. */
  const ALWAYS_THERE = 4;

  const wordsOf = (text) => (text ? text.split(' ') : []);
  const noRows = (list) => list.map(() => []);

  function addTo(term, name, strength, row) {
    if (!term[name]) {
      term[name] = [];
      term.lists.push({ strength, rows: term[name] });
    }
    const rows = term[name];
    if (rows[rows.length - 1] !== row) rows.push(row);
  }

  /* What comes after a word, by which "foodbank" is known to be "food bank". */
  function link(terms) {
    for (let place = 1; place < terms.length; place += 1) {
      const [term, { word }] = [terms[place - 1], terms[place]];
      if (!term.followers.includes(word)) term.followers = term.followers.concat(word);
    }
  }

  /* The rows of a facet, a place or a kind are kept once, however many words it has. */
  function share(index, text, list) {
    const terms = termsOf(index, wordsOf(text));
    new Set(terms).forEach((term) => term.lists.push(list));
    link(terms);
  }

  /* Someone chose the words of an address too: what is titled "The warm hall" is a warm-space. But
     its digits only tell it from others: choir-31 is not No. 31. */
  function addWords(index, number, slug, title, summary) {
    const titled = termsOf(index, wordsOf(title));
    const named = termsOf(index, slug ? slug.split('-').filter((word) => !/^\d+$/.test(word)) : []);
    titled.forEach((term) => addTo(term, 'inTitles', TITLE, number));
    named.concat(termsOf(index, wordsOf(summary))).forEach((term) => {
      addTo(term, 'inSummaries', SUMMARY, number);
    });
    [titled, named].forEach(link);
    index.titles.push(titled);
  }

  function addEntry(index, shared, row, place) {
    const [kind, slug, number, title, summary, where, facets = [], days = 0] = row;
    const { kinds, places } = shared;
    addWords(index, place, slug, title, summary);
    if (where) places[where - 1].push(place);
    facets.forEach((facet) => shared.facets[facet].push(place));
    kinds[kind].push(place);
    if (number) index.byNumber.set(number, place);
    const path = `${index.folders[kind]}${slug || title.replace(/ /g, '-')}/`;
    const isStale = place >= index.stale;
    const names = facets.map((facet) => index.facetNames[facet]);
    return { path, number, days, isStale, isUntold: row.length <= ALWAYS_THERE, facets: names };
  }

  /* One word that means others is a word like any; several are looked for among what is typed. */
  function addSynonym(index, [typed, meant]) {
    const words = wordsOf(typed);
    const telling = words.filter((word) => !tellsNothing(word));
    if (words.length > 1) [words, telling].filter((some) => some.length > 1).forEach((some) => {
      put(index.phrases, some.map(stem).join(' '), meant);
      termsOf(index, some);
    });
    if (words.length > 2) return;
    const term = termOf(index, words.join(''));
    term.meanings = term.meanings.concat(meant);
  }

  /* A language is known by its own name too. */
  function addNames(index, name, words) {
    words.filter((word) => word !== name).forEach((word) => addSynonym(index, [word, name]));
  }

  function addFacet(index, [name, label, text], rows) {
    const words = wordsOf(text);
    index.facets[name] = { label };
    share(index, text, { strength: FACET, rows, facet: name });
    link(termsOf(index, foldedWords(label)));
    if (name.startsWith(LANGUAGE)) addNames(index, name.slice(LANGUAGE.length), words);
  }

  function readIndex(first) {
    const index = Object.assign(noTerms(), {
      today: first.today, stale: first.stale, size: first.entries.length, gone: new Set(first.gone),
      folders: first.kinds.map(([folder]) => folder), facetNames: first.facets.map(([name]) => name),
      facets: {}, titles: [], byNumber: new Map(), phrases: new Map(), likes: new Map(),
      hasBodies: false,
    });
    const [kinds, places, facets] = [first.kinds, first.places, first.facets].map(noRows);
    const shared = { kinds, places, facets };
    index.entries = first.entries.map((row, place) => addEntry(index, shared, row, place));
    first.facets.forEach((facet, place) => addFacet(index, facet, facets[place]));
    first.places.forEach((words, place) => {
      share(index, words, { strength: PLACE, rows: places[place] });
    });
    first.kinds.forEach(([, , words], kind) => {
      share(index, words, { strength: KIND, rows: kinds[kind] });
    });
    first.synonyms.forEach(([meant, ...typed]) => {
      typed.forEach((words) => addSynonym(index, [words, meant]));
    });
    putInOrder(index);
    return index;
  }

  function readBodies(index, second) {
    const rows = second.rows.split(' ');
    wordsOf(second.words).forEach((word, place) => { termOf(index, word).packed = rows[place]; });
    putInOrder(index);
    index.likes.clear();
    index.hasBodies = true;
  }

  Object.assign(doorstep, { readIndex, readBodies, TITLE });
})();
