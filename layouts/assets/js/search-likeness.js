/* A word as typed -> the words of the guide that it may be, each with what it is worth. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const {
    bitsOf, deed, heardAs, isInBodiesOnly, isNoSlip, isUsed, letters, listsOf, rootOf, slips,
    startingWith, stem, tellsLittle, tellsNothing, withRoot,
  } = doorstep;

  const SAME_ROOT = 0.88;
  const DOER = 0.85;
  const START = 0.5;
  const WHOLE = 0.3;
  const HEARD_WITH_A_SLIP = 0.8;
  const HEARD = 0.7;
  const ONE_SLIP = 0.6;
  const ODD_FIRST_LETTER = 0.5;
  const TWO_SLIPS = 0.4;

  const SHORTEST_START = 2;
  const SHORTEST_TO_MEND = 4;
  const SHORTEST_ROOT_TO_MEND = 5;
  const TWO_FROM = 8;
  const LONGEST_ENDING = 3;
  const SHORTEST_MENDED = 3;
  const SHORTEST_TO_MEND_FROM_BODIES = 6;
  const OFTEN = 5;

  const isNumber = (word) => /^\d+$/.test(word);
  const wholeWord = (term) => term.word;

  /* Walking is walk and walks, and nearly walkers. */
  function sameWords(index, word) {
    const own = stem(word);
    const worthOf = (term) => (rootOf(term) === own ? SAME_ROOT : DOER);
    return withRoot(index, own).filter(isUsed)
      .map((term) => ({ term, worth: term.word === word ? 1 : worthOf(term) }));
  }

  /* Who types walkers may find a walk, if there are no walkers. */
  function deeds(index, word) {
    const done = deed(stem(word));
    return done ? withRoot(index, done).map((term) => ({ term, worth: HEARD })) : [];
  }

  /* Of a word that the guide itself has not, more than half: "chari" is not yet a charity shop. */
  const isBegun = (term, start) => isUsed(term) && term.word !== start &&
    (term.lists.length || term.packed || 2 * start.length > term.word.length);

  /* The more of a word is typed, the likelier it is meant. */
  function startsWith(index, start) {
    if (start.length < SHORTEST_START || isNumber(start) || isNoSlip(start)) return [];
    return startingWith(index, start).filter((term) => isBegun(term, start))
      .map((term) => ({ term, worth: START + WHOLE * start.length / term.word.length }));
  }

  function worthOfSlips(word, other, count) {
    const isOdd = word[0] !== other[0] && word[0] !== other[1] && word[1] !== other[0];
    if (count > 1) return TWO_SLIPS;
    return isOdd ? ODD_FIRST_LETTER : ONE_SLIP;
  }

  /* Looks at every word of about that length, but closely only at those of nearly its letters. */
  function slipsFrom(index, word, most, part, ending) {
    const found = [];
    const mine = letters(word);
    const look = (term) => {
      if (bitsOf(mine ^ term.letters) > 2 * most + ending) return;
      const count = slips(word, part(term), most);
      if (count <= most) found.push({ term, worth: worthOfSlips(word, part(term), count) });
    };
    for (let length = word.length - most; length <= word.length + most + ending; length += 1) {
      (index.byLength.get(length) || []).forEach(look);
    }
    return found;
  }

  /* One slip is likelier than two; a slip in the stem, as in voluntering, comes last. */
  function slipsIn(index, word) {
    const own = stem(word);
    if (word.length < SHORTEST_TO_MEND || isNumber(word)) return [];
    const tries = [() => slipsFrom(index, word, 1, wholeWord, 0)];
    if (word.length >= TWO_FROM) tries.push(() => slipsFrom(index, word, 2, wholeWord, 0));
    const isLong = own.length < word.length - 1 && own.length >= SHORTEST_ROOT_TO_MEND;
    if (isLong) tries.push(() => slipsFrom(index, own, 1, rootOf, LONGEST_ENDING));
    return tries.reduce((found, look) => (found.length ? found : look()), []);
  }

  /* Bodies have so many short words that one of them is like anything. */
  function isFit(word, { term }) {
    return term.word.length >= SHORTEST_MENDED && !tellsNothing(term.word) &&
      (word.length >= SHORTEST_TO_MEND_FROM_BODIES || !isUsed(term) || !isInBodiesOnly(term));
  }

  /* "Gardning" is meant for gardening, and who looks for gardening finds gardens too. */
  function withTheirForms(index, found) {
    const forms = found.map(({ term, worth }) => withRoot(index, rootOf(term))
      .filter((form) => form !== term && isUsed(form))
      .map((form) => ({ term: form, worth: worth * SAME_ROOT })));
    return found.concat(...forms);
  }

  /* Only those of the nearest kind: who mistypes one letter does not mean what takes two. */
  function lookAlikes(index, word) {
    const heard = heardAs(index, word);
    const worthOf = ({ term, worth }) =>
      (worth === ONE_SLIP && heard.includes(term) ? HEARD_WITH_A_SLIP : worth);
    const all = slipsIn(index, word).map((one) => ({ term: one.term, worth: worthOf(one) }))
      .concat(heard.map((term) => ({ term, worth: HEARD })), deeds(index, word))
      .filter((one) => isFit(word, one))
      .sort((one, other) => other.worth - one.worth);
    const nearest = all.filter(({ worth }) => worth >= Math.min(all[0].worth, ONE_SLIP));
    return withTheirForms(index, nearest);
  }

  /* "danci" and "dancin" are on their way to "dancing". */
  const onItsWay = (word) => word.replace(/([a-z]{3})in?$/, '$1ing');

  /* "Chor" begins chords, of which there are few, and is meant for choir. */
  function isOften(started) {
    let count = 0;
    return started.some(({ term }) => {
      listsOf(term).forEach(({ rows }) => { count += rows.length; });
      return count >= OFTEN;
    });
  }

  function howOf(started, alike) {
    if (alike.some(({ term }) => isUsed(term))) return 'alike';
    return started.length ? 'start' : 'none';
  }

  function like(index, word, isUnfinished) {
    const same = sameWords(index, word);
    const starts = !same.length || isUnfinished ? startsWith(index, word) : [];
    if (same.length) return { how: 'same', found: same.concat(deeds(index, word), starts) };
    const started = starts.length || !isUnfinished ? starts : sameWords(index, onItsWay(word));
    if (isOften(started)) return { how: 'start', found: started };
    /* What the forum writes among its synonyms is no slip. */
    const isRight = index.terms.has(word) || isNoSlip(word) || tellsLittle(word);
    const alike = isRight ? [] : lookAlikes(index, word);
    return { how: howOf(started, alike), found: started.concat(alike) };
  }

  /* Remembered, since with each key only the last word is another. */
  function termsLike(index, word, isUnfinished) {
    const name = isUnfinished ? `${word}…` : word;
    if (!index.likes.has(name)) index.likes.set(name, like(index, word, isUnfinished));
    return index.likes.get(name);
  }

  const sameTerms = (index, word) => ({ how: 'same', found: sameWords(index, word) });

  Object.assign(doorstep, { termsLike, sameTerms, slipsFrom, wholeWord, SHORTEST_TO_MEND });
})();
