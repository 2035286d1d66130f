/* The words of a guide as they are added -> terms, which are found again by stem, sound and start. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const { bones, deed, isHeardAs, letters, sound, stem } = doorstep;

  const NONE = [];
  const FEWEST_BONES = 2;
  const MOST_LETTERS_APART = 2;
  /* The least that a word counts is when only the body of an entry has it. */
  const BODY = 1;

  /* First letters that may be said alike, as in phone, knit, write, cycle and jilbab. */
  const SAID_ALIKE = {
    c: 'kqstz', d: 'j', f: 'p', g: 'jkn', j: 'dgz', k: 'cqgn', n: 'gk', p: 'fs', q: 'ck', r: 'w',
    s: 'cpz', t: 'c', v: 'w', w: 'rv', x: 'kz', z: 'csj', a: 'eiouy', e: 'aiouy', i: 'aeouy',
    o: 'aeiuy', u: 'aeioy', y: 'aeiou',
  };

  function put(map, key, value) {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  }

  const noTerms = () => ({
    terms: new Map(), byLetter: new Map(), byLength: new Map(), byRoot: new Map(), byBones: new Map(),
    ready: new Map(), inOrder: [],
  });

  /* A word of the guide, or one that only stands in for others: then it is in no list. */
  function termOf(index, word) {
    const known = index.terms.get(word);
    if (known) return known;
    const term = {
      word, letters: letters(word), lists: [], inTitles: null, inSummaries: null, followers: NONE,
      meanings: NONE, packed: '', root: '', said: '', weight: 0,
    };
    index.terms.set(word, term);
    put(index.byLetter, word.charAt(0), term);
    put(index.byLength, word.length, term);
    return term;
  }

  const termsOf = (index, words) => words.map((word) => termOf(index, word));

  function putInOrder(index) {
    index.inOrder = Array.from(index.terms.keys()).sort();
  }

  /* Only what is typed makes words ready, a letter at a time: all at once is long on a slow phone. */
  function makeReady(index, job, letter) {
    const [name, terms] = [job.name + letter, index.byLetter.get(letter) || NONE];
    terms.slice(index.ready.get(name) || 0).forEach((term) => job(index, term));
    index.ready.set(name, terms.length);
  }

  function rootOf(term) {
    if (!term.root) term.root = stem(term.word);
    return term.root;
  }

  function addRoot(index, term) {
    put(index.byRoot, rootOf(term), term);
    if (deed(term.root)) put(index.byRoot, deed(term.root), term);
  }

  function addSound(index, term) {
    term.said = sound(term.word);
    if (term.said) put(index.byBones, bones(term.said), term);
  }

  /* A word and its stem begin alike. */
  function withRoot(index, root) {
    makeReady(index, addRoot, root.charAt(0));
    return index.byRoot.get(root) || NONE;
  }

  /* Whoever hears another first letter has heard the rest: nitting is knitting; zumba is no samba. */
  function heardAs(index, word) {
    const said = sound(word);
    if (bones(said).length < FEWEST_BONES) return NONE;
    const first = word.charAt(0);
    const firsts = first + (SAID_ALIKE[first] || '');
    Array.from(firsts).forEach((letter) => makeReady(index, addSound, letter));
    const isLike = (term) => term.said === said ||
      (term.word.charAt(0) === first && isHeardAs(said, term.said));
    const isAsLong = ({ length }) => Math.abs(length - word.length) <= MOST_LETTERS_APART;
    const alike = index.byBones.get(bones(said)) || NONE;
    return alike.filter((term) => isAsLong(term.word) && isLike(term));
  }

  /* Where the words that begin like this stand, or would stand, in the list of all. */
  function placeOf(words, start) {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function startingWith(index, start) {
    const found = [];
    const words = index.inOrder;
    for (let i = placeOf(words, start); i < words.length && words[i].startsWith(start); i += 1) {
      found.push(index.terms.get(words[i]));
    }
    return found;
  }

  /* Most words are never looked for, so the rows whose bodies have them stay packed until then. */
  function listsOf(term) {
    if (term.packed) {
      let row = 0;
      const rows = term.packed.split(',').map((step) => { row += Number(step); return row; });
      term.lists.push({ strength: BODY, rows });
      term.packed = '';
    }
    return term.lists;
  }

  const isInBodiesOnly = (term) => !term.meanings.length &&
    term.lists.every((list) => list.strength === BODY);
  const isUsed = (term) => term.lists.length || term.packed || term.meanings.length;

  Object.assign(doorstep, {
    heardAs, isInBodiesOnly, isUsed, listsOf, noTerms, putInOrder, put, rootOf, startingWith, termOf,
    termsOf, withRoot,
  });
})();
