/* What was typed -> its units: a word or a few that belong together, and the ways to meet each. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const {
    JOINED, SHORTEST_JOINED, SHORTEST_TO_MEND, daysMeant, foldedWords, isDay, isInDanger, isOnesOwn,
    mayTellLittle, meantBy, optionsOf, rootOf, sameTerms, slipsFrom, stem, synonyms, tellsLittle,
    tellsNothing, termsLike, wholeWord,
  } = doorstep;

  /* Somebody may drop a whole letter into the box. */
  const LONGEST_TEXT = 600;
  const MOST_WORDS = 12;
  const LONGEST_WORD = 40;
  const LONGEST_PHRASE = 6;
  const PHRASE_APART = 0.5;

  const NUMBER = /^(?:(?:no|nr|number|entry|n) ?)?(\d{1,6})$/;

  const wordsIn = (text) => foldedWords(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));

  function itemOf(index, word, isUnfinished, before) {
    const like = termsLike(index, word, isUnfinished);
    const isMended = like.how === 'alike' || like.how === 'none';
    const isLetter = /^[a-z]$/.test(word) && like.how === 'none';
    return {
      word, like, isUnfinished, isIdle: isLetter || tellsNothing(word),
      tellsLittle: tellsLittle(word) || isDay(word) || isOnesOwn(before, word),
      root: isMended && like.found.length ? rootOf(like.found[0].term) : stem(word),
    };
  }

  /* "Fod" is too short to be mended by itself, but before "bank" it can only be "food". */
  function mendByNext(index, item, next) {
    if (item.word.length !== SHORTEST_TO_MEND - 1 || item.like.how !== 'none' || !next) return item;
    const isBefore = ({ term }) => term.word.length === SHORTEST_TO_MEND &&
      term.followers.includes(next.word);
    const found = slipsFrom(index, item.word, 1, wholeWord, 0).filter(isBefore);
    return found.length ? Object.assign({}, item, { like: { how: 'alike', found } }) : item;
  }

  function unitOf(items, options) {
    return {
      items, options, typed: items.map((item) => item.word).join(' '), size: items.length,
      isIdle: items.every((item) => item.isIdle), isNeeded: true,
    };
  }

  function single(index, item) {
    const days = isDay(item.word) ? daysMeant(item.word, index.today) : 0;
    const number = /^\d+$/.test(item.word) ? index.byNumber.get(Number(item.word)) : undefined;
    return Object.assign(unitOf([item], optionsOf(index, item)), {
      days, number, tellsLittle: item.tellsLittle,
    });
  }

  /* Several words that the forum says mean something else, with small words between them or not. */
  function phraseAt(index, items, start) {
    for (let length = Math.min(LONGEST_PHRASE, items.length - start); length > 1; length -= 1) {
      const run = items.slice(start, start + length);
      const telling = run.filter((item) => !tellsNothing(item.word));
      const ends = [run[0], run[length - 1]];
      const isWhole = telling.length > 1 && ends.every((end) => telling.includes(end));
      const rootsOf = (some) => some.map((item) => item.root).join(' ');
      const meanings = index.phrases.get(rootsOf(run)) ||
        (isWhole && index.phrases.get(rootsOf(telling)));
      if (meanings) return phrase(index, run, telling, meanings);
    }
    return null;
  }

  /* "Hits me" says what neither of its words says alone. */
  function phrase(index, run, telling, meanings) {
    const own = { parts: telling.map((item) => item.like), worth: PHRASE_APART };
    const meant = meanings.map((meaning) => meantBy(index, meaning, JOINED));
    const options = telling.length > 1 ? [own, ...meant] : meant;
    return Object.assign(unitOf(run, options), { isIdle: false });
  }

  /* "food bank", where the guide has "foodbank". */
  function joinedAt(index, items, start) {
    const pair = items.slice(start, start + 2);
    const joined = pair.map((item) => item.word).join('');
    if (pair.length < 2 || joined.length < SHORTEST_JOINED) return null;
    const like = sameTerms(index, joined);
    if (!like.found.length) return null;
    const own = { parts: pair.map((item) => item.like), worth: 1 };
    const run = { parts: [like], worth: JOINED };
    const options = pair.some((item) => item.isIdle) ? [run] : [own, run];
    return unitOf(pair, options.concat(synonyms(index, { word: joined, like })));
  }

  function unitsOf(index, items) {
    const units = [];
    for (let start = 0; start < items.length; start += units[units.length - 1].size) {
      units.push(phraseAt(index, items, start) || joinedAt(index, items, start) ||
        single(index, items[start]));
    }
    return units;
  }

  /* "yoga th" is on its way to "yoga that is free". */
  function isBeginning({ items }) {
    const [{ word, like, isUnfinished }] = items;
    return isUnfinished && like.how !== 'same' && mayTellLittle(word);
  }

  /* Words that tell little have to be met only when nothing else is said; and beside a word of
     danger no other has to be. */
  function wanted(units) {
    const some = units.filter((unit) => !unit.isIdle);
    const isGrave = ({ items }) => items.some(({ word }) => isInDanger(word));
    const isTelling = some.some(isGrave) ? isGrave :
      (unit) => !unit.tellsLittle && !isBeginning(unit);
    if (some.some(isTelling)) some.forEach((unit) => { unit.isNeeded = isTelling(unit); });
    return some;
  }

  function readTyped(index, text) {
    const words = wordsIn(text);
    const last = /\s$/.test(text) ? -1 : words.length - 1;
    const items = words.map((word, place) => itemOf(index, word, place === last, words[place - 1]))
      .map((item, place, all) => mendByNext(index, item, all[place + 1]));
    const number = NUMBER.exec(words.join(' '));
    const units = wanted(unitsOf(index, items));
    return { words, items, units, number: number ? Number(number[1]) : 0 };
  }

  Object.assign(doorstep, { readTyped });
})();
