/* A word as typed -> the ways to meet it: the word, what it stands for, the words it is made of. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const { isNoSlip, sameTerms, stem, tellsLittle, tellsNothing } = doorstep;

  const SHORTEST_JOINED = 4;
  const LONGEST_JOINED = 24;
  const SHORTEST_HALVES = [3, 4];
  const SHORTEST_STAND_IN = 3;
  const LEAST_FOR_A_SYNONYM = 0.84;
  /* Next to the word itself: synonyms are slightly weaker, and so are words run together. */
  const SYNONYM = 0.8;
  const JOINED = 0.95;
  const APART = 0.6;

  /* "Learn English" may be met by all its words, or but for small ones by those that tell. */
  function meantBy(index, meaning, worth) {
    const words = meaning.split(' ');
    const telling = words.filter((word) => !tellsNothing(word) && !tellsLittle(word));
    const partsOf = (some) => some.map((word) => sameTerms(index, word));
    return { parts: partsOf(words), otherwise: partsOf(telling), worth, also: meaning };
  }

  function synonyms(index, { word, like }) {
    if (like.how === 'start' && word.length < SHORTEST_STAND_IN) return [];
    const least = like.how === 'same' ? LEAST_FOR_A_SYNONYM : 0;
    const options = like.found.filter(({ worth }) => worth > least).map(({ term, worth }) =>
      term.meanings.map((meaning) => meantBy(index, meaning, worth * SYNONYM)));
    return [].concat(...options);
  }

  /* "foodbank", where a title or a topic has "food bank"; "foodb" on its way there. */
  function followedBy(index, { word, isUnfinished }, place) {
    const first = index.terms.get(word.slice(0, place));
    const rest = word.slice(place);
    const root = stem(rest);
    const isRest = (other) => stem(other) === root || (isUnfinished && other.startsWith(rest));
    const next = first && first.followers.find(isRest);
    return next ? [[first.word, next]] : [];
  }

  /* "dropin", "meetup", "sewingclass": both halves are words of the guide that need not touch. */
  function halves(index, { word }, place) {
    const both = [word.slice(0, place), word.slice(place)];
    const lengths = both.map((half) => half.length).sort((one, other) => one - other);
    const isLong = lengths.every((length, half) => length >= SHORTEST_HALVES[half]);
    const isKnown = (half) => tellsNothing(half) || sameTerms(index, half).found.length;
    const telling = both.filter((half) => !tellsNothing(half));
    const isParticle = telling.length === 1 && both[0] === telling[0] &&
      telling[0].length >= SHORTEST_HALVES[0];
    return (isParticle || (isLong && telling.length)) && both.every(isKnown) ? [telling] : [];
  }

  function apart(index, item) {
    const tryEach = (way) => [].concat(...Array.from(item.word).map((_, place) =>
      (place > 1 ? way(index, item, place) : [])));
    const [together, loose] = [tryEach(followedBy), tryEach(halves)];
    const [found, worth] = together.length ? [together, JOINED] : [loose, APART];
    return found.map((words) => ({ parts: words.map((word) => sameTerms(index, word)), worth }));
  }

  function optionsOf(index, item) {
    const own = [{ parts: [item.like], worth: 1 }, ...synonyms(index, item)];
    const isKnown = /^(?:same|start)$/.test(item.like.how) || isNoSlip(item.word);
    const { length } = item.word;
    if (isKnown || length < SHORTEST_JOINED || length > LONGEST_JOINED) return own;
    const parted = apart(index, item);
    return parted.length && parted[0].worth === JOINED ? parted : own.concat(parted);
  }

  Object.assign(doorstep, { meantBy, optionsOf, synonyms, JOINED, SHORTEST_JOINED });
})();
