/* Units of what was typed -> the entries that meet them, best first. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};
  const { TITLE, listsOf, tellsNothing } = doorstep;

  const DAYS = 3;
  const LITTLE = 0.4;
  const STALE = 0.9;
  const TITLE_ALONE = 0.6;
  /* More than all words together can count. */
  const WHOLE_TITLE = 10000;
  /* Of so many words one may be missing, of twice as many two. */
  const WORDS_FOR_A_MISS = 3;

  const nothing = (index) => new Float32Array(index.size);
  const isAny = (scores) => scores.some(Boolean);
  const rarity = (index, count) => Math.log(1 + index.size / Math.max(1, count));

  function raise(scores, row, score) {
    if (scores[row] < score) scores[row] = score;
  }

  function strengths(index, part) {
    const scores = nothing(index);
    part.found.forEach(({ term, worth }) => listsOf(term).forEach(({ strength, rows }) => {
      rows.forEach((row) => raise(scores, row, strength * worth));
    }));
    return scores;
  }

  /* Where all parts are, how strong they are on the whole. */
  function together(index, parts) {
    const each = parts.map((part) => strengths(index, part));
    const scores = each.length ? each[0] : nothing(index);
    each.slice(1).forEach((more) => more.forEach((score, row) => {
      scores[row] = score && scores[row] ? scores[row] + score : 0;
    }));
    return scores.map((score) => score / each.length);
  }

  function metBy(index, { parts, otherwise = [] }) {
    const scores = together(index, parts);
    return otherwise.length && !isAny(scores) ? together(index, otherwise) : scores;
  }

  /* The best of the ways in which each entry meets a unit, and the synonyms that led anywhere.
     No word but those of its title may tell what a safe space is for. */
  function meet(index, unit) {
    const best = nothing(index);
    const also = [];
    unit.options.forEach((option) => {
      const scores = metBy(index, option);
      if (option.also && isAny(scores)) also.push(option.also);
      scores.forEach((score, row) => {
        if (!option.also || !index.entries[row].isUntold) raise(best, row, score * option.worth);
      });
    });
    index.entries.forEach(({ days }, row) => { if (days & unit.days) raise(best, row, DAYS); });
    if (unit.number !== undefined) best[unit.number] = 2 * TITLE;
    const count = best.reduce((sum, score) => sum + (score ? 1 : 0), 0);
    const weight = rarity(index, count) * unit.size * (unit.isNeeded ? 1 : LITTLE);
    return { unit, best, also, weight };
  }

  /* Rare words of a title count more. */
  function weightOf(index, term) {
    if (!term.weight) term.weight = rarity(index, term.inTitles.length);
    return tellsNothing(term.word) ? 0 : term.weight;
  }

  function worths(items) {
    const found = new Map();
    items.forEach(({ like }) => like.found.forEach(({ term, worth }) => {
      found.set(term, Math.max(worth, found.get(term) || 0));
    }));
    return found;
  }

  /* How much of a title was typed. */
  function shareOfTitle(index, row, found) {
    let [all, met] = [0, 0];
    index.titles[row].forEach((term) => {
      const weight = weightOf(index, term);
      all += weight;
      met += weight * (found.get(term) || 0);
    });
    return all ? met / all : 0;
  }

  function rank(index, rows, met, { words, items }) {
    const found = worths(items);
    const isTitle = (title) => title.length === words.length &&
      title.every((term, place) => term.word === words[place]);
    const scores = nothing(index);
    rows.forEach((row) => {
      const sum = met.reduce((total, { best, weight }) => total + best[row] * weight, 0);
      const age = index.entries[row].isStale ? STALE : 1;
      const whole = isTitle(index.titles[row]) ? WHOLE_TITLE : 0;
      scores[row] = whole + sum * age * (1 + TITLE_ALONE * shareOfTitle(index, row, found));
    });
    return rows.sort((one, other) => scores[other] - scores[one] || one - other);
  }

  /* How many of the needed units each entry lacks. */
  function lacks(index, needed) {
    const missing = new Uint8Array(index.size);
    needed.forEach(({ best }) => best.forEach((score, row) => { if (!score) missing[row] += 1; }));
    return missing;
  }

  /* Whoever writes in other letters writes whole sentences so, of which the forum knows a word. */
  const isInOtherLetters = ({ unit }) => /[^\u0000-\u024f]/.test(unit.typed);

  function neededOf(met) {
    const needed = met.filter(({ unit }) => unit.isNeeded);
    const isMet = (one) => isAny(one.best);
    const isEnough = needed.some((one) => isInOtherLetters(one) && isMet(one));
    return isEnough ? needed.filter((one) => !isInOtherLetters(one) || isMet(one)) : needed;
  }

  /* The entries that meet every needed unit, or failing that as nearly every one as is fair. */
  function search(index, units, typed) {
    const met = units.map((unit) => meet(index, unit));
    const needed = neededOf(met);
    const missing = lacks(index, needed);
    const least = missing.reduce((fewest, count) => Math.min(fewest, count), needed.length + 1);
    if (least > Math.floor(needed.length / WORDS_FOR_A_MISS)) return { rows: [], met, missed: [] };
    const fewest = Array.from(missing.keys()).filter((row) => missing[row] === least);
    const rows = rank(index, fewest, met, typed);
    const missed = needed.filter(({ best }) => !best[rows[0]]);
    return {
      met, missed: missed.map(({ unit }) => unit.typed),
      rows: rows.filter((row) => missed.every(({ best }) => !best[row])),
    };
  }

  Object.assign(doorstep, { search });
})();
