/* The index and a text -> what is found, what else was looked for, what to try when nothing is. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const {
    isNoSlip, listsOf, readTyped, search, slipsFrom, tellsLittle, tellsNothing, wholeWord,
  } = doorstep;

  const TOO_FEW = 5;
  const MOST_NEAR = 5;
  const SHORTEST_TO_SUGGEST = 3;
  const TWO_SLIPS_FROM = 5;
  const MOST_TO_MEND = 2;

  const everything = (index) => index.entries.map((_, row) => row);
  const isTopic = (facet) => facet.startsWith('topic-');
  const isMended = ({ isIdle, like }) => !isIdle && like.how === 'alike';
  const isOdd = ({ word, isIdle, like }) => !isIdle && word.length >= SHORTEST_TO_SUGGEST &&
    !isNoSlip(word) && !tellsLittle(word) &&
    (like.how === 'alike' || like.how === 'none');
  const hasRow = (row) => ({ term }) => listsOf(term).some(({ rows }) => rows.includes(row));

  const rowsAlone = (rows) => ({ rows, met: [], missed: [] });

  /* "Events near me": what no entry says is as good as not said, when none of it tells much. */
  function searchedLittle(index, typed) {
    const units = typed.units.filter((unit) => unit.days || unit.items[0].like.how === 'same');
    return units.length ? search(index, units, typed) : rowsAlone(everything(index));
  }

  /* Nothing but small words: somebody is still typing, or means a title such as "About". */
  function searchedIdle(index, { words }) {
    const has = (title, word) => title.some((term) => term.word === word);
    const rows = everything(index).filter((row) => words.every((word) => has(index.titles[row], word)));
    return rowsAlone(rows.length ? rows : everything(index));
  }

  function searched(index, typed) {
    if (!typed.units.length) return searchedIdle(index, typed);
    const result = search(index, typed.units, typed);
    const isLittle = typed.units.every((unit) => unit.tellsLittle);
    return isLittle && !result.rows.length ? searchedLittle(index, typed) : result;
  }

  /* The words as the guide has them; of several, as the best entry has them. What is only begun
     stays as it is. */
  function mended({ items }, rows) {
    const best = ({ like }) => (like.found.find(hasRow(rows[0])) || like.found[0]).term.word;
    const isOther = (item) => isMended(item) && !best(item).startsWith(item.word);
    const wordOf = (item) => (isOther(item) ? best(item) : item.word);
    return rows.length && items.some(isOther) ? items.map(wordOf).join(' ') : '';
  }

  /* The facets that words name, and failing that the topics of entries that have some of them. */
  function facetsNamed(met) {
    const options = [].concat(...met.map(({ unit }) => unit.options));
    const parts = [].concat(...options.map((option) => option.parts));
    const terms = [].concat(...parts.map(({ found }) => found.map(({ term }) => term)));
    const lists = [].concat(...terms.map(listsOf));
    return lists.map(({ facet }) => facet).filter(Boolean);
  }

  function topicsOfSome(index, met) {
    const rows = everything(index).filter((row) => met.some(({ best }) => best[row]));
    return [].concat(...rows.map((row) => index.entries[row].facets.filter(isTopic)));
  }

  function near(index, met) {
    const named = facetsNamed(met);
    const tally = new Map();
    (named.length ? named : topicsOfSome(index, met)).forEach((facet) => {
      tally.set(facet, (tally.get(facet) || 0) + 1);
    });
    return Array.from(tally.keys()).sort((one, other) => tally.get(other) - tally.get(one))
      .slice(0, MOST_NEAR);
  }

  /* Further from what was typed than a result may be, so it is only asked: "Did you mean …?" */
  function nearest(index, word) {
    const isFit = ({ term }) => term.word[0] === word[0] && !tellsNothing(term.word) &&
      listsOf(term).length;
    const most = word.length < TWO_SLIPS_FROM ? 1 : 2;
    const found = slipsFrom(index, word, most, wholeWord, 0).filter(isFit);
    return found.sort((one, other) => other.worth - one.worth).map(({ term }) => term.word)[0] || word;
  }

  function suggestion(index, { items, words }) {
    if (items.filter(isOdd).length > MOST_TO_MEND) return '';
    const text = items.map((item) => (isOdd(item) ? nearest(index, item.word) : item.word)).join(' ');
    const isOther = text !== words.join(' ');
    return isOther && searched(index, readTyped(index, `${text} `)).rows.length ? text : '';
  }

  function withNumber(index, number, rows) {
    const row = index.byNumber.get(number);
    return row === undefined ? rows : [row, ...rows.filter((other) => other !== row)];
  }

  function find(index, text) {
    const typed = readTyped(index, text);
    const { rows: found, met, missed } = searched(index, typed);
    const rows = typed.number ? withNumber(index, typed.number, found) : found;
    const isAlike = typed.units.some((unit) => unit.items.some(isMended));
    const also = [].concat(...met.map((one) => (one.unit.isNeeded ? one.also : [])));
    return {
      rows, number: typed.number, isGone: index.gone.has(typed.number), missed,
      found: mended(typed, rows), also: Array.from(new Set(also)),
      near: rows.length ? [] : near(index, met),
      suggestion: rows.length || typed.number ? '' : suggestion(index, typed),
      wantsBodies: !index.hasBodies && !typed.number && (rows.length < TOO_FEW || isAlike),
    };
  }

  Object.assign(doorstep, { find });
})();
