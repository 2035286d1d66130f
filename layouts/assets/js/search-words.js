/* Text -> the plain words it is looked for by, how each sounds, and how many slips part two. */
(() => {
  'use strict';

  const doorstep = window.doorstep = window.doorstep || {};

  const SPELT_OUT = {
    ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
  };
  const LEFT_OUT = /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200f\u00ad]/g;
  /* As in doorstep/search/folding.py, which folds the words of the guide. */
  const BETWEEN = '\\x00-/:-@\\[-`{-\\x7f\\xa0-\\xbf×÷\\u02c2-\\u02ff\\u0964\\u0965\\u060c\\u061b' +
    '\\u061f\\u06d4\\u2000-\\u206f\\u20a0-\\u20cf\\u2100-\\u2bff\\u3000-\\u303f\\ufe0f' +
    '\\ufe30-\\ufe4f\\u{1f000}-\\u{1faff}';
  const WORD = new RegExp(`[^${BETWEEN}]+`, 'gu');
  const STARTS = new RegExp(`^[^${BETWEEN}]`, 'u');
  const ENDS = new RegExp(`[^${BETWEEN}]$`, 'u');

  /* Two halves of text hold any letter whole, and old phones cannot look behind in a pattern. */
  function closedUp(mark, place, text) {
    const before = text.slice(Math.max(0, place - 2), place);
    const after = text.slice(place + 1, place + 3);
    return ENDS.test(before) && STARTS.test(after) ? '' : mark;
  }

  function foldedWords(text) {
    const plain = text.normalize('NFKD').toLowerCase()
      .replace(/[ßæœøłđðþı]/g, (letter) => SPELT_OUT[letter])
      .replace(LEFT_OUT, '')
      .replace(/['’‘ʼ`]/g, closedUp);
    return plain.match(WORD) || [];
  }

  /* Spellings that are heard alike, in English and in words from South Asia, Arabic and Polish. */
  const HEARD = {
    ph: 'f', kh: 'k', gh: 'g', bh: 'b', dh: 'd', th: 't', jh: 'j', zh: 'j', dj: 'j', rh: 'r',
    wh: 'v', ck: 'k', sh: 'S', sz: 'S', ch: 'C', cz: 'C', tch: 'C', igh: 'i', q: 'k', x: 'ks',
    w: 'v', z: 's', ee: 'i', ea: 'i', ie: 'i', ei: 'i', ey: 'i', oo: 'u', ou: 'u', y: 'i', h: '',
    kn: 'n', gn: 'n', wr: 'r', ps: 's', sch: 'sk', que: 'k', er: 'a', or: 'a', our: 'a', air: 'ar',
    are: 'ar', tion: 'Sun', sion: 'Sun', cion: 'Sun', tia: 'Sa', cia: 'Sa',
  };
  const SPELT = new RegExp('^(?:kn|gn|wr|ps)|que$|(?:e|ou?)r$|a(?:ir|re)$|[tsc]ion|[tc]ia|igh|tch|sch|' +
    '[pkgbdtjzrwsc]h|dj|ck|sz|cz|ee|ea|ie|ei|ey|oo|ou|[qxwzyhcg]', 'g');

  function heard(spelt, place, word) {
    if (spelt === 'h' && !place) return 'h';
    const isSoft = 'eiy'.includes(word.charAt(place + 1) || '-');
    if (spelt === 'c') return isSoft ? 's' : 'k';
    if (spelt === 'g') return isSoft ? 'j' : 'g';
    return HEARD[spelt];
  }

  /* How a word of four letters or more is said, double letters once; else "". */
  function sound(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return '';
    return word.replace(SPELT, heard).replace(/(.)\1+/g, '$1');
  }

  const bones = (said) => said.replace(/[aeiou]+/g, '');

  /* Whether two words of the same consonants are said alike: the fewer of those there are, the
     less may differ between them. Karati is karate, but cart is not; gujrati is gujarati. */
  function isHeardAs(said, other) {
    const vowels = other.split(/[^aeiou]/);
    const pairs = said.split(/[^aeiou]/).map((group, place) => [group, vowels[place]]);
    const unlike = pairs.filter((pair) => pair[0] !== pair[1]);
    const most = Math.min(pairs.length - 3, 2);
    const [[mine, theirs]] = pairs;
    const isOneLetter = (pair) => pair.every((group) => group.length === 1);
    return !mine === !theirs && unlike.length <= most && (most > 1 || unlike.every(isOneLetter));
  }

  /* Three rows of a table, used again and again: nothing else runs at the same time. */
  const LONGEST = 64;
  let [older, before, row] = [0, 0, 0].map(() => new Uint8Array(LONGEST));

  function nextRow() {
    const spare = older;
    older = before;
    before = row;
    row = spare;
  }

  /* Slips between two words: a letter wrong, missing, too many, or two swapped; "most + 1" if
     more than most (optimal string alignment). */
  function slips(one, other, most) {
    const { length } = other;
    if (Math.abs(one.length - length) > most || length >= LONGEST) return most + 1;
    for (let j = 0; j <= length; j += 1) before[j] = j;
    for (let i = 1; i <= one.length; i += 1) {
      let least = row[0] = i;
      const letter = one.charCodeAt(i - 1);
      for (let j = 1; j <= length; j += 1) {
        const isSame = letter === other.charCodeAt(j - 1);
        let count = isSame ? before[j - 1] : Math.min(before[j], row[j - 1], before[j - 1]) + 1;
        const isSwapped = !isSame && i > 1 && j > 1 && letter === other.charCodeAt(j - 2) &&
          one.charCodeAt(i - 2) === other.charCodeAt(j - 1);
        if (isSwapped && older[j - 2] < count) count = older[j - 2] + 1;
        row[j] = count;
        if (count < least) least = count;
      }
      if (least > most) return most + 1;
      nextRow();
    }
    return Math.min(before[length], most + 1);
  }

  /* Which letters a word has, as bits: two words a slip apart differ in at most two of them. */
  function letters(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) % 32);
    return bits;
  }

  function bitsOf(number) {
    let count = 0;
    for (let left = number; left; left &= left - 1) count += 1;
    return count;
  }

  Object.assign(doorstep, { foldedWords, sound, bones, isHeardAs, slips, letters, bitsOf });
})();
